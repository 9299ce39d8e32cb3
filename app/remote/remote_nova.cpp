#include "app/remote/remote_nova.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

// How RemoteNova connects, stays connected and tells what happens; its commands are in remote_nova_commands.cpp.

namespace nova
{

namespace
{

/// Whether it can be a header: a token that somebody pasted may be anything.
bool isToken(const QByteArray &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

RemoteNova::RemoteNova(const Options &options)
    : m_timing(options.timing)
    , m_token(options.token.trimmed().toUtf8())
    , m_address(RemoteAddress::of(options.address))
    , m_view(m_address ? m_address->text() : options.address.toString(QUrl::RemoveUserInfo))
    , m_backoff(options.timing.firstRetry, options.timing.longestRetry)
{
    m_link.address = m_view.state().instance->address;
    setPhase(LinkState::Phase::Connecting);
    show();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RemoteNova::connectNow);
    m_refresh.setInterval(m_timing.refresh);
    if (!m_address)
        return;
    m_wire = std::make_unique<Wire>(*m_address, m_token, m_timing.state, [this] {
        if (m_step != Step::Idle)
            fail(wrongToken(*m_address));
    });
    connect(&m_wire->fetch, &StateFetch::fetched, this, &RemoteNova::onFetched);
    connect(&m_wire->fetch, &StateFetch::failed, this, &RemoteNova::fail);
    connect(&m_refresh, &QTimer::timeout, &m_wire->fetch, &StateFetch::want);
}

RemoteNova::~RemoteNova()
{
    m_mailbox->drain(); // Who asked is answered, be it that nothing comes of it.
    disconnectNow();
    m_step = Step::Idle; // Nothing is told any more.
    if (m_wire)
        m_wire->calls.abandon();
    m_replies.release();
}

void RemoteNova::start()
{
    if (m_step == Step::Idle)
        reconnect();
}

void RemoteNova::stop()
{
    if (m_step == Step::Idle)
        return;
    disconnectNow();
    m_step = Step::Idle;
    setPhase(LinkState::Phase::Away, u"The connection to %1 is closed."_s.arg(name()));
    show();
    m_wire->calls.abandon();
    m_replies.release();
}

void RemoteNova::reconnect()
{
    if (!m_address)
        return fail({m_address.error().message, true});
    if (!isToken(m_token))
        return fail(m_token.isEmpty() ? LinkProblem{u"%1 is entered with a token. «nova-settingsd token», run there, "
                                                    "prints it."_s.arg(name()),
                                                    true}
                                      : wrongToken(*m_address));
    m_backoff.reset();
    if (m_link.phase == LinkState::Phase::Refused)
        setPhase(LinkState::Phase::Connecting);
    connectNow();
    m_replies.release();
}

QString RemoteNova::name() const
{
    return m_address ? m_address->name() : m_link.address;
}

void RemoteNova::connectNow()
{
    disconnectNow();
    m_step = Step::Asking;
    if (m_link.phase == LinkState::Phase::Connected)
        setPhase(LinkState::Phase::Away, u"The connection to %1 is made anew."_s.arg(name()));
    else
        setPhase(m_link.phase, m_link.problem); // Nobody waits for a time any more.
    m_wire->fetch.want();
    show();
}

void RemoteNova::disconnectNow()
{
    m_retry.stop();
    m_refresh.stop();
    if (m_wire)
        m_wire->fetch.cancel();
    m_events.clear(); // They were not told, so they come again.
    if (RemoteSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->deleteLater();
    }
}

void RemoteNova::onFetched(const QJsonObject &state, quint64 number)
{
    const bool isOther = state[u"epoch"].toString() != m_epoch;
    if (m_step == Step::Up && isOther)
        return fail({u"%1 was restarted."_s.arg(name())});
    if (const auto taken = m_view.take(state); !taken)
        return fail(notNova(*m_address, taken.error().message));
    if (m_step == Step::Asking) {
        // What has happened since the last event comes by the socket, unless its numbers mean nothing any more.
        if (isOther) {
            m_epoch = m_view.epoch();
            m_seq = m_view.seq();
        }
        openSocket();
    } else if (m_step == Step::AwaitingState) {
        goUp();
    } else if (m_step == Step::Up) {
        m_replies.stateArrived(number, m_view.seq());
        show();
        deliver();
    }
}

void RemoteNova::openSocket()
{
    m_step = Step::Opening;
    m_socket = new RemoteSocket(m_address->socket(m_epoch, m_seq), m_token, m_timing.socket, this);
    connect(m_socket, &RemoteSocket::greeted, this, &RemoteNova::onGreeted);
    connect(m_socket, &RemoteSocket::resynced, this, &RemoteNova::onResynced);
    connect(m_socket, &RemoteSocket::happened, this, &RemoteNova::onEvent);
    connect(m_socket, &RemoteSocket::ended, this, &RemoteNova::onEnded);
}

void RemoteNova::onGreeted(const QString &epoch, quint64 seq)
{
    if (epoch == m_epoch && seq == m_seq)
        goUp();
    else
        m_step = Step::AwaitingState; // It cannot tell what we missed, and sends the whole state instead.
}

void RemoteNova::onResynced(const QJsonObject &state)
{
    m_events.clear();
    m_epoch = state[u"epoch"].toString();
    m_seq = quint64(std::max<qint64>(0, state[u"seq"].toInteger()));
    m_step = Step::AwaitingState;
    m_wire->fetch.complete(state);
}

void RemoteNova::goUp()
{
    m_step = Step::Up;
    m_backoff.reset();
    m_refresh.start();
    setPhase(LinkState::Phase::Connected);
    show();
    deliver();
}

void RemoteNova::onEvent(const Event &event)
{
    if (event.seq <= (m_events.empty() ? m_seq : m_events.back().seq))
        return; // It was told already.
    m_events.push_back(event);
    deliver();
}

void RemoteNova::deliver()
{
    // Who is told may have us stop, or start anew.
    while (m_step == Step::Up && !m_events.empty()) {
        const Event event = m_events.front();
        if (event.seq > m_view.seq()) {
            const bool isNext = event.seq == m_view.seq() + 1 && !m_wire->fetch.isBusy();
            if (!isNext || !m_view.apply(event)) {
                m_wire->fetch.want();
                return;
            }
            show();
            if (m_step != Step::Up || m_events.empty() || m_events.front().seq != event.seq)
                continue;
        }
        m_events.pop_front();
        m_seq = event.seq;
        if (!event.id.isEmpty())
            Q_EMIT eventPublished(event);
    }
    if (m_step == Step::Up)
        m_replies.toldUpTo(m_seq);
}

void RemoteNova::onEnded(int closeCode, const QString &why)
{
    if (closeCode == RemoteSocket::notAuthenticated)
        fail(wrongToken(*m_address));
    else
        fail({u"The connection to %1 %2"_s.arg(name(), why)});
}

void RemoteNova::fail(const LinkProblem &problem)
{
    disconnectNow();
    if (problem.isRefusal) {
        m_step = Step::Idle;
        setPhase(LinkState::Phase::Refused, problem.sentence);
    } else {
        m_step = Step::Waiting;
        const auto wait = std::max(m_backoff.next(), problem.pause);
        m_retry.start(wait);
        setPhase(LinkState::Phase::Away, problem.sentence, QDateTime::currentDateTimeUtc().addMSecs(wait.count()));
    }
    show();
    m_replies.release();
}

void RemoteNova::setPhase(LinkState::Phase phase, const QString &problem, const QDateTime &retryAt)
{
    if (phase != m_link.phase || !m_link.since.isValid())
        m_link.since = QDateTime::currentDateTimeUtc();
    m_link.phase = phase;
    m_link.problem = problem;
    m_link.retryAt = retryAt;
}

NovaStatePtr RemoteNova::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void RemoteNova::show()
{
    const NovaStatePtr before = state();
    NovaState next = m_view.state();
    const bool isSameLink = before && before->link->phase == m_link.phase && before->link->problem == m_link.problem &&
                            before->link->retryAt == m_link.retryAt && before->link->since == m_link.since;
    next.link = isSameLink ? before->link : std::make_shared<const LinkState>(m_link);
    const auto parts = [](const NovaState &state) {
        return std::tie(state.catalog, state.prompt, state.instance, state.redis, state.tasks, state.health,
                        state.restarts, state.link);
    };
    if (before && parts(*before) == parts(next))
        return;
    const auto now = std::make_shared<const NovaState>(next);
    {
        const std::lock_guard lock(m_mutex);
        m_state = now;
    }
    Q_EMIT stateChanged(now);
}

} // namespace nova
