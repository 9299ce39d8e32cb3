#pragma once

#include "core/health/health_history.h"
#include "core/health/health_report.h"
#include "core/redis/redis_status.h"

namespace nova
{

/// How the servers are. A server of the catalog that is not in here has not been looked at.
struct HealthState {
    static constexpr int barSlots = 24;
    static constexpr int slotSeconds = 15 * 60; ///< Six hours in all.

    struct Server {
        HealthReportPtr report;   ///< Never null.
        QList<HealthBarSlot> bar; ///< Of the last hours, the oldest first.
    };
    QHash<QString, Server> servers; ///< By name.
};

/// Everything at a glance.
enum class Overall {
    Healthy,
    Degraded, ///< A server that is on is not healthy, or Redis is away.
    Down,     ///< No server that is on can be used.
};
[[nodiscard]] Overall overallOf(const HealthState &health, const RedisStatus &redis);
/// "healthy", "degraded" or "down".
[[nodiscard]] QString toString(Overall overall);

} // namespace nova
