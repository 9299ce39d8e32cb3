#include "core/mcp/mcp_probe.h"

#include "core/mcp/mcp_versions.h"
#include "core/mcp/mcp_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The handshakes of both eras, and how the era is found out.

namespace nova
{

namespace
{

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

void McpProbe::discover()
{
    m_finding.memory.era = McpMemory::Era::Unknown;
    m_isResumed = false;
    ask(u"server/discover"_s, {}, &McpProbe::onDiscovered);
}

bool McpProbe::mayBeLegacy(const McpAnswer &answer) const
{
    if (answer.failure != HttpFailure::None || answer.status == 401 || answer.status == 403 || answer.status == 429)
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
    const bool isAnswer = answer.failure == HttpFailure::None && answer.status != 401 && answer.status != 403 &&
                          answer.status != 429 && !isProxy;
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

} // namespace nova
