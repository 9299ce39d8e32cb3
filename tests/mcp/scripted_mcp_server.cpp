#include "tests/mcp/scripted_mcp_server.h"

#include "core/mcp/mcp_versions.h"
#include "tests/mcp/scripted_connection.h"
#include "tests/support/scratch.h"

#include <QSslSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

bool acceptsBoth(const SeenRequest &request)
{
    const QByteArray accept = request.header("Accept");
    return accept.contains("application/json") && accept.contains("text/event-stream") &&
           request.header("Content-Type") == "application/json";
}

QJsonObject meta(const SeenRequest &request)
{
    return request.json[u"params"][u"_meta"].toObject();
}

} // namespace

ScriptedMcpServer::ScriptedMcpServer(ServerScript script, const QHostAddress &address)
    : m_script(std::move(script))
{
    if (!listen(address))
        qFatal("cannot listen: %s", qPrintable(errorString()));
    m_port = serverPort();
}

void ScriptedMcpServer::useTls(const QString &certificateFile, const QString &keyFile)
{
    m_certificate = QSslCertificate(Scratch::read(certificateFile));
    m_key = QSslKey(Scratch::read(keyFile), QSsl::Ec);
}

QUrl ScriptedMcpServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_certificate.isNull() ? u"http"_s : u"https"_s);
    url.setHost(serverAddress().protocol() == QAbstractSocket::IPv6Protocol ? u"::1"_s : u"127.0.0.1"_s);
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

QStringList ScriptedMcpServer::calls() const
{
    QStringList calls;
    for (const SeenRequest &request : m_seen)
        calls.append(request.call());
    return calls;
}

qsizetype ScriptedMcpServer::openConnections() const
{
    return findChildren<ScriptedConnection *>().size();
}

void ScriptedMcpServer::goAway()
{
    close();
    qDeleteAll(findChildren<ScriptedConnection *>());
}

void ScriptedMcpServer::comeBack()
{
    if (!listen(QHostAddress::LocalHost, m_port))
        qFatal("cannot listen again: %s", qPrintable(errorString()));
}

void ScriptedMcpServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_certificate.isNull()) {
        socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
    } else {
        auto *secure = new QSslSocket;
        secure->setSocketDescriptor(descriptor);
        secure->setLocalCertificate(m_certificate);
        secure->setPrivateKey(m_key);
        secure->startServerEncryption();
        socket = secure;
    }
    new ScriptedConnection(
        socket, m_script.greeting, [this](const SeenRequest &request) { return answer(request); }, this);
}

WireReply ScriptedMcpServer::answer(const SeenRequest &request)
{
    m_seen.append(request);
    if (m_script.fault) {
        if (const auto reply = m_script.fault(request))
            return *reply;
    }
    const bool isModern = m_script.era == ServerScript::Era::Modern ||
                          (m_script.era == ServerScript::Era::Dual && !meta(request).isEmpty());
    return isModern ? answerModern(request) : answerLegacy(request);
}

WireReply ScriptedMcpServer::answerModern(const SeenRequest &request) const
{
    if (request.method != "POST")
        return httpReply(405, {}, {});
    const QString version = meta(request)[u"io.modelcontextprotocol/protocolVersion"].toString();
    const bool headersFit = acceptsBoth(request) && !version.isEmpty() &&
                            request.header("MCP-Protocol-Version") == version.toLatin1() &&
                            request.header("Mcp-Method") == request.rpc().toLatin1() &&
                            meta(request)[u"io.modelcontextprotocol/clientCapabilities"].isObject();
    if (!headersFit)
        return jsonReply(rpcError(request, -32020, u"Header mismatch"_s), 400);
    if (request.rpc() == u"server/discover")
        return m_script.reply(rpcResult(
            request, {{u"resultType"_s, u"complete"_s},
                      {u"supportedVersions"_s, QJsonArray::fromStringList(m_script.supported)},
                      {u"capabilities"_s, m_script.capabilities()},
                      {u"_meta"_s, QJsonObject{{u"io.modelcontextprotocol/serverInfo"_s, m_script.serverInfo()}}}}));
    if (request.rpc() == u"tools/list")
        return m_script.reply(rpcResult(request, m_script.toolList()));
    return jsonReply(rpcError(request, -32601, u"Method not found"_s), 404);
}

WireReply ScriptedMcpServer::answerLegacy(const SeenRequest &request)
{
    if (request.rpc() == u"initialize")
        return initialize(request);
    const QByteArray session = request.header("Mcp-Session-Id");
    if (m_script.givesSessions && session.isEmpty())
        return jsonReply(rpcError({}, -32000, u"Bad Request: no session"_s), 400);
    const auto known = m_sessions.find(session);
    if (m_script.givesSessions && known == m_sessions.end())
        return jsonReply(rpcError({}, -32001, u"Session not found"_s), 404);
    if (request.method == "DELETE") {
        m_sessions.erase(session);
        return httpReply(200, {}, {});
    }
    if (request.method != "POST")
        return httpReply(405, {}, {});
    if (request.rpc() == u"server/discover")
        return m_script.reply(rpcError(request, -32601, u"Method not found"_s));
    if (!acceptsBoth(request) || request.header("MCP-Protocol-Version") != m_script.legacyVersion.toLatin1())
        return jsonReply(rpcError({}, -32000, u"Bad Request: wrong headers"_s), 400);
    if (request.rpc() == u"notifications/initialized") {
        if (known != m_sessions.end())
            known->second = true;
        return httpReply(202, {}, {});
    }
    if (request.rpc() == u"ping")
        return m_script.reply(rpcResult(request, {}));
    if (request.rpc() != u"tools/list")
        return m_script.reply(rpcError(request, -32601, u"Method not found"_s));
    if (known != m_sessions.end() && !known->second)
        return m_script.reply(rpcError(request, -32602, u"Not initialized yet"_s));
    return m_script.reply(rpcResult(request, m_script.toolList()));
}

WireReply ScriptedMcpServer::initialize(const SeenRequest &request)
{
    const bool isWhole = acceptsBoth(request) && request.header("Mcp-Session-Id").isEmpty() &&
                         legacyVersions().contains(request.json[u"params"][u"protocolVersion"].toString()) &&
                         request.json[u"params"][u"capabilities"].isObject() &&
                         request.json[u"params"][u"clientInfo"][u"name"].isString();
    if (!isWhole)
        return jsonReply(rpcError(request, -32602, u"Invalid params"_s), 400);
    QList<HttpHeader> headers;
    if (m_script.givesSessions) {
        const QByteArray session = "session-" + QByteArray::number(++m_sessionsGiven);
        m_sessions.emplace(session, false);
        m_mostSessions = std::max(m_mostSessions, openSessions());
        headers.append({"mcp-session-id", session});
    }
    if (m_script.stallsInInitialize)
        return endless("text/event-stream\r\nMcp-Session-Id: session-" + QByteArray::number(m_sessionsGiven), ":\n",
                       std::chrono::milliseconds(50));
    return m_script.reply(rpcResult(request, {{u"protocolVersion"_s, m_script.legacyVersion},
                                              {u"capabilities"_s, m_script.capabilities()},
                                              {u"serverInfo"_s, m_script.serverInfo()}}),
                          headers);
}

} // namespace nova::test
