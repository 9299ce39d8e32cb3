#include "core/service/catalog_changes.h"

#include <QHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QHash<QString, const ServerEntry *> byName(const QList<ServerEntry> &servers)
{
    QHash<QString, const ServerEntry *> index;
    for (const ServerEntry &server : servers)
        index.insert(server.name, &server);
    return index;
}

} // namespace

QJsonArray catalogChanges(const QList<ServerEntry> &before, const QList<ServerEntry> &after)
{
    QJsonArray changes;
    const auto add = [&changes](const QString &name, const QString &change, const QStringList &fields) {
        QJsonObject entry{{u"name"_s, name}, {u"change"_s, change}};
        if (!fields.isEmpty())
            entry[u"fields"_s] = QJsonArray::fromStringList(fields);
        changes.append(entry);
    };
    const auto old = byName(before), now = byName(after);
    for (const ServerEntry &server : before) {
        if (!now.contains(server.name))
            add(server.name, u"removed"_s, {});
    }
    for (const ServerEntry &server : after) {
        const ServerEntry *earlier = old.value(server.name);
        if (!earlier)
            add(server.name, u"added"_s, {});
        else if (const QStringList fields = server.differingFields(*earlier); !fields.isEmpty())
            add(server.name, u"modified"_s, fields);
    }
    return changes;
}

QList<ServerEntry> flippedServers(const QList<ServerEntry> &before, const QList<ServerEntry> &after)
{
    QList<ServerEntry> flipped;
    const auto old = byName(before);
    for (const ServerEntry &server : after) {
        const ServerEntry *earlier = old.value(server.name);
        if (earlier && earlier->enabled != server.enabled)
            flipped.append(server);
    }
    return flipped;
}

} // namespace nova
