#pragma once

#include "app/desktop/viewmodels/newer_catalog.h"

#include <QHash>

namespace nova
{

/// The switches that were asked for and are not answered yet. They go out one at a time, each under the revision that
/// the one before it made, and of each server the last word only. Owned by the ServersModel.
///
/// One that comes too late, because the file has changed, is asked again of the newer file where it still means the
/// same: the server is there, has the address that was seen, and is not yet as asked. When another Nova is shown, what
/// waits is forgotten.
class ToggleQueue : public QObject
{
    Q_OBJECT

public:
    explicit ToggleQueue(NovaService &service, QObject *parent = nullptr);
    ~ToggleQueue() override;

    /// `url`: the address of the server that somebody has seen beside the switch.
    void ask(const QString &name, bool enabled, const QString &url);
    /// Whether something of that server is yet to be sent.
    [[nodiscard]] bool isWaiting(const QString &name) const { return m_waiting.contains(name); }

Q_SIGNALS:
    /// `problem` says as a sentence why it did not work; empty where it did, and the server is `enabled` then.
    void settled(const QString &name, bool enabled, const QString &problem);

private:
    struct Wish {
        QString name;
        bool enabled = false;
        QString url;
        QString revision{}; ///< Under which it was sent.
        int repeats = 0;
    };

    void forget();
    void sendNext();
    void send();
    void take(const Result<Toggled> &result);
    /// Asks again, or tells why not.
    void repeat(const Error &error);
    void settle(const Result<Toggled> &result);

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    NewerCatalog m_newer;
    QHash<QString, Wish> m_wishes; ///< Of those that wait.
    QStringList m_waiting;
    std::optional<Wish> m_inFlight;
};

} // namespace nova
