#include "core/base/utc.h"
#include "core/health/hour_summary.h"
#include "core/health/server_history.h"

namespace nova
{

namespace
{

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 shownMinutes = 24 * 60;
constexpr qint64 shownHours = 30 * 24;
constexpr int maxSlots = 10'000;

double uptime(const HealthPiece &sum)
{
    if (sum.observedSeconds > 0)
        return 100.0 * sum.upSeconds / sum.observedSeconds;
    // The very first samples: no time has gone by, but there is an answer.
    return sum.probes > 0 ? 100.0 * sum.up / sum.probes : -1;
}

/// Puts pieces of time into the slots of a bar.
class Bar
{
public:
    Bar(qint64 from, qint64 span, int slots)
        : m_from(from)
        , m_span(span)
        , m_slots(slots)
    {
    }

    /// A piece belongs to the slot it begins in, and to each slot that lies within it: so the minute in which a server
    /// was away shows once, and a narrow slot is not empty because it is narrower than what is known.
    void put(qint64 from, qint64 length, const HealthBarSlot &piece)
    {
        const qint64 until = from + length;
        if (until <= m_from || from >= m_from + m_span)
            return;
        qint64 slot = (std::max(from, m_from) - m_from) * m_slots.size() / m_span;
        do {
            HealthBarSlot &known = m_slots[slot];
            known.status = std::max(known.status, piece.status);
            known.latencyMs = std::max(known.latencyMs, piece.latencyMs);
            ++slot;
        } while (slot < m_slots.size() && beginOf(slot + 1) <= until);
    }

    /// What the last sample says about the time since, where no other does.
    void stand(qint64 from, qint64 until, HealthStatus status)
    {
        for (qint64 slot = m_slots.size(); slot-- > 0 && beginOf(slot + 1) > from;) {
            if (beginOf(slot) <= until && m_slots.at(slot).status == HealthStatus::Checking)
                m_slots[slot].status = status;
        }
    }

    [[nodiscard]] QList<HealthBarSlot> slots() const { return m_slots; }

private:
    /// Rounded up, as the slot of a time is rounded down.
    [[nodiscard]] qint64 beginOf(qint64 slot) const
    {
        return m_from + (slot * m_span + m_slots.size() - 1) / m_slots.size();
    }

    const qint64 m_from;
    const qint64 m_span;
    QList<HealthBarSlot> m_slots;
};

} // namespace

qint64 ServerHistory::nowFor(const QDateTime &clock) const
{
    return std::max(clock.toMSecsSinceEpoch(), m_lastAt);
}

void ServerHistory::visitMinutes(qint64 since, const HealthPieceList::Visitor &visitor) const
{
    m_minutes.visit(since, visitor);
    if (!m_open.isEmpty() && m_openFrom >= since)
        visitor(m_openFrom, m_open);
}

HealthHistory ServerHistory::history(const QDateTime &clock) const
{
    const qint64 now = nowFor(clock) / 1000;
    const qint64 firstMinute = now - now % minute - (shownMinutes - 1) * minute;
    const qint64 firstHour = now - now % hour - (shownHours - 1) * hour;

    HealthHistory history;
    history.since = utcFromMilliseconds(m_since);
    HealthPiece day;
    HealthPiece month;
    LatencyHistogram latencies;

    const auto addHour = [&](qint64 from, const HealthPiece &piece) {
        month.merge(piece);
        if (piece.probes > 0)
            history.hours.append(piece.toBucket(HealthPiece::Kind::Hour, from));
    };
    m_hours.visit(firstHour, addHour);
    HourSummary summary;
    qint64 summedHour = 0;
    visitMinutes(firstHour, [&](qint64 from, const HealthPiece &piece) {
        if (const qint64 in = from - from % hour; in != summedHour) {
            addHour(summedHour, summary.take());
            summedHour = in;
        }
        summary.add(piece);
        if (from < firstMinute)
            return;
        day.merge(piece);
        for (const quint8 code : piece.latencies)
            latencies.add(code);
        if (piece.probes > 0)
            history.minutes.append(piece.toBucket(HealthPiece::Kind::Minute, from));
    });
    addHour(summedHour, summary.take());

    const auto [from, until] = standing(nowFor(clock));
    day.addStanding(m_lastStatus, quint32(std::max<qint64>(0, until - std::max(from, firstMinute))));
    month.addStanding(m_lastStatus, quint32(until - from));
    history.uptime24h = uptime(day);
    history.uptime30d = uptime(month);
    if (!latencies.isEmpty()) {
        history.p50Ms = latencyOf(latencies.percentile(50));
        history.p95Ms = latencyOf(latencies.percentile(95));
    }
    for (const Outage &outage : m_outages) {
        if (outage.until != 0 && outage.until < firstHour * 1000)
            continue;
        history.outages.append({utcFromMilliseconds(outage.from),
                                outage.until == 0 ? QDateTime() : utcFromMilliseconds(outage.until), outage.status,
                                m_reasons.text(outage.reason)});
    }
    return history;
}

QList<HealthBarSlot> ServerHistory::bar(const QDateTime &clock, std::chrono::minutes span, int slots) const
{
    const int count = std::clamp(slots, 0, maxSlots);
    const qint64 seconds = std::clamp<qint64>(span.count(), 0, shownHours * 60) * minute;
    if (count == 0 || seconds == 0)
        return QList<HealthBarSlot>(count);
    // To the end of this minute, so that minutes do not wander from one slot into the next and back.
    const qint64 now = nowFor(clock) / 1000;
    const qint64 end = now - now % minute + minute;
    Bar bar(end - seconds, seconds, count);
    const auto put = [&bar](HealthPiece::Kind kind, qint64 length) {
        return [&bar, kind, length](qint64 from, const HealthPiece &piece) {
            bar.put(from, length, {piece.worst, piece.toBucket(kind, from).p50Ms});
        };
    };
    m_hours.visit(end - seconds - hour, put(HealthPiece::Kind::Hour, hour));
    visitMinutes(end - seconds, put(HealthPiece::Kind::Minute, minute));
    if (m_interval > 0) {
        const auto [from, until] = standing(nowFor(clock));
        bar.stand(from, until, m_lastStatus);
    }
    return bar.slots();
}

} // namespace nova
