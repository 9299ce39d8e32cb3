#include "core/service/health_state.h"

using namespace Qt::StringLiterals;

namespace nova
{

Overall overallOf(const HealthState &health, const RedisStatus &redis)
{
    int asked = 0, usable = 0, healthy = 0;
    for (const HealthState::Server &server : health.servers) {
        const HealthStatus status = server.report->status;
        if (status == HealthStatus::Disabled || status == HealthStatus::Checking)
            continue;
        ++asked;
        healthy += status == HealthStatus::Healthy ? 1 : 0;
        usable += status == HealthStatus::Healthy || status == HealthStatus::Degraded ? 1 : 0;
    }
    if (asked > 0 && usable == 0)
        return Overall::Down;
    const bool isWell = healthy == asked && redis.state != RedisStatus::State::Reconnecting;
    return isWell ? Overall::Healthy : Overall::Degraded;
}

QString toString(Overall overall)
{
    switch (overall) {
    case Overall::Healthy:
        return u"healthy"_s;
    case Overall::Degraded:
        return u"degraded"_s;
    case Overall::Down:
        break;
    }
    return u"down"_s;
}

} // namespace nova
