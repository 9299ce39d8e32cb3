#pragma once

#include <QHostAddress>
#include <QObject>
#include <chrono>

namespace nova
{

/// One accepted connection as bytes in and out, encrypted or not. Never blocks. Server thread.
class Stream : public QObject
{
    Q_OBJECT

public:
    struct Peer {
        QHostAddress address;
        quint16 port = 0;
        [[nodiscard]] QString toString() const { return address.toString() + u':' + QString::number(port); }
    };

    /// How long a peer that was told that we are done may go on sending, from when it has been told.
    static constexpr std::chrono::seconds lingering{2};

    explicit Stream(Peer peer)
        : m_peer(std::move(peer))
    {
    }

    [[nodiscard]] const Peer &peer() const { return m_peer; }

    /// Appends what is there, `most` bytes at most; how many that were.
    virtual qsizetype read(QByteArray &into, qsizetype most) = 0;
    /// Whether the peer will send nothing more; it may still be listening.
    [[nodiscard]] virtual bool atEnd() const = 0;
    /// Off: readable() is not told, and what the peer sends waits in the kernel, and then with the peer.
    virtual void setReading(bool on) = 0;

    /// Takes all of `bytes`. True where they are with the kernel; what is not waits here, see unsent().
    virtual bool send(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual qint64 unsent() const = 0;
    /// Bytes that were given to the kernel so far: whether this grows says whether the peer reads.
    [[nodiscard]] virtual quint64 written() const = 0;

    /// Ends the connection when all is sent. Closing at once would be a reset if the peer is still sending, and that
    /// can overtake what was sent last: so the peer is told, and what still comes is thrown away until it ends, too.
    virtual void finish() = 0;
    /// Ends it at once. Emits closed() before it returns.
    virtual void abort() = 0;

Q_SIGNALS:
    void readable();
    /// unsent() is 0 again.
    void drained();
    /// There is no connection any more; once. Whoever owns this deletes it, later.
    void closed();

private:
    const Peer m_peer;
};

} // namespace nova
