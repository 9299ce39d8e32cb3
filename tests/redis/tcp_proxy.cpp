#include "tests/redis/tcp_proxy.h"

#include <QTimer>

namespace nova::test
{

TcpProxy::TcpProxy(quint16 target)
    : m_target(target)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &TcpProxy::accept);
}

TcpProxy::~TcpProxy()
{
    cut();
}

void TcpProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        const int id = ++m_accepted;
        auto *server = new QTcpSocket(this);
        m_pairs.insert(id, {client, server, {}, {}});
        for (QTcpSocket *socket : {client, server}) {
            connect(socket, &QTcpSocket::readyRead, this, [this, id] { pump(id); });
            connect(
                socket, &QTcpSocket::disconnected, this, [this, id] { drop(id); }, Qt::QueuedConnection);
            connect(
                socket, &QTcpSocket::errorOccurred, this, [this, id] { drop(id); }, Qt::QueuedConnection);
        }
        server->connectToHost(QHostAddress::LocalHost, m_target);
    }
}

void TcpProxy::pump(int id)
{
    const auto found = m_pairs.find(id);
    if (found == m_pairs.end() || !found->client || !found->server)
        return;
    Pair &pair = *found;
    pair.toServer += pair.client->readAll();
    pair.toClient += pair.server->readAll();
    if (m_swallow) {
        pair.toServer.clear();
        pair.toClient.clear();
        return;
    }
    if (m_delay > 0)
        QTimer::singleShot(m_delay, Qt::PreciseTimer, this, [this, id] { passOn(id); });
    else
        passOn(id);
}

void TcpProxy::passOn(int id)
{
    const auto found = m_pairs.find(id);
    if (found == m_pairs.end() || !found->client || !found->server || m_swallow)
        return;
    Pair &pair = *found;
    const auto pass = [this](QByteArray &bytes, QTcpSocket *to) {
        const qsizetype most = m_slice > 0 ? std::min<qsizetype>(m_slice, bytes.size()) : bytes.size();
        to->write(bytes.left(most));
        bytes.remove(0, most);
    };
    pass(pair.toServer, pair.server);
    pass(pair.toClient, pair.client);
    if (!pair.toServer.isEmpty() || !pair.toClient.isEmpty())
        QTimer::singleShot(0, this, [this, id] { passOn(id); });
}

void TcpProxy::drop(int id)
{
    const Pair pair = m_pairs.take(id);
    for (QTcpSocket *socket : {pair.client.data(), pair.server.data()}) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void TcpProxy::cut()
{
    const auto ids = m_pairs.keys();
    for (const int id : ids)
        drop(id);
}

} // namespace nova::test
