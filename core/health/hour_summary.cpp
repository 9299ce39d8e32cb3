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
    if (latencies.isEmpty())
        return hour;
    hour.latencies.clear();
    for (const unsigned percent : {50U, 95U, 100U})
        hour.latencies.append(latencies.percentile(percent));
    return hour;
}

} // namespace nova
