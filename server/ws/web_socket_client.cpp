#include "server/ws/web_socket_client.h"

#include "server/ws/frame.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nova
{

WebSocketClient::WebSocketClient(std::unique_ptr<Stream> stream, Peer peer, QObject *parent)
    : QObject(parent)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_peer(std::move(peer))
    , m_since(QDateTime::currentDateTimeUtc())
    , m_stream(std::move(stream))
    , m_reader(*this)
{
    m_sinceBeat.start();
    connect(m_stream.get(), &Stream::readable, this, &WebSocketClient::read);
    connect(m_stream.get(), &Stream::closed, this, [this] {
        end(AbnormalClosure);
        deleteLater();
    });
}

WebSocketClient::~WebSocketClient() = default;

QJsonObject WebSocketClient::toJson() const
{
    return {{u"client_id"_s, m_id},
            {u"address"_s, m_peer.address},
            {u"user_agent"_s, m_peer.userAgent},
            {u"connected_at"_s, m_since.toString(Qt::ISODateWithMs)},
            {u"events_sent"_s, qint64(m_sent)},
            {u"last_seq"_s, qint64(m_lastSeq)},
            {u"unsent_bytes"_s, m_stream->unsent()}};
}

void WebSocketClient::sendEvents(EventFrames &frames)
{
    if (!m_open || frames.newest() <= m_lastSeq)
        return;
    const EventFrames::Piece &piece = frames.after(m_lastSeq, m_types);
    m_lastSeq = frames.newest();
    m_sent += quint64(piece.events);
    if (piece.events > 0)
        send(piece.bytes);
}

void WebSocketClient::send(const QByteArray &frame)
{
    if (!m_open)
        return;
    if (m_stream->send(frame)) {
        m_allowance = 0;
        return;
    }
    if (m_stream->unsent() > maxUnsent + m_allowance)
        close(TooSlow, u"too slow: over 1 MiB unsent"_s);
}

void WebSocketClient::sendCatchUp(const QByteArray &frames)
{
    if (m_open && !m_stream->send(frames))
        m_allowance = m_stream->unsent();
}

QByteArray WebSocketClient::messageFrame(const QString &type, const QJsonObject &data)
{
    QJsonObject message{{u"type"_s, type}};
    if (!data.isEmpty())
        message[u"data"_s] = data;
    return makeFrame(FrameKind::Text, QJsonDocument(message).toJson(QJsonDocument::Compact));
}

void WebSocketClient::read()
{
    constexpr qsizetype most = 16 * 1024; // A turn; whoever has more to say waits for the next.
    QByteArray bytes;
    m_stream->read(bytes, most);
    take(bytes);
    if (m_stream->atEnd())
        m_stream->abort();
}

void WebSocketClient::take(QByteArrayView bytes)
{
    m_reader.feed(bytes);
    if (m_reader.isOver()) {
        end(m_reader.closeCode());
        disconnect(m_stream.get(), &Stream::readable, this, nullptr);
        m_stream->finish();
        letGo();
    } else if (isFlooding()) {
        close(PolicyViolation, u"too many frames"_s);
    }
}

bool WebSocketClient::isFlooding()
{
    if (m_framesWindow.hasExpired()) {
        m_framesWindow.setRemainingTime(framesPeriod);
        m_framesBefore = m_reader.frames();
    }
    return m_reader.frames() - m_framesBefore > maxFrames;
}

void WebSocketClient::beat()
{
    if (m_pongDue.hasExpired())
        m_stream->abort(); // Half open: nobody is there to read a close frame.
    else if (m_sinceBeat.elapsed() >= heartbeatSeconds * 1000)
        ping();
}

void WebSocketClient::ping()
{
    m_sinceBeat.start();
    if (m_pongDue.isForever())
        m_pongDue = QDeadlineTimer(pongSeconds * 1000);
    send(makeFrame(FrameKind::Ping));
}

void WebSocketClient::close(int code, const QString &reason)
{
    if (!m_open)
        return;
    m_stream->send(makeCloseFrame(code, reason.toUtf8()));
    end(code);
    letGo(); // The answer to it is read like everything else, if there comes one.
}

/// A peer that reads nothing would keep the connection, and what it did not read, for good.
void WebSocketClient::letGo()
{
    QTimer::singleShot(Stream::lingering, m_stream.get(), &Stream::abort);
}

void WebSocketClient::end(int code)
{
    if (std::exchange(m_open, false))
        Q_EMIT closed(code);
}

void WebSocketClient::onText(const QByteArray &text)
{
    if (!m_open)
        return;
    const QJsonObject message = QJsonDocument::fromJson(text).object();
    const QString type = message[u"type"].toString();
    const QJsonValue names = message[u"data"].toObject()[u"types"];
    if (type == u"ping")
        send(messageFrame(u"pong"_s));
    else if (type == u"subscribe" && names.isArray())
        subscribe(names.toArray());
    else
        mistake(u"A client may send {\"type\":\"ping\"} and {\"type\":\"subscribe\",\"data\":{\"types\":[…]}}."_s);
}

void WebSocketClient::subscribe(const QJsonArray &names)
{
    EventFrames::Types types = 0;
    for (const QJsonValue &name : names) {
        const auto known = eventTypeFromString(name.toString());
        if (!known) {
            mistake(u"«%1» is not a type of event."_s.arg(name.toString().left(64)));
            return;
        }
        types |= EventFrames::only(*known);
    }
    m_types = types;
}

void WebSocketClient::onBinary()
{
    mistake(u"Messages are JSON texts, not binary."_s);
}

void WebSocketClient::onPong()
{
    m_pongDue = QDeadlineTimer(QDeadlineTimer::Forever);
}

void WebSocketClient::sendReply(const QByteArray &frames)
{
    if (m_open)
        send(frames);
}

void WebSocketClient::mistake(const QString &message)
{
    if (!m_open)
        return;
    send(messageFrame(u"error"_s, {{u"message"_s, message}}));
    if (++m_mistakes >= maxMistakes)
        close(PolicyViolation, u"too many messages that are not understood"_s);
}

} // namespace nova
