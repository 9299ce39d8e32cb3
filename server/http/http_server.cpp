#include "server/http/http_server.h"

#include "core/log/logger.h"
#include "server/http/http_connection.h"
#include "server/http/problem.h"
#include "server/metrics/server_metrics.h"
#include "server/net/plain_stream.h"
#include "server/net/tls_stream.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Dropped = ServerMetrics::Dropped;

constexpr std::chrono::milliseconds acceptPause{100};
constexpr int maxRefusing = 64; ///< Beyond, connections are closed without a word.
constexpr std::chrono::seconds quietTime{10};

} // namespace

HttpServer::HttpServer(Poller &poller, ConnectionLimits::Options limits, std::optional<QSslConfiguration> tls,
                       QObject *parent)
    : QTcpServer(parent)
    , m_tls(std::move(tls))
    , m_poller(poller)
    , m_limits(limits)
{
    setListenBacklogSize(4096); // With Qt's 50, a thousand clients at once wait for seconds.
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        const auto connections = m_connections;
        for (HttpConnection *connection : connections)
            connection->checkDeadline();
    });
    m_acceptAgain.setSingleShot(true);
    m_acceptAgain.setInterval(acceptPause);
    connect(&m_acceptAgain, &QTimer::timeout, this, &HttpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &HttpServer::waitForDescriptors);
}

HttpServer::~HttpServer()
{
    const auto connections = std::exchange(m_connections, {});
    qDeleteAll(connections); // While there is somebody to count them.
}

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

std::unique_ptr<Stream> HttpServer::open(int descriptor, const Stream::Peer &peer)
{
    if (m_tls)
        return std::make_unique<TlsStream>(descriptor, peer, *m_tls);
    return std::make_unique<PlainStream>(descriptor, peer, m_poller);
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    const Stream::Peer peer = Stream::peerOf(int(descriptor));
    std::unique_ptr<Stream> stream = open(int(descriptor), peer);
    m_service->metrics.accepted();
    const auto verdict = m_limits.admit(peer.address);
    if (verdict != ConnectionLimits::Verdict::Admitted) {
        refuse(std::move(stream), verdict);
        return;
    }
    // The stream may move on into a WebSocket; it counts until it ends.
    connect(stream.get(), &QObject::destroyed, this, [this, address = peer.address] {
        m_limits.release(address);
        m_service->metrics.connectionsOpen(m_limits.open());
    });
    m_service->metrics.connectionsOpen(m_limits.open());
    auto *connection = new HttpConnection(std::move(stream), *m_service, this);
    m_connections.insert(connection);
    connect(connection, &HttpConnection::finished, this, [this, connection] {
        m_connections.remove(connection);
        if (m_connections.isEmpty())
            m_sweep.stop();
    });
    if (!m_sweep.isActive())
        m_sweep.start();
}

void HttpServer::refuse(std::unique_ptr<Stream> stream, ConnectionLimits::Verdict verdict)
{
    const bool inAll = verdict == ConnectionLimits::Verdict::TooMany;
    m_service->metrics.dropped(inAll ? Dropped::ConnectionLimit : Dropped::AddressLimit);
    const int limit = inAll ? m_limits.options().total : m_limits.options().perAddress;
    warn(inAll ? u"connections refused: too many in all"_s : u"connections refused: too many from one address"_s,
         {{u"limit"_s, limit}, {u"from"_s, stream->peer().address.toString()}});
    if (m_tls || m_refusing >= maxRefusing)
        return; // Not worth a handshake, or not any more.
    Response response = problem(503, inAll ? u"All %1 connections that this server allows are in use."_s.arg(limit)
                                           : u"All %1 connections that an address may have are in use."_s.arg(limit));
    response.with("Retry-After", "5").with("Cache-Control", "no-store");
    stream->send(serializeHead(response, false) + response.body);
    Stream *last = stream.release();
    last->setParent(this);
    ++m_refusing;
    connect(last, &Stream::closed, this, [this, last] {
        --m_refusing;
        last->deleteLater();
    });
    last->finish();
}

/// At the limit of open files accept() would fail over and over: it is left alone for a moment. Connections that are
/// there go on; those that wait are taken when there is room.
void HttpServer::waitForDescriptors()
{
    m_service->metrics.dropped(Dropped::NoDescriptors);
    warn(u"connections wait: no more files can be opened"_s, {{u"error"_s, errorString()}});
    m_acceptAgain.start();
}

void HttpServer::warn(const QString &message, const QJsonObject &fields)
{
    if (!m_quiet.hasExpired())
        return;
    m_quiet.setRemainingTime(quietTime); // The counters tell how many there were.
    m_service->logger.warning("http"_L1, message, fields);
}

void HttpServer::wind()
{
    close();
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        if (connection->isBusy())
            continue;
        m_connections.remove(connection);
        delete connection;
    }
}

} // namespace nova
