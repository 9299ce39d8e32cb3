#include "core/health/health_verdict.h"

#include "core/mcp/mcp_versions.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct Words {
    QString reason;
    QString summary;
    QString action;
};

/// Slower than ever so often, and slow enough that somebody may care.
constexpr int timesSlower = 5;
constexpr int slowEnoughMs = 500;

QString tools(int count)
{
    if (count < 0)
        return {};
    return count == 1 ? u" with 1 tool"_s : u" with %1 tools"_s.arg(count);
}

Words failureWordsFor(const CheckResult &check, const HealthBackground &background)
{
    const McpFinding &mcp = check.mcp;
    switch (mcp.failure) {
    case HttpFailure::NameUnknown:
        return {u"dns"_s, u"The host %1 is not known."_s.arg(check.host),
                u"Correct «%1», or see to the name server."_s.arg(check.address)};
    case HttpFailure::Refused:
        return {u"refused"_s, u"Nothing listens there: the connection was refused."_s,
                u"Start the server, or correct the port in «%1»."_s.arg(check.address)};
    case HttpFailure::NoRoute:
        return {u"no_route"_s, u"There is no way to %1."_s.arg(check.host),
                u"See whether the machine is on and its network can be reached from here."_s};
    case HttpFailure::Tls:
        return {
            u"tls"_s,
            u"No secure connection to %1: its certificate is not accepted, or it does not speak TLS."_s.arg(check.host),
            u"The details say what is wrong. Give it a certificate that is valid for this name and not expired, or "
            "add its authority to those that this machine trusts."_s};
    case HttpFailure::TimedOut:
        return {u"timeout"_s, u"No answer within %1 s."_s.arg(background.timeoutSeconds),
                u"See what keeps the server busy, restart it, or allow it more with «timeout_s»."_s};
    case HttpFailure::Broken:
        return {u"broken"_s, u"It closed the connection without an answer."_s,
                u"Look into the server's log; it may have crashed over the request."_s};
    case HttpFailure::None:
        break;
    default:
        return {u"broken"_s, u"Its answer makes no sense."_s, u"Look into the server's log."_s};
    }
    return {u"http_error"_s, u"It answers with an error of its own (HTTP %1)."_s.arg(mcp.status),
            u"Look into the log of the server, or of the proxy before it."_s};
}

Words credentialWords(const CheckResult &check, const HealthBackground &background)
{
    if (background.hasHeaders)
        return {u"credentials_refused"_s, u"It is up and refuses the credentials (HTTP %1)."_s.arg(check.mcp.status),
                u"Renew what «headers» sends; a variable has to be set where Nova runs."_s};
    return {u"credentials_missing"_s, u"It is up and wants credentials (HTTP %1)."_s.arg(check.mcp.status),
            u"Put them into «headers», such as { Authorization: \"Bearer ${MY_TOKEN}\" }."_s};
}

Words notMcpWords(const CheckResult &check)
{
    const McpFinding &mcp = check.mcp;
    if (!mcp.redirect.isEmpty())
        return {u"redirect"_s, u"It points to another place, %1, where Nova does not follow."_s.arg(mcp.redirect),
                u"If that is the right one, put it into «url»."_s};
    if (mcp.status == 401 || mcp.status == 403)
        return {u"refused_unexplained"_s,
                u"It refuses access (HTTP %1) without saying which credentials it wants."_s.arg(mcp.status),
                u"If it is the right address, put credentials into «headers», or allow this machine there."_s};
    if (mcp.failure == HttpFailure::NotHttp)
        return {u"not_http"_s, u"Something answers there, but not HTTP."_s,
                u"Correct the port in «url»; a stdio server needs an HTTP front."_s};
    if (mcp.failure == HttpFailure::TooLarge)
        return {u"too_large"_s, u"It answers with more than any MCP server would."_s, u"Correct «url»."_s};
    if (mcp.status == 404)
        return {u"not_found"_s, u"There is nothing at this path (HTTP 404)."_s,
                u"Correct the path in «url»; it is often /mcp."_s};
    return {u"not_mcp"_s, u"It answers, but does not speak MCP over Streamable HTTP."_s,
            u"Correct «url». A server of the old HTTP+SSE kind is checked by its «health_url»."_s};
}

