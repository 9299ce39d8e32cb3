#pragma once

#include "core/base/result.h"
#include "server/http/http_service.h"

#include <QSet>
#include <QTcpServer>
#include <QTimer>

namespace nova
{

class HttpConnection;

/// Accepts every connection of the web side. Server thread.
class HttpServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Limits {
        int connections = 12'000; ///< Below the descriptor limit: at it, accepting would spin.
    };

    explicit HttpServer(Limits limits, QObject *parent = nullptr);
    ~HttpServer() override;

    /// `host` is an address or "localhost". A taken port or a foreign address is an error that says so.
    [[nodiscard]] Result<void> listenOn(const QString &host, quint16 port);

    /// What requests are answered by; before the event loop turns for the first time after listenOn(), since who the
    /// callers may be depends on the port that was found. Outlives this.
    void serve(const HttpService &service);

    /// No new connections; idle ones end now.
    void wind();
    [[nodiscard]] qsizetype connections() const { return m_connections.size(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const HttpService *m_service = nullptr;
    const Limits m_limits;
    QSet<HttpConnection *> m_connections; ///< Children; those that have become WebSockets are no longer here.
    QTimer m_sweep;                       ///< Runs only while there are connections.
};

} // namespace nova
