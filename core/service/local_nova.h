#pragma once

#include "core/base/worker.h"
#include "core/catalog/catalog_editor.h"
#include "core/events/event_log.h"
#include "core/log/logger.h"
#include "core/service/local_health.h"
#include "core/service/local_restarts.h"
#include "core/service/managed_text.h"
#include "core/service/nova_service.h"
#include "core/service/remote_events.h"

namespace nova
{

/// Nova with its files in this process: two documents, the event log, and the state made from them.
/// Lives on the core thread; see NovaService for what may be called from elsewhere.
class LocalNova final : public NovaService
{
    Q_OBJECT

public:
    struct Options {
        QString catalogPath;
        QString promptPath;
        QString instance; ///< "nova-settings@host"
        QString version;
        int keepVersions = 100; ///< Of each document.
        Document::Options documents{};
        std::optional<RedisBridge::Options> redis{};
        LocalHealth::Options health{};
        RestartRules restart{};
        QString stateProblem{}; ///< See InstanceState.
    };

    LocalNova(const Options &options, Logger &logger);
    ~LocalNova() override;

    /// Reads the files (on this thread) and starts watching them. Files that are missing or wrong are no failure: the
    /// state says so.
    void start();
    /// Lets what is on its way to others get there. Called before the end.
    void stop();

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
    void validate(DocumentKind document, QByteArray bytes, Reply<InterpretationPtr> reply) override;
    void readEvents(Reply<QList<Event>> reply) override;
    void check(QString server, Caller caller, Reply<HealthReportPtr> reply) override;
    void readHistory(QString server, Reply<HealthHistory> reply) override;
    void restart(QString service, Caller caller, Reply<RestartResult> reply) override;
    void reload() override;

    /// For those that send events on.
    [[nodiscard]] const EventLog &events() const { return m_events; }

    /// What may become another while it runs. Core thread.
    struct Pace {
        PathWatcher::Options watching{};
        ChangeWindow::Timing timing{};
        int keepVersions = 100;
        HealthMonitor::Options health{};
    };
    /// How files are watched and kept and how often servers are asked, from now on.
    void setPace(const Pace &pace);
    /// Which Redis the events go to from now on; none: to nobody.
    void setRedis(const std::optional<RedisBridge::Options> &redis);
    void setRestartRules(const RestartRules &rules);

    /// Has the thread of the files answer, behind all that it has to do: `answered` is called on the core thread.
    void knock(const Mailbox::Work &answered);

    /// The web side tells how it stands. Core thread.
    void setServing(const QString &address);
    void setClients(int clients);

private:
    [[nodiscard]] ManagedText &text(DocumentKind kind);
    /// Has an edit of the catalog applied; `action` is what the audit line calls it.
    void editServer(const QString &name, std::function<Result<CatalogText>(const CatalogText &)> change,
                    std::optional<QString> ifMatch, Caller caller, const QString &action,
                    const Reply<ServerSaved> &reply);
    void startDocument(Document &document);
    void warnOfLostText(const Document::Change &change, const QString &file);
    void onCatalogChanged(const Document::Change &change);
    void onPromptChanged(const Document::Change &change);
    /// Tells an event of this instance. One that tells of a change of a file has an id made from that change.
    void publish(Event event);
    void acceptRemote(const Event &event);
    void takeTasks(const Event &event);
    void onHealthChanged(const QStringList &news);
    void onRestartChanged(const RestartRun &run);
    void auditRestart(const QString &service, const Caller &caller, const Result<RestartResult> &result);
    /// `data` with how all is over all.
    void publishHealth(QJsonObject data);
    [[nodiscard]] QStringList serversOf(const QString &service) const;
    void onRedisChanged(const RedisStatus &status, bool isNews);
    void publishValidation(const DocumentStatus &status, const QJsonArray &changes, const Document::Change &change);
    void audit(const QString &what, const Caller &caller, QJsonObject fields);
    void replaceState(const std::function<void(NovaState &)> &change);
    void updateInstance(const std::function<void(InstanceState &)> &change);

    Logger &m_logger;
    const QString m_instance;
    std::shared_ptr<Mailbox> m_mailbox; ///< Core thread.
    EventLog m_events;
    TaskBoard m_tasks;
    RemoteEvents m_remote;
    std::unique_ptr<Worker> m_worker; ///< Declared before the documents that use it; stopped before they go.
    ManagedText m_catalog;
    ManagedText m_prompt;
    LocalHealth m_health;
    LocalRestarts m_restarts;
    mutable std::mutex m_stateMutex;
    NovaStatePtr m_state;
};

} // namespace nova
