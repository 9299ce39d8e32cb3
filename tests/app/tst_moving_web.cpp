#include "tests/app/served_host.h"
#include "tests/support/free_port.h"
#include "tests/support/test_certificate.h"
#include "tests/support/ws_client.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// A change of where Nova listens, asked for over the very web side that goes by it: the answer arrives.
class TestMovingWeb : public QObject
{
    Q_OBJECT

    static QByteArray at(quint16 port)
    {
        return "server:\n  enabled: true\n  port: " + QByteArray::number(port) + '\n';
    }
    static QString addressOf(quint16 port) { return u"http://127.0.0.1:"_s + QString::number(port); }
    static bool accepts(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        return socket.waitForConnected(2000);
    }

private Q_SLOTS:
    void toAnotherPort()
    {
        const quint16 before = freePort();
        ServedHost nova(at(before));
        const quint16 after = freePort();
        const auto answer = nova.call("PATCH /api/settings", "{'server.port':" + QByteArray::number(after) + '}');
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"address"].toString(), addressOf(after));
        QCOMPARE(answer.setting(u"server.port"_s)[u"in_force"], QJsonValue(int(after)));
        QCOMPARE(nova.text(), at(after));
        QVERIFY(!accepts(before));
        QCOMPARE(nova.call("GET /api/settings").json()[u"address"].toString(), addressOf(after));
    }

    void atTheSamePort()
    {
        const quint16 port = freePort();
        ServedHost nova(at(port));
        WsClient client(addressOf(port), nova.token());
        QTRY_VERIFY(client.greeted());
        const auto answer = nova.call("PATCH /api/settings", "{'server.allowed_hosts':['nova.example']}");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"address"].toString(), addressOf(port));
        QTRY_COMPARE(client.closeCode(), 1001);
        const QByteArray asked = nova.request("GET /health").replace("127.0.0.1", "nova.example");
        QCOMPARE(statusOf(exchangeWith(port, asked)), 200);
    }

    void toTls()
    {
        const quint16 port = freePort();
        ServedHost nova(at(port));
        const TestCertificate made(nova.files(), u"nova"_s);
        const auto answer =
            nova.call("PATCH /api/settings", "{'server.tls_certificate':'" + made.certificate().toUtf8() +
                                                 "','server.tls_key':'" + made.key().toUtf8() + "'}");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"address"].toString(), u"https://127.0.0.1:"_s + QString::number(port));
        QVERIFY(exchangeWith(port, nova.request("GET /health")).isEmpty()); // Not in plain any more.
    }

    void whatGoesToNobodyElseIsAnsweredAndEnds()
    {
        ServedHost nova(at(freePort()), ServedHost::As::Window);
        const quint16 port = nova.port();
        const auto answer = nova.call("PATCH /api/settings", "{'server.enabled':false}");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(headerOf(answer.bytes, "Connection"), "close");
        QCOMPARE(answer.json()[u"address"].toString(), QString());
        QCOMPARE(nova.port(), 0);
        QVERIFY(!accepts(port));
    }

    /// Not only of the one who asked for the move.
    void everyRequestUnderWayIsAnswered()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ServedHost nova(at(freePort()));
        QTcpSocket other;
        other.connectToHost(u"127.0.0.1"_s, nova.port());
        other.write(nova.request("POST /api/settings/test-redis",
                                 "{'url':'redis://127.0.0.1:" + QByteArray::number(silent.serverPort()) + "'}"));
        QTRY_VERIFY(silent.hasPendingConnections());
        const auto answer = nova.call("PATCH /api/settings", "{'server.port':" + QByteArray::number(freePort()) + '}');
        QCOMPARE(answer.status(), 200);
        delete silent.nextPendingConnection();
        QTRY_VERIFY(other.bytesAvailable() > 0);
        const QByteArray late = other.readAll();
        QCOMPARE(statusOf(late), 200);
        QCOMPARE(headerOf(late, "Connection"), "close"); // Nothing more is to be asked there.
    }

    void headlessItStaysWhateverIsSaid()
    {
        ServedHost nova(at(freePort()));
        const auto answer = nova.call("PATCH /api/settings", "{'server.enabled':false}");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"address"].toString(), addressOf(nova.port()));
        QCOMPARE(nova.call("GET /api/settings").setting(u"server.enabled"_s)[u"in_file"], QJsonValue(false));
    }

    void notToAPortThatIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const quint16 port = freePort();
        ServedHost nova(at(port));
        const auto answer =
            nova.call("PATCH /api/settings", "{'server.port':" + QByteArray::number(other.serverPort()) + '}');
        QCOMPARE(answer.status(), 409);
        QCOMPARE(answer.paths(), QStringList{u"server.port"_s});
        QCOMPARE(nova.text(), at(port));
        QCOMPARE(nova.call("GET /api/settings").json()[u"address"].toString(), addressOf(port));
    }

    /// What makes room for the other comes back, with those who are connected to it.
    void backWhereTheOtherCannotBeHad()
    {
        const quint16 port = freePort();
        ServedHost nova(at(port));
        WsClient client(addressOf(port), nova.token());
        QTRY_VERIFY(client.greeted());
        const auto answer =
            nova.call("PATCH /api/settings", "{'server.tls_certificate':'none.pem','server.tls_key':'none.key'}");
        QVERIFY2(answer.status() >= 400, answer.bytes.constData());
        QCOMPARE(answer.paths(), QStringList{u"server.tls_certificate"_s});
        QCOMPARE(nova.text(), at(port));
        QCOMPARE(nova.call("GET /health").status(), 200);
        QVERIFY(!client.isClosed());
        QTRY_COMPARE(nova.host().nova().state()->instance->clients, 1);
    }

    /// In force first, then the file: where somebody has saved another one just then, everything goes back.
    void backWhereTheFileCannotBeWritten_data()
    {
        QTest::addColumn<bool>("samePort");
        QTest::newRow("to another port") << false;
        QTest::newRow("at the same port") << true;
    }
    void backWhereTheFileCannotBeWritten()
    {
        QFETCH(bool, samePort);
        const quint16 before = freePort();
        ServedHost nova(at(before));
        const QByteArray tag = headerOf(nova.call("GET /api/settings").bytes, "ETag");
        const QByteArray theirs = at(before) + "backups:\n  keep: 9\n";
        const quint16 after = freePort();
        const QByteArray patch = samePort ? QByteArray("{'server.allowed_hosts':['nova.example']}")
                                          : "{'server.port':" + QByteArray::number(after) + '}';
        Scratch::replace(nova.file(), theirs);
        const auto answer = nova.call("PATCH /api/settings", patch, "If-Match: " + tag + "\r\n");
        QCOMPARE(answer.status(), 412);
        QCOMPARE(nova.text(), theirs);
        QCOMPARE(nova.port(), before);
        QVERIFY(!accepts(after));
        QCOMPARE(nova.call("GET /api/settings").setting(u"backups.keep"_s)[u"in_force"], QJsonValue(9));
    }
};

QTEST_GUILESS_MAIN(TestMovingWeb)
#include "tst_moving_web.moc"
