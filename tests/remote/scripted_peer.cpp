#include "tests/remote/scripted_peer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova::test
{

ScriptedPeer::ScriptedPeer(Answer answer)
    : m_answer(std::move(answer))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
    });
}

QString ScriptedPeer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(serverPort());
}

QByteArray ScriptedPeer::answer(const QByteArray &statusLine, const QByteArray &body, const QByteArray &type,
                                const QByteArray &headers)
{
    return "HTTP/1.1 " + statusLine + "\r\nContent-Type: " + type + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void ScriptedPeer::serve(QTcpSocket *socket)
{
    static const QRegularExpression length(u"\r\nContent-Length: (\\d+)\r\n"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QByteArray seen = socket->peek(socket->bytesAvailable());
    const qsizetype head = seen.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype whole = head + 4 + length.match(QString::fromLatin1(seen.first(head + 2))).captured(1).toInt();
    if (seen.size() < whole)
        return;
    m_requests.append(socket->read(whole));
    const QByteArray answer = m_answer(m_requests.last());
    if (socket->isOpen())
        socket->write(answer);
}

} // namespace nova::test
