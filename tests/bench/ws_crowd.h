#pragma once

#include "tests/bench/clock.h"
#include "tests/bench/frame_reader.h"
#include "tests/bench/loopback_socket.h"

#include <functional>
#include <vector>

namespace nova::bench
{

/// Many WebSocket clients that read as fast as they can. Answers pings, so it can stay connected as long as it likes.
class WsCrowd
{
public:
    /// Connects `count` clients to /ws/ and waits until each has been greeted.
    WsCrowd(quint16 port, const QByteArray &token, int count);
    ~WsCrowd();
    Q_DISABLE_COPY_MOVE(WsCrowd)

    /// Readable when a client has something to read: to wait for the crowd and for something else at once.
    [[nodiscard]] int descriptor() const { return m_epoll; }
    [[nodiscard]] int size() const { return int(m_clients.size()); }

    /// From now on count the text messages that contain `marker`.
    void expect(const QByteArray &marker);
    /// Reads what has come, without waiting.
    void read();
    /// Whether every client has the expected message.
    [[nodiscard]] bool haveAll() const { return m_missing == 0; }
    /// When the last of them got it.
    [[nodiscard]] Clock::time_point completedAt() const { return m_completedAt; }
    /// Waits for it, at most until the deadline.
    void waitForAll();
    /// Reads and waits until `end`.
    void stayUntil(Clock::time_point end);

private:
    struct Client {
        LoopbackSocket socket;
        FrameReader reader;
        bool has = false;
    };
    void shakeHands(Client &client, quint16 port, const QByteArray &token);
    void read(Client &client);

    int m_epoll = -1;
    std::vector<Client> m_clients;
    QByteArray m_marker;
    int m_missing = 0;
    Clock::time_point m_completedAt;
};

} // namespace nova::bench
