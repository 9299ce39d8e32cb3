#include "tests/mcp/scripted_connection.h"

#include <QTcpSocket>

namespace nova::test
{

namespace
{
/// So much waits at most: what a client does not take must not fill this program's own memory.
constexpr qint64 enoughWaiting = 256 * 1024;
} // namespace

ScriptedConnection::ScriptedConnection(QTcpSocket *socket, const QByteArray &greeting, Answer answer, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answer(std::move(answer))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ScriptedConnection::go);
    connect(m_socket, &QTcpSocket::readyRead, this, &ScriptedConnection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (!m_again.isActive())
            m_again.start(m_reply.pause);
    });
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_socket->write(greeting);
}

void ScriptedConnection::read()
{
    m_come += m_socket->readAll();
    while (const auto request = takeRequest(m_come)) {
        const WireReply answer = m_answer(*request);
        if (answer.delay.count() > 0)
            QTimer::singleShot(answer.delay, this, [this, answer] { reply(answer); });
        else
            reply(answer);
    }
}

void ScriptedConnection::reply(const WireReply &reply)
{
    m_reply = reply;
    if (reply.byteByByte)
        m_waiting = reply.bytes;
    else
        m_socket->write(reply.bytes);
    m_again.start(0);
}

void ScriptedConnection::go()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (!m_waiting.isEmpty()) {
        m_socket->write(m_waiting.first(1));
        m_socket->flush();
        m_waiting.remove(0, 1);
        return m_again.start(0);
    }
    if (m_reply.then == WireReply::Then::Close)
        return m_socket->disconnectFromHost();
    if (m_reply.then != WireReply::Then::Repeat)
        return;
    do
        m_socket->write(m_reply.pattern);
    while (m_reply.pause.count() == 0 && m_socket->bytesToWrite() < enoughWaiting);
}

} // namespace nova::test
