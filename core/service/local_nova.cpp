#include "core/service/local_nova.h"

#include "core/documents/line_diff.h"
#include "core/prompt/prompt.h"
#include "core/service/catalog_changes.h"
#include "core/service/state_json.h"

using namespace Qt::StringLiterals;

namespace nova
{

LocalNova::LocalNova(const Options &options, Logger &logger)
    : m_logger(logger)
    , m_instance(options.instance)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_tasks(QDateTime::currentDateTimeUtc())
    , m_remote(options.redis, options.instance, logger)
    , m_worker(std::make_unique<Worker>(u"nova-files"_s))
    , m_catalog(
          {options.catalogPath, interpretCatalog, u"backups"_s, u"yaml"_s, options.keepVersions, options.documents},
          *m_worker, m_mailbox)
    , m_prompt({options.promptPath, interpretPrompt, u"versions"_s, u"md"_s, options.keepVersions, options.documents},
               *m_worker, m_mailbox)
    , m_health(options.health, logger)
    , m_restarts(options.restart)
{
    auto state = std::make_shared<NovaState>();
    state->catalog = std::make_shared<CatalogState>();
    state->prompt = std::make_shared<PromptState>();
    InstanceState instance;
    instance.name = options.instance;
    instance.version = options.version;
    instance.stateProblem = options.stateProblem;
    instance.startedAt = QDateTime::currentDateTimeUtc();
    state->instance = std::make_shared<InstanceState>(instance);
    state->redis = std::make_shared<RedisStatus>(m_remote.status());
    state->tasks = std::make_shared<TaskCounts>(m_tasks.counts());
    state->health = m_health.state();
    state->restarts = m_restarts.state();
    state->link = std::make_shared<LinkState>();
    m_state = state;

    connect(&m_catalog.document(), &Document::changed, this, &LocalNova::onCatalogChanged);
    connect(&m_prompt.document(), &Document::changed, this, &LocalNova::onPromptChanged);
    connect(&m_events, &EventLog::appended, this, [this](const LoggedEvent &logged) {
        m_remote.share(logged.event);
        Q_EMIT eventPublished(logged.event);
    });
    connect(&m_remote, &RemoteEvents::arrived, this, &LocalNova::acceptRemote);
    connect(&m_remote, &RemoteEvents::filesMayHaveChanged, this, &LocalNova::reload);
    connect(&m_health, &LocalHealth::changed, this, &LocalNova::onHealthChanged);
    connect(&m_restarts, &LocalRestarts::changed, this, &LocalNova::onRestartChanged);
    connect(&m_remote, &RemoteEvents::redisChanged, this, &LocalNova::onRedisChanged);
}

LocalNova::~LocalNova()
{
    m_worker.reset();
}

void LocalNova::start()
{
    m_health.start();
    startDocument(m_catalog.document());
    startDocument(m_prompt.document());
    onCatalogChanged({nullptr, m_catalog.document().text(), true, {Origin::File, u"start"_s}});
    onPromptChanged({nullptr, m_prompt.document().text(), true, {Origin::File, u"start"_s}});
    m_remote.start();
}

void LocalNova::stop()
{
    if (!state()->instance->stopping)
        updateInstance([](InstanceState &instance) { instance.stopping = true; });
    m_restarts.stop();
    m_health.stop();
    m_remote.stop();
}

void LocalNova::startDocument(Document &document)
{
    const QStringList recovered = document.start();
    for (const QString &id : recovered)
        m_logger.warning("documents"_L1, u"a process ended in the middle of a save; what it had replaced was kept"_s,
                         {{u"file"_s, document.status().path}, {u"version"_s, id}});
}

NovaStatePtr LocalNova::state() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state;
}

void LocalNova::replaceState(const std::function<void(NovaState &)> &change)
{
    auto next = std::make_shared<NovaState>(*state());
    change(*next);
    {
        const std::lock_guard lock(m_stateMutex);
        m_state = next;
    }
    Q_EMIT stateChanged(next);
}

void LocalNova::updateInstance(const std::function<void(InstanceState &)> &change)
{
    auto instance = std::make_shared<InstanceState>(*state()->instance);
    change(*instance);
    replaceState([&](NovaState &next) { next.instance = instance; });
}

