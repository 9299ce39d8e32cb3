#include "app/desktop/viewmodels/health_event_words.h"

#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/one_line.h"
#include "app/desktop/viewmodels/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Mark = StatusModel::Mark;

QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}

/// Nothing where the status is one that we do not know.
std::optional<HealthReport> reportOf(const QJsonValue &server)
{
    const auto status = healthStatusFromString(server[u"status"_s].toString());
    if (!status)
        return std::nullopt;
    HealthReport report;
    report.status = *status;
    report.reason = oneLine(server[u"reason"_s]);
    report.misses = server[u"misses"_s].toInt();
    return report;
}

QString serverWords(const QJsonValue &server)
{
    const auto report = reportOf(server);
    if (!report)
        return tr("has news");
    switch (report->status) {
    case HealthStatus::Healthy:
        return tr("works");
    case HealthStatus::Disabled:
        return tr("is off");
    case HealthStatus::Checking:
        return tr("is being checked");
    default:
        return healthWords(*report, {});
    }
}

/// "calendar cannot be reached · gmail and notes: works".
QString serversSentence(const QJsonArray &servers)
{
    QList<std::pair<QString, QStringList>> groups; // In the order of the event.
    for (const auto &server : servers) {
        const QString words = serverWords(server);
        auto group =
            std::find_if(groups.begin(), groups.end(), [&words](const auto &known) { return known.first == words; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {words, {}});
        group->second << oneLine(server[u"name"_s]);
    }
    QStringList parts;
    for (const auto &[words, names] : groups)
        parts << (names.size() == 1 ? tr("%1 %2") : tr("%1: %2")).arg(namesWords(names), words);
    return parts.join(u" · "_s);
}

QString restartSentence(const QJsonValue &restart)
{
    const QString service = oneLine(restart[u"service"_s]);
    const QString state = restart[u"state"_s].toString();
    if (state == u"running")
        return tr("%1 is being restarted").arg(service);
    return (state == u"succeeded" ? tr("%1 was restarted") : tr("The restart of %1 failed")).arg(service);
}

QString redisSentence(const QJsonValue &redis)
{
    const QString state = redis[u"status"_s].toString();
    if (state == u"connected")
        return tr("Redis is connected");
    return state == u"reconnecting" ? tr("Redis is lost; Nova tries again by itself") : tr("Redis is off");
}

} // namespace

QString healthEventSentence(const QJsonObject &data)
{
    QStringList parts;
    if (data[u"restart"_s].isObject())
        parts << restartSentence(data[u"restart"_s]);
    if (data[u"redis"_s].isObject())
        parts << redisSentence(data[u"redis"_s]);
    if (const QJsonArray servers = data[u"servers"_s].toArray(); !servers.isEmpty())
        parts << serversSentence(servers);
    return parts.join(u" · "_s);
}

StatusModel::Mark healthEventMark(const QJsonObject &data)
{
    const QString restart = data[u"restart"_s][u"state"_s].toString();
    if (!restart.isEmpty())
        return restart == u"running" ? Mark::Checking : restart == u"succeeded" ? Mark::Good : Mark::Failing;
    if (data[u"redis"_s].isObject())
        return data[u"redis"_s][u"status"_s].toString() == u"connected" ? Mark::Good : Mark::Attention;
    HealthStatus worst = HealthStatus::Disabled;
    const QJsonArray servers = data[u"servers"_s].toArray();
    for (const auto &server : servers) {
        if (const auto report = reportOf(server))
            worst = std::max(worst, report->status);
    }
    return markOf(worst);
}

} // namespace nova
