#include "app/desktop/connections/connections.h"

#include "app/remote/remote_address.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// As the secret store names it.
QString keyOf(const QString &address)
{
    return u"token of "_s + address;
}

} // namespace

Connections::Connections(const QString &knownPath, SecretStore &secrets, StartLocal startLocal)
    : m_known(knownPath)
    , m_secrets(secrets)
    , m_startLocal(std::move(startLocal))
{
}

Connections::~Connections() = default;

void Connections::switchTo(NovaService &next, const QString &address, std::unique_ptr<RemoteNova> remote)
{
    m_current = address;
    if (m_switched)
        m_switched->setCurrent(next);
    else
        m_switched = std::make_unique<SwitchedNova>(next);
    std::swap(m_remote, remote);
    if (remote) {
        remote->stop();
        remote.release()->deleteLater(); // It may be telling something just now.
    }
    Q_EMIT changed();
}

void Connections::useLocal()
{
    const auto local = m_startLocal();
    if (!local) {
        Q_EMIT failed(local.error().message);
        return;
    }
    m_secret = Secret::Nothing;
    m_storeProblem.clear();
    switchTo(**local, {}, nullptr);
}

void Connections::use(const QString &address)
{
    const quint64 wanted = ++m_switches;
    if (address.isEmpty())
        return useLocal();
    m_storeProblem.clear();
    if (m_tokens.contains(address)) {
        m_secret = Secret::ForThisRun;
        return show(address, m_tokens.value(address));
    }
    // The store may ask somebody first: until it answers, the other one is shown as being connected to.
    m_secret = Secret::Nothing;
    auto waiting = std::make_unique<RemoteNova>(RemoteNova::Options{QUrl(address), {}});
    RemoteNova &next = *waiting;
    switchTo(next, address, std::move(waiting));
    m_secrets.read(keyOf(address), [this, address, wanted](const Result<QString> &token) {
        if (wanted != m_switches)
            return;
        if (!token)
            m_storeProblem = token.error().message;
        else if (!token->isEmpty())
            m_secret = Secret::InStore;
        show(address, token.value_or(QString()));
    });
}

void Connections::connectTo(const QString &address, const QString &token, bool remember)
{
    const auto valid = RemoteAddress::of(QUrl(address, QUrl::StrictMode));
    if (!valid) {
        Q_EMIT failed(valid.error().message);
        return;
    }
    const QString known = valid->text();
    const auto added = m_known.add(known);
    if (token.isEmpty() && !m_tokens.contains(known)) {
        use(known);
    } else {
        ++m_switches;
        m_storeProblem.clear();
        if (!token.isEmpty())
            m_tokens.insert(known, token);
        m_secret = Secret::ForThisRun;
        show(known, m_tokens.value(known));
        if (remember && !token.isEmpty())
            store(known, token);
    }
    if (!added)
        Q_EMIT failed(u"%1 is not on the list at the next start: %2"_s.arg(known, added.error().message));
}

void Connections::store(const QString &address, const QString &token)
{
    m_secrets.write(keyOf(address), token, [this, address](const Result<void> &written) {
        if (address != m_current)
            return;
        m_storeProblem = written ? QString() : written.error().message;
        m_secret = written ? Secret::InStore : Secret::ForThisRun;
        Q_EMIT changed();
    });
}

void Connections::show(const QString &address, const QString &token)
{
    auto remote = std::make_unique<RemoteNova>(RemoteNova::Options{QUrl(address), token});
    RemoteNova &next = *remote;
    switchTo(next, address, std::move(remote));
    next.start();
}

void Connections::forget(const QString &address)
{
    m_tokens.remove(address);
    m_secrets.remove(keyOf(address), [](const Result<void> &) {});
    const auto removed = m_known.remove(address);
    if (address == m_current)
        use({});
    else
        Q_EMIT changed();
    if (!removed)
        Q_EMIT failed(u"%1 is on the list again at the next start: %2"_s.arg(address, removed.error().message));
}

void Connections::retry()
{
    if (m_remote)
        m_remote->reconnect();
}

} // namespace nova
