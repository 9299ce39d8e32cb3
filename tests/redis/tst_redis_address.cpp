#include "core/redis/redis_address.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

class TestRedisAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("database");
        QTest::addColumn<QString>("display");
        const auto row = [](const char *url, const char *host, int port, const char *user, const char *password,
                            int database, const char *display) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(host) << port << QString::fromUtf8(user)
                               << QString::fromUtf8(password) << database << QString::fromUtf8(display);
        };
        row("redis://box", "box", 6379, "", "", 0, "redis://box:6379");
        row("redis://box:7000/3", "box", 7000, "", "", 3, "redis://box:7000/3");
        row("redis://[::1]:7000/", "::1", 7000, "", "", 0, "redis://[::1]:7000");
        row("redis://nova:s3cret@box", "box", 6379, "nova", "s3cret", 0, "redis://box:6379");
        row("redis://:s3cret@box", "box", 6379, "", "s3cret", 0, "redis://box:6379");
        row("redis://s3cret@box", "box", 6379, "", "s3cret", 0, "redis://box:6379");
        row("redis://nova:p%40ss%3A%2F%23@box", "box", 6379, "nova", "p@ss:/#", 0, "redis://box:6379");
        row("unix:///run/redis.sock", "", 6379, "", "", 0, "unix:///run/redis.sock");
        row("unix://nova:x@/run/redis.sock?db=2", "", 6379, "nova", "x", 2, "unix:///run/redis.sock?db=2");
    }
    void reads()
    {
        QFETCH(QString, url);
        const auto address = parseRedisUrl(url);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QTEST(address->host, "host");
        QTEST(int(address->port), "port");
        QTEST(address->user, "user");
        QTEST(address->password, "password");
        QTEST(address->database, "database");
        QTEST(address->display(), "display");
        QVERIFY(!address->tls);
    }

    void tlsIsSeen() { QVERIFY(parseRedisUrl(u"rediss://box"_s)->tls); }

    void refuses_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"http://secret@box", "box:6379", "redis://", "redis://:secret@", "redis://secret@box/x",
                                "redis://secret@box:0", "redis://secret@box:99999", "redis://secret@box/-1",
                                "unix://secret@", "unix://secret@host/x", "redis://sec ret@box"})
            QTest::newRow(url) << QString::fromUtf8(url);
    }
    void refuses()
    {
        QFETCH(QString, url);
        const auto address = parseRedisUrl(url);
        QVERIFY(!address);
        QVERIFY2(!address.error().message.contains(u"secret"), qPrintable(address.error().message));
    }
};

QTEST_GUILESS_MAIN(TestRedisAddress)
#include "tst_redis_address.moc"
