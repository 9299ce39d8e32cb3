#include "server/metrics/event_rate.h"

namespace nova
{

EventRate::EventRate(Clock clock)
    : m_clock(std::move(clock))
{
}

void EventRate::add(int deliveries)
{
    const qint64 second = now();
    Bucket &bucket = m_buckets.at(size_t(second % windowSeconds));
    if (bucket.second != second)
        bucket = {second, 0, 0};
    ++bucket.events;
    bucket.deliveries += deliveries;
}

EventRate::Rates EventRate::perSecond() const
{
    const qint64 second = now();
    qint64 events = 0, deliveries = 0;
    for (const Bucket &bucket : m_buckets) {
        if (bucket.second < 0 || bucket.second <= second - windowSeconds)
            continue;
        events += bucket.events;
        deliveries += bucket.deliveries;
    }
    return {double(events) / windowSeconds, double(deliveries) / windowSeconds};
}

qint64 EventRate::now() const
{
    return std::chrono::floor<std::chrono::seconds>(m_clock().time_since_epoch()).count();
}

} // namespace nova
