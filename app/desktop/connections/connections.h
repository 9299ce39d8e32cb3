#pragma once

#include "app/desktop/connections/known_novas.h"
#include "app/desktop/connections/secret_store.h"
#include "app/desktop/viewmodels/connections_host.h"
#include "app/remote/remote_nova.h"
#include "app/remote/switched_nova.h"

#include <QHash>

namespace nova
{

/// Decides which Nova is behind the window: the one in this process, which is started when it is wanted first and then
/// goes on, or one on another machine. UI thread.
class Connections final : public ConnectionsHost
{
    Q_OBJECT

public:
    /// Starts the Nova in this process, or gives the one that runs.
    using StartLocal = std::function<Result<NovaService *>()>;

    Connections(const QString &knownPath, SecretStore &secrets, StartLocal startLocal);
    ~Connections() override;

    /// What the window shows. Valid after the first use() or connectTo() that worked.
    [[nodiscard]] NovaService &service() { return *m_switched; }

    [[nodiscard]] QStringList known() const override { return m_known.addresses(); }
    [[nodiscard]] QString current() const override { return m_current; }
    [[nodiscard]] Secret secret() const override { return m_secret; }
    [[nodiscard]] QString storeProblem() const override { return m_storeProblem; }
    void use(const QString &address) override;
    void connectTo(const QString &address, const QString &token, bool remember) override;
    void forget(const QString &address) override;
    void retry() override;

private:
    void useLocal();
    /// Puts `next` behind the window; the remote one before it goes.
    void switchTo(NovaService &next, const QString &address, std::unique_ptr<RemoteNova> remote);
    void show(const QString &address, const QString &token);
    void store(const QString &address, const QString &token);

    KnownNovas m_known;
    SecretStore &m_secrets;
    const StartLocal m_startLocal;
    QHash<QString, QString> m_tokens; ///< Of this run, by address.
    QString m_current;
    Secret m_secret = Secret::Nothing;
    QString m_storeProblem;
    quint64 m_switches = 0; ///< An answer of the store that comes after another switch is an old one.
    std::unique_ptr<RemoteNova> m_remote;
    std::unique_ptr<SwitchedNova> m_switched; ///< Forwards to what is above; null until there is one.
};

} // namespace nova
