#include "core/health/health_check.h"

#include "core/mcp/mcp_words.h"

using namespace Qt::StringLiterals;

namespace nova
{

McpFinding cleaned(McpFinding finding, const SecretFilter &secrets)
{
    if (secrets.isEmpty())
        return finding;
    McpMemory &memory = finding.memory;
    for (QString *text :
         {&finding.detail, &finding.redirect, &memory.serverName, &memory.serverVersion, &memory.version})
        *text = secrets.cleaned(*text);
    for (QStringList *texts : {&finding.offered, &finding.memory.toolNames}) {
        for (QString &text : *texts)
            text = secrets.cleaned(text);
    }
    for (ProbeStep &step : finding.steps)
        step.found = secrets.cleaned(step.found);
    return finding;
}

HealthCheck::HealthCheck(HttpClient &client, ProbeTarget target, McpMemory memory, Done done)
    : m_client(client)
    , m_target(std::move(target))
    , m_done(std::move(done))
{
    m_result.mcp.memory = std::move(memory);
}

HealthCheck::~HealthCheck()
{
    m_client.cancel(m_call);
}

void HealthCheck::start()
{
    m_since.start();
    if (m_target.kind == ProbeKind::Http)
        return askHealthUrl();
    m_probe = std::make_unique<McpProbe>(m_client, m_target.endpoint, m_result.mcp.memory, m_target.timeout,
                                         [this](const McpFinding &finding) { takeFinding(finding); });
    m_probe->start();
}

void HealthCheck::takeFinding(const McpFinding &finding)
{
    m_result.mcp = finding;
    switch (finding.kind) {
    case McpFinding::Kind::Healthy:
        return finish(CheckResult::Kind::Healthy, u"url"_s);
    case McpFinding::Kind::ToolsFailed:
        return finish(CheckResult::Kind::ToolsFailed, u"url"_s);
    case McpFinding::Kind::Busy:
        return finish(CheckResult::Kind::Busy, u"url"_s);
    case McpFinding::Kind::WantsCredentials:
        return finish(CheckResult::Kind::WantsCredentials, u"url"_s);
    case McpFinding::Kind::NoCommonVersion:
        return finish(CheckResult::Kind::NoCommonVersion, u"url"_s);
    case McpFinding::Kind::NoAnswer:
        return finish(CheckResult::Kind::NoAnswer, u"url"_s);
    case McpFinding::Kind::NotMcp:
        break;
    }
    if (m_target.kind == ProbeKind::Auto && !m_target.healthEndpoint.url.isEmpty())
        return askHealthUrl();
    finish(CheckResult::Kind::NotMcp, u"url"_s);
}

void HealthCheck::askHealthUrl()
{
    HttpRequest request;
    request.url = m_target.healthEndpoint.url.toEncoded();
    request.headers = m_target.healthEndpoint.headers;
    request.timeout = m_target.timeout - std::chrono::milliseconds(m_since.elapsed());
    request.isEnough = [](QByteArrayView) { return true; }; // The status says all.
    m_call = m_client.send(std::move(request), [this](const HttpReply &reply) { takeHealth(reply); });
}

void HealthCheck::takeHealth(const HttpReply &reply)
{
    McpFinding &finding = m_result.mcp;
    McpAnswer answer;
    answer.failure = reply.failure;
    answer.detail = reply.detail;
    answer.status = reply.status;
    answer.challenged = !reply.header("WWW-Authenticate").isEmpty();
    finding.failure = reply.failure;
    finding.status = reply.status;
    finding.detail = answerWords(answer);
    finding.latencyMs = answer.isSuccess() ? reply.elapsedMs : -1;
    finding.steps.append({u"GET health_url"_s, finding.detail, answer.isSuccess(), reply.elapsedMs});
    using Kind = CheckResult::Kind;
    if (reply.failure != HttpFailure::None || reply.status >= 500)
        return finish(Kind::NoAnswer, u"health_url"_s);
    if (answer.status == 429)
        return finish(Kind::Busy, u"health_url"_s);
    if (answer.isSuccess())
        return finish(Kind::HealthAnswers, u"health_url"_s);
    const bool refused = reply.status == 401 || reply.status == 403;
    finish(refused && answer.challenged ? Kind::WantsCredentials : Kind::HealthRefuses, u"health_url"_s);
}

void HealthCheck::finish(CheckResult::Kind kind, const QString &address)
{
    m_result.kind = kind;
    m_result.address = address;
    m_result.host =
        m_target.secrets.cleaned((address == u"url" ? m_target.endpoint : m_target.healthEndpoint).url.host());
    m_result.mcp = cleaned(m_result.mcp, m_target.secrets);
    const Done done = m_done;
    const CheckResult result = m_result;
    done(result);
}

} // namespace nova
