#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <map>
#include <optional>

namespace nova
{

/// When which server is asked. Pure: time comes from outside. Checks that are due wait for a free place, the one that
/// has waited longest first; regular ones are spread over their interval, each server at a place of its own in it.
class ProbeSchedule
{
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    explicit ProbeSchedule(int maxConcurrent);

    /// As soon as there is a place.
    void now(const QString &server, Time now);
    /// At the server's own place in the interval; that is half an interval away at least, one and a half at most.
    void regular(const QString &server, Time now, std::chrono::milliseconds interval);
    void after(const QString &server, Time now, std::chrono::milliseconds delay);
    void forget(const QString &server);

    /// The next one that is due, if there is a free place; it takes that place until finished().
    [[nodiscard]] std::optional<QString> take(Time now);
    void finished();
    /// When take() may have another one, as far as time alone is concerned.
    [[nodiscard]] std::optional<Time> nextDue() const;
    void setMaxConcurrent(int most) { m_maxConcurrent = most; }
    [[nodiscard]] bool hasPlace() const { return m_running < m_maxConcurrent; }

private:
    void put(const QString &server, Time due);

    int m_maxConcurrent;
    int m_running = 0;
    quint64 m_order = 0;
    std::map<std::pair<Time, quint64>, QString> m_queue;
    QHash<QString, std::pair<Time, quint64>> m_placeOf;
};

} // namespace nova
