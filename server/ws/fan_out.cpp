#include "server/ws/fan_out.h"

#include "server/ws/web_socket_client.h"

#include <algorithm>

namespace nova
{

FanOut::FanOut(QObject *parent)
    : QObject(parent)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0); // Behind everything that sockets have to say now.
    connect(&m_turn, &QTimer::timeout, this, &FanOut::deliver);
}

bool FanOut::remove(WebSocketClient *client)
{
    const qsizetype index = m_clients.indexOf(client);
    if (index < 0)
        return false;
    m_clients.removeAt(index);
    if (index < m_next)
        --m_next; // Nobody is passed over.
    return true;
}

int FanOut::publish(const LoggedEvent &logged)
{
    m_frames.append(logged);
    if (!m_isDelivering) {
        m_isDelivering = true;
        m_next = 0;
        m_newestAtStart = logged.event.seq;
        m_turn.start();
    }
    return int(std::count_if(m_clients.begin(), m_clients.end(),
                             [&](const WebSocketClient *client) { return client->wants(logged.event); }));
}

void FanOut::deliver()
{
    for (int i = 0; i < clientsPerTurn && m_next < m_clients.size(); ++i)
        m_clients.at(m_next++)->sendEvents(m_frames);
    if (m_next >= m_clients.size()) {
        m_frames.dropUpTo(m_newestAtStart);
        m_next = 0;
        m_newestAtStart = m_frames.newest();
        m_isDelivering = !m_frames.isEmpty();
    }
    if (m_isDelivering)
        m_turn.start();
}

void FanOut::finish()
{
    m_turn.stop();
    while (m_isDelivering)
        deliver();
    m_turn.stop();
}

} // namespace nova
