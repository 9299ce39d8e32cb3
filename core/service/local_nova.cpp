#include "core/service/local_nova.h"

#include "core/catalog/catalog_editor.h"
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
    , m_worker(std::make_unique<Worker>(u"nova-files"_s))
    , m_catalog(options.catalogPath, interpretCatalog, options.documents, *m_worker)
    , m_prompt(options.promptPath, interpretPrompt, options.documents, *m_worker)
{
    auto state = std::make_shared<NovaState>();
    state->catalog = std::make_shared<CatalogState>();
    state->prompt = std::make_shared<PromptState>();
    InstanceState instance;
    instance.name = options.instance;
    instance.version = options.version;
    instance.startedAt = QDateTime::currentDateTimeUtc();
    state->instance = std::make_shared<InstanceState>(instance);
    m_state = state;

    connect(&m_catalog, &Document::changed, this, &LocalNova::onCatalogChanged);
    connect(&m_prompt, &Document::changed, this, &LocalNova::onPromptChanged);
    connect(&m_events, &EventLog::appended, this,
            [this](const LoggedEvent &logged) { Q_EMIT eventPublished(logged.event); });
}

LocalNova::~LocalNova()
{
    m_worker.reset();
}

void LocalNova::start()
{
    m_catalog.start();
    m_prompt.start();
    onCatalogChanged({nullptr, m_catalog.text(), true, {Origin::File, u"start"_s}});
    onPromptChanged({nullptr, m_prompt.text(), true, {Origin::File, u"start"_s}});
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

void LocalNova::toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply)
{
    auto toggled = std::make_shared<Toggled>();
    toggled->name = command.name;
    const auto edit = [name = command.name, wanted = command.enabled,
                       toggled](const DocumentText &base) -> Result<Document::Edited> {
        const auto catalog = std::static_pointer_cast<const Catalog>(base.meaning);
        const ServerEntry *server = catalog->find(name);
        toggled->enabled = wanted.value_or(!(server && server->enabled));
        return withEnabled({base.bytes, catalog}, name, toggled->enabled).map([](const CatalogText &after) {
            return Document::Edited(after.bytes, after.catalog);
        });
    };
    const auto answer = [toggled, reply](const Result<Document::Saved> &saved) {
        if (!saved) {
            reply(tl::unexpected(saved.error()));
            return;
        }
        toggled->changed = saved->changed;
        toggled->revision = saved->revision;
        reply(*toggled);
    };
    m_mailbox->post([this, edit, answer, ifMatch = std::move(command.ifMatch), caller = std::move(caller)] {
        m_catalog.edit(edit, ifMatch, caller, {m_mailbox, answer});
    });
}

void LocalNova::savePrompt(SavePromptCommand command, Caller caller, Reply<PromptSaved> reply)
{
    const auto edit = [text = std::move(command.text)](const DocumentText &) -> Result<Document::Edited> {
        return Document::Edited(text);
    };
    const auto answer = [reply](const Result<Document::Saved> &saved) {
        reply(saved.map([](const Document::Saved &value) { return PromptSaved{value.revision, value.changed}; }));
    };
    m_mailbox->post([this, edit, answer, ifMatch = std::move(command.ifMatch), caller = std::move(caller)] {
        m_prompt.edit(edit, ifMatch, caller, {m_mailbox, answer});
    });
}

void LocalNova::broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply)
{
    m_mailbox->post([this, command = std::move(command), caller = std::move(caller), reply = std::move(reply)] {
        Event event = makeEvent(command.type, command.data, m_instance);
        event.seq = m_events.lastSeq() + 1;
        audit(u"broadcast"_s, caller, {{u"type"_s, toString(command.type)}, {u"event_id"_s, event.id}});
        m_events.append(event);
        reply(event);
    });
}

void LocalNova::reload()
{
    m_mailbox->post([this] {
        m_catalog.reload();
        m_prompt.reload();
    });
}

void LocalNova::publish(EventType type, const QJsonObject &data)
{
    m_events.append(makeEvent(type, data, m_instance));
}

void LocalNova::audit(const QString &what, const Caller &caller, QJsonObject fields)
{
    fields[u"what"_s] = what;
    fields[u"origin"_s] = toString(caller.origin);
    fields[u"who"_s] = caller.who;
    if (!caller.address.isEmpty())
        fields[u"from"_s] = caller.address;
    if (!caller.requestId.isEmpty())
        fields[u"request_id"_s] = caller.requestId;
    m_logger.info("audit"_L1, u"changed"_s, fields);
}

void LocalNova::publishValidation(const Document &document, QJsonArray changes, const Caller &caller)
{
    const DocumentStatus &status = document.status();
    const bool valid = status.state == DocumentStatus::State::Loaded;
    publish(EventType::ConfigValidated, {{u"file"_s, status.path},
                                         {u"valid"_s, valid},
                                         {u"applied"_s, valid},
                                         {u"revision"_s, status.fileRevision},
                                         {u"errors"_s, toJson(status.errors)},
                                         {u"warnings"_s, toJson(status.warnings)},
                                         {u"changes"_s, changes}});
    if (valid)
        return;
    const Diagnostic &first = status.errors.first();
    m_logger.warning("documents"_L1, first.message,
                     {{u"file"_s, status.path},
                      {u"line"_s, first.line},
                      {u"column"_s, first.column},
                      {u"errors"_s, status.errors.size()},
                      {u"origin"_s, toString(caller.origin)}});
}

void LocalNova::onCatalogChanged(const Document::Change &change)
{
    const Catalog *before = catalogOf(change.before);
    const Catalog *after = catalogOf(change.after);
    const QList<ServerEntry> old = before ? before->servers : QList<ServerEntry>();
    const QList<ServerEntry> now = after ? after->servers : QList<ServerEntry>();
    const DocumentStatus &status = m_catalog.status();
    replaceState([&](NovaState &next) { next.catalog = std::make_shared<CatalogState>(CatalogState{status, now}); });
    if (!change.newBytes)
        return;

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
            publish(EventType::McpToggled, {{u"name"_s, server.name},
                                            {u"enabled"_s, server.enabled},
                                            {u"revision"_s, status.revision},
                                            {u"origin"_s, toString(change.caller.origin)}});
        }
    }
    // A toggle through Nova is told by its own event alone; a file that somebody saved has been validated.
    if (change.caller.origin != Origin::File)
        return;
    if (applied)
        audit(u"catalog"_s, change.caller,
              {{u"file"_s, status.path}, {u"revision"_s, status.revision}, {u"changes"_s, changes}});
    publishValidation(m_catalog, changes, change.caller);
}

void LocalNova::onPromptChanged(const Document::Change &change)
{
    const DocumentStatus &status = m_prompt.status();
    const Prompt *prompt = promptOf(change.after);
    const QByteArray text = change.after ? change.after->bytes : QByteArray();
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
        publishValidation(m_prompt, {}, change.caller);
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
    audit(u"prompt_updated"_s, change.caller, data);
    if (text.size() <= maxInlineContent)
        data[u"content"_s] = prompt->text;
    else
        data[u"content_url"_s] = u"/api/prompt"_s;
    publish(EventType::PromptUpdated, data);
}

} // namespace nova
