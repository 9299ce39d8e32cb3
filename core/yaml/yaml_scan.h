#pragma once

#include "core/yaml/yaml_tree.h"

#include <optional>

namespace nova
{

/// Where in `text` a scalar's own characters stand: behind its tag and anchor, quotes included. [begin, end).
/// Nothing for block scalars, plain scalars over several lines, and quoted ones that are not closed.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
};
[[nodiscard]] std::optional<TextSpan> scalarSpan(const QByteArray &text, const YamlNode &scalar);

/// Whether `scalar` begins with a quote that nothing closes (yaml-cpp takes the rest of the file for its value).
[[nodiscard]] bool isUnterminated(const QByteArray &text, const YamlNode &scalar);

/// Where the characters of a node begin: behind its tag and anchor.
[[nodiscard]] qsizetype contentStart(const QByteArray &text, const YamlNode &node);

} // namespace nova
