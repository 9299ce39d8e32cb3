#include "core/health/health_reader.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

HealthStatus status(const JsonFields &fields, QLatin1StringView name)
{
    const auto known = healthStatusFromString(fields.text(name));
    if (!known)
        fields.wrong(name, u"one of the words for the health of a server"_s);
    return known.value_or(HealthStatus::Checking);
}

HealthStatus statusOfLetter(QChar letter)
{
    for (const HealthStatus status :
         {HealthStatus::Healthy, HealthStatus::Degraded, HealthStatus::AuthRequired, HealthStatus::Incompatible,
          HealthStatus::NotMcp, HealthStatus::Misconfigured, HealthStatus::Unreachable}) {
        if (toString(status).at(0) == letter)
            return status;
    }
    return HealthStatus::Checking;
}

QList<HealthBucket> buckets(const JsonFields &fields, QLatin1StringView name)
{
    QList<HealthBucket> list;
    fields.each(name, [&list](const JsonFields &bucket) {
        list.append({bucket.time("from"_L1), bucket.number("probes"_L1), bucket.number("up"_L1),
                     bucket.number("healthy"_L1), status(bucket, "worst"_L1), bucket.numberOr("p50_ms"_L1, -1),
                     bucket.numberOr("p95_ms"_L1, -1), bucket.numberOr("max_ms"_L1, -1)});
    });
    return list;
}

} // namespace

void read(const JsonFields &fields, HealthReport &report)
{
    report.status = status(fields, "status"_L1);
    report.summary = fields.text("summary"_L1);
    report.action = fields.text("action"_L1);
    report.reason = fields.text("reason"_L1);
    report.detail = fields.text("detail"_L1);
    report.since = fields.timeOrNone("since"_L1);
    report.checkedAt = fields.timeOrNone("checked_at"_L1);
    report.lastHealthyAt = fields.timeOrNone("last_healthy_at"_L1);
    report.latencyMs = fields.numberOr("latency_ms"_L1, -1);
    report.misses = fields.numberOr("misses"_L1, 0);
    report.protocolVersion = fields.text("protocol_version"_L1);
    if (fields.has("server"_L1)) {
        const JsonFields server = fields.object("server"_L1);
        report.serverName = server.text("name"_L1);
        report.serverVersion = server.text("version"_L1);
    }
    if (fields.has("tools"_L1)) {
        const JsonFields tools = fields.object("tools"_L1);
        report.toolCount = tools.number("count"_L1);
        report.toolNames = tools.texts("names"_L1);
    }
}

void read(const JsonFields &fields, QList<HealthBarSlot> &bar)
{
    const QString states = fields.text("states"_L1);
    const QJsonArray latencies = fields.array("latency_ms"_L1);
    if (states.size() != latencies.size())
        fields.wrong("latency_ms"_L1, u"as long as «states»"_s);
    for (qsizetype i = 0; i < states.size(); ++i)
        bar.append({statusOfLetter(states.at(i)), latencies.at(i).toInt(-1)});
}

void read(const JsonFields &fields, HealthHistory &history)
{
    history.name = fields.text("name"_L1);
    history.since = fields.timeOrNone("since"_L1);
    history.uptime24h = fields.realOr("uptime_24h"_L1, -1);
    history.uptime30d = fields.realOr("uptime_30d"_L1, -1);
    history.p50Ms = fields.numberOr("p50_ms"_L1, -1);
    history.p95Ms = fields.numberOr("p95_ms"_L1, -1);
    history.minutes = buckets(fields, "minutes"_L1);
    history.hours = buckets(fields, "hours"_L1);
    fields.each("outages"_L1, [&history](const JsonFields &outage) {
        history.outages.append({outage.timeOrNone("from"_L1), outage.timeOrNone("until"_L1),
                                status(outage, "status"_L1), outage.text("reason"_L1)});
    });
}

} // namespace nova
