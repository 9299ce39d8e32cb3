#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <vector>

namespace nova
{

/// A value of a JSON text, with its place. Members are in the order of the text, which QJsonObject would not keep.
struct JsonNode {
    enum class Kind { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    qsizetype position = 0; ///< Byte offset into the text.
    int line = 0;           ///< From 1.
    bool boolean = false;
    QByteArray number; ///< As written.
    QString string;
    std::vector<JsonNode> children; ///< Of an array, or the values of the members of an object.
    QStringList keys;               ///< Of the members, one for each child.

    [[nodiscard]] bool isObject() const { return kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; }
    [[nodiscard]] bool isString() const { return kind == Kind::String; }
    /// The member of that name, the last where there are several (as every JSON.parse() takes it); null if there is
    /// none.
    [[nodiscard]] const JsonNode *member(QStringView key) const;
    /// The text of a member that is a string; empty otherwise.
    [[nodiscard]] QString text(QStringView key) const;
};

/// Reads JSON as people write it into the files of editors: with // and /* */ comments, commas behind the last value,
/// and a byte order mark. Everything else is strict (RFC 8259). What cannot be read is an error with line and column;
/// nesting is bounded. Pure.
[[nodiscard]] Result<JsonNode> readJson(const QByteArray &text);

} // namespace nova
