#pragma once

#include "tests/mcp/wire_reply.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace nova::test
{

/// The server's end of one connection: takes requests off it and puts replies on it, well-behaved or not.
class ScriptedConnection final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<WireReply(const SeenRequest &)>;

    /// `greeting` is sent before anything was asked, as an SSH server does. The connection owns the socket.
    ScriptedConnection(QTcpSocket *socket, const QByteArray &greeting, Answer answer, QObject *parent);

private:
    void read();
    void reply(const WireReply &reply);
    void go();

    QTcpSocket *m_socket;
    const Answer m_answer;
    QByteArray m_come;
    QByteArray m_waiting; ///< Of a reply that goes byte by byte.
    WireReply m_reply;
    QTimer m_again;
};

} // namespace nova::test
