#include "core/health/health_report.h"

#include <cstdlib>

namespace nova
{

namespace
{

/// More than twice, and by more than anyone would shrug off.
bool differsByFar(int a, int b)
{
    if ((a < 0) != (b < 0))
        return true;
    return std::abs(a - b) > 50 && (a > 2 * b || b > 2 * a);
}

} // namespace

bool HealthReport::isNewsAfter(const HealthReport &earlier) const
{
    return status != earlier.status || summary != earlier.summary || action != earlier.action ||
           reason != earlier.reason || protocolVersion != earlier.protocolVersion || serverName != earlier.serverName ||
           serverVersion != earlier.serverVersion || toolCount != earlier.toolCount || toolNames != earlier.toolNames ||
           differsByFar(latencyMs, earlier.latencyMs);
}

} // namespace nova
