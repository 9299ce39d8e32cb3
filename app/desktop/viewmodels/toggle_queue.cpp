#include "app/desktop/viewmodels/toggle_queue.h"

#include "app/desktop/viewmodels/server_words.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// A file that changes faster than it can be asked is not waited for.
constexpr int maxRepeats = 5;
} // namespace

ToggleQueue::ToggleQueue(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_newer(service)
{
    connect(&m_watch, &LinkWatch::switched, this, &ToggleQueue::forget);
}

ToggleQueue::~ToggleQueue() = default;

void ToggleQueue::forget()
{
    m_mailbox = std::make_shared<Mailbox>();
    m_wishes.clear();
    m_waiting.clear();
    m_inFlight.reset();
}

void ToggleQueue::ask(const QString &name, bool enabled, const QString &url)
{
    m_wishes[name] = {name, enabled, url};
    if (!m_waiting.contains(name))
        m_waiting.append(name);
    sendNext();
}

void ToggleQueue::sendNext()
{
    while (!m_inFlight && !m_waiting.isEmpty()) {
        const Wish wish = m_wishes.take(m_waiting.takeFirst());
        if (!serverIn(*m_service.state()->catalog, wish.name))
            continue; // Gone from the file meanwhile.
        m_inFlight = wish;
        send();
    }
}

void ToggleQueue::send()
{
    m_inFlight->revision = m_service.state()->catalog->file.revision;
    m_service.toggle({m_inFlight->name, m_inFlight->enabled, m_inFlight->revision}, {Origin::Ui, u"desktop"_s},
                     {m_mailbox, [this](const Result<Toggled> &result) { take(result); }});
}

void ToggleQueue::take(const Result<Toggled> &result)
{
    const bool late = !result && result.error().code == ErrorCode::StaleRevision;
    if (!late || isWaiting(m_inFlight->name) || ++m_inFlight->repeats > maxRepeats)
        return settle(result);
    m_newer.wait(m_inFlight->revision, [this, error = result.error()](bool isThere) {
        if (isThere)
            repeat(error);
        else
            settle(tl::unexpected(error));
    });
}

void ToggleQueue::repeat(const Error &error)
{
    const NovaStatePtr state = m_service.state();
    const ServerEntry *server = serverIn(*state->catalog, m_inFlight->name);
    if (!server)
        return settle(failure(ErrorCode::NotFound, tr("%1 was removed in the meantime.").arg(m_inFlight->name)));
    if (server->url != m_inFlight->url)
        return settle(failure(ErrorCode::Conflict,
                              tr("%1 has another address now. Look at it, then try again.").arg(server->name)));
    if (server->enabled == m_inFlight->enabled)
        return settle(Toggled{server->name, server->enabled, false, state->catalog->file.revision});
    if (isWaiting(server->name)) // Somebody has thought better of it while this waited.
        return settle(tl::unexpected(error));
    send();
}

void ToggleQueue::settle(const Result<Toggled> &result)
{
    const QString name = m_inFlight->name;
    m_inFlight.reset();
    Q_EMIT settled(name, result && result->enabled, result ? QString() : reasonOf(result.error()));
    sendNext();
}

} // namespace nova
