#include "core/health/server_watch.h"

#include <algorithm>

namespace nova
{

namespace
{
constexpr size_t keptLatencies = 20;
constexpr size_t enoughLatencies = 8;
constexpr std::chrono::milliseconds firstRetry{1000};
} // namespace

ServerWatch::ServerWatch(MonitoredServer server, const Options &options)
    : m_server(std::move(server))
    , m_options(options)
{
    HealthReport report = m_server.entry.enabled ? checkingReport() : disabledReport();
    report.since = QDateTime::currentDateTimeUtc();
    m_report = std::make_shared<HealthReport>(report);
}

ServerWatch::~ServerWatch() = default;

std::chrono::milliseconds ServerWatch::interval() const
{
    const int own = m_server.entry.intervalSeconds;
    return own > 0 ? std::chrono::seconds(own) : m_options.interval;
}

std::optional<std::chrono::milliseconds> ServerWatch::retryDelay() const
{
    if (m_failures == 0 || interval().count() == 0)
        return std::nullopt;
    return std::min<std::chrono::milliseconds>(interval(), firstRetry * (1 << std::min(m_failures - 1, 12)));
}

int ServerWatch::usualLatency() const
{
    if (m_latencies.size() < enoughLatencies)
        return -1;
    std::vector<int> sorted(m_latencies.begin(), m_latencies.end());
    std::nth_element(sorted.begin(), sorted.begin() + qsizetype(sorted.size() / 2), sorted.end());
    return sorted[sorted.size() / 2];
}

void ServerWatch::check(HttpClient &client, const QProcessEnvironment &environment, Done done)
{
    ProbeTarget target = makeTarget(m_server, environment, m_options.timeout);
    if (!target.missing.isEmpty() || !target.problem.isEmpty()) {
        CheckResult result;
        result.missing = target.missing;
        result.problem = target.problem;
        take(result);
        done();
        return;
    }
    m_check =
        std::make_unique<HealthCheck>(client, std::move(target), m_memory,
                                      [this, &client, environment, done = std::move(done)](const CheckResult &result) {
                                          const auto finished = std::move(m_check); // Lives to its end.
                                          take(result);
                                          const bool works = result.kind == CheckResult::Kind::Healthy ||
                                                             result.kind == CheckResult::Kind::ToolsFailed ||
                                                             result.kind == CheckResult::Kind::Busy;
                                          if (!works && result.kind != CheckResult::Kind::NoAnswer)
                                              endSession(client, environment, {});
                                          done();
                                      });
    m_check->start();
}

void ServerWatch::take(const CheckResult &result)
{
    if (result.kind != CheckResult::Kind::CannotAsk)
        m_memory = result.mcp.memory;
    m_steps = result.mcp.steps;
    m_failures = isFailure(result) ? m_failures + 1 : 0;

    HealthBackground background;
    background.hasHeaders = !m_server.headers.isEmpty();
    background.failuresInARow = m_failures;
    background.failuresBeforeDown = m_options.failuresBeforeDown;
    background.usualLatencyMs = usualLatency();
    background.previousLatencyMs = m_report->latencyMs;
    const auto timeout =
        m_server.entry.timeoutSeconds > 0 ? std::chrono::seconds(m_server.entry.timeoutSeconds) : m_options.timeout;
    background.timeoutSeconds = int(std::chrono::ceil<std::chrono::seconds>(timeout).count());
    HealthReport report = judge(result, background);
    report.checkedAt = QDateTime::currentDateTimeUtc();
    report.since = report.status == m_report->status ? m_report->since : report.checkedAt;
    report.lastHealthyAt = report.status == HealthStatus::Healthy ? report.checkedAt : m_report->lastHealthyAt;
    if (report.status == HealthStatus::Healthy && report.latencyMs >= 0) {
        m_latencies.push_back(report.latencyMs);
        if (m_latencies.size() > keptLatencies)
            m_latencies.pop_front();
    }
    m_report = std::make_shared<HealthReport>(report);
}

void ServerWatch::endSession(HttpClient &client, const QProcessEnvironment &environment, const Done &done)
{
    if (m_memory.session.isEmpty()) {
        if (done)
            done();
        return;
    }
    McpEndpoint endpoint = makeTarget(m_server, environment, m_options.timeout).endpoint;
    endpoint.url = m_memory.url;
    McpExchange::endSession(client, endpoint, McpProbe::sessionHeaders(m_memory), m_options.timeout, done);
    m_memory = {};
}

} // namespace nova
