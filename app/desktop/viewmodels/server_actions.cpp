#include "app/desktop/viewmodels/server_actions.h"

#include "app/desktop/viewmodels/server_draft.h"
#include "app/desktop/viewmodels/server_words.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
const Caller desktop{Origin::Ui, u"desktop"_s};
constexpr int maxRepeats = 5;
constexpr qsizetype maxRemovals = 50; // That can be taken back.
} // namespace

ServerActions::ServerActions(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_newer(service)
{
    connect(&m_watch, &LinkWatch::switched, this, &ServerActions::changeNova);
    connect(&service, &NovaService::stateChanged, this, &ServerActions::takeState);
    takeState(service.state());
}

ServerActions::~ServerActions() = default;

void ServerActions::takeState(const NovaStatePtr &state)
{
    const QString whyNot = whyNotEditable(*state);
    if (whyNot == m_whyNot)
        return;
    m_whyNot = whyNot;
    Q_EMIT whyNotChanged();
}

void ServerActions::changeNova(const QString &from, const QString &to)
{
    m_mailbox = std::make_shared<Mailbox>();
    m_elsewhere.insert(from, m_removed);
    m_removed = m_elsewhere.take(to);
    Q_EMIT undoableChanged();
}

void ServerActions::remove(const QString &name)
{
    if (!m_whyNot.isEmpty()) {
        Q_EMIT failed(m_whyNot);
        return;
    }
    if (const ServerEntry *server = serverIn(*m_service.state()->catalog, name))
        sendRemoval(*server, 0);
}

void ServerActions::sendRemoval(const ServerEntry &seen, int repeats)
{
    const auto catalog = m_service.state()->catalog;
    const ServerEntry *server = serverIn(*catalog, seen.name);
    if (!server || !server->differingFields(seen).isEmpty()) {
        Q_EMIT failed(server ? tr("%1 was changed in the meantime. Look at it, then try again.").arg(seen.name)
                             : tr("%1 was removed in the meantime.").arg(seen.name));
        return;
    }
    const qsizetype place = server - catalog->servers.constData();
    const QString next = place + 1 < catalog->servers.size() ? catalog->servers.at(place + 1).name : QString();
    const QString revision = catalog->file.revision;
    const auto take = [this, seen, next, revision, repeats](const Result<ServerSaved> &result) {
        if (result || result.error().code != ErrorCode::StaleRevision || repeats >= maxRepeats)
            return takeRemoval(seen, next, result);
        // The file has changed: as long as this server is what somebody saw, the removal means the same.
        m_newer.wait(revision, [this, seen, next, result, repeats](bool isThere) {
            if (isThere)
                sendRemoval(seen, repeats + 1);
            else
                takeRemoval(seen, next, result);
        });
    };
    m_service.removeServer({seen.name, revision}, desktop, {m_mailbox, take});
}

void ServerActions::takeRemoval(const ServerEntry &seen, const QString &next, const Result<ServerSaved> &result)
{
    if (!result) {
        Q_EMIT failed(reasonOf(result.error()));
        return;
    }
    m_removed.append({seen, next, result->revision, result->backupId});
    if (m_removed.size() > maxRemovals)
        m_removed.removeFirst();
    Q_EMIT undoableChanged();
    Q_EMIT removed(seen.name);
}

void ServerActions::undo()
{
    if (m_removed.isEmpty())
        return;
    if (!m_whyNot.isEmpty()) {
        Q_EMIT failed(m_whyNot);
        return;
    }
    const Removal removal = m_removed.takeLast();
    Q_EMIT undoableChanged();
    if (!removal.backupId.isEmpty() && m_service.state()->catalog->file.revision == removal.revision)
        restore(removal);
    else
        addAgain(removal);
}

void ServerActions::restore(const Removal &removal)
{
    m_service.restore({DocumentKind::Catalog, removal.backupId, removal.revision}, desktop,
                      {m_mailbox, [this, removal](const Result<TextSaved> &result) {
                           if (result)
                               Q_EMIT restored(removal.entry.name, tr("%1 is back").arg(removal.entry.name));
                           else if (result.error().code == ErrorCode::StaleRevision ||
                                    result.error().code == ErrorCode::NotFound) // Or the backup is gone.
                               addAgain(removal);
                           else
                               keepForLater(removal, reasonOf(result.error()));
                       }});
}

void ServerActions::addAgain(const Removal &removal)
{
    m_service.addServer({removal.entry.name, fieldsOf(removal.entry), {}}, desktop,
                        {m_mailbox, [this, removal](const Result<ServerSaved> &result) {
                             if (result && !removal.next.isEmpty())
                                 moveBack(removal);
                             else if (result)
                                 tellRestored(removal);
                             else
                                 keepForLater(removal, reasonOf(result.error()));
                         }});
}

void ServerActions::moveBack(const Removal &removal)
{
    // A server that cannot be put back to its place is back all the same.
    m_service.moveServer({removal.entry.name, removal.next, {}}, desktop,
                         {m_mailbox, [this, removal](const Result<ServerSaved> &) { tellRestored(removal); }});
}

void ServerActions::tellRestored(const Removal &removal)
{
    const QString &name = removal.entry.name;
    const QStringList &headers = removal.entry.headerNames;
    Q_EMIT restored(name, headers.isEmpty() ? tr("%1 is back, as a new entry: the file has changed since").arg(name)
                                            : tr("%1 is back without its headers (%2). Their values are in the backup.")
                                                  .arg(name, headers.join(u", "_s)));
}

void ServerActions::keepForLater(const Removal &removal, const QString &reason)
{
    m_removed.append(removal);
    Q_EMIT undoableChanged();
    Q_EMIT failed(tr("%1 could not be brought back. %2").arg(removal.entry.name, reason));
}

void ServerActions::copyAddress(const QString &name)
{
    const ServerEntry *server = serverIn(*m_service.state()->catalog, name);
    if (!server)
        return;
    QGuiApplication::clipboard()->setText(server->url);
    Q_EMIT told(tr("Address of %1 copied").arg(name));
}

} // namespace nova
