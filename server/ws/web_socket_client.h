#pragma once

#include "core/events/event.h"
#include "server/http/http_service.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTcpSocket>
#include <QWebSocket>
#include <memory>

namespace nova
{

/// One WebSocket connection: what it wants to hear, up to where it has heard, and whether it still lives.
/// Server thread; owned by the hub; owns its QWebSocket.
class WebSocketClient : public QObject
{
    Q_OBJECT

public:
    /// Close codes of Nova's own, beside those of RFC 6455 §7.4.
    enum CloseCode { NotAuthenticated = 4401, TooSlow = 4408 };

    static constexpr qint64 maxUnsent = 1024 * 1024;
    static constexpr int maxMistakes = 10;
    static constexpr int heartbeatSeconds = 25;
    static constexpr int pongSeconds = 10;

    /// `tcp` is the socket below `socket`, which owns it.
    WebSocketClient(std::unique_ptr<QWebSocket> socket, QTcpSocket *tcp, Upgrade upgrade, QObject *parent);
    ~WebSocketClient() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const Upgrade &upgrade() const { return m_upgrade; }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool isOpen() const { return m_open; }

    /// From now on this client hears events after `seq`.
    void startAfter(quint64 seq) { m_lastSeq = seq; }

    /// Sends the event unless the client has it already or did not ask for its type. `frame` is textFrame(json).
    /// False when it was not sent.
    bool sendEvent(const Event &event, const QByteArray &frame);
    /// What a client missed may be more than a slow one is allowed to leave unread: it is not held against it.
    void sendCatchUp(const QByteArray &frame);
    void sendMessage(const QString &type, const QJsonObject &data = {});

    /// A protocol ping when one is due, and the end of a client that did not answer the last one.
    void beat();
    void ping();
    void close(int code, const QString &reason);

Q_SIGNALS:
    /// Over, for whatever reason; once.
    void closed(int code);

private:
    void sendFrame(const QByteArray &frame);
    void onMessage(const QString &text);
    void mistake(const QString &message);
    void finish();

    const QString m_id;
    const std::unique_ptr<QWebSocket> m_socket;
    const QPointer<QTcpSocket> m_tcp;
    const Upgrade m_upgrade;
    const QDateTime m_since;
    std::optional<QSet<EventType>> m_types; ///< Not set: all.
    quint64 m_lastSeq = 0;
    quint64 m_sent = 0;
    qint64 m_allowance = 0; ///< Bytes of catching up that may still be unsent.
    int m_mistakes = 0;
    bool m_open = true;
    QElapsedTimer m_sinceBeat;
    QDeadlineTimer m_pongDue{QDeadlineTimer::Forever};
};

} // namespace nova
