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

// Errors that only a server of a modern revision gives (2026-07-28, basic, "Error codes").
constexpr int headerMismatch = -32020;
constexpr int missingCapability = -32021;
constexpr int unsupportedVersion = -32022;

bool isModernError(const RpcReply &reply)
{
    return reply.isError &&
           (reply.code == headerMismatch || reply.code == missingCapability || reply.code == unsupportedVersion);
}

QStringList strings(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values.size() <= 100 ? values : QJsonArray())
        texts.append(plainText(value.toString(), 40));
    return texts;
}

QString commonLegacy(const QStringList &offered)
{
    const QStringList known = legacyVersions();
    for (const QString &version : known) {
        if (offered.contains(version))
            return version;
    }
    return {};
}

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

void McpProbe::discover()
{
    m_finding.memory.era = McpMemory::Era::Unknown;
    m_isResumed = false;
    ask(u"server/discover"_s, {}, &McpProbe::onDiscovered);
}

bool McpProbe::mayBeLegacy(const McpAnswer &answer) const
{
    if (answer.failure != HttpFailure::None || answer.status == 401 || answer.status == 403)
        return false;
    // A server of an earlier revision refuses what it does not know in its own way; some do so with a 5xx.
    return answer.status >= 400 || answer.reply.has_value();
}

void McpProbe::onDiscovered(const McpAnswer &answer)
{
    const bool isDiscovery = answer.isSuccess() && answer.reply && answer.reply->result[u"supportedVersions"].isArray();
    if (isDiscovery) {
        const QStringList offered = strings(answer.reply->result[u"supportedVersions"]);
        takeDiscovery(answer.reply->result);
        if (offered.contains(modernVersion())) {
            m_finding.memory.era = McpMemory::Era::Modern;
            m_finding.memory.version = modernVersion();
            m_finding.memory.url = m_exchange.endpoint().url;
            step(u"speaks %1: %2"_s.arg(offered.join(u", "_s), serverWords(m_finding.memory)), true, answer);
            return m_finding.memory.offersTools ? listTools({}) : finish(McpFinding::Kind::Healthy);
        }
        if (commonLegacy(offered).isEmpty())
            return refuse(offered, {}, answer);
        step(u"speaks %1"_s.arg(offered.join(u", "_s)), true, answer);
        return initialize();
    }
    if (answer.reply && isModernError(*answer.reply)) {
        const QStringList offered = strings(answer.reply->data[u"supported"]);
        if (answer.reply->code != unsupportedVersion || commonLegacy(offered).isEmpty())
            return refuse(offered, errorWords(*answer.reply), answer);
        step(u"speaks %1"_s.arg(offered.join(u", "_s)), true, answer);
        return initialize();
    }
    if (answer.failure == HttpFailure::TimedOut && answer.status == 0) {
        m_silent = answer;
        step(u"%1: perhaps a server that does not know the method"_s.arg(answerWords(answer)), false, answer);
        return initialize();
    }
    if (!mayBeLegacy(answer))
        return fail(answer);
    step(u"%1: no server of revision %2"_s.arg(answerWords(answer), modernVersion()), true, answer);
    initialize();
}

void McpProbe::takeDiscovery(const QJsonObject &result)
{
    const QJsonObject info = result[u"_meta"][u"io.modelcontextprotocol/serverInfo"].toObject();
    McpMemory &memory = m_finding.memory;
    memory.serverName = plainText(info[u"name"].toString(), 80);
    memory.serverVersion = plainText(info[u"version"].toString(), 40);
    takeCapabilities(result);
    memory.session.clear();
}

void McpProbe::takeCapabilities(const QJsonObject &result)
{
    McpMemory &memory = m_finding.memory;
    memory.offersTools = result[u"capabilities"].toObject().contains(u"tools");
    if (!memory.offersTools) { // Perhaps it did before.
        memory.toolNames.clear();
        memory.toolCount = -1;
    }
}

void McpProbe::initialize()
{
    McpMemory &memory = m_finding.memory;
    memory.era = McpMemory::Era::Legacy;
    memory.isOpen = false;
    memory.session.clear();
    memory.version.clear();
    ask(u"initialize"_s,
        {{u"protocolVersion"_s, legacyVersions().first()},
         {u"capabilities"_s, QJsonObject()},
         {u"clientInfo"_s, clientInfo()}},
        &McpProbe::onInitialized);
}

void McpProbe::onInitialized(const McpAnswer &answer)
{
    McpMemory &memory = m_finding.memory;
    memory.session = answer.session; // Also of an answer that is of no use: the session is there.
    memory.url = m_exchange.endpoint().url;
    const QJsonObject result = answer.reply ? answer.reply->result : QJsonObject();
    if (answer.isSuccess() && result[u"protocolVersion"].isString()) {
        const QString version = plainText(result[u"protocolVersion"].toString(), 40);
        memory.version = version;
        if (!legacyVersions().contains(version))
            return refuse({version}, {}, answer);
        const QJsonObject info = result[u"serverInfo"].toObject();
        memory.serverName = plainText(info[u"name"].toString(), 80);
        memory.serverVersion = plainText(info[u"version"].toString(), 40);
        takeCapabilities(result);
        step(u"speaks %1: %2%3"_s.arg(version, serverWords(memory),
                                      memory.session.isEmpty() ? QString() : u", with a session"_s),
             true, answer);
        return notify(u"notifications/initialized"_s, &McpProbe::onNotified);
    }
    if (m_silent) // Slow rather than of an earlier revision: what it says to this one means nothing.
        return fail(*m_silent);
    if (answer.reply && answer.reply->isError) {
        const QStringList offered = strings(answer.reply->data[u"supported"]);
        if (!offered.isEmpty() || answer.reply->code == unsupportedVersion)
            return refuse(offered, errorWords(*answer.reply), answer);
    }
    fail(answer);
}

void McpProbe::onNotified(const McpAnswer &answer)
{
    if (!answer.isSuccess())
        return fail(answer);
    step(u"taken"_s, true, answer);
    m_finding.memory.isOpen = true;
    if (m_finding.memory.offersTools)
        listTools({});
    else
        finish(McpFinding::Kind::Healthy);
}

void McpProbe::ping()
{
    m_isResumed = true;
    ask(u"ping"_s, {}, &McpProbe::onPinged);
}

void McpProbe::onPinged(const McpAnswer &answer)
{
    const bool understood = answer.isSuccess() && answer.reply;
    // 502 to 504 are a proxy's, which has nobody behind it just now: the session may go on when it has.
    const bool isProxy = answer.status >= 502 && answer.status <= 504;
    const bool isAnswer =
        answer.failure == HttpFailure::None && answer.status != 401 && answer.status != 403 && !isProxy;
    if (!understood && isAnswer) {
        // 404 is how a server says that the session is over (2025-11-25, transports, "Session Management"). What says
        // something else may be another server by now.
        step(u"%1: the session is over, or it is another server"_s.arg(answerWords(answer)), true, answer);
        if (answer.status == 404)
            m_finding.memory.session.clear(); // There is nothing to leave.
        leaveSession();
        return discover();
    }
    if (!understood)
        return fail(answer);
    // An error is an answer, too: of a server that has forgotten to know this method.
    step(u"answered"_s, true, answer);
    if (m_finding.memory.offersTools)
        listTools({});
    else
        finish(McpFinding::Kind::Healthy);
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
