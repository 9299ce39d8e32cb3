#include "tests/app/served_host.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// Trying an address of Redis over HTTP. What a try finds is the business of the tests of Redis.
class TestRedisTestApi : public QObject
{
    Q_OBJECT

    QTcpServer m_redis;
    QByteArray m_settings;
    std::unique_ptr<ServedHost> m_nova; ///< It knows a password for m_redis, and uses that itself.
    QMap<QTcpSocket *, QByteArray> m_heard;
    bool m_answers = true;

    /// Whether one connection said both.
    [[nodiscard]] bool heard(const QByteArray &one, const QByteArray &other) const
    {
        return std::any_of(m_heard.begin(), m_heard.end(),
                           [&](const QByteArray &said) { return said.contains(one) && said.contains(other); });
    }
    [[nodiscard]] QByteArray tryOf(const QByteArray &user) const
    {
        return "{'url':'redis://" + user + "127.0.0.1:" + QByteArray::number(m_redis.serverPort()) + "/9'}";
    }

private Q_SLOTS:
    /// Somebody who says yes to everything, or nothing at all.
    void initTestCase()
    {
        QVERIFY(m_redis.listen(QHostAddress::LocalHost));
        connect(&m_redis, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_redis.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                m_heard[socket] += bytes;
                if (m_answers)
                    socket->write(QByteArray("+OK\r\n").repeated(bytes.count('*')));
            });
        });
        m_settings =
            "server:\n  port: 0\nredis:\n  url: redis://:sesame@127.0.0.1:" + QByteArray::number(m_redis.serverPort()) +
            "/3\n";
        m_nova = std::make_unique<ServedHost>(m_settings);
    }
    void cleanupTestCase() { m_nova.reset(); }
    void init()
    {
        m_heard.clear();
        m_answers = true;
    }

    void saysThatItWorks()
    {
        const auto answer = m_nova->call("POST /api/settings/test-redis", tryOf(""));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"works"], QJsonValue(true));
        QVERIFY(answer.json()[u"finding"].toString().contains(u"answers in"));
    }

    void triesThePasswordThatItKnows()
    {
        const auto answer = m_nova->call("POST /api/settings/test-redis", tryOf(":***@"));
        QCOMPARE(answer.json()[u"works"], QJsonValue(true));
        QVERIFY(heard("sesame", "SELECT\r\n$1\r\n9\r\n"));
        QVERIFY(!answer.bytes.contains("sesame"));
    }

    void saysWhyNot()
    {
        const auto answer = m_nova->call("POST /api/settings/test-redis", "{'url':'redis://127.0.0.1:1'}");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()[u"works"], QJsonValue(false));
        QVERIFY(answer.json()[u"finding"].toString().contains(u"refused"));
        QCOMPARE(m_nova->call("POST /api/settings/test-redis", "{'url':'http://h'}").json()[u"works"],
                 QJsonValue(false));
        QCOMPARE(m_nova->call("POST /api/settings/test-redis", "{'url':1}").status(), 422);
        QCOMPARE(m_nova->call("POST /api/settings/test-redis", "{}").status(), 422);
        QCOMPARE(m_nova->text(), m_settings);
    }

    void oneAtATime()
    {
        m_answers = false;
        QTcpSocket first;
        first.connectToHost(u"127.0.0.1"_s, m_nova->port());
        first.write(m_nova->request("POST /api/settings/test-redis", tryOf(":word@")));
        QTRY_VERIFY(heard("AUTH", "word"));
        QCOMPARE(m_nova->call("POST /api/settings/test-redis", tryOf("")).status(), 409);
        for (QTcpSocket *socket : m_redis.findChildren<QTcpSocket *>())
            socket->abort();
        QTRY_VERIFY(first.bytesAvailable() > 0);
        QCOMPARE(statusOf(first.readAll()), 200); // The other one did not end it.
        m_answers = true;
        QCOMPARE(m_nova->call("POST /api/settings/test-redis", tryOf("")).json()[u"works"], QJsonValue(true));
    }
};

QTEST_GUILESS_MAIN(TestRedisTestApi)
#include "tst_redis_test_api.moc"
