#pragma once

#include "core/yaml/yaml_tree.h"

#include <optional>

namespace nova::yaml
{

/// Where things stand in a YAML text: lines, ends of nodes, room between them. All positions are byte offsets. Pure.

/// The line ending at `position`: of its own line, or of the last one before it that has one; "\n" if there is none.
[[nodiscard]] QByteArray lineEnding(const QByteArray &text, qsizetype position);

/// Where the line of `position` begins, behind a byte order mark.
[[nodiscard]] qsizetype lineStart(const QByteArray &text, qsizetype position);

/// The white space before `node` if there is nothing else before it on its line.
[[nodiscard]] std::optional<QByteArray> indentationOf(const QByteArray &text, const YamlNode &node);

/// One past the last character of a node in flow style, an alias, or a scalar that scalarSpan() finds.
[[nodiscard]] std::optional<qsizetype> nodeEnd(const QByteArray &text, const YamlNode &node);

/// Where the document whose root mapping is `root` ends: before a line "...", else at the end of the text.
[[nodiscard]] qsizetype documentEnd(const QByteArray &text, const YamlNode &root);

/// One past the last byte of pair `pair` of a block mapping, its line ending included: up to the line of the next key
/// (of the mapping, or `limit` behind its last one), less the blank lines and the comments at or left of the key's
/// column, which belong to what follows.
[[nodiscard]] qsizetype pairEnd(const QByteArray &text, const YamlNode &map, size_t pair, qsizetype limit);

/// Where the colon of a pair stands: behind its key, with nothing but blanks between.
[[nodiscard]] std::optional<qsizetype> colonOf(const QByteArray &text, const YamlNode &map, size_t pair);

/// Whether [begin, end) may hold a comment: a "#" at its start or behind white space, be it in quotes.
[[nodiscard]] bool mayHoldComment(const QByteArray &text, qsizetype begin, qsizetype end);

} // namespace nova::yaml
