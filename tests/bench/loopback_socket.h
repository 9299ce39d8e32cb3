#pragma once

#include <QByteArray>

#include <QtGlobal>

#include <span>

namespace nova::bench
{

/// A non-blocking TCP connection to 127.0.0.1, closed with the object. The bare system call and no event loop: with a
/// hundred clients in one process the client's own time would otherwise be a good part of what is measured.
class LoopbackSocket
{
public:
    /// Waited for, or only begun: the socket is writable when it is done.
    enum class Connect { Wait, Begin };
    /// Connects; not connected where nobody listens.
    explicit LoopbackSocket(quint16 port, Connect connect = Connect::Wait);
    ~LoopbackSocket();
    LoopbackSocket(LoopbackSocket &&other) noexcept;
    LoopbackSocket &operator=(LoopbackSocket &&other) noexcept;
    Q_DISABLE_COPY(LoopbackSocket)

    [[nodiscard]] bool isConnected() const { return m_fd >= 0; }
    [[nodiscard]] int descriptor() const { return m_fd; }
    /// Everything at once; what we send is far below a socket's buffer.
    void send(const QByteArray &bytes) const;
    /// As much as goes without waiting; how much that was.
    [[nodiscard]] qsizetype sendSome(QByteArrayView bytes) const;
    /// Takes what has come, as much as there is room for; how much that was. Throws where the other side has closed.
    [[nodiscard]] qsizetype receive(std::span<char> room) const;
    /// Appends what has come; throws where the other side has closed.
    void receiveInto(QByteArray &buffer) const;
    /// From now on the end of the object is a reset, not a close: what a crash looks like to the other side.
    void closeRudely() const;
    /// Whether the other side has closed, found out without reading.
    [[nodiscard]] bool hasEnded() const;
    /// Waits for the other side to close, and throws away what it still says.
    void waitForEnd() const;
    /// Waits for something to read; throws where nothing comes before the deadline.
    void waitForReadable() const;

private:
    int m_fd = -1;
};

} // namespace nova::bench
