#pragma once

#include "core/events/event_log.h"
#include "server/ws/event_frames.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace nova
{

class WebSocketClient;

/// Brings events to all clients, in order, a few clients a turn: between two turns the thread answers whoever else
/// wants something, so that a request among thousands of listeners waits for some of them and not for all. Events that
/// come meanwhile go along: a client that is reached later gets all that it has not got, in one piece. Server thread;
/// does not own the clients.
class FanOut : public QObject
{
    Q_OBJECT

public:
    explicit FanOut(QObject *parent = nullptr);

    void add(WebSocketClient *client) { m_clients.append(client); }
    /// False where it is not here. May be called while it is given something.
    bool remove(WebSocketClient *client);
    [[nodiscard]] const QList<WebSocketClient *> &clients() const { return m_clients; }

    /// Events come in the order of the log. To how many clients it goes.
    int publish(const LoggedEvent &logged);
    /// Brings everything to everybody before it returns.
    void finish();

private:
    /// At ten microseconds for each, others wait for less than a millisecond.
    static constexpr int clientsPerTurn = 64;

    void deliver();

    QList<WebSocketClient *> m_clients;
    EventFrames m_frames;        ///< Those that somebody has not got yet.
    qsizetype m_next = 0;        ///< Whose turn it is.
    quint64 m_newestAtStart = 0; ///< Of this round through all clients: who has been reached in it has at least this.
    bool m_isDelivering = false;
    QTimer m_turn;
};

} // namespace nova
