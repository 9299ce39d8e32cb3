#include "app/desktop/viewmodels/move_queue.h"

#include "app/desktop/viewmodels/server_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// A file that changes faster than it can be asked is not waited for.
constexpr int maxRepeats = 5;
} // namespace

MoveQueue::MoveQueue(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_newer(service)
{
    connect(&m_watch, &LinkWatch::switched, this, &MoveQueue::forget);
}

MoveQueue::~MoveQueue() = default;

void MoveQueue::forget()
{
    m_mailbox = std::make_shared<Mailbox>();
    m_waiting.clear();
    m_inFlight.reset();
}

void MoveQueue::ask(const QString &name, const QString &before)
{
    const auto earlier =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&name](const Move &move) { return move.name == name; });
    if (earlier != m_waiting.end())
        m_waiting.erase(earlier);
    m_waiting.append({name, before});
    sendNext();
}

QList<MoveQueue::Move> MoveQueue::open() const
{
    return m_inFlight ? QList<Move>{*m_inFlight} + m_waiting : m_waiting;
}

bool MoveQueue::isOpen(const QString &name) const
{
    const QList<Move> moves = open();
    return std::any_of(moves.begin(), moves.end(), [&name](const Move &move) { return move.name == name; });
}

void MoveQueue::sendNext()
{
    if (m_inFlight || m_waiting.isEmpty())
        return;
    m_inFlight = m_waiting.takeFirst();
    m_repeats = 0;
    send();
}

void MoveQueue::send()
{
    m_sentRevision = m_service.state()->catalog->file.revision;
    const auto before = m_inFlight->before.isEmpty() ? std::nullopt : std::optional(m_inFlight->before);
    m_service.moveServer({m_inFlight->name, before, m_sentRevision}, {Origin::Ui, u"desktop"_s},
                         {m_mailbox, [this](const Result<ServerSaved> &result) { take(result); }});
}

void MoveQueue::take(const Result<ServerSaved> &result)
{
    if (result)
        return settle({});
    const Error &error = result.error();
    if (error.code != ErrorCode::StaleRevision || ++m_repeats > maxRepeats)
        return settle(reasonOf(error));
    m_newer.wait(m_sentRevision, [this, error](bool isThere) {
        if (isThere)
            repeat(error);
        else
            settle(reasonOf(error));
    });
}

void MoveQueue::repeat(const Error &error)
{
    const auto catalog = m_service.state()->catalog;
    const bool same = serverIn(*catalog, m_inFlight->name) &&
                      (m_inFlight->before.isEmpty() || serverIn(*catalog, m_inFlight->before));
    if (same)
        send();
    else
        settle(reasonOf(error));
}

void MoveQueue::settle(const QString &problem)
{
    const QString name = m_inFlight->name;
    m_inFlight.reset();
    Q_EMIT settled(name, problem);
    sendNext();
}

} // namespace nova
