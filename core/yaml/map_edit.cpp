#include "core/yaml/map_edit.h"

#include "core/yaml/yaml_layout.h"
#include "core/yaml/yaml_scan.h"
#include "core/yaml/yaml_writing.h"

namespace nova::yaml
{

namespace
{

Around around(const MapPlace &place)
{
    return place.map.flow ? Around::Flow : Around::Block;
}

QByteArray replaced(const QByteArray &text, qsizetype begin, qsizetype end, const QByteArray &by)
{
    return QByteArray(text).replace(begin, end - begin, by);
}

void insertIntoBlock(const MapPlace &place, const QByteArray &pair, Candidates &candidates)
{
    const auto &[text, map, limit] = place;
    const YamlNode &last = map.key(map.pairs() - 1);
    if (const auto indentation = indentationOf(text, last)) {
        const qsizetype end = pairEnd(text, map, map.pairs() - 1, limit);
        const QByteArray ending = lineEnding(text, last.position);
        const bool finished = end > 0 && text.at(end - 1) == '\n'; // A missing final newline stays missing.
        candidates.append(replaced(text, end, end,
                                   QByteArray(finished ? *indentation + pair + ending : ending + *indentation + pair)));
    }
    const YamlNode &first = map.key(0);
    if (const auto indentation = indentationOf(text, first))
        candidates.append(
            replaced(text, first.position, first.position, pair + lineEnding(text, first.position) + *indentation));
}

/// Behind the last pair of a flow mapping over several lines, on a line of its own; what stands behind that pair on its
/// line (a comma, a comment) stays with it.
std::optional<QByteArray> lineIntoFlow(const QByteArray &text, qsizetype end, const QByteArray &pair,
                                       const QByteArray &indentation)
{
    const qsizetype newline = text.indexOf('\n', end);
    const QByteArray ending = lineEnding(text, end);
    const qsizetype lineEnd = newline - ending.size() + 1;
    QByteArray behind = text.mid(end, lineEnd - end).trimmed();
    const bool comma = behind.startsWith(',');
    behind = comma ? behind.mid(1).trimmed() : behind;
    if (newline < 0 || !(behind.isEmpty() || behind.startsWith('#')))
        return std::nullopt;
    QByteArray line = ending + indentation + pair;
    if (comma)
        return QByteArray(text).insert(lineEnd, line + ',');
    return QByteArray(text).insert(lineEnd, line).insert(end, ',');
}

void insertIntoFlow(const MapPlace &place, const QByteArray &pair, Candidates &candidates)
{
    const auto &[text, map, limit] = place;
    if (map.pairs() == 0) {
        const qsizetype inside = contentStart(text, map) + 1;
        const bool roomBehind = inside < text.size() && QByteArrayView(" \t\r\n").contains(text.at(inside));
        if (text.mid(inside - 1, 1) == "{")
            candidates.append(replaced(text, inside, inside, QByteArray(' ' + pair + (roomBehind ? "" : " "))));
        return;
    }
    const YamlNode &last = map.key(map.pairs() - 1);
    if (const auto end = nodeEnd(text, map.mapped(map.pairs() - 1))) {
        const auto indentation = indentationOf(text, last);
        if (const auto line = indentation ? lineIntoFlow(text, *end, pair, *indentation) : std::nullopt)
            candidates.append(*line);
        candidates.append(replaced(text, *end, *end, QByteArray(", " + pair)));
    }
    const YamlNode &first = map.key(0);
    const auto indentation = indentationOf(text, first);
    const QByteArray room = indentation ? QByteArray(lineEnding(text, first.position) + *indentation) : QByteArray(" ");
    candidates.append(replaced(text, first.position, first.position, QByteArray(pair + ',' + room)));
}

/// Without [begin, end), and without the line of that where nothing else stands on it.
QByteArray without(const QByteArray &text, qsizetype begin, qsizetype end)
{
    const qsizetype start = lineStart(text, begin);
    const qsizetype newline = text.indexOf('\n', end);
    if (newline > 0 && text.mid(start, begin - start).trimmed().isEmpty() &&
        text.mid(end, newline - end).trimmed().isEmpty())
        return QByteArray(text).remove(start, newline + 1 - start);
    return QByteArray(text).remove(begin, end - begin);
}

/// The whole value of a block pair, from behind the colon to the end of its lines.
void replaceLines(const MapPlace &place, size_t pair, const QJsonValue &value, Candidates &candidates)
{
    const auto &[text, map, limit] = place;
    const YamlNode &old = map.mapped(pair);
    const auto colon = colonOf(text, map, pair);
    qsizetype end = pairEnd(text, map, pair, limit);
    if (map.flow || old.anchor != 0 || !colon || *colon >= end)
        return;
    while (end > *colon + 1 && (text.at(end - 1) == '\n' || text.at(end - 1) == '\r'))
        --end;
    // Inside a block scalar a # is text.
    const qsizetype start = contentStart(text, old);
    const bool block = old.kind == YamlNode::Kind::Scalar && (text.mid(start, 1) == "|" || text.mid(start, 1) == ">");
    const qsizetype firstLine = text.indexOf('\n', start);
    if (mayHoldComment(text, *colon + 1, block && firstLine > 0 ? firstLine : end))
        return;
    const auto indentation = indentationOf(text, map.key(pair));
    if (block && value.isString() && indentation) {
        const QByteArray deeper = *indentation + QByteArray(indentation->isEmpty() ? 2 : indentation->size(), ' ');
        if (const auto lines = literalBlock(value.toString(), deeper, lineEnding(text, *colon)))
            candidates.append(replaced(text, *colon + 1, end, ' ' + *lines));
    }
    candidates.append(replaced(text, *colon + 1, end, ' ' + flowText(value)));
}

} // namespace

bool isJson(const MapPlace &place)
{
    return place.map.flow && place.map.pairs() > 0 &&
           place.text.mid(contentStart(place.text, place.map.key(0)), 1) == "\"";
}

QByteArray pairText(const MapPlace &place, const QString &key, const QJsonValue &value)
{
    return isJson(place) ? QByteArray(jsonText(key) + ": " + jsonText(value))
                         : QByteArray(flowText(key) + ": " + flowText(value, around(place)));
}

Candidates insertionsOf(const MapPlace &place, const QByteArray &pair)
{
    Candidates candidates;
    if (place.map.kind != YamlNode::Kind::Map)
        return candidates;
    if (place.map.flow)
        insertIntoFlow(place, pair, candidates);
    else
        insertIntoBlock(place, pair, candidates);
    return candidates;
}

Candidates replacementsOf(const MapPlace &place, size_t pair, const QJsonValue &value)
{
    const QByteArray &text = place.text;
    const YamlNode &old = place.map.mapped(pair);
    Candidates candidates;
    if (const auto end = nodeEnd(text, old)) {
        const qsizetype begin = old.kind == YamlNode::Kind::Alias ? old.position : contentStart(text, old);
        const QByteArray written = text.mid(begin, *end - begin);
        const bool json = isJson(place);
        if (old.kind == YamlNode::Kind::Scalar && !value.isObject())
            candidates.append(
                replaced(text, begin, *end, json ? jsonText(value) : scalarLike(written, value, around(place))));
        if (old.kind == YamlNode::Kind::Scalar || !mayHoldComment(text, begin, *end)) {
            const bool glued = *end < text.size() && !QByteArrayView(" \t\r\n,]}").contains(text.at(*end));
            candidates.append(replaced(text, begin, *end,
                                       (json ? jsonText(value) : flowText(value, around(place))) + (glued ? " " : "")));
        }
    }
    replaceLines(place, pair, value, candidates);
    return candidates;
}

Candidates removalsOf(const MapPlace &place, size_t pair)
{
    const auto &[text, map, limit] = place;
    const YamlNode &key = map.key(pair);
    if (!map.flow) {
        if (!indentationOf(text, key))
            return {};
        const qsizetype start = lineStart(text, key.position);
        const qsizetype end = pairEnd(text, map, pair, limit);
        // The last line of a text without a final newline: what is the last one then ends without one, too.
        const bool unfinished = end == text.size() && !text.endsWith('\n');
        const qsizetype ending = unfinished && start > 3 ? (text.mid(start - 2, 2) == "\r\n" ? 2 : 1) : 0;
        return {QByteArray(text).remove(start - ending, end - start + ending)};
    }
    if (pair + 1 < map.pairs()) {
        const qsizetype next = map.key(pair + 1).position;
        if (const auto end = nodeEnd(text, map.mapped(pair)); end && mayHoldComment(text, *end, next)) {
            // A comment behind it stays: the pair and its comma alone go.
            const qsizetype comma = text.indexOf(',', *end);
            return {QByteArray(text).remove(key.position, comma + 1 - key.position)};
        }
        return {QByteArray(text).remove(key.position, next - key.position)};
    }
    const auto end = nodeEnd(text, map.mapped(pair));
    if (!end)
        return {};
    const auto before = pair > 0 ? nodeEnd(text, map.mapped(pair - 1)) : std::nullopt;
    if (before && !mayHoldComment(text, *before, key.position))
        return {QByteArray(text).remove(*before, *end - *before)};
    qsizetype behind = *end; // A comma behind the last pair goes with it.
    while (behind < text.size() && QByteArrayView(" \t\r\n").contains(text.at(behind)))
        ++behind;
    return {without(text, key.position, behind < text.size() && text.at(behind) == ',' ? behind + 1 : *end)};
}

Candidates overridesOf(const QByteArray &text, const YamlNode &alias, const QString &key, const QJsonValue &value)
{
    const auto end = nodeEnd(text, alias);
    if (!end)
        return {};
    const QByteArray name = text.mid(alias.position, *end - alias.position);
    return {replaced(text, alias.position, *end,
                     "{ <<: " + name + ", " + flowText(key) + ": " + flowText(value, Around::Flow) + " }")};
}

} // namespace nova::yaml
