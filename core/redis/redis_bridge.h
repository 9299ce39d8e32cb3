#pragma once

#include "core/events/event_log.h"
#include "core/log/logger.h"
#include "core/redis/redis_connection.h"
#include "core/redis/redis_status.h"
#include "core/redis/seen_ids.h"

#include <deque>

namespace nova
{

/// Shares events with everybody on one channel of a Redis: sends ours, hears those of others. Core thread.
///
/// Two connections (a subscription takes no other commands); both or none: if one is lost, both begin anew after a
/// while. What could not be sent meanwhile waits, the newest 1,000 events, and goes out in order.
///
/// A channel keeps nothing for those who are away. So every event of ours also goes into a stream beside it
/// («nova_events:recent», about 1,000 events, gone after a day without any), and whoever comes back reads there what it
/// has missed. Where Redis does not let us (an ACL), there is the channel alone.
class RedisBridge final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        RedisAddress address;
        QString channel = QStringLiteral("nova_events");
        RedisConnection::Timing timing{};
        std::chrono::milliseconds firstRetry{500};
        std::chrono::milliseconds longestRetry{30'000};
        size_t queueLimit = 1000;        ///< Events that wait while Redis is away.
        size_t unansweredLimit = 20'000; ///< Events sent and not answered yet while it is there.
    };

    RedisBridge(const Options &options, Logger &logger, QObject *parent = nullptr);
    ~RedisBridge() override;

    void start();
    /// Sends what waits, if Redis takes it within `patience`, and closes.
    void stop(std::chrono::milliseconds patience);

    /// Everything that happens here goes through this; what came from Redis itself is not sent back.
    void share(const Event &event);

    [[nodiscard]] const RedisStatus &status() const { return m_status; }

Q_SIGNALS:
    /// An event of another program, once.
    void received(const nova::Event &event);
    /// Another state, not just other counts.
    void stateChanged(const nova::RedisStatus &status);
    /// The counts are other ones; at most once a second.
    void countsChanged(const nova::RedisStatus &status);

private:
    void connectBoth();
    void onReady();
    void onLost(const QString &reason);
    void onMessage(const QByteArray &payload);
    void catchUp();
    void takeRecent(const RedisConnection::Answer &answer);
    void takeHeldBack();
    void sendWaiting();
    void sendOne(const QByteArray &json);
    void trim(size_t most);
    void enter(RedisStatus::State state, const QString &problem);
    void counted();

    const Options m_options;
    Logger &m_logger;
    RedisConnection m_publisher;
    RedisConnection m_subscriber;
    QTimer m_retry;
    QTimer m_countsTimer;
    const QByteArray m_recentKey; ///< Of the stream.
    QByteArray m_position;        ///< In the stream: everything up to there is known. Empty before the first look.
    bool m_catchingUp = false;
    std::vector<QByteArray> m_heldBack; ///< Came while catching up, and is newer.
    int m_failures = 0;
    bool m_stopped = true;
    std::deque<QByteArray> m_queue;      ///< Not sent yet, oldest first.
    std::deque<QByteArray> m_unanswered; ///< Sent; in the order of sending.
    SeenIds m_seen{20'000};
    RedisStatus m_status;
};

/// Reads an event as it comes over the wire; an error says what is wrong with it.
[[nodiscard]] Result<Event> parseEvent(const QByteArray &json);

} // namespace nova
