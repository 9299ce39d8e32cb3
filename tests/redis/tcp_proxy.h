#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace nova::test
{

/// Stands between a client and a server on the loopback and is a bad network: cuts, slices, delays and swallows. In the
/// thread of the test.
class TcpProxy : public QObject
{
    Q_OBJECT

public:
    explicit TcpProxy(quint16 target);
    ~TcpProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return int(m_pairs.size()); }
    [[nodiscard]] int accepted() const { return m_accepted; }

    /// Resets every connection.
    void cut();
    /// From now on what comes in is swallowed, and new connections lead nowhere: a cable was pulled.
    void blackHole(bool on) { m_swallow = on; }
    /// Passes bytes on in pieces of at most this many, each in a turn of the event loop of its own; 0 for as they come.
    void slice(int bytes) { m_slice = bytes; }
    /// Passes bytes on so many milliseconds after they came.
    void delay(int milliseconds) { m_delay = milliseconds; }

private:
    struct Pair {
        QPointer<QTcpSocket> client;
        QPointer<QTcpSocket> server;
        QByteArray toServer;
        QByteArray toClient;
    };
    void accept();
    void pump(int id);
    void passOn(int id);
    void drop(int id);

    const quint16 m_target;
    QTcpServer m_server;
    QHash<int, Pair> m_pairs;
    int m_accepted = 0;
    bool m_swallow = false;
    int m_slice = 0;
    int m_delay = 0;
};

} // namespace nova::test
