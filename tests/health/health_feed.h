#pragma once

#include "core/base/utc.h"
#include "core/health/health_recorder.h"

namespace nova::test
{

/// A recorder and the clock it goes by, which stands still unless told.
struct HealthFeed {
    QDateTime now = utcTime(QDate(2026, 3, 1), QTime(12, 0));
    HealthRecorder recorder{[this] { return now; }};
    QString server = QStringLiteral("gmail");
    int interval = 15;

    void record(HealthStatus status, int latencyMs = 10, const QString &reason = {})
    {
        recorder.record(server, {now, status, latencyMs, reason, interval});
    }

    /// Probes with the same result, one every interval, the first one now. The clock ends where the next is due.
    void probe(int times, HealthStatus status = HealthStatus::Healthy, int latencyMs = 10)
    {
        for (int i = 0; i < times; ++i) {
            record(status, latencyMs);
            now = now.addSecs(interval);
        }
    }

    [[nodiscard]] HealthHistory history() const { return recorder.history(server).value_or(HealthHistory()); }
};

} // namespace nova::test
