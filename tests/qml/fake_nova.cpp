#include "tests/qml/fake_nova.h"

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

/// To what a test has not prepared.
tl::unexpected<Error> notHere()
{
    return failure(ErrorCode::Unavailable, u"This Nova has no files."_s);
}

} // namespace

FakeNova::FakeNova()
{
    NovaState state;
    state.catalog = std::make_shared<CatalogState>(CatalogState{loaded(u"/here/mcp_servers.yaml"_s, u"r0"_s), {}});
    state.prompt = std::make_shared<PromptState>(PromptState{loaded(u"/here/PROMPT.md"_s, u"p0"_s), {}, 0});
    state.instance = std::make_shared<InstanceState>();
    state.redis = std::make_shared<RedisStatus>();
    state.tasks = std::make_shared<TaskCounts>();
    state.health = std::make_shared<HealthState>();
    state.restarts = std::make_shared<RestartState>();
    state.link = std::make_shared<LinkState>();
    m_state = std::make_shared<NovaState>(state);
}

FakeNova::~FakeNova() = default;

void FakeNova::toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply)
{
    asked.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    askedAdds.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    askedChanges.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::check(QString server, Caller, Reply<HealthReportPtr> reply)
{
    askedChecks.append(server);
    checkReplies.append(std::move(reply));
}

void FakeNova::readHistory(QString server, Reply<HealthHistory> reply)
{
    askedHistories.append(server);
    if (history.name.isEmpty())
        return reply(notHere());
    reply(history);
}

void FakeNova::restart(QString service, Caller caller, Reply<RestartResult> reply)
{
    askedRestarts.append({std::move(service), std::move(caller), std::move(reply)});
}

void FakeNova::removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    askedRemovals.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    askedMoves.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply)
{
    askedSaves.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply)
{
    askedRestores.append({std::move(command), std::move(caller), std::move(reply)});
}

void FakeNova::readText(DocumentKind document, QString id, Reply<StoredText> reply)
{
    askedTexts.append({{document, std::move(id)}, {}, std::move(reply)});
}

void FakeNova::listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply)
{
    askedVersions.append({document, {}, std::move(reply)});
}

void FakeNova::compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply)
{
    askedDiffs.append({{document, std::move(from), std::move(to)}, {}, std::move(reply)});
}

void FakeNova::readEvents(Reply<QList<Event>> reply)
{
    reply(events);
}

void FakeNova::validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply)
{
    askedValidations.append({{document, std::move(text)}, {}, std::move(reply)});
}

void FakeNova::broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply)
{
    Q_UNUSED(caller)
    reply(makeEvent(command.type, command.data, u"nova-settings@here"_s));
}

ServerEntry FakeNova::server(const QString &name, bool enabled)
{
    ServerEntry entry;
    entry.name = name;
    entry.url = u"http://localhost/"_s + name;
    entry.description = u"About "_s + name;
    entry.enabled = enabled;
    return entry;
}

DocumentStatus FakeNova::loaded(const QString &path, const QString &revision)
{
    DocumentStatus status;
    status.state = DocumentStatus::State::Loaded;
    status.path = path;
    status.revision = revision;
    status.fileRevision = revision;
    status.writable = true;
    return status;
}

void FakeNova::replace(const NovaState &state)
{
    m_state = std::make_shared<NovaState>(state);
    Q_EMIT stateChanged(m_state);
}

void FakeNova::setCatalog(const CatalogState &catalog)
{
    NovaState next = *m_state;
    next.catalog = std::make_shared<CatalogState>(catalog);
    replace(next);
}

void FakeNova::setServers(const QList<ServerEntry> &servers, const QString &revision)
{
    setCatalog({loaded(u"/here/mcp_servers.yaml"_s, revision), servers});
}

void FakeNova::setPrompt(const PromptState &prompt)
{
    NovaState next = *m_state;
    next.prompt = std::make_shared<PromptState>(prompt);
    replace(next);
}

void FakeNova::setPromptText(const QByteArray &text, const QString &revision)
{
    setPrompt({loaded(u"/here/PROMPT.md"_s, revision), text, int(text.count('\n'))});
}

void FakeNova::setServing(const QString &address, int clients)
{
    NovaState next = *m_state;
    auto instance = std::make_shared<InstanceState>(*next.instance);
    instance->serving = !address.isEmpty();
    instance->address = address;
    instance->clients = clients;
    next.instance = instance;
    replace(next);
}

void FakeNova::setStateProblem(const QString &problem)
{
    NovaState next = *m_state;
    auto instance = std::make_shared<InstanceState>(*next.instance);
    instance->stateProblem = problem;
    next.instance = instance;
    replace(next);
}

void FakeNova::setRedis(const RedisStatus &redis)
{
    NovaState next = *m_state;
    next.redis = std::make_shared<RedisStatus>(redis);
    replace(next);
}

void FakeNova::setTasks(const TaskCounts &tasks)
{
    NovaState next = *m_state;
    next.tasks = std::make_shared<TaskCounts>(tasks);
    replace(next);
}

HealthReport FakeNova::report(HealthStatus status, const QString &reason)
{
    HealthReport report;
    report.status = status;
    report.reason = reason;
    report.summary = u"It is "_s + toString(status);
    report.checkedAt = QDateTime::currentDateTimeUtc();
    if (status == HealthStatus::Healthy) {
        report.latencyMs = 23;
        report.toolCount = 14;
    } else {
        report.action = u"See to it."_s;
    }
    const QStringList answers{u"slow"_s, u"tools_failed"_s, u"health_refused"_s, u"rate_limited"_s};
    if (status == HealthStatus::Degraded && !answers.contains(reason))
        report.misses = 1;
    return report;
}

void FakeNova::setHealth(const HealthState &health)
{
    NovaState next = *m_state;
    next.health = std::make_shared<HealthState>(health);
    replace(next);
}

void FakeNova::setReport(const QString &server, const HealthReport &report, const QList<HealthBarSlot> &bar)
{
    HealthState health = *m_state->health;
    health.servers[server] = {std::make_shared<HealthReport>(report), bar};
    setHealth(health);
}

void FakeNova::setRestarts(const RestartState &restarts)
{
    NovaState next = *m_state;
    next.restarts = std::make_shared<RestartState>(restarts);
    replace(next);
}

void FakeNova::setLink(const LinkState &link)
{
    NovaState next = *m_state;
    next.link = std::make_shared<LinkState>(link);
    replace(next);
}

void FakeNova::publish(EventType type, const QJsonObject &data, const QString &source)
{
    Q_EMIT eventPublished(makeEvent(type, data, source));
}

void FakeNova::accept(const AskedToggle &toggled, const QString &revision)
{
    const QString name = toggled.command.name;
    const bool enabled = toggled.command.enabled.value();
    QList<ServerEntry> servers = m_state->catalog->servers;
    for (ServerEntry &server : servers) {
        if (server.name == name)
            server.enabled = enabled;
    }
    setServers(servers, revision);
    publish(EventType::McpToggled, {{u"name"_s, name}, {u"enabled"_s, enabled}, {u"origin"_s, u"ui"_s}});
    toggled.reply(Toggled{name, enabled, true, revision});
}

} // namespace nova::test
