#include "server/http/http_connection.h"

#include "core/log/logger.h"
#include "server/auth/gatekeeper.h"
#include "server/auth/secrets.h"
#include "server/http/problem.h"
#include "server/metrics/server_metrics.h"
#include "server/net/client_source.h"

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

using Dropped = ServerMetrics::Dropped;

constexpr qsizetype maxInput = 64 * 1024; ///< What a client sends beyond waits in the kernel, and then with the client.
constexpr qint64 maxUnsent = 256 * 1024;  ///< With more, the next request waits until the client has read.
constexpr int requestsPerTurn = 16;       ///< Then others have their turn.

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<Stream> stream, const HttpService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_stream(std::move(stream))
    , m_peer(m_stream->peer().toString())
    , m_deadline(service.deadlines.request)
{
    listen();
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::listen()
{
    connect(m_stream.get(), &Stream::readable, this, &HttpConnection::onReadable);
    connect(m_stream.get(), &Stream::closed, this, &HttpConnection::finish);
    connect(m_stream.get(), &Stream::drained, this, [this] {
        m_stream->setReading(true);
        advance();
    });
}

void HttpConnection::checkDeadline()
{
    if (m_stream->unsent() == 0) {
        m_writeDue = QDeadlineTimer(QDeadlineTimer::Forever);
    } else if (m_writeDue.isForever() || m_stream->written() != m_writtenThen) {
        m_writeDue.setRemainingTime(m_service.deadlines.request);
        m_writtenThen = m_stream->written();
    }
    if (m_writeDue.hasExpired())
        drop(Dropped::SlowReader);
    else if (isReading() && m_deadline.hasExpired())
        drop(m_input.isEmpty() && m_phase == Phase::Head && m_serial > 0 ? Dropped::Idle : Dropped::SlowSender);
}

void HttpConnection::drop(Dropped why)
{
    m_service.metrics.dropped(why);
    m_stream->abort();
}

void HttpConnection::onReadable()
{
    if (m_phase == Phase::Handling || m_input.size() >= maxInput || !mayGoOn()) {
        m_stream->setReading(false); // Until the request under way is answered.
        return;
    }
    m_stream->read(m_input, maxInput - m_input.size());
    advance();
}

bool HttpConnection::mayGoOn() const
{
    return m_stream && m_stream->unsent() <= maxUnsent;
}

void HttpConnection::advance()
{
    if (m_advancing)
        return; // An answer given at once, further up the stack, goes on in the loop below.
    m_advancing = true;
    const quint64 last = m_serial + requestsPerTurn;
    while (m_serial < last && mayGoOn() &&
           ((m_phase == Phase::Head && readHead()) || (m_phase == Phase::Body && readBody()))) {
    }
    m_advancing = false;
    if (!isReading() || !mayGoOn())
        return;
    if (m_serial >= last)
        QMetaObject::invokeMethod(this, &HttpConnection::advance, Qt::QueuedConnection);
    else if (m_stream->atEnd())
        end(); // Half a request will not become a whole one.
}

bool HttpConnection::readHead()
{
    if (m_input.isEmpty())
        return false;
    if (m_deadline.remainingTimeAsDuration() > m_service.deadlines.request)
        m_deadline.setRemainingTime(m_service.deadlines.request); // The first byte of the next request.
    const QByteArrayView seen = QByteArrayView(m_input).first(std::min(m_input.size(), RequestParser::maxHead));
    const qsizetype end = findHeadEnd(seen);
    if (end == 0 && seen.size() < RequestParser::maxHead)
        return false;
    m_began.start();
    m_request = {};
    m_route = nullptr;
    m_parser = std::make_unique<RequestParser>();
    m_keepAlive = false;
    ++m_serial;
    const auto refusal = end > 0    ? m_parser->parseHead(seen.first(end))
                         : end == 0 ? RequestParser::Refusal{431, u"The request's head is longer than 16 KiB."_s}
                                    : RequestParser::Refusal{400, u"Lines of a request's head end with CR LF."_s};
    m_request.head = m_parser->head();
    m_request.id = requestIdFor(m_request.head.value("X-Request-ID"));
    m_request.address = m_peer;
    m_request.source = clientSource(m_stream->peer().address);
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
    m_input.remove(0, headSize);
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
    m_phase = Phase::Body;
    if (m_parser->hasBody() && m_request.head.value("Expect").compare("100-continue", Qt::CaseInsensitive) == 0)
        m_stream->send("HTTP/1.1 100 Continue\r\n\r\n");
}

/// Whether the request may go on. In this order: Host, Origin, route, authentication, form.
std::optional<Response> HttpConnection::admit()
{
    const RequestHead &head = m_request.head;
    const qsizetype queryAt = head.target.indexOf('?');
    const QByteArray path = queryAt < 0 ? head.target : head.target.left(queryAt);
    auto match = m_service.router.match(head.method, path);
    if (const auto source = m_service.gatekeeper.checkSource(head, match.route); !source)
        return source.error();
    const auto segments = decodePath(path);
    if (!segments)
        return problem(400, u"The path is not one that this server would give."_s);
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
    auto caller = m_service.gatekeeper.checkCaller(head, *m_route, m_request.source);
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
    if (!m_parser->isDone()) {
        qsizetype used = 0;
        if (const auto refusal = m_parser->putBody(m_input, &used)) {
            m_keepAlive = false;
            respond(problem(refusal.status, refusal.detail));
            return false;
        }
        m_input.remove(0, used);
        if (!m_parser->isDone())
            return used > 0 && !m_input.isEmpty();
    }
    m_request.body = m_parser->takeBody();
    handle(); // What came behind the body is the next request.
    return m_phase == Phase::Head;
}

void HttpConnection::handle()
{
    m_phase = Phase::Handling;
    const auto answer = [self = QPointer(this), serial = m_serial](Response response) {
        if (self && self->m_serial == serial && self->m_phase == Phase::Handling)
            self->respond(std::move(response));
    };
    m_route->handler(m_request, answer);
}

void HttpConnection::handOver()
{
    m_stream->disconnect(this);
    const Upgrade upgrade{m_request.head, m_request.query, m_request.id, m_peer, !m_request.who.isEmpty(), m_input};
    if (const auto refused = m_service.upgrade(m_stream, upgrade)) {
        listen();
        m_keepAlive = false;
        respond(*refused);
        return;
    }
    logAccess({101, {}, {}});
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
    if (response.header("Cache-Control").isNull()) // Files of the web client say what may be kept; of all else nothing.
        response.headers.emplace_back("Cache-Control", "no-store");
    m_keepAlive = m_keepAlive && !response.close && !m_stream->atEnd();
    QByteArray bytes = serializeHead(response, m_keepAlive);
    if (m_request.head.method != "HEAD" && response.status != 304)
        bytes += response.body;
    m_stream->send(bytes);
    logAccess(response);
    if (!m_keepAlive) {
        end();
        return;
    }
    m_phase = Phase::Head;
    m_deadline.setRemainingTime(m_service.deadlines.idle);
    m_stream->setReading(true);
    advance();
}

void HttpConnection::logAccess(const Response &response)
{
    const std::chrono::nanoseconds took(m_began.isValid() ? m_began.nsecsElapsed() : 0);
    m_service.metrics.answered(m_request.head.method, m_route ? m_route->pattern : QString(), response.status, took,
                               response.body.size());
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
                          {u"ms"_s, double(took.count() / 1000) / 1000.0},
                          {u"who"_s, m_request.who},
                          {u"from"_s, m_peer}});
}

void HttpConnection::endSoon()
{
    m_keepAlive = false;
    if (isReading())
        end(); // The answer is made, and being sent.
}

void HttpConnection::end()
{
    m_phase = Phase::Over;
    m_stream->finish();
}

void HttpConnection::finish()
{
    m_phase = Phase::Over;
    Q_EMIT finished();
    deleteLater();
}

} // namespace nova
