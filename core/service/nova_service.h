#pragma once

#include "core/base/caller.h"
#include "core/base/reply.h"
#include "core/events/event_log.h"
#include "core/service/nova_state.h"

#include <QObject>
#include <optional>

namespace nova
{

/// Set or flip `enabled` of a server.
struct ToggleCommand {
    QString name;
    std::optional<bool> enabled;    ///< Not given: the other of what the newest file says.
    std::optional<QString> ifMatch; ///< The catalog's revision the caller has seen.
};
struct Toggled {
    QString name;
    bool enabled = false;
    bool changed = false;
    QString revision;
};

/// Replace the whole prompt.
struct SavePromptCommand {
    QByteArray text;
    std::optional<QString> ifMatch;
};
struct PromptSaved {
    QString revision;
    bool changed = false;
};

/// Pass an event of another program on to everybody.
struct BroadcastCommand {
    EventType type = EventType::TaskUpdated;
    QJsonObject data;
};

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
    virtual void savePrompt(SavePromptCommand command, Caller caller, Reply<PromptSaved> reply) = 0;
    virtual void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) = 0;

    /// Looks at every file again.
    virtual void reload() = 0;

Q_SIGNALS:
    void stateChanged(const nova::NovaStatePtr &state);
    /// After the state it tells of is in force.
    void eventPublished(const nova::Event &event);
};

} // namespace nova
