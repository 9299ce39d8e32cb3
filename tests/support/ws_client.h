#pragma once

#include <QJsonObject>
#include <QList>
#include <QWebSocket>

namespace nova::test
{

/// A WebSocket client that keeps what it hears.
class WsClient : public QObject
{
    Q_OBJECT

public:
    /// Connects to `address` ("http://127.0.0.1:1234") at /ws/ with the token, where one is given.
    WsClient(const QString &address, const QString &token, const QString &query = {});
    ~WsClient() override;

    [[nodiscard]] const QList<QJsonObject> &messages() const { return m_messages; }
    /// The messages of one type, in order.
    [[nodiscard]] QList<QJsonObject> ofType(const QString &type) const;
    [[nodiscard]] bool greeted() const { return !ofType(QStringLiteral("hello")).isEmpty(); }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }
    void clear() { m_messages.clear(); }

Q_SIGNALS:
    void message(const QJsonObject &message);

private:
    QWebSocket m_socket;
    QList<QJsonObject> m_messages;
    bool m_closed = false;
};

} // namespace nova::test
