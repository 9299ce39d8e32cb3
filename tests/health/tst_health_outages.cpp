#include "tests/health/health_feed.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// When a server was away, for how long and why.
class TestHealthOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAndEnds();
    void whatIsNone();
    void isOnFromTheStart();
    void endsWithAPause();
    void theNewestAreKept();
    void olderThanThirtyDays();
    void clockSetBack();
    void reasonsAreShared();
};

void TestHealthOutages::beginsAndEnds()
{
    HealthFeed feed;
    feed.probe(4);
    const QDateTime from = feed.now.addMSecs(123);
    feed.now = from;
    feed.record(HealthStatus::NotMcp, 5, u"  A page\nanswered. "_s);
    feed.now = feed.now.addSecs(5);
    feed.record(HealthStatus::Unreachable, -1, u"Refused."_s);
    feed.now = feed.now.addSecs(5);
    feed.record(HealthStatus::Incompatible, -1, u"Old."_s);
    const HealthOutage open{from, {}, HealthStatus::Unreachable, u"A page answered."_s};
    QCOMPARE(feed.history().outages, QList{open});
    QVERIFY(!feed.history().outages.first().until.isValid());
    feed.now = feed.now.addSecs(5);
    feed.record(HealthStatus::AuthRequired);
    QCOMPARE(feed.history().outages.first().until, from.addSecs(15));
    feed.probe(2);
    QCOMPARE(feed.history().outages.size(), 1);
    feed.record(HealthStatus::Misconfigured, -1, u"GMAIL_TOKEN is not set."_s);
    QCOMPARE(feed.history().outages.size(), 2);
    QCOMPARE(feed.history().outages.last().from, feed.now);
}

void TestHealthOutages::whatIsNone()
{
    HealthFeed feed;
    for (const auto status : {HealthStatus::Healthy, HealthStatus::Degraded, HealthStatus::AuthRequired,
                              HealthStatus::Checking, HealthStatus::Disabled})
        feed.probe(2, status);
    QVERIFY(feed.history().outages.isEmpty());
    QCOMPARE(feed.history().uptime24h, 100.0);
}

void TestHealthOutages::isOnFromTheStart()
{
    HealthFeed feed;
    feed.record(HealthStatus::Unreachable, -1, u"Refused."_s);
    QCOMPARE(feed.history().outages.first().from, feed.now);
    QCOMPARE(feed.history().uptime24h, 0.0);
}

void TestHealthOutages::endsWithAPause()
{
    HealthFeed feed;
    feed.probe(1);
    feed.probe(3, HealthStatus::Unreachable, -1);
    const QDateTime lastSeen = feed.now.addSecs(-15);
    feed.now = feed.now.addSecs(10);
    feed.recorder.pause(feed.server, feed.now);
    QCOMPARE(feed.history().outages.first().until, lastSeen);
    feed.recorder.pause(feed.server, feed.now); // Once more changes nothing.
    QCOMPARE(feed.history().outages.first().until, lastSeen);
    feed.now = feed.now.addSecs(3600);
    feed.probe(1, HealthStatus::Unreachable, -1);
    QCOMPARE(feed.history().outages.size(), 2); // What was between is not known.
}

void TestHealthOutages::theNewestAreKept()
{
    HealthFeed feed;
    for (int i = 0; i < 250; ++i) {
        feed.record(HealthStatus::Unreachable, -1, u"No. %1"_s.arg(i));
        feed.now = feed.now.addSecs(15);
        feed.probe(1);
    }
    const HealthHistory history = feed.history();
    QCOMPARE(history.outages.size(), 200);
    QCOMPARE(history.outages.first().reason, u"No. 50"_s);
    QCOMPARE(history.outages.last().reason, u"No. 249"_s);
}

void TestHealthOutages::olderThanThirtyDays()
{
    HealthFeed feed;
    feed.probe(1, HealthStatus::Unreachable, -1);
    feed.probe(1);
    feed.interval = 3600;
    feed.probe(29 * 24);
    QCOMPARE(feed.history().outages.size(), 1);
    feed.probe(24);
    QVERIFY(feed.history().outages.isEmpty());
}

void TestHealthOutages::clockSetBack()
{
    HealthFeed feed;
    feed.probe(1, HealthStatus::Unreachable, -1); // This one stays.
    feed.probe(239);
    const QDateTime back = feed.now;
    feed.probe(40);
    feed.probe(4, HealthStatus::Unreachable, -1); // This one is in the future then.
    feed.probe(4);
    feed.now = back.addSecs(15);
    feed.record(HealthStatus::Healthy);
    QCOMPARE(feed.history().outages.size(), 1);
    QCOMPARE(feed.history().outages.first().from, feed.history().since);
}

void TestHealthOutages::reasonsAreShared()
{
    ReasonPool pool;
    const auto first = pool.hold(u"refused"_s);
    const auto second = pool.hold(u"timed out"_s);
    QCOMPARE(pool.hold(u" refused\n"_s), first);
    pool.release(first);
    QCOMPARE(pool.size(), 2);
    pool.release(first);
    QCOMPARE(pool.size(), 1);
    QCOMPARE(pool.hold(u"TLS"_s), first); // Its place is used again.
    QCOMPARE(pool.text(second), u"timed out"_s);
    const auto longest = pool.hold(QString(100'000, u'x'));
    QCOMPARE(pool.text(longest).size(), 200);
}

QTEST_GUILESS_MAIN(TestHealthOutages)
#include "tst_health_outages.moc"
