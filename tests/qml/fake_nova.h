#pragma once

#include "core/service/nova_service.h"

namespace nova::test
{

/// A NovaService without files: a test sets the state, publishes events, and answers commands when it wants to.
class FakeNova : public NovaService
{
    Q_OBJECT

public:
    /// A command that waits for its answer.
    template <typename Command, typename Answer>
    struct Asked {
        Command command;
        Caller caller;
        Reply<Answer> reply;
    };
    using AskedToggle = Asked<ToggleCommand, Toggled>;
    struct TextQuestion {
        DocumentKind document{};
        QString id{};
        QString to{}; ///< Of a comparison.
    };
    struct TextToValidate {
        DocumentKind document{};
        QByteArray text{};
    };
    struct AskedRestart {
        QString service;
        Caller caller;
        Reply<RestartResult> reply;
    };

    FakeNova();
    ~FakeNova() override;

    [[nodiscard]] NovaStatePtr state() const override { return m_state; }
    void toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply) override;
    void addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply) override;
    void restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply) override;
    void readText(DocumentKind document, QString id, Reply<StoredText> reply) override;
    void listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply) override;
    void compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply) override;
    void validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply) override;
    void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) override;
    void readEvents(Reply<QList<Event>> reply) override;
    void check(QString server, Caller caller, Reply<HealthReportPtr> reply) override;
    void readHistory(QString server, Reply<HealthHistory> reply) override;
    void restart(QString service, Caller caller, Reply<RestartResult> reply) override;
    void reload() override {}

    static HealthReport report(HealthStatus status, const QString &reason = {});
    static ServerEntry server(const QString &name, bool enabled = true);
    static DocumentStatus loaded(const QString &path, const QString &revision);

    void setCatalog(const CatalogState &catalog);
    /// A loaded catalog of these.
    void setServers(const QList<ServerEntry> &servers, const QString &revision = QStringLiteral("r1"));
    void setPrompt(const PromptState &prompt);
    void setPromptText(const QByteArray &text, const QString &revision);
    void setServing(const QString &address, int clients);
    void setStateProblem(const QString &problem);
    void setRedis(const RedisStatus &redis);
    void setTasks(const TaskCounts &tasks);
    void setHealth(const HealthState &health);
    /// One server's report, the others stay as they are.
    void setReport(const QString &server, const HealthReport &report, const QList<HealthBarSlot> &bar = {});
    void setRestarts(const RestartState &restarts);
    void setLink(const LinkState &link);
    void publish(EventType type, const QJsonObject &data, const QString &source = QStringLiteral("nova-settings@here"));
    /// Does what LocalNova does for a toggle that works: new state, event, answer.
    void accept(const AskedToggle &asked, const QString &revision);

    QList<AskedToggle> asked;
    QList<Asked<AddServerCommand, ServerSaved>> askedAdds;
    QList<Asked<ChangeServerCommand, ServerSaved>> askedChanges;
    QList<Asked<RemoveServerCommand, ServerSaved>> askedRemovals;
    QList<Asked<MoveServerCommand, ServerSaved>> askedMoves;
    QList<Asked<SaveTextCommand, TextSaved>> askedSaves;
    QList<Asked<RestoreCommand, TextSaved>> askedRestores;
    QList<Asked<TextQuestion, StoredText>> askedTexts;
    QList<Asked<DocumentKind, QList<DocumentVersion>>> askedVersions;
    QList<Asked<TextQuestion, TextDiff>> askedDiffs;
    QList<Asked<TextToValidate, InterpretationPtr>> askedValidations;
    QList<Event> events; ///< The answer to readEvents().
    QStringList askedChecks;
    QList<Reply<HealthReportPtr>> checkReplies;
    QStringList askedHistories;
    HealthHistory history; ///< The answer to every question for one; without a name there is none.
    QList<AskedRestart> askedRestarts;

private:
    void replace(const NovaState &state);

    NovaStatePtr m_state;
};

} // namespace nova::test
