#pragma once

#include "core/health/health_report.h"
#include "core/health/probe_target.h"
#include "core/mcp/mcp_probe.h"

namespace nova
{

/// What one check of a server found: what it says by itself, before what is known from earlier ones is added.
struct CheckResult {
    enum class Kind {
        Healthy,
        ToolsFailed,
        Busy, ///< It is up, and asks to be asked less (HTTP 429).
        WantsCredentials,
        NoCommonVersion,
        NotMcp,
        NoAnswer,
        HealthAnswers, ///< The health address does; nothing is known about MCP.
        HealthRefuses, ///< The health address answers, but not that all is well.
        CannotAsk,
    };

    Kind kind = Kind::CannotAsk;
    McpFinding mcp;      ///< Of the handshake, where there was one; cleaned of secrets.
    QString address;     ///< Which address decided, as the catalog has it: "url" or "health_url".
    QString host;        ///< Of that address.
    QStringList missing; ///< Of CannotAsk: variables.
    QString problem;     ///< Of CannotAsk, where no variable is missing.
};

/// Checks one server once: the handshake, the health address, or the one and then the other, as `probe` says.
/// Core thread.
class HealthCheck
{
public:
    using Done = std::function<void(const CheckResult &)>;

    /// `done` is called once, from the event loop, and may destroy the check.
    HealthCheck(HttpClient &client, ProbeTarget target, McpMemory memory, Done done);
    ~HealthCheck();
    Q_DISABLE_COPY_MOVE(HealthCheck)

    void start();

private:
    void takeFinding(const McpFinding &finding);
    void askHealthUrl();
    void takeHealth(const HttpReply &reply);
    void finish(CheckResult::Kind kind, const QString &address);

    HttpClient &m_client;
    const ProbeTarget m_target;
    const Done m_done;
    CheckResult m_result;
    std::unique_ptr<McpProbe> m_probe;
    QElapsedTimer m_since;
    quint64 m_call = 0;
};

/// The words of a finding without what must not be seen.
[[nodiscard]] McpFinding cleaned(McpFinding finding, const SecretFilter &secrets);

} // namespace nova
