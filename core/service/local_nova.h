#pragma once

#include "core/base/worker.h"
#include "core/catalog/catalog.h"
#include "core/events/event_log.h"
#include "core/log/logger.h"
#include "core/service/nova_service.h"

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
        Document::Options documents{};
    };

    LocalNova(const Options &options, Logger &logger);
    ~LocalNova() override;

    /// Reads the files (on this thread) and starts watching them. Files that are missing or wrong are no failure: the
    /// state says so.
    void start();

    [[nodiscard]] NovaStatePtr state() const override;
    void toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply) override;
    void savePrompt(SavePromptCommand command, Caller caller, Reply<PromptSaved> reply) override;
    void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) override;
    void reload() override;

    /// For those that send events on.
    [[nodiscard]] const EventLog &events() const { return m_events; }

    /// The web side tells how it stands. Core thread.
    void setServing(const QString &address);
    void setClients(int clients);

private:
    void onCatalogChanged(const Document::Change &change);
    void onPromptChanged(const Document::Change &change);
    void publish(EventType type, const QJsonObject &data);
    void publishValidation(const Document &document, QJsonArray changes, const Caller &caller);
    void audit(const QString &what, const Caller &caller, QJsonObject fields);
    void replaceState(const std::function<void(NovaState &)> &change);
    void updateInstance(const std::function<void(InstanceState &)> &change);

    Logger &m_logger;
    const QString m_instance;
    std::shared_ptr<Mailbox> m_mailbox; ///< Core thread.
    EventLog m_events;
    std::unique_ptr<Worker> m_worker; ///< Declared before the documents that use it; stopped before they go.
    Document m_catalog;
    Document m_prompt;
    mutable std::mutex m_stateMutex;
    NovaStatePtr m_state;
};

} // namespace nova
