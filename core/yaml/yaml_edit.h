#pragma once

#include "core/yaml/yaml_tree.h"

#include <QJsonValue>
#include <optional>

namespace nova
{

/// Small steps for changing a YAML text in place. Each touches the bytes it must and no others; none of them knows
/// whether the result means what was wanted: whoever puts steps together parses the result and compares.
namespace yaml
{

/// The line ending of the text: that of its first line; "\n" for a text of one line.
[[nodiscard]] QByteArray lineEnding(const QByteArray &text);

/// Where the line of `position` begins.
[[nodiscard]] qsizetype lineStart(const QByteArray &text, qsizetype position);

/// The white space before `node` if there is nothing else before it on its line.
[[nodiscard]] std::optional<QByteArray> indentationOf(const QByteArray &text, const YamlNode &node);

/// One past the last byte of pair `pair` of a block mapping, its line ending included: up to the line of the next key
/// (of the mapping, or `limit` behind its last one), less the blank lines and the comments at or left of the key's
/// column, which belong to what follows.
[[nodiscard]] qsizetype pairEnd(const QByteArray &text, const YamlNode &map, size_t pair, qsizetype limit);

/// A JSON value as YAML on one line: plain where that is safe, else in double quotes; objects as flow mappings.
[[nodiscard]] QByteArray flowText(const QJsonValue &value);

/// `value` as a scalar in the style of `written` (its quotes) where that style can hold it.
[[nodiscard]] QByteArray scalarLike(const QByteArray &written, const QJsonValue &value);

/// Whether two nodes are written with the same structure and values, wherever they stand. Anchors compare by number.
[[nodiscard]] bool sameStructure(const YamlNode &a, const YamlNode &b);

} // namespace yaml
} // namespace nova