void LocalNova::knock(const Mailbox::Work &answered)
{
    // By way of the own mailbox first: behind a reload() that is on its way.
    m_mailbox->post([this, answered] {
        m_worker->post([answered, mailbox = std::weak_ptr(m_mailbox)] {
            if (const auto core = mailbox.lock())
                core->post(answered);
        });
    });
}

void LocalNova::setServing(const QString &address)
{
    updateInstance([&](InstanceState &instance) {
        instance.serving = !address.isEmpty();
        instance.address = address;
        instance.clients = 0;
    });
}

void LocalNova::setClients(int clients)
{
    updateInstance([&](InstanceState &instance) { instance.clients = clients; });
}

void LocalNova::broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply)
{
    m_mailbox->post([this, command = std::move(command), caller = std::move(caller), reply = std::move(reply)] {
        // It tells of something elsewhere, not of our files.
        Event event = asRemote(makeEvent(command.type, command.data, m_instance));
        event.seq = m_events.lastSeq() + 1;
        audit(u"broadcast"_s, caller, {{u"type"_s, toString(command.type)}, {u"event_id"_s, event.id}});
        acceptRemote(event);
        reply(event);
    });
}

void LocalNova::reload()
{
    m_mailbox->post([this] {
        m_catalog.document().reload();
        m_prompt.document().reload();
    });
}

void LocalNova::publish(Event event)
{
    m_remote.claim(event.id);
    m_events.append(std::move(event));
}

void LocalNova::acceptRemote(const Event &event)
{
    if (event.type == EventType::TaskUpdated)
        takeTasks(event);
    m_events.append(event);
}

void LocalNova::takeTasks(const Event &event)
{
    m_tasks.take(event.data, event.timestamp);
    replaceState([&](NovaState &next) { next.tasks = std::make_shared<TaskCounts>(m_tasks.counts()); });
}

void LocalNova::onRedisChanged(const RedisStatus &status, bool isNews)
{
    replaceState([&](NovaState &next) { next.redis = std::make_shared<RedisStatus>(status); });
    if (!isNews)
        return;
    publishHealth({{u"servers"_s, QJsonArray()}, {u"redis"_s, toJson(status)}});
}

namespace
{

/// An event that tells of a change of a file; `what` tells it from others of the same change.
Event eventOf(const Document::Change &change, EventType type, const QJsonObject &data, const QString &instance,
              const QString &what = {})
{
    Event event = makeEvent(type, data, instance);
    if (!change.identity.isEmpty())
        event.id = changeId(change.identity, QString(toString(type) + u' ' + what));
    return event;
}

} // namespace

void LocalNova::audit(const QString &what, const Caller &caller, QJsonObject fields)
{
    fields[u"what"_s] = what;
    fields[u"origin"_s] = toString(caller.origin);
    fields[u"who"_s] = caller.who;
    if (!caller.address.isEmpty())
        fields[u"from"_s] = caller.address;
    if (!caller.requestId.isEmpty())
        fields[u"request_id"_s] = caller.requestId;
    m_logger.info("audit"_L1, fields.contains(u"refused"_s) ? u"refused"_s : u"changed"_s, fields);
}

void LocalNova::warnOfLostText(const Document::Change &change, const QString &file)
{
    if (!change.kept.problem.isEmpty())
        m_logger.warning("documents"_L1, u"an earlier text could not be kept: "_s + change.kept.problem,
                         {{u"file"_s, file}});
}

void LocalNova::publishValidation(const DocumentStatus &status, const QJsonArray &changes,
                                  const Document::Change &change)
{
    const bool valid = status.state == DocumentStatus::State::Loaded;
    QJsonObject data{{u"file"_s, status.path},
                     {u"valid"_s, valid},
                     {u"applied"_s, valid},
                     {u"revision"_s, status.fileRevision},
                     {u"errors"_s, toJson(status.errors)},
                     {u"warnings"_s, toJson(status.warnings)},
                     {u"changes"_s, changes},
                     {u"origin"_s, toString(change.caller.origin)}};
    if (!change.kept.id.isEmpty())
        data[u"backup_id"_s] = change.kept.id;
    publish(eventOf(change, EventType::ConfigValidated, data, m_instance));
    if (valid)
        return;
    const Diagnostic &first = status.errors.first();
    m_logger.warning("documents"_L1, first.message,
                     {{u"file"_s, status.path},
                      {u"line"_s, first.line},
                      {u"column"_s, first.column},
                      {u"errors"_s, status.errors.size()},
                      {u"origin"_s, toString(change.caller.origin)}});
}

