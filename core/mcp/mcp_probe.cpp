#include "core/mcp/mcp_probe.h"

#include "core/mcp/mcp_versions.h"
#include "core/mcp/mcp_words.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int maxPages = 50;

/// Of the deadline: a server of an earlier revision may say nothing at all to a method that it does not know.
constexpr double shareOfDiscovery = 0.6;

} // namespace

McpProbe::McpProbe(HttpClient &client, McpEndpoint endpoint, McpMemory memory, std::chrono::milliseconds deadline,
                   Done done)
    : m_client(client)
    , m_exchange(client, std::move(endpoint))
    , m_deadline(deadline)
    , m_done(std::move(done))
{
    m_finding.memory = std::move(memory);
}

McpProbe::~McpProbe() = default;

QJsonObject McpProbe::clientInfo()
{
    return {{u"name"_s, u"nova-settings"_s}, {u"version"_s, QCoreApplication::applicationVersion()}};
}

QList<HttpHeader> McpProbe::sessionHeaders(const McpMemory &memory)
{
    QList<HttpHeader> headers{{"MCP-Protocol-Version", memory.version.toLatin1()}};
    if (!memory.session.isEmpty())
        headers.append({"Mcp-Session-Id", memory.session});
    return headers;
}

void McpProbe::start()
{
    m_since.start();
    if (m_finding.memory.era == McpMemory::Era::Legacy) {
        if (m_finding.memory.isOpen)
            return ping();
        leaveSession(); // Its handshake broke off: the server may wait for the rest of it for ever.
    }
    discover();
}

void McpProbe::ask(const QString &method, QJsonObject params, Next next)
{
    McpMessage message;
    message.id = ++m_lastId;
    if (m_finding.memory.era == McpMemory::Era::Legacy) {
        if (method != u"initialize") // Which is what finds out the version.
            message.headers = sessionHeaders(m_finding.memory);
    } else {
        params[u"_meta"_s] = QJsonObject{{u"io.modelcontextprotocol/protocolVersion"_s, modernVersion()},
                                         {u"io.modelcontextprotocol/clientInfo"_s, clientInfo()},
                                         {u"io.modelcontextprotocol/clientCapabilities"_s, QJsonObject()}};
        message.headers = {{"MCP-Protocol-Version", modernVersion().toLatin1()}, {"Mcp-Method", method.toLatin1()}};
    }
    message.body = rpcRequest(message.id, method, params);
    m_asked = method;
    m_exchange.post(std::move(message), left(method == u"server/discover" ? shareOfDiscovery : 1),
                    [this, next](const McpAnswer &answer) {
                        if (m_finding.latencyMs < 0 && answer.isSuccess())
                            m_finding.latencyMs = answer.elapsedMs;
                        (this->*next)(answer);
                    });
}

void McpProbe::notify(const QString &method, Next next)
{
    m_asked = method;
    m_exchange.post({rpcNotification(method), sessionHeaders(m_finding.memory)}, left(1),
                    [this, next](const McpAnswer &answer) { (this->*next)(answer); });
}

std::chrono::milliseconds McpProbe::left(double share) const
{
    const auto all = m_deadline - std::chrono::milliseconds(m_since.elapsed());
    return std::chrono::milliseconds(qint64(double(all.count()) * share));
}

void McpProbe::leaveSession()
{
    const McpMemory &memory = m_finding.memory;
    if (!memory.session.isEmpty()) {
        McpEndpoint endpoint = m_exchange.endpoint();
        endpoint.url = memory.url;
        McpExchange::endSession(m_client, endpoint, sessionHeaders(memory), m_deadline, {});
    }
    m_finding.memory = {};
}

void McpProbe::listTools(const QString &cursor)
{
    ask(u"tools/list"_s, cursor.isEmpty() ? QJsonObject() : QJsonObject{{u"cursor"_s, cursor}}, &McpProbe::onTools);
}

void McpProbe::onTools(const McpAnswer &answer)
{
    const QJsonValue tools = answer.reply ? answer.reply->result[u"tools"] : QJsonValue();
    if (!answer.isSuccess() || !tools.isArray()) {
        if (answer.status == 401 || answer.status == 403)
            return fail(answer);
        if (answer.status == 404 && m_isResumed && !m_finding.memory.session.isEmpty()) {
            step(u"%1: the session is over"_s.arg(answerWords(answer)), true, answer);
            leaveSession(); // By its ping it is not: who is in doubt says good-bye.
            m_names.clear();
            m_cursors.clear();
            m_count = m_pages = 0;
            return discover();
        }
        m_finding.detail = answerWords(answer);
        m_finding.failure = answer.failure;
        step(m_finding.detail, false, answer);
        return finish(McpFinding::Kind::ToolsFailed);
    }
    const QJsonArray list = tools.toArray();
    for (const QJsonValue &tool : list) {
        if (m_names.size() < maxToolNames)
            m_names.append(plainText(tool[u"name"].toString(), 128));
    }
    m_count += int(list.size());
    step(list.size() == 1 ? u"1 tool"_s : u"%1 tools"_s.arg(list.size()), true, answer);
    const QString cursor = answer.reply->result[u"nextCursor"].toString();
    if (!cursor.isEmpty() && ++m_pages < maxPages && !m_cursors.contains(cursor)) {
        m_cursors.insert(cursor);
        return listTools(cursor);
    }
    m_finding.memory.toolNames = m_names;
    m_finding.memory.toolCount = m_count;
    finish(McpFinding::Kind::Healthy);
}

void McpProbe::step(const QString &found, bool fine, const McpAnswer &answer)
{
    m_finding.steps.append({m_asked, found, fine, answer.elapsedMs});
}

void McpProbe::fail(const McpAnswer &answer)
{
    using Kind = McpFinding::Kind;
    m_finding.failure = answer.failure;
    m_finding.status = answer.status;
    m_finding.challenged = answer.challenged;
    m_finding.redirect = answer.redirect;
    m_finding.detail = answerWords(answer);
    step(m_finding.detail, false, answer);
    const bool isAnswer = answer.failure == HttpFailure::None || answer.failure == HttpFailure::TooLarge ||
                          answer.failure == HttpFailure::NotHttp;
    if (!isAnswer || answer.status >= 500)
        return finish(Kind::NoAnswer);
    if (answer.status == 429)
        return finish(Kind::Busy);
    const bool refused = answer.status == 401 || answer.status == 403;
    finish(refused && answer.challenged ? Kind::WantsCredentials : Kind::NotMcp);
}

void McpProbe::refuse(const QStringList &offered, const QString &detail, const McpAnswer &answer)
{
    m_finding.offered = offered;
    m_finding.status = answer.status;
    m_finding.detail = detail;
    step(offered.isEmpty() ? detail : u"speaks %1, which Nova does not"_s.arg(offered.join(u", "_s)), false, answer);
    finish(McpFinding::Kind::NoCommonVersion);
}

void McpProbe::finish(McpFinding::Kind kind)
{
    m_finding.kind = kind;
    // What did not work is asked anew the next time, but for a session: who holds it may still have to end it.
    const bool understood = kind == McpFinding::Kind::Healthy || kind == McpFinding::Kind::ToolsFailed;
    if (!understood && m_finding.memory.session.isEmpty())
        m_finding.memory.era = McpMemory::Era::Unknown;
    const Done done = m_done; // Who is told may destroy the probe.
    const McpFinding finding = m_finding;
    done(finding);
}

} // namespace nova
