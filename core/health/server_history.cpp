#include "core/health/server_history.h"

#include "core/health/hour_summary.h"

namespace nova
{

namespace
{

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
/// 24 hours, the one that is not over, and two by which a clock that runs ahead for a moment takes nothing away.
constexpr size_t minuteChunks = 27;
constexpr size_t hourChunks = 31; ///< 30 days, and the one that is not over.
constexpr size_t maxOutages = 200;
/// A clock that was set back by no more is not worth forgetting anything for: it will soon be where it was.
constexpr qint64 smallStep = 60'000;

qint64 minuteOf(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return seconds - seconds % minute;
}

} // namespace

ServerHistory::ServerHistory(ReasonPool &reasons)
    : m_reasons(reasons)
{
}

ServerHistory::~ServerHistory()
{
    while (!m_outages.empty())
        dropOutage(m_outages.size() - 1);
}

void ServerHistory::record(const HealthSample &sample)
{
    const qint64 at = sample.at.toMSecsSinceEpoch();
    if (at < m_lastAt - smallStep)
        goBackTo(at);
    if (m_since == 0)
        m_since = at;
    // While a clock that was set back a little has not caught up, samples count where the newest one does.
    const qint64 now = std::max(at, m_lastAt);
    standUntil(now);
    openMinute(minuteOf(now));
    m_open.addProbe(sample.status, sample.latencyMs);
    noteOutage(sample, now);
    m_lastAt = now;
    m_lastStatus = sample.status;
    m_interval = std::clamp(sample.intervalSeconds, 1, 86'400);
}

void ServerHistory::pause(const QDateTime &at)
{
    const qint64 when = at.toMSecsSinceEpoch();
    if (at.isValid() && when >= earliestHealthTime && when < m_lastAt - smallStep)
        goBackTo(when);
    if (!m_outages.empty() && m_outages.back().until == 0)
        m_outages.back().until = m_lastAt;
    m_interval = 0;
}

ServerHistory::Standing ServerHistory::standing(qint64 now) const
{
    // Whole seconds of the clock, so that what is cut off here is counted by the next one.
    const qint64 from = m_lastAt / 1000;
    return {from, std::max(from, std::min(now / 1000, from + 3 * qint64(m_interval)))};
}

void ServerHistory::standUntil(qint64 now)
{
    const auto [begin, until] = standing(now);
    for (qint64 from = begin; from < until;) {
        const qint64 inMinute = from - from % minute;
        const qint64 to = std::min(until, inMinute + minute);
        openMinute(inMinute);
        m_open.addStanding(m_lastStatus, quint32(to - from));
        from = to;
    }
}

void ServerHistory::openMinute(qint64 from)
{
    if (m_openFrom == from)
        return;
    // Only where none is open may it be one that was closed before it was over: by a restart, or a clock set back.
    const bool closedBefore = m_openFrom == 0;
    closeMinute();
    if (closedBefore)
        m_open = m_minutes.takeLast(from).value_or(HealthPiece());
    m_openFrom = from;
}

void ServerHistory::closeMinute()
{
    if (!m_open.isEmpty())
        m_minutes.append(m_openFrom, m_open);
    m_open = {};
    m_openFrom = 0;
    makeHours();
}

void ServerHistory::makeHours()
{
    while (m_minutes.chunks() > minuteChunks) {
        HourSummary summary;
        m_minutes.visitFirstChunk([&](qint64, const HealthPiece &piece) { summary.add(piece); });
        m_hours.append(m_minutes.firstChunk(), summary.take());
        m_minutes.dropFirstChunk();
    }
    while (m_hours.chunks() > hourChunks)
        m_hours.dropFirstChunk();
}

void ServerHistory::goBackTo(qint64 at)
{
    // What was recorded with a clock that ran ahead is not of the time it says it is.
    const qint64 last = minuteOf(at);
    if (m_openFrom > last) {
        m_open = {};
        m_openFrom = 0;
    }
    m_minutes.dropSince(last + minute);
    m_hours.dropSince(last - last % hour);
    for (size_t i = m_outages.size(); i-- > 0;) {
        Outage &outage = m_outages.at(i);
        if (outage.from > at && outage.until != 0) {
            dropOutage(i);
            continue;
        }
        outage.from = std::min(outage.from, at);
        outage.until = std::min(outage.until, at);
    }
    m_since = std::min(m_since, at);
    m_lastAt = at;
    m_interval = 0;
}

void ServerHistory::noteOutage(const HealthSample &sample, qint64 at)
{
    const bool open = !m_outages.empty() && m_outages.back().until == 0;
    if (countsAsUp(sample.status)) {
        if (open)
            m_outages.back().until = at;
    } else if (open) {
        m_outages.back().status = std::max(m_outages.back().status, sample.status);
    } else {
        if (m_outages.size() == maxOutages)
            dropOutage(0);
        if (m_outages.size() == m_outages.capacity()) // Doubling would leave room for more than there may be.
            m_outages.reserve(std::min(maxOutages, m_outages.size() + m_outages.size() / 4 + 4));
        m_outages.push_back({at, 0, m_reasons.hold(sample.reason), sample.status});
    }
}

void ServerHistory::dropOutage(size_t index)
{
    m_reasons.release(m_outages.at(index).reason);
    m_outages.erase(m_outages.begin() + std::ptrdiff_t(index));
}

void ServerHistory::write(QByteArray &bytes) const
{
    putNumber(bytes, quint64(m_since));
    putNumber(bytes, quint64(m_lastAt));
    putNumber(bytes, quint64(forgottenAt));
    putNumber(bytes, m_outages.size());
    for (const Outage &outage : m_outages) {
        putNumber(bytes, quint64(outage.from));
        putNumber(bytes, quint64(outage.until == 0 ? m_lastAt : outage.until));
        putNumber(bytes, outage.reason);
        putNumber(bytes, quint64(outage.status));
    }
    m_hours.write(bytes);
    HealthPieceList minutes = m_minutes;
    if (!m_open.isEmpty())
        minutes.append(m_openFrom, m_open);
    minutes.write(bytes);
}

void ServerHistory::read(PackedReader &reader)
{
    const auto time = [&] { return qint64(reader.number(quint64(latestHealthTime))); };
    m_since = time();
    m_lastAt = time();
    forgottenAt = time();
    const quint64 outages = reader.number(maxOutages);
    for (quint64 i = 0; i < outages && reader.ok(); ++i) {
        Outage outage{time(), time()};
        const quint64 reason = reader.number(~0U);
        outage.status = HealthStatus(reader.number(quint64(HealthStatus::Unreachable)));
        if (!reader.ok() || outage.until < outage.from || outage.until == 0 || !m_reasons.holdAgain(reason))
            return reader.fail();
        outage.reason = ReasonPool::Id(reason);
        m_outages.push_back(outage);
    }
    m_hours.read(reader, hourChunks);
    m_minutes.read(reader, minuteChunks + 1);
    // Whatever the bytes say: nothing is later than the last sample, and hours end where minutes begin.
    m_minutes.dropSince(minuteOf(m_lastAt) + minute);
    m_hours.dropSince(m_minutes.chunks() > 0 ? m_minutes.firstChunk() : minuteOf(m_lastAt) + minute);
}

} // namespace nova
