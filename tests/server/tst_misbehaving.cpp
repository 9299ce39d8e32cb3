#include "tests/support/raw_web_socket.h"
#include "tests/support/web_fixture.h"
#include "tests/support/ws_client.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// Clients that are slow, greedy, deaf or rude, alone and all at once. What they do to themselves is their own affair;
/// what the others notice of it is tested here. Runs under the sanitizers as the load test of the web side.
class TestMisbehaving : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;

    [[nodiscard]] std::unique_ptr<QTcpSocket> connected(const QByteArray &bytes = {}) const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, m_web->port());
        socket->write(bytes);
        return socket;
    }

    /// One that leaves nearly everything in the kernel's buffers.
    [[nodiscard]] std::unique_ptr<QTcpSocket> deaf(const QByteArray &bytes) const
    {
        auto socket = connected();
        socket->setReadBufferSize(1024);
        const int small = 4096;
        [[maybe_unused]] const bool ready =
            QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; });
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        socket->write(bytes);
        return socket;
    }

    void publish(int number, const QString &padding = {}) const
    {
        m_web->nova->broadcast(
            {EventType::TaskUpdated,
             {{u"task"_s,
               QJsonObject{{u"id"_s, QString::number(number)}, {u"status"_s, u"running"_s}, {u"title"_s, padding}}}}},
            {}, {});
    }

    [[nodiscard]] static QByteArray endOf(QTcpSocket &socket)
    {
        QByteArray received;
        [[maybe_unused]] const bool over = QTest::qWaitFor(
            [&] {
                received += socket.readAll();
                return socket.state() == QAbstractSocket::UnconnectedState;
            },
            15'000);
        return received;
    }

private Q_SLOTS:
    void init()
    {
        m_web = std::make_unique<WebFixture>([](WebServer::Options &options) {
            options.deadlines = {std::chrono::milliseconds(400), std::chrono::milliseconds(60'000)};
            options.maxClients = 80;
        });
    }
    void cleanup() { m_web.reset(); }

    /// Asks for a lot and reads none of it: it is let go, and what was made for it is not kept.
    void slowReadersAreLetGo()
    {
        const auto slow = deaf(m_web->request("GET /api/state").repeated(5000));
        // Its own side sees the end only when it reads: from the outside the server's count says so.
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bodyOf(m_web->exchange(m_web->request("GET /metrics")))
                    .contains("nova_http_dropped_total{reason=\"slow_reader\"} 1");
            },
            15'000));
    }

    /// Slow is not dead: who reads a little at a time gets all of it.
    void patientReadersGetEverything()
    {
        m_web->scratch.replace(m_web->scratch.prompt(), QByteArray(900'000, 'p'));
        QTRY_COMPARE(m_web->nova->state()->prompt->text.size(), 900'000);
        const auto slow = deaf(m_web->request("GET /api/prompt", "Connection: close\r\n"));
        slow->setReadBufferSize(64 * 1024);
        QByteArray received;
        QTRY_VERIFY_WITH_TIMEOUT((received += slow->readAll(), slow->state() == QAbstractSocket::UnconnectedState),
                                 30'000);
        QCOMPARE(statusOf(received), 200);
        QCOMPARE(bodyOf(received).size(), headerOf(received, "Content-Length").toInt());
    }

    /// A thousand requests at once from one are not a thousand before the next one's.
    void manyRequestsAtOnceTakeTurns()
    {
        constexpr int many = 4000;
        const auto greedy = connected(m_web->request("GET /api/mcp").repeated(many));
        QByteArray received;
        connect(greedy.get(), &QTcpSocket::readyRead, this, [&] { received += greedy->readAll(); });
        QTRY_VERIFY(!received.isEmpty());
        QCOMPARE(statusOf(m_web->exchange(m_web->request("GET /api/mcp"))), 200);
        QVERIFY2(received.count("HTTP/1.1 200 OK") < many, "it had to wait until the other one had everything");
        QTRY_COMPARE_WITH_TIMEOUT(received.count("HTTP/1.1 200 OK"), many, 60'000);
    }

    void whoHasSaidEverythingIsAnswered()
    {
        const auto socket = connected();
        QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
        socket->write(m_web->request("GET /api/mcp").repeated(3));
        QVERIFY(socket->flush());
        ::shutdown(int(socket->socketDescriptor()), SHUT_WR);
        QCOMPARE(endOf(*socket).count("HTTP/1.1 200 OK"), 3);
    }

    void tooManyConnectionsAreSaid()
    {
        std::vector<std::unique_ptr<QTcpSocket>> idle; // 80 for WebSockets and 128 beside.
        for (int i = 0; i < 208; ++i) {
            idle.push_back(connected("GET /health HTTP/1.1\r\nHost: " + m_web->host() + "\r\n\r\n"));
            QTRY_VERIFY(idle.back()->bytesAvailable() > 0);
        }
        const QByteArray answer = m_web->exchange(m_web->request("GET /health"));
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(!headerOf(answer, "Retry-After").isEmpty());
        QVERIFY(bodyOf(answer).contains("All 208 connections"));
        idle.pop_back();
        QVERIFY(QTest::qWaitFor([&] { return statusOf(m_web->exchange(m_web->request("GET /health"))) == 200; }));
    }

    /// Says good-bye and reads nothing of what waits for it: the connection ends all the same.
    void whoClosesWithoutReadingIsLetGo()
    {
        const auto leaving = deaf(m_web->request("GET /ws/", RawWebSocket::handshake));
        QTRY_COMPARE(m_web->clients, 1);
        const auto unsent = [&] {
            return QJsonDocument::fromJson(bodyOf(
                m_web->exchange(m_web->request("GET /ws/connections"))))[u"connections"][0][u"unsent_bytes"]
                .toInt();
        };
        for (int i = 0; i < 400 && unsent() == 0; ++i)
            publish(i, QString(50'000, u'x'));
        QVERIFY(unsent() > 0);
        leaving->write(clientFrame(0x88, closePayload(1000)));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bodyOf(m_web->exchange(m_web->request("GET /metrics"))).contains("\nnova_http_connections 1\n");
            },
            15'000));
    }

    /// More clients than are reached in one turn, and many of them go while events are on their way.
    void nobodyIsPassedOver()
    {
        m_web = std::make_unique<WebFixture>(); // For more than 80.
        constexpr int clients = 300, events = 60;
        const QByteArray upgrade = m_web->request("GET /ws/", RawWebSocket::handshake);
        std::vector<std::unique_ptr<RawWebSocket>> crowd;
        for (int i = 0; i < clients; ++i)
            crowd.push_back(std::make_unique<RawWebSocket>(m_web->port(), upgrade));
        QTRY_COMPARE(m_web->clients, clients);
        for (int i = 0; i < events; ++i) {
            publish(i, QString(500, u'x'));
            crowd.erase(crowd.begin(), crowd.begin() + 3); // The first in the row: all others move up.
            if (i % 4 == 0)
                QCoreApplication::processEvents();
        }
        for (const auto &client : crowd)
            QTRY_COMPARE(client->heard().count(u"text task_updated"_s), events);
        QTRY_COMPARE(m_web->clients, int(crowd.size()));
    }

    /// Everything at once, while polite clients listen: each hears every event once and in order.
    void theOthersHearEverything()
    {
        constexpr int events = 300;
        std::vector<std::unique_ptr<WsClient>> polite;
        for (int i = 0; i < 20; ++i)
            polite.push_back(
                std::make_unique<WsClient>(m_web->listening.address, QString::fromLatin1(WebFixture::token)));
        QTRY_VERIFY(std::all_of(polite.begin(), polite.end(), [](const auto &client) { return client->greeted(); }));

        const QByteArray upgrade = m_web->request("GET /ws/", RawWebSocket::handshake);
        const auto notReading = deaf(upgrade);
        std::vector<std::unique_ptr<QTcpSocket>> dripping;
        std::unique_ptr<RawWebSocket> flooding;
        for (int i = 0; i < events; ++i) {
            publish(i, QString(4000, u'x'));
            if (i % 10 == 0)
                dripping.push_back(connected("GET /health HTT"));
            else
                dripping.back()->write("P");
            if (!flooding || flooding->isOver())
                flooding = std::make_unique<RawWebSocket>(m_web->port(), upgrade);
            flooding->send(clientFrame(0x89, "flood").repeated(100));
            const auto brief = connected(upgrade); // Gone before it is answered.
            if (i % 3 == 0)
                brief->abort();
            if (i % 7 == 0)
                QVERIFY(statusOf(m_web->exchange(m_web->request("GET /api/state"))) == 200);
            QCoreApplication::processEvents();
        }
        for (const auto &client : polite) {
            QTRY_COMPARE_WITH_TIMEOUT(client->ofType(u"task_updated"_s).size(), events, 30'000);
            const auto heard = client->ofType(u"task_updated"_s);
            for (int i = 0; i < events; ++i)
                QCOMPARE(heard.at(i)[u"data"][u"task"][u"id"].toString(), QString::number(i));
            QVERIFY(!client->isClosed());
        }
    }
};

QTEST_GUILESS_MAIN(TestMisbehaving)
#include "tst_misbehaving.moc"
