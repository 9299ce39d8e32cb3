#include "tests/support/web_fixture.h"

#include "tests/support/raw_web_socket.h"
#include "tests/support/ws_client.h"
#include <QJsonArray>

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

class TestWebSocket : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;

    [[nodiscard]] std::unique_ptr<WsClient> connectClient(const QString &query = {}) const
    {
        return std::make_unique<WsClient>(m_web->listening.address, QString::fromLatin1(WebFixture::token), query);
    }

    void publish(int number) const
    {
        m_web->nova->broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, number}}}}}, {}, {});
    }

    [[nodiscard]] static QList<int> numbers(const WsClient &client)
    {
        QList<int> numbers;
        const auto events = client.ofType(u"task_updated"_s);
        for (const QJsonObject &event : events)
            numbers.append(event[u"data"][u"counts"][u"running"].toInt());
        return numbers;
    }

private Q_SLOTS:
    void init() { m_web = std::make_unique<WebFixture>(); }
    void cleanup() { m_web.reset(); }

    void helloThenEvents()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        const QJsonObject hello = client->messages().first();
        QCOMPARE(hello[u"type"].toString(), u"hello"_s);
        QCOMPARE(hello[u"data"][u"epoch"].toString(), m_web->nova->events().epoch());
        QCOMPARE(hello[u"data"][u"seq"].toInt(-1), 0);
        QCOMPARE(hello[u"data"][u"heartbeat_s"].toInt(), 25);
        QVERIFY(!hello[u"data"][u"client_id"].toString().isEmpty());
        publish(1);
        QTRY_COMPARE(numbers(*client), QList<int>{1});
        QCOMPARE(client->ofType(u"task_updated"_s).first()[u"seq"].toInt(), 1);
        QTRY_COMPARE(m_web->clients, 1);
    }

    void everyoneHearsAToggle()
    {
        const auto one = connectClient(), other = connectClient();
        QTRY_VERIFY(one->greeted() && other->greeted());
        QCOMPARE(statusOf(m_web->exchange(m_web->request("PUT /api/mcp/gmail/toggle"))), 200);
        for (const auto *client : {one.get(), other.get()}) {
            QTRY_COMPARE(client->ofType(u"mcp_toggled"_s).size(), 1);
            const QJsonObject event = client->ofType(u"mcp_toggled"_s).first();
            QCOMPARE(event[u"data"][u"name"].toString(), u"gmail"_s);
            QCOMPARE(event[u"data"][u"enabled"].toBool(true), false);
            QCOMPARE(event[u"data"][u"origin"].toString(), u"api"_s);
            QCOMPARE(event[u"source"].toString(), u"nova-settings@test"_s);
        }
        QCOMPARE(one->ofType(u"config_validated"_s).size(), 0);
    }

    void resumesWithoutAGap()
    {
        for (int i = 1; i <= 5; ++i)
            publish(i);
        QTRY_COMPARE(m_web->nova->events().lastSeq(), 5u);
        const QString epoch = m_web->nova->events().epoch();
        const auto client = connectClient(u"epoch=%1&seq=2"_s.arg(epoch));
        publish(6);
        QTRY_COMPARE(numbers(*client), (QList<int>{3, 4, 5, 6}));
        QVERIFY(client->ofType(u"resync"_s).isEmpty());
    }

    void resyncs_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("another epoch") << u"epoch=other&seq=0"_s;
        QTest::newRow("from the future") << u"epoch=EPOCH&seq=99"_s;
        QTest::newRow("no number") << u"epoch=EPOCH&seq=x"_s;
        QTest::newRow("negative") << u"epoch=EPOCH&seq=-1"_s;
        QTest::newRow("seq missing") << u"epoch=EPOCH"_s;
        QTest::newRow("out of the ring") << u"epoch=EPOCH&seq=1"_s;
    }

    void resyncs()
    {
        QFETCH(QString, query);
        const bool overflow = QTest::currentDataTag() == "out of the ring"_ba;
        const int count = overflow ? 1002 : 1;
        for (int i = 1; i <= count; ++i)
            publish(i);
        QTRY_COMPARE(m_web->nova->events().lastSeq(), quint64(count));
        const auto client = connectClient(query.replace(u"EPOCH"_s, m_web->nova->events().epoch()));
        QTRY_COMPARE(client->ofType(u"resync"_s).size(), 1);
        QCOMPARE(client->messages().first()[u"type"].toString(), u"hello"_s);
        QCOMPARE(client->ofType(u"resync"_s).first()[u"data"][u"catalog"][u"servers"].toArray().size(), 5);
        publish(-7);
        QTRY_VERIFY(!client->ofType(u"task_updated"_s).isEmpty());
        QCOMPARE(client->ofType(u"task_updated"_s).first()[u"seq"].toInt(), count + 1);
    }

    void orderHoldsThroughABurst()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        QList<int> expected;
        for (int i = 0; i < 500; ++i) {
            publish(i);
            expected.append(i);
        }
        QTRY_COMPARE(numbers(*client), expected);
    }

    void answersPingAndFilters()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        client->socket().sendTextMessage(u"{\"type\":\"subscribe\",\"data\":{\"types\":[\"mcp_toggled\"]}}"_s);
        client->socket().sendTextMessage(u"{\"type\":\"ping\"}"_s);
        QTRY_COMPARE(client->ofType(u"pong"_s).size(), 1);
        publish(1);
        QCOMPARE(statusOf(m_web->exchange(m_web->request("PUT /api/mcp/gmail/toggle"))), 200);
        QTRY_COMPARE(client->ofType(u"mcp_toggled"_s).size(), 1);
        QCOMPARE(client->ofType(u"task_updated"_s).size(), 0);
    }

    void tenMistakesAreTooMany()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        const QStringList mistakes{u"nonsense"_s, u"[]"_s, u"{\"type\":\"shout\"}"_s,
                                   u"{\"type\":\"subscribe\",\"data\":{\"types\":[\"x\"]}}"_s};
        for (int i = 0; i < 10; ++i)
            client->socket().sendTextMessage(mistakes.at(i % 4));
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->ofType(u"error"_s).size(), 10);
        QCOMPARE(client->closeCode(), 1008);
    }

    void longMessagesAreTooLong()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        client->socket().sendTextMessage(QString(65 * 1024, u'x'));
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), 1009);
    }

    void withoutTokenIsToldByCloseCode()
    {
        WsClient anonymous(m_web->listening.address, {});
        WsClient wrong(m_web->listening.address, u"wrong"_s);
        QTRY_VERIFY(anonymous.isClosed() && wrong.isClosed());
        QCOMPARE(anonymous.closeCode(), 4401);
        QCOMPARE(wrong.closeCode(), 4401);
        QVERIFY(anonymous.messages().isEmpty());
    }

    /// A client that reads nothing loses its connection; the others lose nothing.
    void aClientThatDoesNotReadIsLetGo()
    {
        QTcpSocket deaf;
        deaf.setReadBufferSize(1024);
        deaf.connectToHost(u"127.0.0.1"_s, m_web->port());
        QTRY_COMPARE(deaf.state(), QAbstractSocket::ConnectedState);
        deaf.write(m_web->request("GET /ws/", RawWebSocket::handshake));
        const auto client = connectClient();
        QTRY_COMPARE(m_web->clients, 2);
        const QString text(60'000, u'x');
        const auto publishBig = [&] {
            m_web->nova->broadcast(
                {EventType::TaskUpdated, {{u"task"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"status"_s, text}}}}}, {}, {});
        };
        for (int i = 0; i < 400 && m_web->clients == 2; ++i) {
            publishBig();
            QTRY_COMPARE(client->ofType(u"task_updated"_s).size(), i + 1);
        }
        QTRY_COMPARE(m_web->clients, 1);
        QVERIFY(!client->isClosed());
        const QByteArray metrics = bodyOf(m_web->exchange(m_web->request("GET /ws/metrics")));
        QCOMPARE(QJsonDocument::fromJson(metrics)[u"too_slow_total"].toInt(), 1);
    }

    void aBadHandshakeLeavesNothingBehind()
    {
        const QByteArray answer =
            m_web->exchange(m_web->request("GET /ws/", "Connection: Upgrade\r\nUpgrade: websocket\r\n"));
        QVERIFY(statusOf(answer) != 101);
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
    }

    /// More than a client could have to say: it is let go, and whoever floods costs the others nothing for long.
    void floodsOfFramesEnd_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("pings") << clientFrame(0x89, "x");
        QTest::newRow("pongs") << clientFrame(0x8a);
        QTest::newRow("questions") << clientFrame(0x81, "{\"type\":\"ping\"}");
        QTest::newRow("empty fragments") << clientFrame(0x00);
    }

    void floodsOfFramesEnd()
    {
        QFETCH(QByteArray, frame);
        RawWebSocket client(m_web->port(), m_web->request("GET /ws/", RawWebSocket::handshake));
        QTRY_COMPARE(client.heard(), QStringList{u"text hello"_s});
        if (QTest::currentDataTag() == "empty fragments"_ba)
            client.send(clientFrame(0x01));
        client.send(frame.repeated(900));
        client.send(clientFrame(0x89, "still here").repeated(2));
        QTRY_VERIFY(client.heard().contains(u"pong still here"));
        client.send(frame.repeated(200));
        QTRY_VERIFY(client.heard().contains(u"close 1008"));
        QTRY_COMPARE(m_web->clients, 0);
    }

    void limitOnClientsIsSaid()
    {
        m_web = std::make_unique<WebFixture>([](WebServer::Options &options) { options.maxClients = 1; });
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        const QByteArray answer = m_web->exchange(m_web->request("GET /ws/", RawWebSocket::handshake));
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(!headerOf(answer, "Retry-After").isEmpty());
    }

    void saysGoodbye()
    {
        const auto client = connectClient();
        QTRY_VERIFY(client->greeted());
        publish(1);
        QTRY_COMPARE(m_web->nova->events().lastSeq(), 1u);
        m_web->web->stop();
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), 1001);
        QCOMPARE(numbers(*client), QList<int>{1});
    }
};

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_web_socket.moc"
