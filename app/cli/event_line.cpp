#include "app/cli/event_line.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype mostNames = 6;
constexpr qsizetype typeColumn = 17;

QString list(QStringList names)
{
    const qsizetype more = names.size() - mostNames;
    if (more > 0)
        names = names.first(mostNames) << u"%1 more"_s.arg(more);
    return names.join(u", "_s);
}

QString switched(const QJsonObject &data)
{
    return u"%1 is %2"_s.arg(data[u"name"].toString(), data[u"enabled"].toBool() ? u"on"_s : u"off"_s);
}

QString prompt(const QJsonObject &data)
{
    return u"+%1 −%2 lines, %3 in all"_s.arg(data[u"added"].toInt())
        .arg(data[u"removed"].toInt())
        .arg(data[u"lines"].toInt());
}

QString validated(const QJsonObject &data)
{
    const QString file = QFileInfo(data[u"file"].toString()).fileName();
    if (!data[u"valid"].toBool()) {
        const QJsonValue first = data[u"errors"].toArray().first();
        const int line = first[u"line"].toInt();
        return u"%1 is not in force: %2%3"_s.arg(file, line > 0 ? u"line %1: "_s.arg(line) : QString(),
                                                 first[u"message"].toString());
    }
    QStringList parts;
    const QJsonArray changes = data[u"changes"].toArray();
    for (const QJsonValue change : changes)
        parts.append(change[u"name"].toString() + u' ' + change[u"change"].toString());
    return parts.isEmpty() ? u"%1 is fine"_s.arg(file) : u"%1: %2"_s.arg(file, list(parts));
}

QString health(const QJsonObject &data)
{
    QStringList parts;
    const QJsonArray servers = data[u"servers"].toArray();
    for (const QJsonValue server : servers)
        parts.append(server[u"name"].toString() + u' ' + server[u"status"].toString().replace(u'_', u' '));
    if (data.contains(u"restart"))
        parts.append(
            u"restart of %1 %2"_s.arg(data[u"restart"][u"service"].toString(), data[u"restart"][u"state"].toString()));
    if (data.contains(u"redis"))
        parts.append(u"redis "_s + data[u"redis"][u"status"].toString());
    return parts.isEmpty() ? u"overall "_s + data[u"overall"].toString() : list(parts);
}

QString tasks(const QJsonObject &data)
{
    const QJsonValue task = data[u"task"];
    if (task.isObject())
        return u"%1 %2 %3"_s.arg(task[u"id"].toString(), task[u"status"].toString(), task[u"title"].toString());
    QStringList parts;
    const QJsonObject counts = data[u"counts"].toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        parts.append(u"%1 %2"_s.arg(count->toInt()).arg(count.key()));
    return list(parts);
}

QString sentence(const QString &type, const QJsonObject &data)
{
    if (type == u"mcp_toggled")
        return switched(data);
    if (type == u"prompt_updated")
        return prompt(data);
    if (type == u"config_validated")
        return validated(data);
    return type == u"system_health" ? health(data) : tasks(data);
}

} // namespace

QString eventLine(const QJsonObject &event, const Paint &paint)
{
    const QString type = event[u"type"].toString();
    const QJsonObject data = event[u"data"].toObject();
    const QString time = QDateTime::fromString(event[u"timestamp"].toString(), Qt::ISODateWithMs)
                             .toLocalTime()
                             .toString(u"HH:mm:ss.zzz"_s);
    const QString origin = data[u"origin"].toString();
    QString from = origin == u"remote" ? event[u"source"].toString() : origin;
    from = from.isEmpty() ? from : u" ("_s + from + u')';
    return paint(Paint::Tint::Quiet, time) + u"  "_s +
           paint(Paint::Tint::Strong, harmless(type).leftJustified(typeColumn)) + harmless(sentence(type, data)) +
           paint(Paint::Tint::Quiet, harmless(from));
}

} // namespace nova
