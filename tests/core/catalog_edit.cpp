#include "catalog_edit.h"

#include "catalog_meaning.h"
#include "core/yaml/yaml_layout.h"

#include <QJsonDocument>

using namespace nova;
using namespace Qt::StringLiterals;

namespace
{

/// An entry as it has to be when `fields` have been set (null: the value of a field that is not there). Headers are
/// not of it.
ServerEntry patched(ServerEntry entry, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString text = field.value().toString();
        if (field.key() == u"url")
            entry.url = text;
        else if (field.key() == u"health_url")
            entry.healthUrl = text;
        else if (field.key() == u"description")
            entry.description = text;
        else if (field.key() == u"service")
            entry.service = text;
        else if (field.key() == u"enabled")
            entry.enabled = field.value().toBool(true);
        else if (field.key() == u"interval_s")
            entry.intervalSeconds = field.value().toInt();
        else if (field.key() == u"timeout_s")
            entry.timeoutSeconds = field.value().toInt();
        else if (field.key() == u"probe")
            entry.probe = text == u"mcp" ? ProbeKind::Mcp : text == u"http" ? ProbeKind::Http : ProbeKind::Auto;
    }
    return entry;
}

QMap<QString, QString> patchedHeaders(QMap<QString, QString> headers, const QJsonObject &patch)
{
    for (auto header = patch.begin(); header != patch.end(); ++header) {
        if (header.value().isNull())
            headers.remove(header.key());
        else
            headers.insert(header.key(), header.value().toString());
    }
    return headers;
}

} // namespace

QByteArray CatalogEdit::toText() const
{
    const QByteArray name = server.toUtf8(), asked = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    switch (kind) {
    case Kind::Toggle:
        return "toggle " + name;
    case Kind::Set:
        return "set " + name + ' ' + asked;
    case Kind::Add:
        return "add " + name + ' ' + asked;
    case Kind::Rename:
        return "rename " + name + " to " + newName.toUtf8();
    case Kind::Remove:
        return "remove " + name;
    case Kind::Move:
        return "move " + name +
               (target.isEmpty() ? QByteArray(" to the end") : QByteArray(" before " + target.toUtf8()));
    }
    return {};
}

Result<CatalogText> CatalogEdit::apply(const CatalogText &text) const
{
    const ServerEntry *entry = text.catalog->find(server);
    switch (kind) {
    case Kind::Toggle:
        return withEnabled(text, server, !(entry && entry->enabled));
    case Kind::Set:
        return withFields(text, server, fields);
    case Kind::Add:
        return withServer(text, server, fields);
    case Kind::Rename:
        return withName(text, server, newName);
    case Kind::Move:
        return withServerBefore(text, server, target.isEmpty() ? std::nullopt : std::optional(target));
    case Kind::Remove:
        break;
    }
    return withoutServer(text, server);
}

QByteArray CatalogEdit::wrongIn(const CatalogText &before, const CatalogText &after) const
{
    const auto again = readCatalog(after.bytes);
    if (!again->valid() || !after.catalog->valid())
        return "the result is not valid: " + again->errors.value(0).message.toUtf8();
    QByteArray wrong = wrongMeaning(*before.catalog, *again);
    return wrong.isEmpty() ? wrongPlace(before, after) : wrong;
}

QByteArray CatalogEdit::wrongMeaning(const Catalog &before, const Catalog &after) const
{
    // What programs see: the list of servers.
    QList<ServerEntry> expected = before.servers;
    const QString now = kind == Kind::Rename ? newName : server;
    if (kind == Kind::Add) {
        expected.append(ServerEntry());
        expected.last().name = server;
    } else if (kind == Kind::Remove) {
        expected.removeIf([this](const ServerEntry &entry) { return entry.name == server; });
    } else if (kind == Kind::Move) {
        expected = moved(expected, [](const ServerEntry &entry) { return entry.name; });
    }
    if (after.servers.size() != expected.size())
        return "there are " + QByteArray::number(after.servers.size()) + " servers";
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const ServerEntry &old = expected.at(i), &entry = after.servers.at(i);
        const bool isTarget = old.name == server;
        if (entry.name != (isTarget ? now : old.name))
            return "there is a server " + entry.name.toUtf8();
        if (!isTarget && !entry.differingFields(old).isEmpty())
            return entry.name.toUtf8() + " changed";
        if (QByteArray wrong = isTarget ? wrongFields(old, entry) : QByteArray(); !wrong.isEmpty())
            return wrong;
    }

    // Everything else that is written: unknown keys, holders of anchors, the values of headers.
    const CatalogMeaning was(before.root), is(after.root);
    if (!was.isComplete() || !is.isComplete())
        return {};
    QList<QByteArray> names = was.names();
    if (kind == Kind::Add)
        names.append(server.toUtf8());
    else if (kind == Kind::Remove)
        names.removeOne(server.toUtf8());
    else if (kind == Kind::Rename)
        names.replace(names.indexOf(server.toUtf8()), newName.toUtf8());
    else if (kind == Kind::Move)
        names = moved(names, [](const QByteArray &name) { return QString::fromUtf8(name); });
    if (is.names() != names)
        return "the names are " + is.names().join(", ");
    for (const QByteArray &name : std::as_const(names)) {
        const bool isTarget = name == now.toUtf8();
        CatalogMeaning::Entry old = was.entry(isTarget ? server.toUtf8() : name), entry = is.entry(name);
        const auto headers = CatalogMeaning::members(entry.value("headers"));
        if (isTarget && headers != patchedHeaders(CatalogMeaning::members(old.value("headers")),
                                                  fields.value(u"headers").toObject()))
            return "the headers of " + name + " are not as asked";
        QStringList asked = isTarget ? fields.keys() : QStringList();
        if (isTarget && kind == Kind::Toggle)
            asked.append(u"enabled"_s);
        // What takes values from the server may now say in words what it meant before: that was looked at above.
        if (!isTarget && was.isShared(name))
            asked = serverFields();
        for (const QString &field : std::as_const(asked)) {
            old.remove(field.toUtf8());
            entry.remove(field.toUtf8());
        }
        if (old != entry)
            return "something else in " + name + " changed";
    }
    return {};
}

