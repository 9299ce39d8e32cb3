#include "core/settings/setting_texts.h"

#include "core/yaml/yaml_compare.h"
#include "core/yaml/yaml_layout.h"
#include "core/yaml/yaml_scan.h"
#include "core/yaml/yaml_values.h"
#include "core/yaml/yaml_writing.h"

#include <algorithm>

namespace nova
{

namespace
{

using yaml::Candidates;

QJsonValue jsonOf(const Setting &setting, const QString &value)
{
    if (setting.kind == Setting::Kind::Switch)
        return yamlBoolean(value.toUtf8()).value_or(false);
    if (setting.kind == Setting::Kind::Number)
        return value.toInt();
    return value;
}

QByteArray writtenList(const QStringList &values, bool json)
{
    QByteArrayList items;
    for (const QString &value : values)
        items.append(json ? yaml::jsonText(value) : yaml::flowText(value, yaml::Around::Flow));
    return '[' + items.join(", ") + ']';
}

QByteArray written(const Setting &setting, const QStringList &values, yaml::Around around, bool json)
{
    if (setting.isList())
        return writtenList(values, json);
    const QJsonValue value = jsonOf(setting, values.value(0));
    return json ? yaml::jsonText(value) : yaml::flowText(value, around);
}

QByteArray writtenPair(const Setting &setting, const QStringList &values, const yaml::MapPlace &place)
{
    const bool json = yaml::isJson(place);
    const auto around = place.map.flow ? yaml::Around::Flow : yaml::Around::Block;
    const QByteArray key = json ? yaml::jsonText(setting.key()) : setting.key().toUtf8();
    return key + ": " + written(setting, values, around, json);
}

/// A line of the text of its own: «- item», with what stands behind it.
struct ItemLine {
    QString value;
    qsizetype begin;
    qsizetype end;
};

std::optional<QList<ItemLine>> linesOf(const QByteArray &text, const YamlNode &list)
{
    QList<ItemLine> lines;
    for (const YamlNode &item : list.children) {
        const auto itemEnd = yaml::nodeEnd(text, item);
        const qsizetype begin = yaml::lineStart(text, item.position);
        if (!itemEnd || text.mid(begin, item.position - begin).trimmed() != "-")
            return std::nullopt;
        const qsizetype newline = text.indexOf('\n', *itemEnd);
        lines.append({yamlString(item.value), begin, newline < 0 ? text.size() : newline + 1});
    }
    return lines;
}

/// A list of one line an item: those that go are taken out with their lines, new ones put behind the last.
void changeLines(const QByteArray &text, const YamlNode &list, const QStringList &values, Candidates &candidates)
{
    const auto lines = linesOf(text, list);
    if (!lines || lines->isEmpty() || values.isEmpty())
        return;
    QStringList kept;
    for (const ItemLine &line : *lines) {
        if (values.contains(line.value))
            kept.append(line.value);
    }
    if (values.mid(0, kept.size()) != kept)
        return; // Another order.
    const QByteArray ending = yaml::lineEnding(text, lines->first().begin);
    const qsizetype begin = lines->first().begin;
    const QByteArray lead = text.mid(begin, text.indexOf('-', begin) - begin) + "- ";
    QByteArray added;
    for (const QString &value : values.mid(kept.size()))
        added += lead + yaml::flowText(value) + ending;
    QByteArray result = text;
    const qsizetype end = lines->last().end;
    if (!added.isEmpty() && !text.left(end).endsWith('\n')) // A missing final newline stays missing.
        added = ending + added.chopped(ending.size());
    result.insert(end, added);
    for (auto line = lines->crbegin(); line != lines->crend(); ++line) {
        if (!values.contains(line->value))
            result.remove(line->begin, line->end - line->begin);
    }
    candidates.append(result);
}

/// A list over several lines as one in brackets, where no comment is lost by it.
void replaceLines(const yaml::MapPlace &place, size_t pair, const QStringList &values, Candidates &candidates)
{
    const auto colon = yaml::colonOf(place.text, place.map, pair);
    const auto lines = linesOf(place.text, place.map.mapped(pair));
    if (!colon || !lines || lines->isEmpty())
        return;
    qsizetype end = lines->last().end;
    while (end > *colon + 1 && (place.text.at(end - 1) == '\n' || place.text.at(end - 1) == '\r'))
        --end;
    if (!yaml::mayHoldComment(place.text, *colon + 1, end))
        candidates.append(
            QByteArray(place.text).replace(*colon + 1, end - *colon - 1, QByteArray(' ' + writtenList(values, false))));
}

Candidates replacements(const yaml::MapPlace &place, size_t pair, const Setting &setting, const QStringList &values)
{
    if (!setting.isList())
        return yaml::replacementsOf(place, pair, jsonOf(setting, values.value(0)));
    Candidates candidates;
    const YamlNode &old = place.map.mapped(pair);
    if (const auto end = yaml::nodeEnd(place.text, old)) {
        const qsizetype begin = contentStart(place.text, old);
        if (old.kind == YamlNode::Kind::Scalar || !yaml::mayHoldComment(place.text, begin, *end))
            candidates.append(
                QByteArray(place.text).replace(begin, *end - begin, writtenList(values, yaml::isJson(place))));
    } else {
        changeLines(place.text, old, values, candidates);
        replaceLines(place, pair, values, candidates);
    }
    return candidates;
}

/// Into a group that is named and has nothing in it.
Candidates intoEmptyGroup(const yaml::MapPlace &root, size_t pair, const Setting &setting, const QStringList &values)
{
    const auto colon = yaml::colonOf(root.text, root.map, pair);
    if (!colon)
        return {};
    const QByteArray inside = setting.key().toUtf8() + ": ";
    if (root.map.flow)
        return {QByteArray(root.text).insert(
            *colon + 1, " { " + inside + written(setting, values, yaml::Around::Flow, false) + " }")};
    const QByteArray ending = yaml::lineEnding(root.text, *colon);
    const QByteArray indentation = yaml::indentationOf(root.text, root.map.key(pair)).value_or(QByteArray());
    const QByteArray line = indentation + "  " + inside + written(setting, values, yaml::Around::Block, false);
    const qsizetype newline = root.text.indexOf('\n', *colon);
    if (newline < 0)
        return {QByteArray(root.text + ending + line)};
    return {QByteArray(root.text).insert(newline + 1, line + ending)};
}

Candidates newGroup(const yaml::MapPlace &root, const Setting &setting, const QStringList &values)
{
    const QByteArray &text = root.text;
    const QByteArray group = setting.group().toUtf8();
    const QByteArray inside = setting.key().toUtf8() + ": ";
    if (root.map.flow) {
        const bool json = yaml::isJson(root);
        const QByteArray quote = json ? "\"" : "";
        return yaml::insertionsOf(root, quote + group + quote + ": { " + quote + setting.key().toUtf8() + quote + ": " +
                                            written(setting, values, yaml::Around::Flow, json) + " }");
    }
    const bool empty = root.map.pairs() == 0;
    const QByteArray outer = empty ? QByteArray() : yaml::indentationOf(text, root.map.key(0)).value_or(QByteArray());
    const QByteArray ending = yaml::lineEnding(text, text.size());
    const QByteArray entry =
        outer + group + ':' + ending + outer + "  " + inside + written(setting, values, yaml::Around::Block, false);
    const auto insertAt = [&](qsizetype position) {
        const QByteArray before = text.left(position);
        const bool finished = before.isEmpty() || before == "\xEF\xBB\xBF" || before.endsWith('\n');
        // A missing final newline stays missing.
        return QByteArray(before + (finished ? QByteArray() : ending) + entry + (finished ? ending : QByteArray()) +
                          text.mid(position));
    };
    Candidates candidates{insertAt(root.limit)};
    if (!empty)
        candidates.append(insertAt(yaml::pairEnd(text, root.map, root.map.pairs() - 1, root.limit)));
    return candidates;
}

} // namespace

Candidates textsWith(const QByteArray &text, const YamlNode &root, const Setting &setting, const QStringList &values)
{
    const yaml::MapPlace whole{text, root, yaml::documentEnd(text, root)};
    const auto groupPair = yaml::pairOf(root, setting.group());
    if (!groupPair)
        return newGroup(whole, setting, values);
    const YamlNode &group = root.mapped(*groupPair);
    if (group.kind == YamlNode::Kind::Null)
        return intoEmptyGroup(whole, *groupPair, setting, values);
    const qsizetype limit = root.flow ? whole.limit : yaml::pairEnd(text, root, *groupPair, whole.limit);
    const yaml::MapPlace place{text, group, limit};
    const auto own = yaml::pairOf(group, setting.key());
    return own ? replacements(place, *own, setting, values)
               : yaml::insertionsOf(place, writtenPair(setting, values, place));
}

} // namespace nova
