#pragma once

#include "core/yaml/yaml_tree.h"

#include <QJsonValue>
#include <QString>

namespace nova::yaml
{

/// Texts that an edit might lead to, the best first. Each touches the bytes it must and no others and loses no comment;
/// none of them knows whether the result means what was wanted: whoever chooses parses it and compares.
using Candidates = QList<QByteArray>;

/// A mapping in a text and where its text ends (for a block mapping: see pairEnd()).
struct MapPlace {
    const QByteArray &text;
    const YamlNode &map;
    qsizetype limit;
};

/// Whether the mapping is written as JSON is: in braces, its keys in double quotes. What is put into it stays JSON.
[[nodiscard]] bool isJson(const MapPlace &place);

/// «key: value» on one line, as it fits into this mapping.
[[nodiscard]] QByteArray pairText(const MapPlace &place, const QString &key, const QJsonValue &value);

/// Ways to put a pair that is not there yet into a mapping: behind its last one, before its first.
[[nodiscard]] Candidates insertionsOf(const MapPlace &place, const QByteArray &pair);

/// Ways to give a pair another value: in the place and style of the old one, or over all its lines.
[[nodiscard]] Candidates replacementsOf(const MapPlace &place, size_t pair, const QJsonValue &value);

/// Ways to take a pair out: its lines in block style, it and one comma in flow style.
[[nodiscard]] Candidates removalsOf(const MapPlace &place, size_t pair);

/// Ways to give what an alias stands for one value of its own: «{ <<: *alias, key: value }».
[[nodiscard]] Candidates overridesOf(const QByteArray &text, const YamlNode &alias, const QString &key,
                                     const QJsonValue &value);

} // namespace nova::yaml