Words cannotAskWords(const CheckResult &check)
{
    if (check.missing.isEmpty())
        return {u"misconfigured"_s, check.problem, u"Correct the variable where Nova runs, and start Nova again."_s};
    const QString names = check.missing.join(u", "_s);
    return {u"missing_variable"_s,
            check.missing.size() == 1 ? u"The environment variable %1 is not set, so it is not asked."_s.arg(names)
                                      : u"The environment variables %1 are not set, so it is not asked."_s.arg(names),
            u"Set %1 where Nova runs, and start Nova again."_s.arg(check.missing.size() == 1 ? u"it"_s : u"them"_s)};
}

void say(HealthReport &report, HealthStatus status, const Words &words)
{
    report.status = status;
    report.reason = words.reason;
    report.summary = words.summary;
    report.action = words.action;
}

void judgeHealthy(HealthReport &report, const CheckResult &check, const HealthBackground &background)
{
    const int limit = std::max(slowEnoughMs, timesSlower * background.usualLatencyMs);
    const bool isSlow =
        background.usualLatencyMs >= 0 && check.mcp.latencyMs > limit && background.previousLatencyMs > limit;
    if (isSlow)
        say(report, HealthStatus::Degraded,
            {u"slow"_s, u"It works, but far slower than usual."_s, u"See what keeps the server busy."_s});
    else if (check.kind == CheckResult::Kind::HealthAnswers)
        say(report, HealthStatus::Healthy, {{}, u"Its health address answers."_s, {}});
    else
        say(report, HealthStatus::Healthy, {{}, u"Ready%1."_s.arg(tools(check.mcp.memory.toolCount)), {}});
}

} // namespace

bool isFailure(const CheckResult &check)
{
    return check.kind == CheckResult::Kind::NoAnswer;
}

HealthReport judge(const CheckResult &check, const HealthBackground &background)
{
    using Kind = CheckResult::Kind;
    HealthReport report;
    report.detail = check.mcp.detail;
    report.latencyMs = check.mcp.latencyMs;
    report.misses = background.failuresInARow;
    report.protocolVersion = check.mcp.memory.version;
    report.serverName = check.mcp.memory.serverName;
    report.serverVersion = check.mcp.memory.serverVersion;
    report.toolCount = check.mcp.memory.toolCount;
    report.toolNames = check.mcp.memory.toolNames;
    switch (check.kind) {
    case Kind::Healthy:
    case Kind::HealthAnswers:
        judgeHealthy(report, check, background);
        break;
    case Kind::ToolsFailed:
        say(report, HealthStatus::Degraded,
            {u"tools_failed"_s, u"It speaks MCP, but does not tell its tools."_s, u"Look into the server's log."_s});
        break;
    case Kind::Busy:
        say(report, HealthStatus::Degraded,
            {u"rate_limited"_s, u"It is up and asks for fewer requests (HTTP 429)."_s,
             u"Raise «interval_s», or see who else asks it so often."_s});
        break;
    case Kind::HealthRefuses:
        say(report, HealthStatus::Degraded,
            {u"health_refused"_s, u"Its health address answers with HTTP %1."_s.arg(check.mcp.status),
             u"Correct «health_url», or look into the server's log."_s});
        break;
    case Kind::WantsCredentials:
        say(report, HealthStatus::AuthRequired, credentialWords(check, background));
        break;
    case Kind::NoCommonVersion: {
        const QString offered = check.mcp.offered.join(u", "_s);
        say(report, HealthStatus::Incompatible,
            {u"version"_s,
             offered.isEmpty() ? u"It refuses every protocol version that Nova speaks."_s
                               : u"It speaks protocol version %1 only."_s.arg(offered),
             u"Update the server: Nova speaks %1 to %2."_s.arg(legacyVersions().last(), modernVersion())});
        break;
    }
    case Kind::NotMcp:
        say(report, HealthStatus::NotMcp, notMcpWords(check));
        break;
    case Kind::CannotAsk:
        say(report, HealthStatus::Misconfigured, cannotAskWords(check));
        break;
    case Kind::NoAnswer: {
        Words words = failureWordsFor(check, background);
        const bool isDown = background.failuresInARow >= background.failuresBeforeDown;
        if (!isDown)
            words.summary += u" It is asked again at once."_s;
        say(report, isDown ? HealthStatus::Unreachable : HealthStatus::Degraded, words);
        break;
    }
    }
    return report;
}

HealthReport disabledReport()
{
    HealthReport report;
    report.status = HealthStatus::Disabled;
    report.summary = u"Off."_s;
    return report;
}

HealthReport checkingReport()
{
    HealthReport report;
    report.summary = u"Being checked."_s;
    return report;
}

} // namespace nova
