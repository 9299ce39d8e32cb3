#include "server/ws/web_socket_hub.h"

#include "core/log/logger.h"
#include "server/http/problem.h"
#include "server/metrics/server_metrics.h"
#include "server/ws/frame.h"
#include "server/ws/handshake.h"
#include "server/ws/web_socket_client.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr std::chrono::seconds beatInterval{5};
constexpr std::chrono::milliseconds countInterval{20};
} // namespace

WebSocketHub::WebSocketHub(const EventLog &log, Options options, StateText stateText, ServerMetrics &metrics,
                           Logger &logger, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_options(std::move(options))
    , m_stateText(std::move(stateText))
    , m_metrics(metrics)
    , m_logger(logger)
{
    m_beat.setInterval(beatInterval);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        const auto clients = m_fanOut.clients();
        for (WebSocketClient *client : clients)
            client->beat();
    });
    m_countTold.setInterval(countInterval);
    m_countTold.setSingleShot(true);
    connect(&m_countTold, &QTimer::timeout, this, [this] { Q_EMIT countChanged(count()); });
}

WebSocketHub::~WebSocketHub() = default;

std::optional<Response> WebSocketHub::adopt(std::unique_ptr<Stream> &stream, const Upgrade &upgrade)
{
    const auto answer = answerHandshake(upgrade.head);
    if (!answer)
        return answer.error();
    if (count() >= m_options.maxClients) {
        m_metrics.clientRefused(ServerMetrics::ClientRefused::Limit);
        m_logger.warning("ws"_L1, u"connection refused: too many"_s,
                         {{u"limit"_s, m_options.maxClients}, {u"request_id"_s, upgrade.requestId}});
        return problem(503, u"All %1 connections that this server allows are in use."_s.arg(m_options.maxClients))
            .with("Retry-After", "5");
    }
    auto *client = new WebSocketClient(
        std::move(stream),
        {upgrade.address, QString::fromUtf8(upgrade.head.value("User-Agent").left(200)), upgrade.requestId}, this);
    if (!upgrade.authorized) {
        client->sendCatchUp(*answer);
        refuse(*client);
        return std::nullopt;
    }
    m_metrics.clientConnected();
    m_fanOut.add(client);
    noteCount();
    connect(client, &WebSocketClient::closed, this, [this, client](int code) { remove(client, code); });
    if (!m_beat.isActive())
        m_beat.start();
    if (m_logger.enabled(LogLevel::Debug))
        m_logger.debug(
            "ws"_L1, u"connected"_s,
            {{u"client_id"_s, client->id()}, {u"request_id"_s, upgrade.requestId}, {u"from"_s, upgrade.address}});
    greet(*client, upgrade.query, *answer);
    client->take(upgrade.unread);
    return std::nullopt;
}

void WebSocketHub::noteCount()
{
    m_metrics.clientsOpen(count());
    if (!m_countTold.isActive())
        m_countTold.start();
}

void WebSocketHub::refuse(WebSocketClient &client)
{
    m_metrics.clientRefused(ServerMetrics::ClientRefused::NotAuthenticated);
    m_logger.info("ws"_L1, u"refused"_s,
                  {{u"request_id"_s, client.peer().requestId}, {u"from"_s, client.peer().address}});
    client.close(WebSocketClient::NotAuthenticated, u"not authenticated"_s);
}

void WebSocketHub::greet(WebSocketClient &client, const QUrlQuery &query, const QByteArray &handshake)
{
    const bool resumes = query.hasQueryItem(u"epoch"_s);
    bool isNumber = false;
    const quint64 asked = query.queryItemValue(u"seq"_s).toULongLong(&isNumber);

    // The position is taken before anything that is sent: what comes later has a higher number and follows as an event.
    EventLog::Backlog backlog;
    if (resumes && isNumber)
        backlog = m_log.since(query.queryItemValue(u"epoch"_s), asked);
    const quint64 from = backlog.complete ? asked : m_log.lastSeq();
    const QJsonObject hello{{u"client_id"_s, client.id()},     {u"epoch"_s, m_log.epoch()},
                            {u"seq"_s, qint64(from)},          {u"instance"_s, m_options.instance},
                            {u"version"_s, m_options.version}, {u"heartbeat_s"_s, WebSocketClient::heartbeatSeconds}};
    QByteArray greeting = handshake + WebSocketClient::messageFrame(u"hello"_s, hello);
    if (resumes && !backlog.complete)
        greeting += resyncFrame();
    for (const LoggedEvent &logged : backlog.events)
        greeting += makeFrame(FrameKind::Text, logged.json);
    client.startAfter(backlog.events.empty() ? from : backlog.events.back().event.seq);
    client.sendCatchUp(greeting); // In one piece: each is a system call, and thousands may come at once.
}

QByteArray WebSocketHub::resyncFrame() const
{
    const QByteArray message = "{\"type\":\"resync\",\"data\":" + m_stateText() + '}';
    return makeFrame(FrameKind::Text, message);
}

void WebSocketHub::publish(const LoggedEvent &logged)
{
    const int clients = m_fanOut.publish(logged);
    m_metrics.eventPublished(logged.event.type, clients, clients * logged.json.size());
}

int WebSocketHub::pingAll()
{
    const auto clients = m_fanOut.clients();
    for (WebSocketClient *client : clients)
        client->ping();
    return count();
}

void WebSocketHub::closeAll()
{
    m_fanOut.finish();
    const auto clients = m_fanOut.clients();
    for (WebSocketClient *client : clients)
        client->close(WebSocketClient::GoingAway, u"the server is closing"_s);
}

bool WebSocketHub::isQuiet() const
{
    return findChild<WebSocketClient *>({}, Qt::FindDirectChildrenOnly) == nullptr;
}

void WebSocketHub::remove(WebSocketClient *client, int code)
{
    if (!m_fanOut.remove(client))
        return;
    m_metrics.clientClosed(code);
    noteCount();
    if (count() == 0)
        m_beat.stop();
    const LogLevel level = code == WebSocketClient::TooSlow ? LogLevel::Warning : LogLevel::Debug;
    m_logger.log(level, "ws"_L1, u"disconnected"_s,
                 {{u"client_id"_s, client->id()}, {u"request_id"_s, client->peer().requestId}, {u"code"_s, code}});
}

QJsonArray WebSocketHub::connections() const
{
    QJsonArray list;
    for (const WebSocketClient *client : m_fanOut.clients())
        list.append(client->toJson());
    return list;
}

} // namespace nova
