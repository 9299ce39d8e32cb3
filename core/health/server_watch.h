#pragma once

#include "core/health/health_check.h"
#include "core/health/health_verdict.h"

#include <deque>

namespace nova
{

/// One server that is looked after: what is remembered of it between checks, and how it stands. Owned by the
/// HealthMonitor; core thread.
class ServerWatch
{
public:
    struct Options {
        std::chrono::milliseconds interval{15'000}; ///< 0: only those are asked that say an interval of their own.
        std::chrono::milliseconds timeout{5'000};
        int failuresBeforeDown = 2;
    };
    using Done = std::function<void()>;

    ServerWatch(MonitoredServer server, const Options &options);
    ~ServerWatch();
    Q_DISABLE_COPY_MOVE(ServerWatch)

    [[nodiscard]] const MonitoredServer &server() const { return m_server; }
    [[nodiscard]] const HealthReportPtr &report() const { return m_report; }
    /// What the last check did, step by step.
    [[nodiscard]] const QList<ProbeStep> &steps() const { return m_steps; }
    [[nodiscard]] bool isChecking() const { return m_check != nullptr; }
    /// The entry says something new that does not change how the server is asked.
    void describe(const MonitoredServer &server) { m_server = server; }

    /// For checks that begin from now on.
    void configure(const Options &options) { m_options = options; }

    /// Asks the server now. Not while it is being asked. `done` is called when the report is the new one.
    void check(HttpClient &client, const QProcessEnvironment &environment, Done done);

    [[nodiscard]] std::chrono::milliseconds interval() const;
    /// Until it is asked again after a failure: a second, then twice as long each time, up to the interval. Nothing
    /// where the last check was no failure.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay() const;

    /// Ends the session, if one is open; nobody waits for the answer.
    void endSession(HttpClient &client, const QProcessEnvironment &environment, const Done &done);
    [[nodiscard]] bool hasSession() const { return !m_memory.session.isEmpty(); }

private:
    void take(const CheckResult &result);
    [[nodiscard]] int usualLatency() const;

    MonitoredServer m_server;
    Options m_options;
    McpMemory m_memory;
    HealthReportPtr m_report;
    QList<ProbeStep> m_steps;
    int m_failures = 0;
    std::deque<int> m_latencies; ///< Of the last good checks.
    std::unique_ptr<HealthCheck> m_check;
};

} // namespace nova
