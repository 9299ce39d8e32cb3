#pragma once

#include "core/health/server_history.h"

#include <functional>
#include <map>
#include <memory>

namespace nova
{

/// Keeps what probes found: 24 hours by the minute and 30 days by the hour for each server, and its outages.
///
/// Pure data in the core thread; HealthHistoryFile brings it to the disk and back. Times are UTC and may jump: nothing
/// is negative, nothing waits, and what was recorded more than a minute ahead of a sample is dropped when it comes.
class HealthRecorder
{
public:
    using Clock = std::function<QDateTime()>;

    explicit HealthRecorder(Clock clock = &QDateTime::currentDateTimeUtc);
    ~HealthRecorder();
    Q_DISABLE_COPY_MOVE(HealthRecorder)

    /// `Checking` is no result and counts as nothing; `Disabled` is as pause().
    void record(const QString &server, const HealthSample &sample);
    /// The server is not looked at from now on (switched off, Nova ends). What happens between its last sample and the
    /// next is unknown, and is neither up nor down; an outage ends with that last sample.
    void pause(const QString &server, const QDateTime &at);
    /// What is known of `from` is known of `to`; whatever was known of `to` is gone.
    void rename(const QString &from, const QString &to);
    /// The server is not in the catalog any more. It is kept for 7 days, without being shown, until record() tells that
    /// it is back.
    void forget(const QString &server);

    /// Of those that are not forgotten.
    [[nodiscard]] QStringList servers() const;
    /// Nothing where there was never a sample, or the server is forgotten.
    [[nodiscard]] std::optional<HealthHistory> history(const QString &server) const;
    /// The worst status and the latency in each of `slots` equal pieces of the last `span`, the oldest first; Checking
    /// where nothing is known.
    [[nodiscard]] QList<HealthBarSlot> bar(const QString &server, std::chrono::minutes span, int slots) const;

    /// Goes up with everything there is to be saved.
    [[nodiscard]] quint64 changes() const { return m_changes; }
    /// Drops servers that were forgotten 7 days ago, or not looked at in 30 days.
    void tidy();
    [[nodiscard]] QByteArray serialized() const;
    /// Puts what serialized() gave in the place of all there is. False, and nothing is different, if it is not sound.
    [[nodiscard]] bool restore(QByteArrayView bytes);

private:
    using Servers = std::map<QString, std::unique_ptr<ServerHistory>>;

    [[nodiscard]] const ServerHistory *find(const QString &server) const;

    Clock m_clock;
    /// Before the servers, which let go of their reasons when they go.
    std::unique_ptr<ReasonPool> m_reasons;
    Servers m_servers;
    quint64 m_changes = 0;
};

} // namespace nova
