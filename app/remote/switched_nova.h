#pragma once

#include "core/service/nova_service.h"

#include <mutex>

namespace nova
{

/// Stands for whichever Nova somebody works with now, so that those who know it need not know that there are several.
/// What it hands on is that of the current one; answers to commands come from the one that was asked.
class SwitchedNova final : public NovaService
{
    Q_OBJECT

public:
    /// `first` lives in the same thread, and as long as it is the current one.
    explicit SwitchedNova(NovaService &first);
    ~SwitchedNova() override;

    /// From now on this is the current one: its state is told at once.
    void setCurrent(NovaService &next);
    [[nodiscard]] NovaService &current() const;

    [[nodiscard]] NovaStatePtr state() const override;
    void toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply) override;
    void addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply) override;
    void restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply) override;
    void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) override;
    void readText(DocumentKind document, QString id, Reply<StoredText> reply) override;
    void listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply) override;
    void compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply) override;
    void readEvents(Reply<QList<Event>> reply) override;
    void check(QString server, Caller caller, Reply<HealthReportPtr> reply) override;
    void readHistory(QString server, Reply<HealthHistory> reply) override;
    void restart(QString service, Caller caller, Reply<RestartResult> reply) override;
    void validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply) override;
    void reload() override;

private:
    void listen();

    mutable std::mutex m_mutex;
    NovaService *m_current; ///< Under the mutex; never null.
};

} // namespace nova
