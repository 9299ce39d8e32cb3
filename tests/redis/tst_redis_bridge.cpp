#include "core/redis/redis_bridge.h"

#include "tests/redis/redis_server.h"
#include "tests/redis/tcp_proxy.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

namespace
{

Event someEvent(int number = 1)
{
    return makeEvent(EventType::TaskUpdated,
                     {{u"task"_s, QJsonObject{{u"id"_s, QString::number(number)}, {u"status"_s, u"running"_s}}}},
                     u"test@here"_s);
}

/// One instance: its bridge, with short times, and what it heard. It shares what it heard, as an event log does.
struct Instance {
    explicit Instance(const QString &url)
        : bridge(options(url), logger)
    {
        QObject::connect(&bridge, &RedisBridge::received, [this](const Event &event) {
            heard.append(event);
            bridge.share(event);
        });
        bridge.start();
    }

    static RedisBridge::Options options(const QString &url)
    {
        RedisBridge::Options options;
        options.address = parseRedisUrl(url).value();
        options.timing = {std::chrono::milliseconds(2000), std::chrono::milliseconds(200),
                          std::chrono::milliseconds(400)};
        options.firstRetry = std::chrono::milliseconds(20);
        options.longestRetry = std::chrono::milliseconds(100);
        return options;
    }

    [[nodiscard]] bool isConnected() const { return bridge.status().state == RedisStatus::State::Connected; }
    [[nodiscard]] QStringList numbers() const
    {
        QStringList numbers;
        for (const Event &event : heard)
            numbers.append(event.data[u"task"][u"id"].toString());
        return numbers;
    }

    Logger logger{LogLevel::Error, LogFormat::Json};
    RedisBridge bridge;
    QList<Event> heard;
};

QStringList numbersTo(int count)
{
    QStringList numbers;
    for (int i = 0; i < count; ++i)
        numbers.append(QString::number(i));
    return numbers;
}

} // namespace

