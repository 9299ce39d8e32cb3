#include "core/catalog/new_entry.h"

#include "core/catalog/server_entry.h"
#include "core/yaml/yaml_layout.h"
#include "core/yaml/yaml_writing.h"

namespace nova
{

namespace
{

/// Where the blank lines and comments above the line of `position` begin.
qsizetype startOfLead(const QByteArray &text, qsizetype position)
{
    qsizetype start = yaml::lineStart(text, position);
    while (start > 0) {
        const qsizetype before = yaml::lineStart(text, start - 1);
        const QByteArray line = text.mid(before, start - before).trimmed();
        if (before == start || !(line.isEmpty() || line.startsWith('#')))
            break;
        start = before;
    }
    return start;
}

/// Whether the servers of the text stand apart: a blank line before the last one, or there is but one.
bool standApart(const QByteArray &text, const YamlNode &root)
{
    if (root.pairs() < 2)
        return true;
    const qsizetype position = root.key(root.pairs() - 1).position;
    const QByteArray lead = text.mid(startOfLead(text, position), position - startOfLead(text, position));
    return lead.startsWith('\n') || lead.startsWith("\r\n") || lead.contains("\n\n") || lead.contains("\n\r\n");
}

/// Whether the last thing in a text is a comment: it would seem to be about what is put right below.
bool endsInComment(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1).trimmed().startsWith('#');
}

yaml::Candidates inBlock(const QByteArray &text, const YamlNode &root, const QString &name, const QJsonObject &fields)
{
    const QByteArray ending = yaml::lineEnding(text, text.size());
    const QByteArray outer =
        root.pairs() == 0 ? QByteArray() : yaml::indentationOf(text, root.key(0)).value_or(QByteArray());
    QByteArray indentation = outer + "  ";
    for (size_t i = root.pairs(); i-- > 0;) {
        const YamlNode &entry = root.mapped(i);
        if (entry.pairs() == 0 || entry.flow)
            continue;
        indentation = yaml::indentationOf(text, entry.key(0)).value_or(indentation);
        break;
    }
    QByteArray entry = outer + yaml::flowText(name) + ':';
    for (const QString &field : serverFields()) {
        if (!fields[field].isUndefined() && !fields[field].isNull())
            entry += ending + indentation + field.toUtf8() + ": " + yaml::flowText(fields[field]);
    }

    const auto insertAt = [&](qsizetype position) {
        const QByteArray before = text.left(position);
        const bool empty = before.isEmpty() || before == "\xEF\xBB\xBF";
        const bool finished = empty || before.endsWith('\n');
        const bool apart = !empty && (standApart(text, root) || endsInComment(before)) &&
                           !before.endsWith(QByteArray(ending + ending));
        // A missing final newline stays missing.
        return QByteArray(before + (finished ? QByteArray() : ending) + (apart ? ending : QByteArray()) + entry +
                          (finished ? ending : QByteArray()) + text.mid(position));
    };
    const qsizetype end = yaml::documentEnd(text, root);
    yaml::Candidates candidates{insertAt(end)};
    if (root.pairs() > 0) // Behind a text that keeps all its line endings, say, there is no room for a blank line.
        candidates.append(insertAt(yaml::pairEnd(text, root, root.pairs() - 1, end)));
    return candidates;
}

yaml::Candidates inFlow(const QByteArray &text, const YamlNode &root, const QString &name, const QJsonObject &fields)
{
    const yaml::MapPlace place{text, root, text.size()};
    const bool json = yaml::isJson(place);
    QByteArrayList pairs;
    for (const QString &field : serverFields()) {
        if (!fields[field].isUndefined() && !fields[field].isNull())
            pairs.append((json ? yaml::jsonText(field) : field.toUtf8()) + ": " +
                         (json ? yaml::jsonText(fields[field]) : yaml::flowText(fields[field], yaml::Around::Flow)));
    }
    const QByteArray key = json ? yaml::jsonText(name) : yaml::flowText(name);
    return yaml::insertionsOf(place, key + ": { " + pairs.join(", ") + " }");
}

} // namespace

yaml::Candidates newEntries(const QByteArray &text, const YamlNode &root, const QString &name,
                            const QJsonObject &fields)
{
    return root.flow ? inFlow(text, root, name, fields) : inBlock(text, root, name, fields);
}

} // namespace nova
