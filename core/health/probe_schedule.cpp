#include "core/health/probe_schedule.h"

namespace nova
{

ProbeSchedule::ProbeSchedule(int maxConcurrent)
    : m_maxConcurrent(maxConcurrent)
{
}

void ProbeSchedule::put(const QString &server, Time due)
{
    forget(server);
    const auto place = std::pair(due, ++m_order);
    m_queue.emplace(place, server);
    m_placeOf.insert(server, place);
}

void ProbeSchedule::now(const QString &server, Time now)
{
    const auto waiting = m_placeOf.constFind(server);
    if (waiting == m_placeOf.constEnd() || waiting->first > now) // Who is due already keeps its turn.
        put(server, now);
}

void ProbeSchedule::regular(const QString &server, Time now, std::chrono::milliseconds interval)
{
    using std::chrono::milliseconds;
    const auto length = interval.count();
    const qint64 own = qint64(qHash(server, 0x9e3779b9) % quint64(length));
    const qint64 earliest = std::chrono::duration_cast<milliseconds>(now.time_since_epoch()).count() + length / 2;
    const qint64 wait = (own - earliest % length + length) % length;
    put(server, now + milliseconds(length / 2 + wait));
}

void ProbeSchedule::after(const QString &server, Time now, std::chrono::milliseconds delay)
{
    put(server, now + delay);
}

void ProbeSchedule::forget(const QString &server)
{
    const auto place = m_placeOf.constFind(server);
    if (place == m_placeOf.constEnd())
        return;
    m_queue.erase(*place);
    m_placeOf.erase(place);
}

std::optional<QString> ProbeSchedule::take(Time now)
{
    if (!hasPlace() || m_queue.empty() || m_queue.begin()->first.first > now)
        return std::nullopt;
    const QString server = m_queue.begin()->second;
    forget(server);
    ++m_running;
    return server;
}

void ProbeSchedule::finished()
{
    --m_running;
}

std::optional<ProbeSchedule::Time> ProbeSchedule::nextDue() const
{
    if (m_queue.empty())
        return std::nullopt;
    return m_queue.begin()->first.first;
}

} // namespace nova
