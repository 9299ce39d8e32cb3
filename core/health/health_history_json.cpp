#include "core/health/health_history_json.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QJsonValue orNull(int milliseconds)
{
    return milliseconds < 0 ? QJsonValue() : QJsonValue(milliseconds);
}

/// To three places, and never up to 100: one bad minute in 30 days shows.
QJsonValue percentOrNull(double percent)
{
    return percent < 0 ? QJsonValue() : QJsonValue(std::floor(percent * 1000) / 1000);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonArray toJson(const QList<HealthBucket> &buckets)
{
    QJsonArray array;
    for (const HealthBucket &bucket : buckets) {
        if (bucket.probes == 0)
            continue;
        array.append(QJsonObject{{u"from"_s, bucket.from.toString(Qt::ISODate)},
                                 {u"probes"_s, bucket.probes},
                                 {u"up"_s, bucket.up},
                                 {u"healthy"_s, bucket.healthy},
                                 {u"worst"_s, toString(bucket.worst)},
                                 {u"p50_ms"_s, orNull(bucket.p50Ms)},
                                 {u"p95_ms"_s, orNull(bucket.p95Ms)},
                                 {u"max_ms"_s, orNull(bucket.maxMs)}});
    }
    return array;
}

QJsonArray toJson(const QList<HealthOutage> &outages)
{
    QJsonArray array;
    for (const HealthOutage &outage : outages) {
        array.append(QJsonObject{{u"from"_s, timeOrNull(outage.from)},
                                 {u"until"_s, timeOrNull(outage.until)},
                                 {u"status"_s, toString(outage.status)},
                                 {u"reason"_s, outage.reason}});
    }
    return array;
}

} // namespace

QJsonObject toJson(const HealthHistory &history)
{
    return {{u"name"_s, history.name},
            {u"since"_s, timeOrNull(history.since)},
            {u"uptime_24h"_s, percentOrNull(history.uptime24h)},
            {u"uptime_30d"_s, percentOrNull(history.uptime30d)},
            {u"p50_ms"_s, orNull(history.p50Ms)},
            {u"p95_ms"_s, orNull(history.p95Ms)},
            {u"minutes"_s, toJson(history.minutes)},
            {u"hours"_s, toJson(history.hours)},
            {u"outages"_s, toJson(history.outages)}};
}

} // namespace nova
