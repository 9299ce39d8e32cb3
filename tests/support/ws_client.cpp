#include "tests/support/ws_client.h"

#include <QJsonDocument>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace nova::test
{

WsClient::WsClient(const QString &address, const QString &token, const QString &query)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        m_messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
        Q_EMIT message(m_messages.last());
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { m_closed = true; });
    QNetworkRequest request(QUrl(QString(address).replace(u"http://"_s, u"ws://"_s) + u"/ws/"_s +
                                 (query.isEmpty() ? QString() : u'?' + query)));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    m_socket.open(request);
}

WsClient::~WsClient()
{
    m_socket.disconnect(this);
}

QList<QJsonObject> WsClient::ofType(const QString &type) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &message : m_messages) {
        if (message[u"type"].toString() == type)
            found.append(message);
    }
    return found;
}

} // namespace nova::test
