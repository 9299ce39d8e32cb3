#pragma once

#include "core/mcp/json_rpc.h"
#include "core/mcp/sse_reader.h"
#include "core/net/http_client.h"

#include <QElapsedTimer>
#include <QUrl>

namespace nova
{

/// Where and as whom a server is asked.
struct McpEndpoint {
    QUrl url;                    ///< Absolute.
    QList<HttpHeader> headers{}; ///< Credentials and the like, in plain: for this server alone.
};

/// One message to the server.
struct McpMessage {
    QByteArray body;
    QList<HttpHeader> headers{}; ///< Those of the protocol.
    int id = 0;                  ///< Of the request; 0 for a notification, which has no reply.
};

/// How one exchange went, from the wire's end.
struct McpAnswer {
    HttpFailure failure = HttpFailure::None;
    QString detail{};
    int status = 0;          ///< Of HTTP.
    bool challenged = false; ///< WWW-Authenticate came along.
    QByteArray session{};    ///< Mcp-Session-Id, where one was given.
    QString contentType{};
    QString redirect{}; ///< A place on another host that Nova did not follow.
    std::optional<RpcReply> reply{};
    int elapsedMs = 0;

    [[nodiscard]] bool isSuccess() const { return failure == HttpFailure::None && status >= 200 && status < 300; }
};

/// Sends one message by POST and reads the reply, be it JSON or an event stream (2026-07-28, Streamable HTTP, "Sending
/// Messages"; the same since 2025-03-26). Of a stream it reads to the reply and no further. Redirects are followed
/// on the same host only, and not from https to http. One exchange at a time; core thread.
class McpExchange
{
public:
    using Done = std::function<void(const McpAnswer &)>;

    McpExchange(HttpClient &client, McpEndpoint endpoint);
    ~McpExchange();
    Q_DISABLE_COPY_MOVE(McpExchange)

    void post(McpMessage message, std::chrono::milliseconds timeout, Done done);
    /// Asks for the end of a session. Nobody waits for the answer.
    static void endSession(HttpClient &client, const McpEndpoint &endpoint, const QList<HttpHeader> &headers,
                           std::chrono::milliseconds timeout, const std::function<void()> &done);

    /// Where the last message went in the end.
    [[nodiscard]] const McpEndpoint &endpoint() const { return m_endpoint; }

private:
    struct ReplyReader;

    void send();
    void take(const HttpReply &reply);
    [[nodiscard]] bool follow(const HttpReply &reply);

    HttpClient &m_client;
    McpEndpoint m_endpoint;
    McpMessage m_message;
    Done m_done;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_timeout{0};
    int m_redirects = 0;
    quint64 m_call = 0;
    std::shared_ptr<ReplyReader> m_reader;
};

} // namespace nova
