#pragma once

#include "core/events/event_log.h"
#include "server/http/http_service.h"

#include <QJsonArray>
#include <QTimer>

namespace nova
{

class WebSocketClient;

/// All WebSocket clients: greets them, brings them up to date, passes every event on. Server thread.
class WebSocketHub : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString instance;
        QString version;
        int maxClients = 10'000;
    };
    /// The whole state as GET /api/state gives it, for those whom the ring cannot bring up to date.
    using StateText = std::function<QByteArray()>;

    WebSocketHub(const EventLog &log, Options options, StateText stateText, Logger &logger, QObject *parent = nullptr);
    ~WebSocketHub() override;

    /// Answers the handshake and takes the socket, from which its head has been read; or says why not.
    [[nodiscard]] std::optional<Response> adopt(QTcpSocket *socket, const Upgrade &upgrade);

    /// Sends an event to all who have not got it. Events come in the order of the log.
    void publish(const LoggedEvent &logged);

    /// Sends a protocol ping to everybody; to how many.
    int pingAll();
    void closeAll();

    /// Whether the last close frame is out, too.
    [[nodiscard]] bool isQuiet() const;

    [[nodiscard]] int count() const { return int(m_clients.size()); }
    /// To how many the newest event went.
    [[nodiscard]] int lastDelivered() const { return m_lastDelivered; }
    [[nodiscard]] QJsonArray connections() const;
    [[nodiscard]] QJsonObject metrics() const;

Q_SIGNALS:
    /// Soon after it did.
    void countChanged(int clients);

private:
    void refuse(WebSocketClient &client);
    void greet(WebSocketClient &client, const QUrlQuery &query);
    void remove(WebSocketClient *client, int code);
    [[nodiscard]] QByteArray resyncFrame() const;

    const EventLog &m_log;
    const Options m_options;
    const StateText m_stateText;
    Logger &m_logger;
    QList<WebSocketClient *> m_clients; ///< Children; those that are closing are no longer here.
    QTimer m_beat;                      ///< Runs only while there are clients.
    QTimer m_countTold;                 ///< A thousand that come at once are told of once.

    int m_lastDelivered = 0;
    qint64 m_accepted = 0;
    qint64 m_refused = 0;
    qint64 m_published = 0;
    qint64 m_delivered = 0;
    qint64 m_bytes = 0;
    qint64 m_tooSlow = 0;
    qint64 m_unauthenticated = 0;
};

} // namespace nova
