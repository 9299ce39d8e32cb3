#include "server/ws/web_socket_client.h"

#include "server/ws/text_frame.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nova
{

WebSocketClient::WebSocketClient(std::unique_ptr<QWebSocket> socket, QTcpSocket *tcp, Upgrade upgrade, QObject *parent)
    : QObject(parent)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_socket(std::move(socket))
    , m_tcp(tcp)
    , m_upgrade(std::move(upgrade))
    , m_since(QDateTime::currentDateTimeUtc())
{
    constexpr quint64 maxIncoming = 64 * 1024;
    m_socket->setMaxAllowedIncomingMessageSize(maxIncoming); // Qt closes with 1009 beyond.
    m_socket->setMaxAllowedIncomingFrameSize(maxIncoming);
    m_sinceBeat.start();
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WebSocketClient::onMessage);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { mistake(u"Messages are JSON texts, not binary."_s); });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_pongDue = QDeadlineTimer(QDeadlineTimer::Forever); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &WebSocketClient::finish);
}

WebSocketClient::~WebSocketClient()
{
    m_socket->disconnect(this);
}

QJsonObject WebSocketClient::toJson() const
{
    return {{u"client_id"_s, m_id},
            {u"address"_s, m_upgrade.address},
            {u"user_agent"_s, QString::fromUtf8(m_upgrade.head.value("User-Agent").left(200))},
            {u"connected_at"_s, m_since.toString(Qt::ISODateWithMs)},
            {u"events_sent"_s, qint64(m_sent)},
            {u"last_seq"_s, qint64(m_lastSeq)},
            {u"unsent_bytes"_s, m_tcp ? m_tcp->bytesToWrite() : 0}};
}

bool WebSocketClient::sendEvent(const Event &event, const QByteArray &frame)
{
    if (!m_open || event.seq <= m_lastSeq)
        return false;
    m_lastSeq = event.seq;
    if (m_types && !m_types->contains(event.type))
        return false;
    ++m_sent;
    sendFrame(frame);
    return m_open;
}

void WebSocketClient::sendFrame(const QByteArray &frame)
{
    if (!m_open || !m_tcp)
        return;
    if (m_tcp->bytesToWrite() == 0)
        m_allowance = 0;
    nova::sendFrame(*m_tcp, frame);
    if (m_tcp->bytesToWrite() > maxUnsent + m_allowance)
        close(TooSlow, u"too slow: over 1 MiB unsent"_s);
}

void WebSocketClient::sendCatchUp(const QByteArray &frame)
{
    if (!m_open || !m_tcp)
        return;
    nova::sendFrame(*m_tcp, frame);
    m_allowance = m_tcp->bytesToWrite();
}

void WebSocketClient::sendMessage(const QString &type, const QJsonObject &data)
{
    QJsonObject message{{u"type"_s, type}};
    if (!data.isEmpty())
        message[u"data"_s] = data;
    sendFrame(textFrame(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void WebSocketClient::beat()
{
    if (m_pongDue.hasExpired()) {
        m_socket->abort(); // Half open: nobody is there to read a close frame.
        return;
    }
    if (m_sinceBeat.elapsed() >= heartbeatSeconds * 1000)
        ping();
}

void WebSocketClient::ping()
{
    if (!m_open)
        return;
    m_sinceBeat.start();
    if (m_pongDue.isForever())
        m_pongDue = QDeadlineTimer(pongSeconds * 1000);
    m_socket->ping();
}

void WebSocketClient::close(int code, const QString &reason)
{
    if (!m_open)
        return;
    m_open = false;
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
    // A peer that reads nothing would keep the socket, and what it did not read, for good.
    QTimer::singleShot(2000, m_socket.get(), &QWebSocket::abort);
    Q_EMIT closed(code);
}

void WebSocketClient::finish()
{
    if (std::exchange(m_open, false))
        Q_EMIT closed(m_socket->closeCode());
    deleteLater();
}

void WebSocketClient::onMessage(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString type = message[u"type"].toString();
    if (type == u"ping") {
        sendMessage(u"pong"_s);
        return;
    }
    const QJsonValue names = message[u"data"].toObject()[u"types"];
    if (type != u"subscribe" || !names.isArray()) {
        mistake(u"A client may send {\"type\":\"ping\"} and {\"type\":\"subscribe\",\"data\":{\"types\":[…]}}."_s);
        return;
    }
    QSet<EventType> types;
    const QJsonArray list = names.toArray();
    for (const QJsonValue &name : list) {
        const auto known = eventTypeFromString(name.toString());
        if (!known) {
            mistake(u"«%1» is not a type of event."_s.arg(name.toString().left(64)));
            return;
        }
        types.insert(*known);
    }
    m_types = types;
}

void WebSocketClient::mistake(const QString &message)
{
    sendMessage(u"error"_s, {{u"message"_s, message}});
    if (++m_mistakes >= maxMistakes)
        close(QWebSocketProtocol::CloseCodePolicyViolated, u"too many messages that are not understood"_s);
}

} // namespace nova
