#pragma once

#include <QByteArray>

#include <QtGlobal>

namespace nova::bench
{

/// A non-blocking TCP connection to 127.0.0.1, closed with the object. The bare system call and no event loop: with a
/// hundred clients in one process the client's own time would otherwise be a good part of what is measured.
class LoopbackSocket
{
public:
    /// Connects; not connected where nobody listens.
    explicit LoopbackSocket(quint16 port);
    ~LoopbackSocket();
    LoopbackSocket(LoopbackSocket &&other) noexcept;
    LoopbackSocket &operator=(LoopbackSocket &&) = delete;
    Q_DISABLE_COPY(LoopbackSocket)

    [[nodiscard]] bool isConnected() const { return m_fd >= 0; }
    [[nodiscard]] int descriptor() const { return m_fd; }
    /// Everything at once; what we send is far below a socket's buffer.
    void send(const QByteArray &bytes) const;
    /// Appends what has come; throws where the other side has closed.
    void receiveInto(QByteArray &buffer) const;
    /// Waits for something to read; throws where nothing comes before the deadline.
    void waitForReadable() const;

private:
    int m_fd = -1;
};

} // namespace nova::bench
