#pragma once

#include "core/health/health_piece_list.h"
#include "core/health/reason_pool.h"

#include <chrono>

namespace nova
{

/// The past of one server, in some ten kilobytes: the last 24 hours by the minute, what is older by the hour.
///
/// Only minutes are counted. An hour is put together from its minutes when they are let go of, and whenever somebody
/// asks before. What is too old goes when something newer needs its place, and is not shown: so a clock that was wrong
/// for a moment takes nothing away.
class ServerHistory
{
public:
    explicit ServerHistory(ReasonPool &reasons);
    ~ServerHistory();
    ServerHistory(ServerHistory &&other) = delete;
    Q_DISABLE_COPY(ServerHistory)

    void record(const HealthSample &sample);
    void pause(const QDateTime &at);

    [[nodiscard]] qint64 lastAt() const { return m_lastAt; }
    [[nodiscard]] HealthHistory history(const QDateTime &clock) const;
    [[nodiscard]] QList<HealthBarSlot> bar(const QDateTime &clock, std::chrono::minutes span, int slots) const;

    /// When it was removed from the catalog; 0 if it was not. In ms since 1970, as all times here.
    qint64 forgottenAt = 0;

    void write(QByteArray &bytes) const;
    /// Into a new one. What was seen last is not known to stand any longer, as after pause().
    void read(PackedReader &reader);

private:
    struct Outage {
        qint64 from = 0;
        qint64 until = 0; ///< 0: still on.
        ReasonPool::Id reason = 0;
        HealthStatus status = HealthStatus::Unreachable;
    };
    /// Of a stretch of time whose status is known only from the last sample, in seconds.
    struct Standing {
        qint64 from = 0;
        qint64 until = 0;
    };

    [[nodiscard]] Standing standing(qint64 now) const;
    [[nodiscard]] qint64 nowFor(const QDateTime &clock) const;
    void standUntil(qint64 now);
    void openMinute(qint64 minute);
    void closeMinute();
    void makeHours();
    void goBackTo(qint64 at);
    void noteOutage(const HealthSample &sample, qint64 at);
    void dropOutage(size_t index);
    void visitMinutes(qint64 since, const HealthPieceList::Visitor &visitor) const;

    ReasonPool &m_reasons;
    HealthPieceList m_hours{HealthPiece::Kind::Hour};
    HealthPieceList m_minutes{HealthPiece::Kind::Minute};
    qint64 m_openFrom = 0; ///< In seconds, as those in the lists.
    HealthPiece m_open;    ///< The minute of the newest sample.
    std::vector<Outage> m_outages;

    qint64 m_since = 0;
    qint64 m_lastAt = 0;
    HealthStatus m_lastStatus = HealthStatus::Checking;
    int m_interval = 0; ///< Of the last sample, in seconds; 0 if it does not stand any longer.
};

} // namespace nova
