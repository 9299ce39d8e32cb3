#pragma once

#include "core/health/health_status.h"

#include <QDateTime>
#include <QList>

namespace nova
{

/// What is outside of these (in ms since 1970: the years 2020 and 2200) comes from a clock that was never set, and is
/// not recorded.
constexpr qint64 earliestHealthTime = 1'577'836'800'000;
constexpr qint64 latestHealthTime = 7'258'118'400'000;

/// One finished probe as the history keeps it.
struct HealthSample {
    QDateTime at;
    HealthStatus status = HealthStatus::Checking;
    int latencyMs = -1; ///< -1: there was no answer.
    QString reason{};   ///< A short sentence, without secrets.
    /// How often the server is looked at. A sample stands for the time until the next one, at most three of these.
    int intervalSeconds = 15;
};

/// What was seen in one minute or one hour (UTC).
struct HealthBucket {
    QDateTime from;
    int probes = 0;
    int up = 0;      ///< Of the probes: healthy, degraded or auth_required, which is to say that it answers.
    int healthy = 0; ///< Of the probes.
    HealthStatus worst = HealthStatus::Checking;
    int p50Ms = -1; ///< Latencies are kept within 2.2 %; -1: none.
    int p95Ms = -1;
    int maxMs = -1;

    bool operator==(const HealthBucket &) const = default;
};

/// A piece of the bar that shows the last hours.
struct HealthBarSlot {
    HealthStatus status = HealthStatus::Checking; ///< The worst; Checking: nothing is known of that time.
    int latencyMs = -1;                           ///< The median of its slowest minute; -1: none.

    bool operator==(const HealthBarSlot &) const = default;
};

/// From the first probe that found the server not up to the next one that found it up.
struct HealthOutage {
    QDateTime from;
    QDateTime until;                                 ///< Invalid: it is still on.
    HealthStatus status = HealthStatus::Unreachable; ///< The worst there was.
    QString reason;                                  ///< Of the first probe.

    bool operator==(const HealthOutage &) const = default;
};

/// What is known about one server's past. Lists are in the order of time.
struct HealthHistory {
    QString name;
    QDateTime since;       ///< Of the first sample there ever was.
    double uptime24h = -1; ///< Percent of the time that was observed; -1: none was.
    double uptime30d = -1;
    int p50Ms = -1; ///< Of the last 24 hours.
    int p95Ms = -1;
    QList<HealthBucket> minutes; ///< Of the last 24 hours, those with a probe.
    QList<HealthBucket> hours;   ///< Of the last 30 days, those with a probe.
    QList<HealthOutage> outages; ///< Of the last 30 days, the newest 200.
};

} // namespace nova
