#include "tests/redis/redis_server.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"
#include "tests/support/ws_client.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace nova::test;
using namespace Qt::StringLiterals;

/// Real programs on one Redis: several nova-settingsd, and the Python scripts of docs/examples.
class TestRedisInstances : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisServer> m_redis;

    void useRedis(const Scratch &scratch) const
    {
        Scratch::write(scratch.path(u"configs/nova.yaml"_s), "redis: { url: \"" + m_redis->url().toUtf8() + "\" }\n");
    }
    [[nodiscard]] static QString redisStatus(NovaProcess &nova)
    {
        return nova.call("GET", u"/api/health/redis"_s).json()[u"status"].toString();
    }
    [[nodiscard]] static QString example(const QString &name)
    {
        return QStringLiteral(NOVA_SOURCE_DIR) + u"/docs/examples/"_s + name;
    }

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        QVERIFY(m_redis->start());
    }
    void cleanup() { m_redis.reset(); }

    /// Each has files of its own: the other one's toggle is told, and changes nothing here.
    void aToggleElsewhereIsToldAsRemote()
    {
        const Scratch here, there;
        useRedis(here);
        useRedis(there);
        NovaProcess a(here.path()), b(there.path());
        QVERIFY(a.start() && b.start());
        QTRY_COMPARE(redisStatus(a), u"connected"_s);
        QTRY_COMPARE(redisStatus(b), u"connected"_s);
        WsClient client(b.address(), b.token());
        QTRY_VERIFY(client.greeted());
        const QByteArray before = Scratch::read(there.catalog());
        QCOMPARE(a.call("PUT", u"/api/mcp/gmail/toggle"_s, "{\"enabled\":false}").status, 200);
        QTRY_COMPARE(client.ofType(u"mcp_toggled"_s).size(), 1);
        const QJsonObject event = client.ofType(u"mcp_toggled"_s).first();
        QCOMPARE(event[u"data"][u"origin"].toString(), u"remote"_s);
        QCOMPARE(event[u"data"][u"enabled"].toBool(true), false);
        QVERIFY(event[u"source"].toString().startsWith(u"nova-settings@"));
        QVERIFY(event[u"seq"].toInt() > 0); // Its place in this instance's order.
        QCOMPARE(a.call("DELETE", u"/api/mcp/notion"_s).status, 200);
        QTRY_COMPARE(client.ofType(u"config_validated"_s).size(), 1);
        QCOMPARE(client.ofType(u"config_validated"_s).first()[u"data"][u"origin"].toString(), u"remote"_s);
        QCOMPARE(Scratch::read(there.catalog()), before);
        QCOMPARE(b.call("GET", u"/api/mcp/gmail"_s).json()[u"enabled"].toBool(), true);
    }

    /// The change comes by the file and by Redis: everybody is told once, when the state has it.
    void theSameFilesAreToldOnce()
    {
        const Scratch scratch;
        useRedis(scratch);
        NovaProcess a(scratch.path()), b(scratch.path());
        QVERIFY(a.start() && b.start());
        QTRY_COMPARE(redisStatus(a), u"connected"_s);
        QTRY_COMPARE(redisStatus(b), u"connected"_s);
        WsClient clientA(a.address(), a.token()), clientB(b.address(), a.token());
        QTRY_VERIFY(clientA.greeted());
        QCOMPARE(a.call("PUT", u"/api/mcp/gmail/toggle"_s, "{\"enabled\":false}").status, 200);
        scratch.shell(u"echo 'Edited by hand.' >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
        QTRY_COMPARE(clientA.ofType(u"prompt_updated"_s).size(), 1);
        QTRY_VERIFY(!clientA.ofType(u"config_validated"_s).isEmpty());
        QCOMPARE(a.call("PUT", u"/api/mcp/search/toggle"_s, "{\"enabled\":false}").status, 200);
        QTRY_COMPARE(clientA.ofType(u"mcp_toggled"_s).size(), 2);
        QTRY_VERIFY(clientA.ofType(u"config_validated"_s).size() >= 2); // b has seen the file, and said so.
        QCOMPARE(clientA.ofType(u"mcp_toggled"_s).size(), 2);
        QCOMPARE(clientA.ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(b.call("GET", u"/api/mcp/search"_s).json()[u"enabled"].toBool(true), false);

        // What b may have held back would be told before what another one says now: that waits just as long.
        const Scratch elsewhere;
        useRedis(elsewhere);
        NovaProcess c(elsewhere.path());
        QVERIFY(c.start());
        QTRY_COMPARE(redisStatus(c), u"connected"_s);
        QCOMPARE(c.call("PUT", u"/api/mcp/notion/toggle"_s).status, 200);
        const auto toldLast = [&] { return clientB.ofType(u"mcp_toggled"_s).value(2)[u"data"][u"name"].toString(); };
        QTRY_VERIFY(clientB.ofType(u"mcp_toggled"_s).size() >= 3);
        QCOMPARE(toldLast(), u"notion"_s);
        QCOMPARE(clientB.ofType(u"prompt_updated"_s).size(), 1);
    }

    void pythonPublishesTasks()
    {
        const Scratch scratch;
        useRedis(scratch);
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QTRY_COMPARE(redisStatus(nova), u"connected"_s);
        QJsonObject tasks = nova.call("GET", u"/api/tasks"_s).json();
        QCOMPARE(tasks[u"counts"][u"running"].toInt(-1), 0);
        QVERIFY(tasks[u"updated_at"].isNull());
        QVERIFY(!tasks[u"since"].toString().isEmpty());
        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());

        QProcess python;
        python.start(u"/usr/bin/python3"_s, {example(u"publish_tasks.py"_s), m_redis->url(), u"pending=3"_s,
                                             u"running=1"_s, u"completed=9"_s});
        QVERIFY2(python.waitForFinished() && python.exitCode() == 0, python.readAllStandardError().constData());
        QTRY_COMPARE(client.ofType(u"task_updated"_s).size(), 1);
        tasks = nova.call("GET", u"/api/tasks"_s).json();
        QCOMPARE(tasks[u"counts"][u"pending"].toInt(), 3);
        QCOMPARE(tasks[u"counts"][u"completed"].toInt(), 9);
        python.start(u"/usr/bin/python3"_s,
                     {example(u"publish_tasks.py"_s), m_redis->url(), u"t-1"_s, u"blocked"_s, u"Waits"_s});
        QVERIFY(python.waitForFinished() && python.exitCode() == 0);
        QTRY_COMPARE(client.ofType(u"task_updated"_s).size(), 2);
        const QJsonObject state = nova.call("GET", u"/api/state"_s).json();
        QCOMPARE(state[u"tasks"][u"counts"][u"blocked"].toInt(), 1);
        QCOMPARE(state[u"redis"][u"status"].toString(), u"connected"_s);

        // The same events over HTTP.
        const QJsonObject ring =
            nova.call("GET", u"/api/events?epoch=%1&seq=0"_s.arg(state[u"epoch"].toString())).json();
        QCOMPARE(ring[u"complete"].toBool(), true);
        QCOMPARE(ring[u"seq"].toInt(), state[u"seq"].toInt());
        QCOMPARE(ring[u"events"].toArray().last()[u"type"].toString(), u"task_updated"_s);
        const QJsonObject lost = nova.call("GET", u"/api/events?epoch=other&seq=0"_s).json();
        QCOMPARE(lost[u"complete"].toBool(true), false);
        QCOMPARE(lost[u"state"][u"epoch"].toString(), state[u"epoch"].toString());
    }

    void pythonHearsOurEvents()
    {
        const Scratch scratch;
        useRedis(scratch);
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QTRY_COMPARE(redisStatus(nova), u"connected"_s);
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {example(u"listen_events.py"_s), m_redis->url(), u"2"_s});
        QTRY_COMPARE(m_redis->cli({u"pubsub"_s, u"numsub"_s, u"nova_events"_s}).trimmed().split('\n').last(), "2");
        QCOMPARE(nova.call("PUT", u"/api/mcp/gmail/toggle"_s, "{\"enabled\":false}").status, 200);
        QCOMPARE(
            nova.call("POST", u"/ws/broadcast"_s, R"({"type":"task_updated","data":{"counts":{"running":2}}})").status,
            200);
        QVERIFY2(python.waitForFinished(), "it heard less than two events");
        const QByteArrayList lines = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject event = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(event.keys(), QStringList({u"data"_s, u"id"_s, u"source"_s, u"timestamp"_s, u"type"_s}));
        QCOMPARE(event[u"type"].toString(), u"mcp_toggled"_s);
        QCOMPARE(event[u"data"][u"origin"].toString(), u"api"_s);
        QCOMPARE(nova.call("GET", u"/api/tasks"_s).json()[u"counts"][u"running"].toInt(), 2);
    }

    void everythingGoesOnWithoutRedis()
    {
        const Scratch scratch;
        useRedis(scratch);
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QTRY_COMPARE(redisStatus(nova), u"connected"_s);
        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());
        m_redis->kill();
        QTRY_COMPARE(nova.call("GET", u"/api/health/redis"_s).status, 503);
        QTRY_VERIFY(!client.ofType(u"system_health"_s).isEmpty());
        const QJsonObject health = client.ofType(u"system_health"_s).last();
        QCOMPARE(health[u"data"][u"overall"].toString(), u"degraded"_s);
        QCOMPARE(health[u"data"][u"redis"][u"status"].toString(), u"reconnecting"_s);
        QCOMPARE(nova.call("GET", u"/api/metrics/redis-health"_s).status, 200);
        QCOMPARE(nova.call("PUT", u"/api/mcp/gmail/toggle"_s, "{\"enabled\":false}").status, 200);
        QTRY_COMPARE(client.ofType(u"mcp_toggled"_s).size(), 1);
        QVERIFY(m_redis->start());
        QTRY_COMPARE_WITH_TIMEOUT(redisStatus(nova), u"connected"_s, 20'000);
        // What waited has gone out.
        QTRY_VERIFY(m_redis->cli({u"xrange"_s, u"nova_events:recent"_s, u"-"_s, u"+"_s}).contains("mcp_toggled"));
        nova.signal(SIGTERM);
        QCOMPARE(nova.waitForEnd(), 0);
    }

    void anAddressThatCannotBeIsRefusedAtTheStart_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no address") << QByteArray("http://user:secret@box") << QByteArray("nova.yaml:1:");
        QTest::newRow("TLS") << QByteArray("rediss://user:secret@box") << QByteArray("cannot do");
    }
    void anAddressThatCannotBeIsRefusedAtTheStart()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, says);
        const Scratch scratch;
        Scratch::write(scratch.path(u"configs/nova.yaml"_s), "redis: { url: \"" + url + "\" }\n");
        NovaProcess nova(scratch.path());
        QVERIFY(!nova.start());
        QCOMPARE(nova.waitForEnd(), 2);
        const QByteArray errors = nova.errors();
        QVERIFY2(errors.contains(says), errors.constData());
        QVERIFY(!errors.contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestRedisInstances)
#include "tst_redis_instances.moc"
