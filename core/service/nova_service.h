#pragma once

#include "core/base/caller.h"
#include "core/base/reply.h"
#include "core/events/event_log.h"
#include "core/health/health_history.h"
#include "core/restart/restart_result.h"
#include "core/service/commands.h"
#include "core/service/nova_state.h"

#include <QObject>

namespace nova
{

/// Nova as its users see it: the state, the commands, and what happens. Implemented by LocalNova (the stores in this
/// process) and, for a desktop that manages another machine, by a remote one. View models and the HTTP API know only
/// this.
///
/// Commands and state() may be called from any thread. Commands answer through their Reply after the change is in force
/// and its event is out; nobody writes to state in any other way. Signals are emitted in the thread of this object.
class NovaService : public QObject
{
    Q_OBJECT

public:
    ~NovaService() override;

    /// The newest state; never null. Thread-safe.
    [[nodiscard]] virtual NovaStatePtr state() const = 0;

    virtual void toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply) = 0;
    virtual void addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply) = 0;
    virtual void changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply) = 0;
    virtual void removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply) = 0;
    virtual void moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply) = 0;
    virtual void saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply) = 0;
    virtual void restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply) = 0;
    virtual void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) = 0;

    /// What is on the disk: texts with an id ("current" is the file itself), earlier ones newest first, differences.
    virtual void readText(DocumentKind document, QString id, Reply<StoredText> reply) = 0;
    virtual void listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply) = 0;
    virtual void compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply) = 0;

    /// What has happened, as far as it is remembered; the oldest first.
    virtual void readEvents(Reply<QList<Event>> reply) = 0;

    /// Asks a server how it is, now; the report is in the state by the time of the answer.
    virtual void check(QString server, Caller caller, Reply<HealthReportPtr> reply) = 0;
    virtual void readHistory(QString server, Reply<HealthHistory> reply) = 0;
    /// Restarts a service of docker compose. A command that ran is a result, however it ended.
    virtual void restart(QString service, Caller caller, Reply<RestartResult> reply) = 0;

    /// Checks a text as the file of that kind would be, without saving it.
    virtual void validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply) = 0;

    /// Looks at every file again.
    virtual void reload() = 0;

Q_SIGNALS:
    void stateChanged(const nova::NovaStatePtr &state);
    /// After the state it tells of is in force.
    void eventPublished(const nova::Event &event);
};

} // namespace nova
