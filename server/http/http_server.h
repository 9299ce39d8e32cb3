#pragma once

#include "server/http/http_service.h"
#include "server/net/acceptor.h"
#include "server/net/connection_limits.h"
#include "server/net/poller.h"
#include "server/net/stream.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QSslConfiguration>
#include <QTimer>

namespace nova
{

class HttpConnection;

/// Accepts every connection of the web side. Server thread.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    /// `poller` is of all streams, also of those that become WebSockets, and outlives them.
    HttpServer(Poller &poller, ConnectionLimits::Options limits, std::optional<QSslConfiguration> tls,
               QObject *parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] Result<void> listenOn(const QString &host, quint16 port) { return m_acceptor.listenOn(host, port); }
    [[nodiscard]] quint16 port() const { return m_acceptor.port(); }

    /// What requests are answered by; before the event loop turns for the first time after listenOn(), since who the
    /// callers may be depends on the port that was found. Outlives this.
    void serve(const HttpService &service);

    /// For connections from now on: a certificate that was renewed.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }

    /// No new connections, until listenOn().
    void close() { m_acceptor.close(); }
    /// No new connections; idle ones end now, and the others with the answer that is under way.
    void wind();
    [[nodiscard]] qsizetype connections() const { return m_connections.size(); }

private:
    void take(int descriptor, const Stream::Peer &peer);
    [[nodiscard]] std::unique_ptr<Stream> open(int descriptor, const Stream::Peer &peer);
    void refuse(std::unique_ptr<Stream> stream, ConnectionLimits::Verdict verdict);
    void warn(const QString &message, const QJsonObject &fields);

    const HttpService *m_service = nullptr;
    std::optional<QSslConfiguration> m_tls;
    Poller &m_poller;
    Acceptor m_acceptor;
    ConnectionLimits m_limits;
    QSet<HttpConnection *> m_connections; ///< Children; those that have become WebSockets are no longer here.
    int m_refusing = 0;                   ///< Connections that are being told that there are too many.
    QTimer m_sweep;                       ///< Runs only while there are connections.
    QDeadlineTimer m_quiet;               ///< Until then the log says nothing more about refused connections.
};

} // namespace nova
