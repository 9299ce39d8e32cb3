#include "core/service/state_json.h"

#include "core/health/health_json.h"
#include "core/restart/readable_output.h"

using namespace Qt::StringLiterals;

namespace nova
{

QString toString(DocumentStatus::State state)
{
    switch (state) {
    case DocumentStatus::State::Loading:
        return u"loading"_s;
    case DocumentStatus::State::Loaded:
        return u"loaded"_s;
    case DocumentStatus::State::Invalid:
        return u"invalid"_s;
    case DocumentStatus::State::Missing:
        return u"missing"_s;
    case DocumentStatus::State::Unreadable:
        return u"unreadable"_s;
    }
    return {};
}

QJsonObject toJson(const Diagnostic &diagnostic)
{
    return {{u"severity"_s, diagnostic.severity == Diagnostic::Severity::Error ? u"error"_s : u"warning"_s},
            {u"code"_s, diagnostic.code},
            {u"message"_s, diagnostic.message},
            {u"hint"_s, diagnostic.hint},
            {u"path"_s, diagnostic.path},
            {u"line"_s, diagnostic.line},
            {u"column"_s, diagnostic.column}};
}

QJsonArray toJson(const QList<Diagnostic> &diagnostics)
{
    QJsonArray array;
    for (const Diagnostic &diagnostic : diagnostics)
        array.append(toJson(diagnostic));
    return array;
}

QJsonObject toJson(const DocumentStatus &status)
{
    QJsonObject json{{u"path"_s, status.path},
                     {u"status"_s, toString(status.state)},
                     {u"revision"_s, status.revision},
                     {u"file_revision"_s, status.fileRevision},
                     {u"problem"_s, status.problem},
                     {u"writable"_s, status.writable},
                     {u"watching"_s, status.polling ? u"polling"_s : u"notifications"_s},
                     {u"errors"_s, toJson(status.errors)},
                     {u"warnings"_s, toJson(status.warnings)}};
    if (status.modified.isValid())
        json[u"modified_at"_s] = status.modified.toString(Qt::ISODateWithMs);
    return json;
}

QJsonObject toJson(const ServerEntry &server)
{
    QJsonObject json{{u"name"_s, server.name},
                     {u"url"_s, server.url},
                     {u"health_url"_s, server.healthUrl},
                     {u"description"_s, server.description},
                     {u"enabled"_s, server.enabled},
                     {u"probe"_s, toString(server.probe)},
                     {u"service"_s, server.service},
                     {u"headers"_s, QJsonArray::fromStringList(server.headerNames)},
                     {u"line"_s, server.line}};
    if (server.intervalSeconds > 0)
        json[u"interval_s"_s] = server.intervalSeconds;
    if (server.timeoutSeconds > 0)
        json[u"timeout_s"_s] = server.timeoutSeconds;
    return json;
}

QJsonObject toJson(const HealthState::Server &health)
{
    QJsonObject json = toJson(*health.report);
    json[u"bar"_s] = barJson(health.bar, HealthState::slotSeconds);
    return json;
}

QJsonObject toJson(const ServerEntry &server, const HealthState &health)
{
    QJsonObject json = toJson(server);
    const auto found = health.servers.constFind(server.name);
    if (found != health.servers.constEnd())
        json[u"health"_s] = toJson(*found);
    return json;
}

QJsonObject toJson(const RestartRun &run)
{
    return {
        {u"service"_s, run.service},       {u"servers"_s, QJsonArray::fromStringList(run.servers)},
        {u"state"_s, toString(run.state)}, {u"started_at"_s, run.startedAt.toString(Qt::ISODateWithMs)},
        {u"elapsed_ms"_s, run.elapsedMs},  {u"exit_code"_s, run.exitCode < 0 ? QJsonValue() : QJsonValue(run.exitCode)},
        {u"timed_out"_s, run.timedOut},    {u"output"_s, run.output},
        {u"problem"_s, run.problem}};
}

QJsonObject toJson(const RestartResult &result)
{
    return {{u"service"_s, result.service},
            {u"argv"_s, QJsonArray::fromStringList(result.argv)},
            {u"exit_code"_s, result.exitCode < 0 ? QJsonValue() : QJsonValue(result.exitCode)},
            {u"timed_out"_s, result.timedOut},
            {u"stdout"_s, readableOutput(result.standardOutput)},
            {u"stderr"_s, readableOutput(result.standardError)},
            {u"truncated"_s, result.truncated},
            {u"started_at"_s, result.startedAt.toString(Qt::ISODateWithMs)},
            {u"duration_ms"_s, result.durationMs}};
}

QJsonObject toJson(const RestartState &restarts)
{
    QJsonArray runs;
    for (const RestartRun &run : restarts.runs)
        runs.append(toJson(run));
    return {{u"allowed"_s, QJsonArray::fromStringList(restarts.allowed)}, {u"runs"_s, runs}};
}

QJsonObject toJson(const CatalogState &catalog, const HealthState &health)
{
    QJsonArray servers;
    for (const ServerEntry &server : catalog.servers)
        servers.append(toJson(server, health));
    QJsonObject json = toJson(catalog.file);
    json[u"servers"_s] = servers;
    return json;
}

QJsonObject toJson(const PromptState &prompt, Content content)
{
    QJsonObject json = toJson(prompt.file);
    json[u"bytes"_s] = prompt.text.size();
    json[u"lines"_s] = prompt.lines;
    if (content == Content::Always || prompt.text.size() <= maxInlineContent)
        json[u"content"_s] = QString::fromUtf8(prompt.text);
    else
        json[u"content_url"_s] = u"/api/prompt"_s;
    return json;
}

QJsonObject toJson(const RedisStatus &redis)
{
    QJsonObject json{{u"status"_s, toString(redis.state)}};
    if (redis.state == RedisStatus::State::Disabled)
        return json;
    json[u"address"_s] = redis.address;
    json[u"channel"_s] = redis.channel;
    json[u"since"_s] = redis.since.toString(Qt::ISODateWithMs);
    json[u"problem"_s] = redis.problem;
    json[u"latency_ms"_s] = redis.latencyMs < 0 ? QJsonValue() : QJsonValue(redis.latencyMs);
    json[u"published"_s] = qint64(redis.published);
    json[u"received"_s] = qint64(redis.received);
    json[u"duplicates"_s] = qint64(redis.duplicates);
    json[u"malformed"_s] = qint64(redis.malformed);
    json[u"dropped"_s] = qint64(redis.dropped);
    json[u"waiting"_s] = redis.waiting;
    return json;
}

QJsonObject toJson(const TaskCounts &tasks)
{
    QJsonObject counts;
    for (auto count = tasks.counts.begin(); count != tasks.counts.end(); ++count)
        counts[count.key()] = count.value();
    return {{u"counts"_s, counts},
            {u"since"_s, tasks.since.toString(Qt::ISODateWithMs)},
            {u"updated_at"_s,
             tasks.updated.isValid() ? QJsonValue(tasks.updated.toString(Qt::ISODateWithMs)) : QJsonValue()}};
}

QJsonObject toJson(const InstanceState &instance)
{
    return {{u"name"_s, instance.name},
            {u"version"_s, instance.version},
            {u"started_at"_s, instance.startedAt.toString(Qt::ISODateWithMs)},
            {u"state_problem"_s, instance.stateProblem}};
}

} // namespace nova
