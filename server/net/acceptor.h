#pragma once

#include "core/base/result.h"
#include "server/net/poller.h"
#include "server/net/stream.h"

#include <QTcpServer>
#include <QTimer>

namespace nova
{

/// Listens on an address and accepts. QTcpServer does the former only: at the limit of open files it may not notice
/// that accept(2) fails, and asks again and again (Qt 6.4 keeps the first error of a socket).
class Acceptor : public QObject, private Poller::Watcher
{
    Q_OBJECT

public:
    explicit Acceptor(Poller &poller);
    ~Acceptor() override;

    /// `host` is an address or "localhost". A taken port or a foreign address is an error that says so.
    [[nodiscard]] Result<void> listenOn(const QString &host, quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void close();

Q_SIGNALS:
    /// Whoever takes it owns the descriptor, which does not block and sends at once (TCP_NODELAY). An IPv4 peer has an
    /// IPv4 address, also on a socket that takes both kinds.
    void accepted(int descriptor, const nova::Stream::Peer &peer);
    /// Nothing can be accepted now; it is tried again in a moment. Connections wait in the kernel meanwhile.
    void exhausted(const QString &why);

private:
    void onEvents(quint32 events) override;
    void watch(bool on);

    Poller &m_poller;
    QTcpServer m_server; ///< Never accepts itself.
    int m_watched = -1;  ///< The descriptor while it is watched.
    QTimer m_again;
};

} // namespace nova
