#include "core/events/event_log.h"

#include <QJsonDocument>
#include <QUuid>

namespace nova
{

EventLog::EventLog(QObject *parent)
    : EventLog(Limits{}, parent)
{
}

EventLog::EventLog(Limits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_epoch(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

EventLog::~EventLog() = default;

quint64 EventLog::lastSeq() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastSeq;
}

void EventLog::append(Event event)
{
    LoggedEvent logged;
    {
        const std::lock_guard lock(m_mutex);
        event.seq = ++m_lastSeq;
        logged.json = QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
        logged.event = std::move(event);
        m_bytes += logged.json.size();
        m_ring.push_back(logged);
        while (qsizetype(m_ring.size()) > m_limits.events || m_bytes > m_limits.bytes) {
            m_bytes -= m_ring.front().json.size();
            m_ring.pop_front();
        }
    }
    Q_EMIT appended(logged);
}

EventLog::Backlog EventLog::since(const QString &epoch, quint64 seq) const
{
    const std::lock_guard lock(m_mutex);
    if (epoch != m_epoch || seq > m_lastSeq)
        return {};
    const quint64 missed = m_lastSeq - seq;
    if (missed > m_ring.size())
        return {};
    return {true, {m_ring.end() - std::ptrdiff_t(missed), m_ring.end()}};
}

QList<Event> EventLog::kept() const
{
    const std::lock_guard lock(m_mutex);
    QList<Event> events;
    events.reserve(qsizetype(m_ring.size()));
    for (const LoggedEvent &logged : m_ring)
        events.append(logged.event);
    return events;
}

} // namespace nova
