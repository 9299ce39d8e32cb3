#pragma once

#include "core/events/event_log.h"
#include "server/http/http_service.h"
#include "server/ws/fan_out.h"

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

    WebSocketHub(const EventLog &log, Options options, StateText stateText, ServerMetrics &metrics, Logger &logger,
                 QObject *parent = nullptr);
    ~WebSocketHub() override;

    /// Answers the handshake and takes the stream, from which its head has been read; or leaves it and says why.
    [[nodiscard]] std::optional<Response> adopt(std::unique_ptr<Stream> &stream, const Upgrade &upgrade);

    /// Sends an event to all who have not got it, soon. Events come in the order of the log.
    void publish(const LoggedEvent &logged);

    /// Sends a protocol ping to everybody; to how many.
    int pingAll();
    /// When everybody has all events.
    void closeAll();

    /// Whether the last close frame is out, too.
    [[nodiscard]] bool isQuiet() const;

    [[nodiscard]] int count() const { return int(m_fanOut.clients().size()); }
    [[nodiscard]] QJsonArray connections() const;
    [[nodiscard]] int maxClients() const { return m_options.maxClients; }

Q_SIGNALS:
    /// Soon after it did.
    void countChanged(int clients);

private:
    void refuse(WebSocketClient &client);
    void noteCount();
    void greet(WebSocketClient &client, const QUrlQuery &query, const QByteArray &handshake);
    void remove(WebSocketClient *client, int code);
    [[nodiscard]] QByteArray resyncFrame() const;

    const EventLog &m_log;
    const Options m_options;
    const StateText m_stateText;
    ServerMetrics &m_metrics;
    Logger &m_logger;
    FanOut m_fanOut;    ///< To all clients; these are children of this, and those that are closing are no longer in it.
    QTimer m_beat;      ///< Runs only while there are clients.
    QTimer m_countTold; ///< A thousand that come at once are told of once.
};

} // namespace nova
