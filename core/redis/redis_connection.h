#pragma once

#include "core/redis/redis_address.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

struct redisAsyncContext;

namespace nova
{

class RedisSocket;

/// One connection to a Redis: looks the host up, connects, signs in, selects the database, and watches that the other
/// side is alive. Nothing blocks. It does not reconnect: lost() is the end, open() begins anew.
/// Lives in the thread of its event loop.
class RedisConnection final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds connectDeadline{5000}; ///< From open() to ready().
        std::chrono::milliseconds pingAfter{4000};       ///< Of silence.
        std::chrono::milliseconds pongDeadline{4000};    ///< After the ping: then the line is dead.
    };

    /// What Redis answered to a command.
    struct Answer {
        bool isError = false;
        QByteArray text;
        QList<Answer> items; ///< Of an array.
    };
    using Handler = std::function<void(const Answer &)>;

    RedisConnection(RedisAddress address, Timing timing, QObject *parent = nullptr);
    ~RedisConnection() override;

    void open();
    /// Ends it, without a signal.
    void close();
    [[nodiscard]] bool isReady() const { return m_ready; }

    /// Sends a command. `handler` is called with the answer, or never if the connection ends before it.
    void send(const QByteArrayList &arguments, Handler handler);
    /// From then on only messages of the channel come in.
    void subscribe(const QByteArray &channel);
    /// Bytes that the system has not taken yet.
    [[nodiscard]] qsizetype unsentBytes() const;
    /// Of the last ping; -1 before the first, and in a subscription.
    [[nodiscard]] double latencyMilliseconds() const { return m_latency; }

Q_SIGNALS:
    void ready();
    void subscribed();
    void message(const QByteArray &payload);
    /// `reason` is a sentence for people; never with a password in it.
    void lost(const QString &reason);

private:
    struct Callbacks; ///< What hiredis calls.

    void connectTo(const QHostAddress &address);
    void adopt(redisAsyncContext *context);
    void onConnected();
    void signIn();
    void selectDatabase();
    void becomeReady();
    void fail(const QString &reason);
    void checkAlive();

    const RedisAddress m_address;
    const Timing m_timing;
    redisAsyncContext *m_context = nullptr;
    RedisSocket *m_socket = nullptr; ///< The context's.
    QList<QHostAddress> m_candidates;
    int m_lookup = -1;
    QTimer m_deadline;
    QTimer m_heartbeat;
    bool m_ready = false;
    QByteArray m_channel; ///< Subscribed to, or about to be.
    bool m_subscribed = false;
    bool m_pinged = false;
    double m_latency = -1;
};

} // namespace nova
