#pragma once

#include "server/net/poller.h"
#include "server/net/stream.h"

#include <QTimer>

namespace nova
{

/// A TCP connection on its descriptor, without a QTcpSocket: the fan-out needs one system call for each client, and a
/// client a few hundred bytes.
class PlainStream : public Stream, private Poller::Watcher
{
    Q_OBJECT

public:
    /// Takes the descriptor.
    PlainStream(int descriptor, Peer peer, Poller &poller);
    ~PlainStream() override;

    qsizetype read(QByteArray &into, qsizetype most) override;
    [[nodiscard]] bool atEnd() const override { return m_atEnd; }
    void setReading(bool on) override;
    bool send(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsent() const override { return m_queue.size() - m_queueSent; }
    [[nodiscard]] quint64 written() const override { return m_written; }
    void finish() override;
    void abort() override;

private:
    void onEvents(quint32 events) override;
    /// How many bytes the kernel took; an error ends the connection, from the event loop.
    qsizetype sendNow(const char *data, qsizetype size);
    void flush();
    void discard();
    void sayEnd();
    void watch();
    void close();

    Poller &m_poller;
    int m_descriptor;
    quint32 m_watched = 0;
    bool m_reading = true;
    bool m_atEnd = false;
    bool m_finishing = false;
    quint64 m_written = 0;
    QByteArray m_queue; ///< What the kernel did not take yet, from m_queueSent on.
    qsizetype m_queueSent = 0;
};

} // namespace nova