/// Against real redis-server processes: killed, paused, with passwords, and behind a bad network.
class TestRedisBridge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventReachesTheOtherOnce()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        Instance a(redis.url()), b(redis.url()), c(redis.url());
        QTRY_VERIFY(a.isConnected() && b.isConnected() && c.isConnected());
        const Event event = someEvent();
        a.bridge.share(event);
        QTRY_COMPARE(b.heard.size(), 1);
        QTRY_COMPARE(c.heard.size(), 1);
        QCOMPARE(toJson(b.heard.first()), toJson(event));
        // Nobody says again what it heard: of what comes next everybody hears one, too.
        b.bridge.share(someEvent(2));
        QTRY_COMPARE(a.heard.size(), 1);
        QTRY_COMPARE(c.heard.size(), 2);
        QCOMPARE(b.heard.size(), 1);
        QCOMPARE(a.bridge.status().published, 1U);
        QCOMPARE(redis.cli({u"pubsub"_s, u"numsub"_s, u"nova_events"_s}).split('\n').value(1), "3");
    }

    void whatIsPublishedHasExactlyTheFields()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        QProcess subscriber;
        subscriber.start(u"redis-cli"_s, {u"-p"_s, QString::number(redis.port()), u"subscribe"_s, u"nova_events"_s});
        QTRY_VERIFY(subscriber.bytesAvailable() > 0);
        Instance a(redis.url());
        QTRY_VERIFY(a.isConnected());
        Event event = someEvent();
        event.seq = 77;
        a.bridge.share(event);
        QByteArray said;
        QTRY_VERIFY((said += subscriber.readAllStandardOutput()).contains("}\n"));
        const QJsonObject json = QJsonDocument::fromJson(said.mid(said.indexOf("{\"")).trimmed()).object();
        QCOMPARE(json.keys(), QStringList({u"data"_s, u"id"_s, u"source"_s, u"timestamp"_s, u"type"_s}));
        subscriber.kill();
        subscriber.waitForFinished();
    }

    void takesEventsOfOtherProgramsAndNothingElse()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        Instance a(redis.url());
        QTRY_VERIFY(a.isConnected());
        const auto publish = [&](const QByteArray &message) {
            return redis.cli({u"-x"_s, u"publish"_s, u"nova_events"_s}, message);
        };
        const QByteArray good = R"({"id":"2f1c0b1e-0d1a-4c55-9f4e-0c6a3f5f2d11","type":"task_updated","timestamp":)"
                                R"("2026-11-23T10:15:30.123Z","data":{"counts":{"running":1}},"source":"py@box"})";
        const QList<QByteArray> bad{"",
                                    "hello",
                                    "{",
                                    "[]",
                                    "\xFF\xFE",
                                    QByteArray(good).replace("task_updated", "tasks_updated"),
                                    QByteArray(good).replace("2f1c0b1e", "zzzz"),
                                    QByteArray(good).replace("2026-11-23T", "yesterday "),
                                    QByteArray(good).replace("py@box", ""),
                                    QByteArray(good).replace("{\"running\":1}", "{\"running\":-1}"),
                                    QByteArray(good).replace("{\"counts\":{\"running\":1}}", "[]"),
                                    QByteArray(good).replace("py@box", QByteArray(600 * 1024, 'x'))};
        for (const QByteArray &message : bad)
            QCOMPARE(publish(message).trimmed(), "1");
        QCOMPARE(publish(good).trimmed(), "1");
        QCOMPARE(publish(good).trimmed(), "1"); // The same once more.
        QTRY_COMPARE(a.bridge.status().duplicates, 1U);
        QCOMPARE(a.heard.size(), 1);
        QCOMPARE(a.heard.first().source, u"py@box"_s);
        QCOMPARE(a.bridge.status().malformed, quint64(bad.size()));
        QVERIFY(a.isConnected());
    }

    void eventsWaitInOrderWhileRedisIsAway()
    {
        RedisServer redis;
        Instance a(redis.url());
        for (int i = 0; i < 1200; ++i)
            a.bridge.share(someEvent(i));
        QCOMPARE(a.bridge.status().waiting, 1000);
        QCOMPARE(a.bridge.status().dropped, 200U);
        QVERIFY(!a.bridge.status().problem.isEmpty());
        QVERIFY(redis.start());
        QTRY_VERIFY_WITH_TIMEOUT(a.isConnected(), 10'000);
        QTRY_COMPARE(a.bridge.status().waiting, 0);
        QStringList sent;
        const QString stream = QString::fromUtf8(redis.cli({u"xrange"_s, u"nova_events:recent"_s, u"-"_s, u"+"_s}));
        static const QRegularExpression number(u"\"task\":\\{\"id\":\"(\\d+)\""_s);
        for (auto match = number.globalMatch(stream); match.hasNext();)
            sent.append(match.next().captured(1));
        QCOMPARE(sent, numbersTo(1200).mid(200));
        Instance b(redis.url());
        QTRY_VERIFY(b.isConnected());
        QVERIFY(b.heard.isEmpty()); // What was before its start is not news.
    }

    void comesBackAfterAKill()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        Instance a(redis.url()), b(redis.url());
        QTRY_VERIFY(a.isConnected() && b.isConnected());
        const QSignalSpy states(&a.bridge, &RedisBridge::stateChanged);
        redis.kill();
        QTRY_VERIFY(!a.isConnected() && !b.isConnected());
        a.bridge.share(someEvent(1));
        QVERIFY(redis.start());
        QTRY_VERIFY_WITH_TIMEOUT(a.isConnected() && b.isConnected(), 10'000);
        a.bridge.share(someEvent(2));
        QTRY_VERIFY(b.numbers().contains(u"2"_s));
        QVERIFY(states.size() >= 2);
    }

    void noticesAPausedServerAndAPulledCable()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        TcpProxy proxy(redis.port());
        Instance direct(redis.url()), far(u"redis://127.0.0.1:%1"_s.arg(proxy.port()));
        QTRY_VERIFY(direct.isConnected() && far.isConnected());
        // Silence alone is no reason: it is asked, and answers.
        const int accepted = proxy.accepted();

        redis.pause();
        QTRY_VERIFY(!direct.isConnected());
        redis.resume();
        QTRY_VERIFY_WITH_TIMEOUT(direct.isConnected() && far.isConnected(), 10'000);
        proxy.blackHole(true);
        QTRY_VERIFY(!far.isConnected());
        QVERIFY(far.bridge.status().problem.contains(u"not answered") ||
                far.bridge.status().problem.contains(u"no answer"));
        proxy.blackHole(false);
        QTRY_VERIFY_WITH_TIMEOUT(far.isConnected(), 10'000);
        QVERIFY(proxy.accepted() > accepted);
    }

    void anIdleConnectionStays()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        TcpProxy proxy(redis.port());
        Instance a(u"redis://127.0.0.1:%1"_s.arg(proxy.port()));
        QTRY_VERIFY(a.isConnected());
        // Several heartbeats later it is the same pair of connections.
        static const QRegularExpression subscribed(u"cmdstat_subscribe:calls=(\\d+)"_s);
        const auto heartbeats = [&] {
            return subscribed.match(QString::fromUtf8(redis.cli({u"info"_s, u"commandstats"_s}))).captured(1).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(heartbeats() > 5, 20'000);
        QCOMPARE(proxy.accepted(), 2);
        QVERIFY(a.isConnected());
    }

    void passwords()
    {
        RedisServer redis({u"requirepass right"_s, u"user nova on >secret &nova_events +publish +subscribe"_s});
        QVERIFY(redis.start());
        const QString at = u"@127.0.0.1:%1"_s.arg(redis.port());
        Instance none(redis.url()), wrong(u"redis://:wrong"_s + at), right(u"redis://:right"_s + at),
            limited(u"redis://nova:secret"_s + at);
        QTRY_VERIFY(right.isConnected());
        QTRY_VERIFY(limited.isConnected()); // Publish and subscribe are all it needs.
        QTRY_VERIFY(none.bridge.status().problem.contains(u"NOAUTH"));
        QTRY_VERIFY(wrong.bridge.status().problem.contains(u"refused"));
        QVERIFY(!wrong.bridge.status().problem.contains(u"wrong ") && !wrong.isConnected());
        right.bridge.share(someEvent());
        QTRY_COMPARE(limited.heard.size(), 1);
        limited.bridge.share(someEvent(2));
        QTRY_COMPARE(right.heard.size(), 1);
        // Once the password is the right one, no restart is needed.
        QCOMPARE(redis.cli({u"-a"_s, u"right"_s, u"acl"_s, u"setuser"_s, u"default"_s, u">wrong"_s}).trimmed(), "OK");
        QTRY_VERIFY(wrong.isConnected());

        RedisServer stranger({u"user nova on >secret &other +publish +subscribe"_s});
        QVERIFY(stranger.start());
        Instance elsewhere(u"redis://nova:secret@127.0.0.1:%1"_s.arg(stranger.port()));
        QTRY_VERIFY(elsewhere.bridge.status().problem.contains(u"NOPERM"));
    }

    void unixSocketsAndDatabases()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        Instance a(u"unix://"_s + redis.socketPath() + u"?db=3"_s), b(redis.url() + u"/2"_s), c(redis.url() + u"/99"_s);
        QTRY_COMPARE(a.bridge.status().problem, QString());
        QTRY_COMPARE(b.bridge.status().problem, QString());
        QTRY_VERIFY(a.isConnected() && b.isConnected());
        a.bridge.share(someEvent());
        QTRY_COMPARE(b.heard.size(), 1); // Channels are the same in every database.
        QTRY_VERIFY(c.bridge.status().problem.contains(u"out of range"));
    }

    void aHostThatIsNotKnown()
    {
        Instance a(u"redis://no-such-host.invalid"_s);
        QTRY_VERIFY_WITH_TIMEOUT(a.bridge.status().problem.contains(u"no-such-host.invalid"), 20'000);
    }

    void manyEventsThroughABadNetwork()
    {
        RedisServer redis;
        QVERIFY(redis.start());
        TcpProxy proxyA(redis.port()), proxyB(redis.port());
        proxyA.slice(700);
        proxyB.slice(500);
        proxyB.delay(7);
        Instance a(u"redis://127.0.0.1:%1"_s.arg(proxyA.port())), b(u"redis://127.0.0.1:%1"_s.arg(proxyB.port()));
        QTRY_VERIFY(a.isConnected() && b.isConnected());
        constexpr int events = 10'000;
        QRandomGenerator random(20261123);
        int cuts = 0;
        for (int i = 0; i < events; ++i) {
            a.bridge.share(someEvent(i));
            if (random.bounded(1000) == 0) {
                (random.bounded(2) == 0 ? proxyA : proxyB).cut();
                ++cuts;
            }
            // No more than can wait for whoever is away.
            if (i % 100 == 99)
                QTRY_VERIFY_WITH_TIMEOUT(a.bridge.status().waiting < 300 && a.isConnected() && b.isConnected() &&
                                             b.heard.size() > i - 500,
                                         20'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(b.heard.size(), events, 20'000);
        QVERIFY(cuts > 3);
        QStringList heard = b.numbers();
        QCOMPARE(QSet<QString>(heard.begin(), heard.end()).size(), events); // Each once.
        QCOMPARE(a.bridge.status().dropped, 0U);
        QCOMPARE(a.heard.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRedisBridge)
#include "tst_redis_bridge.moc"
