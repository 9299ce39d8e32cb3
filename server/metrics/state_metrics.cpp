#include "server/metrics/state_metrics.h"

#include <algorithm>
#include <prometheus/metric_family.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool isLoaded(const DocumentStatus &file)
{
    return file.state == DocumentStatus::State::Loaded;
}

void addFiles(MetricList &list, const CatalogState &catalog, const PromptState &prompt)
{
    const auto enabled = std::count_if(catalog.servers.begin(), catalog.servers.end(),
                                       [](const ServerEntry &server) { return server.enabled; });
    addGauge(list, "nova_servers", "MCP servers in force, by whether they are switched on.", "state",
             {{"enabled", double(enabled)}, {"disabled", double(catalog.servers.size() - enabled)}});
    addGauge(list, "nova_catalog_valid", "1 while the catalog's file is there, readable and without errors.",
             isLoaded(catalog.file) ? 1 : 0);
    addGauge(list, "nova_prompt_bytes", "Length of the system prompt in force.", double(prompt.text.size()));
}

/// None where no address is set: «down» would be a false alarm.
void addRedis(MetricList &list, const RedisStatus &redis)
{
    if (redis.state == RedisStatus::State::Disabled)
        return;
    addGauge(list, "nova_redis_up", "1 while Redis is connected both ways.",
             redis.state == RedisStatus::State::Connected ? 1 : 0);
    addCounter(list, "nova_redis_published_total", "Events that Redis has taken.", double(redis.published));
    addCounter(list, "nova_redis_received_total", "Events that came by Redis.", double(redis.received));
    addCounter(list, "nova_redis_duplicates_total", "Events by Redis that had come by another way already.",
               double(redis.duplicates));
    addCounter(list, "nova_redis_malformed_total", "Messages by Redis that were no events.", double(redis.malformed));
    addCounter(list, "nova_redis_dropped_total", "Events that did not fit while Redis was away.",
               double(redis.dropped));
    addGauge(list, "nova_redis_waiting", "Events that Redis has not taken yet.", double(redis.waiting));
    if (redis.latencyMs >= 0)
        addGauge(list, "nova_redis_latency_seconds", "How long Redis took to answer the last time.",
                 redis.latencyMs / 1000);
}

void addHealth(MetricList &list, const HealthState &health)
{
    LabelledValues counts;
    for (int status = 0; status <= int(HealthStatus::Unreachable); ++status)
        counts.emplace_back(toString(HealthStatus(status)).toStdString(), 0);
    LabelledValues up, latencies;
    for (auto server = health.servers.begin(); server != health.servers.end(); ++server) {
        const HealthReport &report = *server->report;
        counts.at(size_t(report.status)).second += 1;
        const std::string name = server.key().toStdString();
        if (report.status == HealthStatus::Disabled || report.status == HealthStatus::Checking)
            continue;
        up.emplace_back(name, report.status == HealthStatus::Healthy ? 1 : 0);
        if (report.latencyMs >= 0)
            latencies.emplace_back(name, report.latencyMs / 1000.0);
    }
    addGauge(list, "nova_servers_health", "MCP servers in force, by how they are.", "status", counts);
    addGauge(list, "nova_server_healthy", "1 while an agent could use the server. None for one that is off.", "server",
             up);
    addGauge(list, "nova_server_latency_seconds", "How long the server took to answer the last check.", "server",
             latencies);
}

/// By the statuses that everybody has. What others call theirs is up to them, and no name for a series.
void addTasks(MetricList &list, const TaskCounts &tasks)
{
    LabelledValues values{{"pending", 0}, {"running", 0}, {"completed", 0}, {"failed", 0}, {"other", 0}};
    for (auto count = tasks.counts.begin(); count != tasks.counts.end(); ++count) {
        auto value =
            std::find_if(values.begin(), values.end() - 1,
                         [name = count.key().toStdString()](const auto &known) { return known.first == name; });
        value->second += double(count.value());
    }
    addGauge(list, "nova_tasks", "Tasks of other programs as they told of them, by status.", "status", values);
}

} // namespace

void addStateMetrics(MetricList &list, const NovaState &state)
{
    addFiles(list, *state.catalog, *state.prompt);
    addHealth(list, *state.health);
    addRedis(list, *state.redis);
    addTasks(list, *state.tasks);
}

} // namespace nova
