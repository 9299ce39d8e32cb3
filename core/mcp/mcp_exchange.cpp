#include "core/mcp/mcp_exchange.h"

#include "core/net/origin.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int maxRedirects = 3;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Whether what belongs to the server at `from` may go to `to`, too: not to another host, and not out of TLS.
bool mayFollow(const QUrl &from, const QUrl &to)
{
    const bool isUpgrade = from.host().compare(to.host(), Qt::CaseInsensitive) == 0 && from.scheme() == u"http" &&
                           to.scheme() == u"https" && portOf(from) == 80 && portOf(to) == 443;
    return isSameOrigin(from, to) || isUpgrade;
}

/// Headers that the protocol decides about, whatever the catalog says.
bool isOfProtocol(const QByteArray &name)
{
    static const QList<QByteArray> names{"accept",     "content-type",   "content-length",       "transfer-encoding",
                                         "connection", "mcp-session-id", "mcp-protocol-version", "mcp-method",
                                         "expect"};
    return names.contains(name.toLower());
}

QList<HttpHeader> headersFor(const McpEndpoint &endpoint, const QList<HttpHeader> &protocol)
{
    QList<HttpHeader> headers = protocol;
    for (const HttpHeader &header : endpoint.headers) {
        if (!isOfProtocol(header.name))
            headers.append(header);
    }
    return headers;
}

QByteArray mediaType(const HttpReply &reply)
{
    return reply.header("Content-Type").split(';').first().trimmed().toLower();
}

} // namespace

/// Finds the reply in a body while it is still coming.
struct McpExchange::ReplyReader {
    explicit ReplyReader(int expected)
        : id(expected)
    {
    }

    /// Pieces of what may be an event stream. JSON holds no line that begins with «data», so nothing is found in it.
    bool feed(QByteArrayView piece)
    {
        stream.feed(piece);
        while (!reply) {
            const auto event = stream.next();
            if (!event)
                return false;
            reply = rpcReply(*event, id);
        }
        return true;
    }

    const int id;
    SseReader stream;
    std::optional<RpcReply> reply;
};

McpExchange::McpExchange(HttpClient &client, McpEndpoint endpoint)
    : m_client(client)
    , m_endpoint(std::move(endpoint))
{
}

McpExchange::~McpExchange()
{
    m_client.cancel(m_call);
}

void McpExchange::post(McpMessage message, std::chrono::milliseconds timeout, Done done)
{
    m_message = std::move(message);
    m_timeout = timeout;
    m_done = std::move(done);
    m_redirects = 0;
    m_since.start();
    send();
}

void McpExchange::send()
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_endpoint.url.toEncoded();
    request.body = m_message.body;
    request.headers = headersFor(m_endpoint, QList<HttpHeader>{{"Content-Type", "application/json"},
                                                               {"Accept", "application/json, text/event-stream"}} +
                                                 m_message.headers);
    request.timeout = m_timeout - std::chrono::milliseconds(m_since.elapsed());
    m_reader = std::make_shared<ReplyReader>(m_message.id);
    if (m_message.id != 0)
        request.isEnough = [reader = m_reader](QByteArrayView piece) { return reader->feed(piece); };
    else
        request.isEnough = [](QByteArrayView) { return true; }; // The status says all.
    m_call = m_client.send(std::move(request), [this](const HttpReply &reply) { take(reply); });
}

bool McpExchange::follow(const HttpReply &reply)
{
    if (reply.failure != HttpFailure::None || !isRedirect(reply.status) || m_redirects >= maxRedirects ||
        reply.header("Location").isEmpty())
        return false;
    const QUrl target = m_endpoint.url.resolved(QUrl::fromEncoded(reply.header("Location")));
    if (!mayFollow(m_endpoint.url, target))
        return false;
    ++m_redirects;
    m_endpoint.url = target;
    send();
    return true;
}

void McpExchange::take(const HttpReply &reply)
{
    if (follow(reply))
        return;
    McpAnswer answer;
    answer.failure = reply.failure;
    answer.detail = reply.detail;
    answer.status = reply.status;
    answer.challenged = !reply.header("WWW-Authenticate").isEmpty();
    answer.session = reply.header("Mcp-Session-Id");
    answer.contentType = QString::fromLatin1(mediaType(reply));
    answer.elapsedMs = int(m_since.elapsed());
    if (isRedirect(reply.status) && !reply.header("Location").isEmpty()) {
        const QUrl target = m_endpoint.url.resolved(QUrl::fromEncoded(reply.header("Location")));
        answer.redirect = target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
    }
    if (m_reader->reply)
        answer.reply = m_reader->reply;
    else if (m_message.id != 0 && reply.failure == HttpFailure::None && answer.contentType != u"text/event-stream")
        answer.reply = rpcReply(reply.body, m_message.id);
    const Done done = std::move(m_done); // Who is told may send the next one, or end this.
    done(answer);
}

void McpExchange::endSession(HttpClient &client, const McpEndpoint &endpoint, const QList<HttpHeader> &headers,
                             std::chrono::milliseconds timeout, const std::function<void()> &done)
{
    HttpRequest request;
    request.method = "DELETE";
    request.url = endpoint.url.toEncoded();
    request.headers = headersFor(endpoint, headers);
    request.timeout = timeout;
    request.isEnough = [](QByteArrayView) { return true; };
    client.send(std::move(request), [done](const HttpReply &) {
        if (done)
            done();
    });
}

} // namespace nova
