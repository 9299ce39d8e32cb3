#include "app/cli/event_stream.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::chrono::milliseconds triesEvery{500}; ///< While it is away.
constexpr quint64 ringSize = 1000;

QString pathAfter(const QString &epoch, quint64 seq)
{
    return u"/api/events?epoch=%1&seq=%2"_s.arg(pathSegment(epoch)).arg(seq);
}

} // namespace

EventStream::EventStream(RunningNova &nova, Listener listener)
    : m_nova(nova)
    , m_listener(std::move(listener))
{
    m_again.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { follow(); });
}

EventStream::~EventStream()
{
    delete m_socket;
}

Result<QList<QJsonObject>> EventStream::kept(qsizetype most)
{
    const auto state = m_nova.get(u"/api/state"_s);
    if (!state)
        return tl::unexpected(state.error());
    m_epoch = (*state)[u"epoch"].toString();
    m_seq = quint64((*state)[u"seq"].toDouble());
    const quint64 newest = m_seq;
    // The oldest may be gone; it does not say how many it has.
    for (quint64 howMany = std::min(ringSize, quint64(most)); howMany > 0; howMany = howMany * 9 / 10) {
        const auto ring = m_nova.get(pathAfter(m_epoch, newest > howMany ? newest - howMany : 0));
        if (!ring)
            return tl::unexpected(ring.error());
        if (!(*ring)[u"complete"].toBool())
            continue;
        QList<QJsonObject> events;
        const QJsonArray list = (*ring)[u"events"].toArray();
        for (const QJsonValue event : list)
            events.append(event.toObject());
        m_seq = std::max(m_seq, quint64((*ring)[u"seq"].toDouble()));
        return events.size() > most ? events.last(most) : events;
    }
    return QList<QJsonObject>();
}

void EventStream::follow()
{
    letGo();
    m_socket = m_nova.openSocket(m_epoch, m_seq).release();
    QObject::connect(m_socket, &RemoteSocket::greeted, m_socket, [this](const QString &epoch) { onGreeted(epoch); });
    QObject::connect(m_socket, &RemoteSocket::resynced, m_socket,
                     [this](const QJsonObject &state) { onResynced(state); });
    QObject::connect(m_socket, &RemoteSocket::happened, m_socket, [this](const Event &event) {
        m_seq = event.seq;
        if (!event.id.isEmpty())
            m_listener.happened(toJson(event));
    });
    QObject::connect(m_socket, &RemoteSocket::ended, m_socket, [this](int closeCode) { onEnded(closeCode); });
}

void EventStream::letGo()
{
    if (!m_socket)
        return;
    m_socket->disconnect();
    std::exchange(m_socket, nullptr)->deleteLater();
}

void EventStream::onGreeted(const QString &epoch)
{
    if (std::exchange(m_isAway, false))
        m_listener.away(false);
    if (epoch == m_epoch)
        return;
    m_listener.gap(u"Nova was started anew; what it told last before that may be missing."_s);
    m_epoch = epoch;
    m_seq = 0; // All that it has told since then.
    m_again.start(0);
    letGo();
}

void EventStream::onResynced(const QJsonObject &state)
{
    const auto newest = quint64(state[u"seq"].toDouble());
    m_listener.gap(u"%1 events are missing: more happened than Nova keeps."_s.arg(newest - std::min(newest, m_seq)));
    m_seq = newest;
}

void EventStream::onEnded(int closeCode)
{
    letGo();
    if (closeCode == RemoteSocket::notAuthenticated)
        return m_listener.ended(m_nova.wrongTokenError());
    if (!std::exchange(m_isAway, true))
        m_listener.away(true);
    m_again.start(triesEvery);
}

} // namespace nova