void LocalNova::onCatalogChanged(const Document::Change &change)
{
    const Catalog *before = catalogOf(change.before);
    const Catalog *after = catalogOf(change.after);
    const QList<ServerEntry> old = before ? before->servers : QList<ServerEntry>();
    const QList<ServerEntry> now = after ? after->servers : QList<ServerEntry>();
    const DocumentStatus &status = m_catalog.document().status();
    if (after)
        m_health.setCatalog(*after);
    replaceState([&](NovaState &next) {
        next.catalog = std::make_shared<CatalogState>(CatalogState{status, now});
        next.health = m_health.state();
    });
    if (!change.newBytes)
        return;
    warnOfLostText(change, status.path);

    const bool applied = status.state == DocumentStatus::State::Loaded;
    const bool first = change.caller.who == u"start";
    if (first && applied) {
        m_logger.info("documents"_L1, u"catalog loaded"_s, {{u"file"_s, status.path}, {u"servers"_s, now.size()}});
        return;
    }
    QJsonArray changes;
    if (applied) {
        changes = catalogChanges(old, now);
        const QList<ServerEntry> flipped = flippedServers(old, now);
        for (const ServerEntry &server : flipped) {
            audit(u"mcp_toggled"_s, change.caller,
                  {{u"name"_s, server.name}, {u"enabled"_s, server.enabled}, {u"revision"_s, status.revision}});
            const QJsonObject data{{u"name"_s, server.name},
                                   {u"enabled"_s, server.enabled},
                                   {u"revision"_s, status.revision},
                                   {u"origin"_s, toString(change.caller.origin)}};
            publish(eventOf(change, EventType::McpToggled, data, m_instance, server.name));
        }
    }
    // A toggle is told by its own event alone.
    if (change.action == u"toggle")
        return;
    if (applied)
        audit(u"catalog"_s, change.caller,
              {{u"action"_s, change.action.isEmpty() ? u"save"_s : change.action},
               {u"file"_s, status.path},
               {u"revision"_s, status.revision},
               {u"backup_id"_s, change.kept.id},
               {u"changes"_s, changes}});
    publishValidation(status, changes, change);
}

void LocalNova::onPromptChanged(const Document::Change &change)
{
    const DocumentStatus &status = m_prompt.document().status();
    const Prompt *prompt = promptOf(change.after);
    const QByteArray text = change.after ? change.after->bytes : QByteArray();
    warnOfLostText(change, status.path);
    const auto state = std::make_shared<PromptState>(PromptState{status, text, prompt ? prompt->lines : 0});
    const bool wasBad = this->state()->prompt->file.state != DocumentStatus::State::Loaded;
    replaceState([&](NovaState &next) { next.prompt = state; });

    const bool applied = status.state == DocumentStatus::State::Loaded;
    const bool first = change.caller.who == u"start";
    if (first && applied)
        m_logger.info("documents"_L1, u"prompt loaded"_s, {{u"file"_s, status.path}, {u"bytes"_s, text.size()}});
    if (first && applied)
        return;
    if (change.newBytes && (!applied || wasBad))
        publishValidation(status, {}, change);
    if (change.before == change.after || !applied)
        return;

    const LineCounts counts = countChangedLines(change.before ? change.before->bytes : QByteArray(), text);
    QJsonObject data{{u"path"_s, status.path},
                     {u"revision"_s, status.revision},
                     {u"bytes"_s, text.size()},
                     {u"lines"_s, state->lines},
                     {u"added"_s, counts.added},
                     {u"removed"_s, counts.removed},
                     {u"origin"_s, toString(change.caller.origin)}};
    QJsonObject record = data;
    record[u"action"_s] = change.action.isEmpty() ? u"save"_s : change.action;
    record[u"backup_id"_s] = change.kept.id;
    audit(u"prompt_updated"_s, change.caller, record);
    if (text.size() <= maxInlineContent)
        data[u"content"_s] = prompt->text;
    else
        data[u"content_url"_s] = u"/api/prompt"_s;
    publish(eventOf(change, EventType::PromptUpdated, data, m_instance));
}

} // namespace nova
