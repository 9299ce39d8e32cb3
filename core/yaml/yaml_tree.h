#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <vector>

namespace nova
{

/// A YAML node as it is written: aliases are not followed, merge keys not resolved, duplicate keys kept. So its size is
/// bounded by the text's, whatever the text refers to.
struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Map, Alias };

    Kind kind = Kind::Null;
    qsizetype position = 0; ///< Byte offset into the text of where the node begins (its tag or anchor, if it has one).
    int line = 0;           ///< From 1.
    int column = 0;         ///< From 1, in code points.
    QByteArray tag;         ///< "?" for a plain scalar, "!" for a quoted one, else as written and resolved.
    QByteArray value;       ///< Of a scalar.
    quint64 anchor = 0;     ///< Its own anchor, or the one an alias refers to; 0 for none.
    bool flow = false;      ///< Map or sequence in { } or [ ].
    std::vector<YamlNode> children; ///< Of a sequence; of a map key, value, key, value, …

    [[nodiscard]] bool isPlainScalar() const { return kind == Kind::Scalar && tag == "?"; }
    [[nodiscard]] bool isString(QByteArrayView text) const { return kind == Kind::Scalar && value == text; }
    [[nodiscard]] size_t pairs() const { return children.size() / 2; }
    [[nodiscard]] const YamlNode &key(size_t pair) const { return children[2 * pair]; }
    [[nodiscard]] const YamlNode &mapped(size_t pair) const { return children[2 * pair + 1]; }
};

/// Reads one YAML document. Refuses, with line and column: invalid UTF-8, open quotes, more than one document, nesting
/// and size beyond what a configuration needs. An empty text is a Null node.
[[nodiscard]] Result<YamlNode> parseYaml(const QByteArray &text);

} // namespace nova
