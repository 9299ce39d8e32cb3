#include "core/service/state_reader.h"

#include "core/service/state_json.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// The one of `values` that toString() has this word for.
template <typename T>
T fromWord(const JsonFields &fields, QLatin1StringView name, std::initializer_list<T> values)
{
    const QString word = fields.text(name);
    for (const T value : values) {
        if (toString(value) == word)
            return value;
    }
    fields.wrong(name, u"a word that this program knows, and not «%1»"_s.arg(word.left(40)));
    return *values.begin();
}

} // namespace

void read(const JsonFields &fields, Diagnostic &diagnostic)
{
    const bool isWarning = fields.text("severity"_L1) == u"warning";
    diagnostic = {isWarning ? Diagnostic::Severity::Warning : Diagnostic::Severity::Error,
                  fields.textOr("code"_L1),
                  fields.text("message"_L1),
                  fields.textOr("hint"_L1),
                  fields.textOr("path"_L1),
                  fields.numberOr("line"_L1, 0),
                  fields.numberOr("column"_L1, 0)};
}

QList<Diagnostic> readDiagnostics(const JsonFields &fields, QLatin1StringView name)
{
    QList<Diagnostic> list;
    fields.each(name, [&list](const JsonFields &one) { read(one, list.emplaceBack()); });
    return list;
}

void read(const JsonFields &fields, DocumentStatus &status)
{
    using State = DocumentStatus::State;
    status.state = fromWord(fields, "status"_L1,
                            {State::Loading, State::Loaded, State::Invalid, State::Missing, State::Unreadable});
    status.path = fields.text("path"_L1);
    status.revision = fields.text("revision"_L1);
    status.fileRevision = fields.text("file_revision"_L1);
    status.problem = fields.text("problem"_L1);
    status.writable = fields.flag("writable"_L1);
    status.polling = fields.text("watching"_L1) == u"polling";
    status.errors = readDiagnostics(fields, "errors"_L1);
    status.warnings = readDiagnostics(fields, "warnings"_L1);
    status.modified = fields.timeOrNone("modified_at"_L1);
}

void read(const JsonFields &fields, ServerEntry &server)
{
    server.name = fields.text("name"_L1);
    server.url = fields.text("url"_L1);
    server.healthUrl = fields.text("health_url"_L1);
    server.description = fields.text("description"_L1);
    server.enabled = fields.flag("enabled"_L1);
    server.probe = fromWord(fields, "probe"_L1, {ProbeKind::Auto, ProbeKind::Mcp, ProbeKind::Http});
    server.intervalSeconds = fields.numberOr("interval_s"_L1, 0);
    server.timeoutSeconds = fields.numberOr("timeout_s"_L1, 0);
    server.service = fields.text("service"_L1);
    server.headerNames = fields.texts("headers"_L1);
    server.line = fields.number("line"_L1);
}

void read(const JsonFields &fields, CatalogState &catalog)
{
    read(fields, catalog.file);
    fields.each("servers"_L1, [&catalog](const JsonFields &one) { read(one, catalog.servers.emplaceBack()); });
}

void read(const JsonFields &fields, HealthState::Server &health)
{
    HealthReport report;
    read(fields, report);
    health.report = std::make_shared<const HealthReport>(report);
    if (fields.has("bar"_L1))
        read(fields.object("bar"_L1), health.bar);
}

void read(const JsonFields &fields, HealthState &health)
{
    fields.each("servers"_L1, [&health](const JsonFields &one) {
        if (one.has("health"_L1))
            read(one.object("health"_L1), health.servers[one.text("name"_L1)]);
    });
}

void read(const JsonFields &fields, PromptState &prompt)
{
    read(fields, prompt.file);
    prompt.text = fields.textOr("content"_L1).toUtf8();
    prompt.lines = fields.number("lines"_L1);
}

void read(const JsonFields &fields, InstanceState &instance)
{
    instance.name = fields.text("name"_L1);
    instance.version = fields.text("version"_L1);
    instance.startedAt = fields.time("started_at"_L1);
    instance.stateProblem = fields.textOr("state_problem"_L1);
}

void read(const JsonFields &fields, RedisStatus &redis)
{
    using State = RedisStatus::State;
    redis.state = fromWord(fields, "status"_L1, {State::Disabled, State::Connected, State::Reconnecting});
    if (redis.state == State::Disabled)
        return;
    redis.address = fields.text("address"_L1);
    redis.channel = fields.text("channel"_L1);
    redis.since = fields.timeOrNone("since"_L1);
    redis.problem = fields.text("problem"_L1);
    redis.latencyMs = fields.realOr("latency_ms"_L1, -1);
    redis.published = quint64(fields.count("published"_L1));
    redis.received = quint64(fields.count("received"_L1));
    redis.duplicates = quint64(fields.count("duplicates"_L1));
    redis.malformed = quint64(fields.count("malformed"_L1));
    redis.dropped = quint64(fields.count("dropped"_L1));
    redis.waiting = qsizetype(fields.count("waiting"_L1));
}

void read(const JsonFields &fields, TaskCounts &tasks)
{
    const JsonFields counts = fields.object("counts"_L1);
    const QStringList statuses = counts.json().keys();
    for (const QString &status : statuses) {
        const QJsonValue count = counts.json().value(status);
        if (!count.isDouble())
            fields.wrong("counts"_L1, u"numbers by status"_s);
        tasks.counts.insert(status, count.toInteger());
    }
    tasks.since = fields.time("since"_L1);
    tasks.updated = fields.timeOrNone("updated_at"_L1);
}

void read(const JsonFields &fields, RestartRun &run)
{
    using State = RestartRun::State;
    run.service = fields.text("service"_L1);
    run.servers = fields.texts("servers"_L1);
    run.state = fromWord(fields, "state"_L1, {State::Running, State::Succeeded, State::Failed});
    run.startedAt = fields.time("started_at"_L1);
    run.elapsedMs = fields.count("elapsed_ms"_L1);
    run.exitCode = fields.numberOr("exit_code"_L1, -1);
    run.timedOut = fields.flag("timed_out"_L1);
    run.output = fields.text("output"_L1);
    run.problem = fields.text("problem"_L1);
}

void read(const JsonFields &fields, RestartState &restarts)
{
    restarts.allowed = fields.texts("allowed"_L1);
    fields.each("runs"_L1, [&restarts](const JsonFields &one) { read(one, restarts.runs.emplaceBack()); });
}

void read(const JsonFields &fields, Event &event)
{
    event.id = fields.text("id"_L1);
    const auto type = eventTypeFromString(fields.text("type"_L1));
    if (!type)
        fields.wrong("type"_L1, u"one of the five types of events"_s);
    event.type = type.value_or(EventType::TaskUpdated);
    event.timestamp = fields.time("timestamp"_L1);
    event.data = fields.object("data"_L1).json();
    event.source = fields.text("source"_L1);
    event.seq = quint64(fields.count("seq"_L1));
}

} // namespace nova
