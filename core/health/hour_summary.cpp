#include "core/health/hour_summary.h"

namespace nova
{

void HourSummary::add(const HealthPiece &minute)
{
    m_hour.merge(minute);
    for (const quint8 code : minute.latencies)
        m_latencies.add(code);
}

HealthPiece HourSummary::take()
{
    HealthPiece hour = std::exchange(m_hour, {});
    const LatencyHistogram latencies = std::exchange(m_latencies, {});
    if (!latencies.isEmpty())
        hour.latencies = {latencies.percentile(50), latencies.percentile(95), latencies.percentile(100)};
    return hour;
}

} // namespace nova
