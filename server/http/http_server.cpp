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

constexpr int maxRefusing = 64; ///< Beyond, connections are closed without a word.
constexpr std::chrono::seconds quietTime{10};

} // namespace

HttpServer::HttpServer(Poller &poller, ConnectionLimits::Options limits, std::optional<QSslConfiguration> tls,
                       QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_poller(poller)
    , m_acceptor(poller)
    , m_limits(limits)
{
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        const auto connections = m_connections;
        for (HttpConnection *connection : connections)
            connection->checkDeadline();
    });
    connect(&m_acceptor, &Acceptor::accepted, this, &HttpServer::take);
    connect(&m_acceptor, &Acceptor::exhausted, this, [this](const QString &why) {
        m_service->metrics.dropped(Dropped::NoDescriptors);
        warn(u"connections wait: no more files can be opened"_s, {{u"error"_s, why}});
    });
}

HttpServer::~HttpServer()
{
    const auto connections = std::exchange(m_connections, {});
    qDeleteAll(connections); // While there is somebody to count them.
}

void HttpServer::serve(const HttpService &service)
{
    m_service = &service;
    m_sweep.setInterval(std::min(std::chrono::milliseconds(1000), service.deadlines.request / 4));
}

std::unique_ptr<Stream> HttpServer::open(int descriptor, const Stream::Peer &peer)
{
    if (m_tls) {
        auto stream = std::make_unique<TlsStream>(descriptor, peer, *m_tls);
        connect(stream.get(), &Stream::closed, this, [this, raw = stream.get()] {
            if (!raw->wasEncrypted())
                m_service->metrics.dropped(Dropped::TlsHandshake);
        });
        return stream;
    }
    return std::make_unique<PlainStream>(descriptor, peer, m_poller);
}

void HttpServer::take(int descriptor, const Stream::Peer &peer)
{
    std::unique_ptr<Stream> stream = open(descriptor, peer);
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

void HttpServer::warn(const QString &message, const QJsonObject &fields)
{
    if (!m_quiet.hasExpired())
        return;
    m_quiet.setRemainingTime(quietTime); // The counters tell how many there were.
    m_service->logger.warning("http"_L1, message, fields);
}

void HttpServer::wind()
{
    m_acceptor.close();
    const auto connections = m_connections;
    for (HttpConnection *connection : connections) {
        if (connection->isBusy()) {
            connection->endSoon();
            continue;
        }
        m_connections.remove(connection);
        delete connection;
    }
}

} // namespace nova
