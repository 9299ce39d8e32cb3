#pragma once

#include "tests/bench/clock.h"
#include "tests/bench/frame_reader.h"
#include "tests/bench/loopback_socket.h"

#include <array>
#include <functional>
#include <vector>

namespace nova::bench
{

/// Many WebSocket clients that read as fast as they can. Answers pings, so it can stay connected as long as it likes.
/// It shares the machine with the server, so a client costs one system call and one comparison for each event.
class WsCrowd
{
public:
    /// Connects `count` clients to /ws/, up to a thousand at once, and waits until each has been greeted.
    WsCrowd(quint16 port, const QByteArray &token, int count);
    ~WsCrowd();
    Q_DISABLE_COPY_MOVE(WsCrowd)

    /// From the first connect to the last greeting.
    [[nodiscard]] double connectMilliseconds() const { return m_connectMilliseconds; }
    /// Readable when a client has something to read: to wait for the crowd and for something else at once.
    [[nodiscard]] int descriptor() const { return m_epoll; }
    [[nodiscard]] int size() const { return int(m_clients.size()); }

    /// From now on count the clients that have the text message with `marker`, which is the same for all of them.
    void expect(const QByteArray &marker);
    /// Reads what has come, without waiting.
    void read() { waitAndRead(0); }
    /// Whether every client has the expected message.
    [[nodiscard]] bool haveAll() const { return m_missing == 0; }
    /// When the last of them got it.
    [[nodiscard]] Clock::time_point completedAt() const { return m_completedAt; }
    /// Waits for it, at most until the deadline.
    void waitForAll();
    /// Reads and waits until `end`.
    void stayUntil(Clock::time_point end);
    /// How many text messages all of them have got so far, the greetings included.
    [[nodiscard]] qint64 received() const { return m_received; }

    /// Sends every client's close frame and waits until the server has closed each connection. Nothing can follow.
    void leavePolitely();
    /// Resets every connection when the crowd ends.
    void leaveRudely();

    /// What a client asks for a WebSocket with.
    [[nodiscard]] static QByteArray handshake(quint16 port, const QByteArray &token);

private:
    struct Client {
        enum class Phase { Connecting, Asking, Open };
        LoopbackSocket socket;
        FrameReader reader;
        Phase phase = Phase::Connecting;
        int round = 0; ///< The last one whose message it has.
    };
    void connect(quint16 port);
    void watch(quint32 index, int operation, quint32 events);
    void waitAndRead(int timeout);
    void serve(quint32 index);
    [[nodiscard]] bool hasBeenAnswered(Client &client);
    void read(Client &client);
    void readFrames(Client &client);
    void count(Client &client);

    int m_epoll = -1;
    std::vector<Client> m_clients;
    const QByteArray m_handshake;
    QByteArray m_marker;
    QByteArray m_expected; ///< The whole frame, once the first client has it: the others' are only compared with it.
    int m_round = 0;
    int m_missing = 0;
    qint64 m_received = 0;
    Clock::time_point m_completedAt;
    double m_connectMilliseconds = 0;
    std::array<char, 65536> m_chunk; ///< Not initialised: it is filled by the call.
};

} // namespace nova::bench
