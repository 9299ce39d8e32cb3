#include "server/http/http_connection.h"

#include "core/log/logger.h"
#include "server/auth/gatekeeper.h"
#include "server/auth/secrets.h"
#include "server/http/problem.h"
#include "server/http/socket_writing.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// The caller's id if it is a sane one, else one of ours.
QString requestIdFor(const QByteArray &offered)
{
    const bool sane =
        !offered.isEmpty() && offered.size() <= 64 && std::all_of(offered.begin(), offered.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
                   c == '.';
        });
    return QString::fromLatin1(sane ? offered : randomSecret(9));
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const HttpService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_socket(socket)
    , m_peer(socket->peerAddress().toString() + u':' + QString::number(socket->peerPort()))
    , m_peerAddress(socket->peerAddress().toString())
    , m_deadline(service.deadlines.request)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(64 * 1024); // What a client sends beyond waits in the kernel, and then with the client.
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::advance);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::finish);
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::checkDeadline()
{
    if (m_phase != Phase::Handling && m_deadline.hasExpired())
        m_socket->abort();
}

void HttpConnection::advance()
{
    if (m_advancing)
        return; // An answer given at once, further up the stack, goes on in the loop below.
    m_advancing = true;
    while ((m_phase == Phase::Head && readHead()) || (m_phase == Phase::Body && readBody())) {
    }
    m_advancing = false;
}

bool HttpConnection::readHead()
{
    if (m_socket->bytesAvailable() == 0)
        return false;
    if (m_deadline.remainingTimeAsDuration() > m_service.deadlines.request)
        m_deadline.setRemainingTime(m_service.deadlines.request); // The first byte of the next request.
    // Only looked at: should this become a WebSocket, Qt wants to read the head itself.
    const QByteArray seen = m_socket->peek(RequestParser::maxHead);
    const qsizetype end = findHeadEnd(seen);
    if (end == 0 && seen.size() < RequestParser::maxHead)
        return false;
    m_request = {};
    m_route = nullptr;
    m_parser = std::make_unique<RequestParser>();
    m_keepAlive = false;
    const auto refusal = end > 0    ? m_parser->parseHead(QByteArrayView(seen).first(end))
                         : end == 0 ? RequestParser::Refusal{431, u"The request's head is longer than 16 KiB."_s}
                                    : RequestParser::Refusal{400, u"Lines of a request's head end with CR LF."_s};
    m_request.head = m_parser->head();
    m_request.id = requestIdFor(m_request.head.value("X-Request-ID"));
    m_request.address = m_peer;
    if (refusal) {
        respond(problem(refusal.status, refusal.detail));
        return false;
    }
    receive(end);
    return m_phase == Phase::Head || m_phase == Phase::Body;
}

