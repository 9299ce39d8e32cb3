#pragma once

#include "core/events/event.h"
#include "server/net/stream.h"
#include "server/ws/event_frames.h"
#include "server/ws/message_reader.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <memory>

namespace nova
{

/// One WebSocket connection: what it wants to hear, up to where it has heard, and whether it still lives.
/// Server thread; owned by the hub; owns its stream, on which the handshake is done; deletes itself when that ends.
class WebSocketClient : public QObject, private MessageReader::Listener
{
    Q_OBJECT

public:
    /// Of RFC 6455 §7.4.1, and Nova's own.
    enum CloseCode {
        GoingAway = 1001,
        AbnormalClosure = 1006, ///< Never sent: the connection ended without a close frame.
        PolicyViolation = 1008,
        NotAuthenticated = 4401,
        TooSlow = 4408
    };

    /// Who it is, for logs and lists.
    struct Peer {
        QString address; ///< "127.0.0.1:53422"
        QString userAgent;
        QString requestId;
    };

    static constexpr qint64 maxUnsent = 1024 * 1024;
    static constexpr int maxMistakes = 10;
    /// A client sends next to nothing; one that sends more frames than this in that time only wants to keep us busy.
    static constexpr quint64 maxFrames = 1000;
    static constexpr std::chrono::seconds framesPeriod{10};
    static constexpr int heartbeatSeconds = 25;
    static constexpr int pongSeconds = 10;

    WebSocketClient(std::unique_ptr<Stream> stream, Peer peer, QObject *parent);
    ~WebSocketClient() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const Peer &peer() const { return m_peer; }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool isOpen() const { return m_open; }

    /// From now on this client hears events after `seq`.
    void startAfter(quint64 seq) { m_lastSeq = seq; }

    /// Whether this event would be sent to it.
    [[nodiscard]] bool wants(const Event &event) const
    {
        return m_open && event.seq > m_lastSeq && (m_types & EventFrames::only(event.type)) != 0;
    }
    /// Sends those that the client has not got and has asked for.
    void sendEvents(EventFrames &frames);
    /// What a client missed may be more than a slow one is allowed to leave unread: it is not held against it.
    void sendCatchUp(const QByteArray &frames);
    /// A message of the connection itself, which is no event.
    [[nodiscard]] static QByteArray messageFrame(const QString &type, const QJsonObject &data = {});

    /// Takes bytes that came in.
    void take(QByteArrayView bytes);
    /// A protocol ping when one is due, and the end of a client that did not answer the last one.
    void beat();
    void ping();
    void close(int code, const QString &reason);

Q_SIGNALS:
    /// Over, for whatever reason; once. The object goes when its socket does.
    void closed(int code);

private:
    void onText(const QByteArray &text) override;
    void onBinary() override;
    void onPong() override;
    void sendReply(const QByteArray &frames) override;

    void read();
    void send(const QByteArray &frame);
    void subscribe(const QJsonArray &names);
    void mistake(const QString &message);
    [[nodiscard]] bool isFlooding();
    void end(int code);
    void letGo();

    const QString m_id;
    const Peer m_peer;
    const QDateTime m_since;
    const std::unique_ptr<Stream> m_stream;
    MessageReader m_reader;
    EventFrames::Types m_types = EventFrames::all;
    bool m_open = true;
    int m_mistakes = 0;
    quint64 m_lastSeq = 0;
    quint64 m_sent = 0;
    qint64 m_allowance = 0; ///< Bytes of catching up that may still be unsent.
    quint64 m_framesBefore = 0;
    QDeadlineTimer m_framesWindow;
    QElapsedTimer m_sinceBeat;
    QDeadlineTimer m_pongDue{QDeadlineTimer::Forever};
};

} // namespace nova