QByteArray CatalogEdit::wrongFields(const ServerEntry &before, const ServerEntry &after) const
{
    ServerEntry expected = patched(before, fields);
    if (kind == Kind::Toggle)
        expected.enabled = !before.enabled;
    QStringList differing = after.differingFields(expected);
    differing.removeAll(u"headers"_s); // Held against each other by value, not by digest.
    return differing.isEmpty() ? QByteArray() : "not as asked: " + differing.join(u", ").toUtf8();
}

template <typename T, typename Name>
QList<T> CatalogEdit::moved(QList<T> list, Name nameOf) const
{
    const auto placeOf = [&](const QString &name) {
        return std::find_if(list.begin(), list.end(), [&](const T &item) { return nameOf(item) == name; });
    };
    if (server == target)
        return list;
    const T item = *placeOf(server);
    list.erase(placeOf(server));
    list.insert(target.isEmpty() ? list.end() : placeOf(target), item);
    return list;
}

QByteArray CatalogEdit::wrongPlace(const CatalogText &before, const CatalogText &after) const
{
    const ByteChange change(before.bytes, after.bytes);
    const YamlNode &root = before.catalog->root;
    if (kind == Kind::Move) {
        // The same lines in another order: with the same ends, but where the text has no last one.
        const auto lines = [](QByteArray text) {
            if (text.startsWith("\xEF\xBB\xBF"))
                text.remove(0, 3);
            if (!text.endsWith('\n'))
                text += text.contains("\r\n") ? "\r\n" : "\n";
            QByteArrayList list = text.split('\n');
            std::sort(list.begin(), list.end());
            return list;
        };
        const bool sameEnd = before.bytes.endsWith('\n') == after.bytes.endsWith('\n');
        return sameEnd && lines(before.bytes) == lines(after.bytes) ? QByteArray() : "other lines than before";
    }
    if (before.bytes == after.bytes)
        return {};
    if (kind == Kind::Add) {
        const qsizetype last = root.pairs() == 0 ? 0 : root.key(root.pairs() - 1).position;
        return change.removed.isEmpty() && change.offset >= last ? QByteArray()
                                                                 : "more than an entry at the end is new";
    }
    for (size_t i = 0; i < root.pairs(); ++i) {
        if (!root.key(i).isString(server.toUtf8()))
            continue;
        // With the last entry goes what separates it from what is before: the comma in flow style, the line ending in
        // a text that ends without one.
        qsizetype from = yaml::lineStart(before.bytes, root.key(i).position);
        if (kind == Kind::Remove && i + 1 == root.pairs() && root.flow && i > 0)
            from = root.mapped(i - 1).position;
        else if (kind == Kind::Remove && i + 1 == root.pairs() && !before.bytes.endsWith('\n'))
            from -= 2;
        const qsizetype to = i + 1 == root.pairs() ? before.bytes.size() : root.key(i + 1).position;
        // Of the ranges that say the same, one has to lie in there.
        const qsizetype begin = std::clamp(from, change.earliest, change.latest);
        return begin >= from && begin + change.removed.size() <= to
                   ? QByteArray()
                   : "bytes outside of the entry changed at " + QByteArray::number(change.offset);
    }
    return "there was no such server";
}

ByteChange::ByteChange(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    while (latest < shorter && before.at(latest) == after.at(latest))
        ++latest;
    qsizetype tail = 0;
    while (tail < shorter && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    earliest = std::min(latest, shorter - tail);
    tail = std::min(tail, shorter - latest);
    offset = latest;
    // Of several ranges, people see the one that begins a line (or ends a text that has no last line ending).
    if (!before.endsWith('\n') && tail == 0)
        offset = latest;
    else if (const qsizetype line = before.lastIndexOf('\n', latest - 1) + 1; latest > 0 && line >= earliest)
        offset = line;
    else if (earliest == 0)
        offset = 0;
    tail += latest - offset;
    removed = before.mid(offset, before.size() - offset - tail);
    inserted = after.mid(offset, after.size() - offset - tail);
}