/// The head is whole and well-formed.
void HttpConnection::receive(qsizetype headSize)
{
    const auto refused = admit();
    m_socket->skip(headSize);
    if (!refused && m_route->upgrade) {
        handOver();
        return;
    }
    if (refused) {
        // What it would still send is not waited for: an answer now, and the end of the connection if there is a body.
        m_keepAlive = m_parser->keepAlive() && !m_parser->hasBody();
        respond(*refused);
        return;
    }
    m_keepAlive = m_parser->keepAlive();
    m_unparsed.clear();
    m_phase = Phase::Body;
    if (m_parser->hasBody() && m_request.head.value("Expect").compare("100-continue", Qt::CaseInsensitive) == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

/// Whether the request may go on. In this order: Host, Origin, route, authentication, form.
std::optional<Response> HttpConnection::admit()
{
    const RequestHead &head = m_request.head;
    if (const auto source = m_service.gatekeeper.checkSource(head); !source)
        return source.error();
    const qsizetype queryAt = head.target.indexOf('?');
    const QByteArray path = queryAt < 0 ? head.target : head.target.left(queryAt);
    const auto segments = decodePath(path);
    if (!segments)
        return problem(400, u"The path is not one that this server would give."_s);
    auto match = m_service.router.match(head.method, path);
    if (!match.route && match.allowed.isEmpty())
        return problem(404, u"There is nothing at this path; GET /api/state shows what there is."_s);
    if (!match.route) {
        Response response = problem(405, u"This path does not take %1."_s.arg(QString::fromLatin1(head.method)));
        return response.with("Allow", match.allowed.join(", "));
    }
    m_request.path = u'/' + segments->join(u'/');
    m_request.parameters = std::move(match.parameters);
    if (queryAt >= 0)
        m_request.query = QUrlQuery(QString::fromUtf8(head.target.mid(queryAt + 1)));
    m_route = match.route;
    auto caller = m_service.gatekeeper.checkCaller(head, *m_route, m_peerAddress);
    // On a WebSocket told by a close code: a browser does not see the status.
    if (!caller && !(m_route->upgrade && caller.error().status == 401))
        return caller.error();
    m_request.who = caller.value_or(QString());
    return checkBodyType(*m_route);
}

std::optional<Response> HttpConnection::checkBodyType(const Route &route) const
{
    if (!m_parser->hasBody())
        return std::nullopt;
    if (route.body == Route::Body::None)
        return problem(413, u"This request takes no body."_s);
    QByteArrayList types{"application/json"};
    if (route.method == "PATCH")
        types += "application/merge-patch+json"; // RFC 7396
    if (route.body == Route::Body::Text)
        types += {"text/plain", "text/markdown", "application/yaml", "text/yaml"}; // RFC 7763, RFC 9512
    if (types.contains(mediaTypeOf(m_request.head)))
        return std::nullopt;
    return problem(415, u"The body has to be %1."_s.arg(QString::fromLatin1(types.join(" or "))))
        .with("Accept", types.join(", "));
}

bool HttpConnection::readBody()
{
    while (!m_parser->isDone()) {
        if (m_unparsed.isEmpty() || m_socket->bytesAvailable() > 0)
            m_unparsed += m_socket->readAll();
        qsizetype used = 0;
        if (const auto refusal = m_parser->putBody(m_unparsed, &used)) {
            m_keepAlive = false;
            respond(problem(refusal.status, refusal.detail));
            return false;
        }
        m_unparsed.remove(0, used);
        if (used == 0 && m_socket->bytesAvailable() == 0 && !m_parser->isDone())
            return false;
    }
    m_request.body = m_parser->takeBody();
    // What came behind the body is the next request: back to where the next look finds it.
    for (qsizetype i = m_unparsed.size(); i > 0; --i)
        m_socket->ungetChar(m_unparsed.at(i - 1));
    m_unparsed.clear();
    handle();
    return m_phase == Phase::Head;
}

void HttpConnection::handle()
{
    m_phase = Phase::Handling;
    const auto answer = [self = QPointer(this), serial = ++m_serial](Response response) {
        if (self && self->m_serial == serial && self->m_phase == Phase::Handling)
            self->respond(std::move(response));
    };
    m_route->handler(m_request, answer);
}

void HttpConnection::handOver()
{
    const Upgrade upgrade{m_request.head, m_request.query, m_request.id, m_peer, !m_request.who.isEmpty()};
    QTcpSocket *socket = m_socket;
    socket->disconnect(this);
    socket->setParent(nullptr);
    if (const auto refused = m_service.upgrade(socket, upgrade)) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::finish);
        m_keepAlive = false;
        respond(*refused);
        return;
    }
    logAccess({101, {}, {}});
    m_socket = nullptr;
    finish();
}

void HttpConnection::respond(Response response)
{
    if (m_phase == Phase::Over)
        return;
    if (response.contentType == "application/problem+json") {
        QJsonObject fields = QJsonDocument::fromJson(response.body).object();
        fields[u"instance"_s] = QString::fromUtf8(m_request.head.target);
        fields[u"request_id"_s] = m_request.id;
        response.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    }
    response.headers.emplace_back("X-Request-ID", m_request.id.toLatin1());
    if (m_request.path.startsWith(u"/api") || response.status >= 400)
        response.headers.emplace_back("Cache-Control", "no-store");
    m_keepAlive = m_keepAlive && !response.close;
    QByteArray bytes = serializeHead(response, m_keepAlive);
    if (m_request.head.method != "HEAD" && response.status != 304)
        bytes += response.body;
    m_socket->write(bytes);
    logAccess(response);
    if (!m_keepAlive) {
        m_phase = Phase::Over;
        m_deadline.setRemainingTime(std::chrono::seconds(2));
        endWriting();
        return;
    }
    m_phase = Phase::Head;
    m_deadline.setRemainingTime(m_service.deadlines.idle);
    advance();
}

void HttpConnection::endWriting()
{
    if (m_parser && m_parser->isDone() && m_socket->bytesAvailable() == 0)
        m_socket->disconnectFromHost(); // Waits until all is written.
    else
        closeLingering(*m_socket); // The peer is still sending what we refused.
}

void HttpConnection::logAccess(const Response &response)
{
    const bool routine = response.status < 400 && m_request.head.method == "GET";
    const LogLevel level = routine ? LogLevel::Debug : LogLevel::Info;
    if (!m_service.logger.enabled(level))
        return;
    // The path alone: whatever somebody may have put into a query stays out of the log.
    const QByteArray path = m_request.head.target.split('?').first();
    m_service.logger.log(level, "http"_L1, u"request"_s,
                         {{u"request_id"_s, m_request.id},
                          {u"method"_s, QString::fromLatin1(m_request.head.method)},
                          {u"path"_s, QString::fromUtf8(path)},
                          {u"status"_s, response.status},
                          {u"bytes"_s, response.body.size()},
                          {u"who"_s, m_request.who},
                          {u"from"_s, m_peer}});
}

void HttpConnection::finish()
{
    m_phase = Phase::Over;
    Q_EMIT finished();
    deleteLater();
}

} // namespace nova
