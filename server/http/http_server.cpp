#include "server/http/http_server.h"

#include "core/log/logger.h"
#include "server/http/http_connection.h"
#include "server/http/problem.h"

using namespace Qt::StringLiterals;

namespace nova
{

HttpServer::HttpServer(Limits limits, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
{
    setListenBacklogSize(4096); // With Qt's 50, a thousand clients at once wait for seconds.
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        const auto connections = m_connections;
        for (HttpConnection *connection : connections)
            connection->checkDeadline();
    });
}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::listenOn(const QString &host, quint16 port)
{
    const QHostAddress address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull())
        return failure(ErrorCode::InvalidInput,
                       u"server.host is «%1»; it has to be an IP address of this machine, or localhost."_s.arg(host));
    if (listen(address, port))
        return {};
    if (serverError() == QAbstractSocket::AddressInUseError)
        return failure(ErrorCode::Conflict,
                       u"Port %1 on %2 is taken by another program. Choose another with --port."_s.arg(port).arg(host));
    return failure(ErrorCode::Io, u"Cannot listen on %1 port %2: %3."_s.arg(host).arg(port).arg(errorString()));
}

void HttpServer::serve(const HttpService &service)
{
    m_service = &service;
    m_sweep.setInterval(std::min(std::chrono::milliseconds(1000), service.deadlines.request / 4));
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_connections.size() >= m_limits.connections) {
        socket->write(serializeHead({503, {}, {}, {{"Retry-After", "5"}}}, false));
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->disconnectFromHost();
        m_service->logger.warning("http"_L1, u"connection refused: too many"_s, {{u"limit"_s, m_limits.connections}});
        return;
    }
    auto *connection = new HttpConnection(socket, *m_service, this);
    m_connections.insert(connection);
    connect(connection, &HttpConnection::finished, this, [this, connection] {
        m_connections.remove(connection);
        if (m_connections.isEmpty())
            m_sweep.stop();
    });
    if (!m_sweep.isActive())
        m_sweep.start();
}

void HttpServer::wind()
{
    close();
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        if (!connection->isBusy())
            delete connection;
    }
    m_connections.clear();
}

} // namespace nova
