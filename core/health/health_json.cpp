#include "core/health/health_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QJsonValue time(const QDateTime &when)
{
    return when.isValid() ? QJsonValue(when.toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue number(int value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QChar letter(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Disabled:
    case HealthStatus::Checking:
        return u'-';
    default:
        return toString(status).at(0);
    }
}

} // namespace

QJsonObject toJson(const HealthReport &report)
{
    QJsonObject json{{u"status"_s, toString(report.status)},
                     {u"summary"_s, report.summary},
                     {u"action"_s, report.action},
                     {u"reason"_s, report.reason},
                     {u"detail"_s, report.detail},
                     {u"since"_s, time(report.since)},
                     {u"checked_at"_s, time(report.checkedAt)},
                     {u"last_healthy_at"_s, time(report.lastHealthyAt)},
                     {u"latency_ms"_s, number(report.latencyMs)},
                     {u"misses"_s, report.misses},
                     {u"protocol_version"_s, report.protocolVersion},
                     {u"server"_s, QJsonValue()},
                     {u"tools"_s, QJsonValue()}};
    if (!report.serverName.isEmpty())
        json[u"server"_s] = QJsonObject{{u"name"_s, report.serverName}, {u"version"_s, report.serverVersion}};
    if (report.toolCount >= 0)
        json[u"tools"_s] =
            QJsonObject{{u"count"_s, report.toolCount}, {u"names"_s, QJsonArray::fromStringList(report.toolNames)}};
    return json;
}

QJsonObject barJson(const QList<HealthBarSlot> &bar, int slotSeconds)
{
    QString states;
    QJsonArray latencies;
    for (const HealthBarSlot &slot : bar) {
        states += letter(slot.status);
        latencies.append(number(slot.latencyMs));
    }
    return {{u"slot_s"_s, slotSeconds}, {u"states"_s, states}, {u"latency_ms"_s, latencies}};
}

} // namespace nova
