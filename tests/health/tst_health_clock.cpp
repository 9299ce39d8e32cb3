#include "tests/health/health_feed.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// What is known of a server when the clock jumps: by a suspended machine, a time server or a mistake.
class TestHealthClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockJumps_data();
    void clockJumps();
    void smallStepBack();
    void aMomentInTheFuture();
};

void TestHealthClock::clockJumps_data()
{
    QTest::addColumn<qint64>("seconds");
    for (const qint64 seconds : {-61, -3600, -86'400, -40 * 86'400, 61, 3600, 86'400, 40 * 86'400})
        QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds;
    QTest::addRow("a century") << qint64(100LL * 365 * 86'400);
}

void TestHealthClock::clockJumps()
{
    QFETCH(const qint64, seconds);
    HealthFeed feed;
    feed.interval = 60;
    feed.probe(36 * 60);
    feed.record(HealthStatus::Unreachable, -1, u"away"_s);
    const QDateTime before = feed.now;
    feed.now = feed.now.addSecs(seconds);
    feed.record(HealthStatus::Unreachable, -1, u"away"_s);
    const HealthHistory history = feed.history();
    QCOMPARE(history.minutes.last().from.secsTo(feed.now), feed.now.time().second());
    for (qsizetype i = 1; i < history.minutes.size(); ++i)
        QVERIFY(history.minutes.at(i - 1).from < history.minutes.at(i).from);
    for (qsizetype i = 1; i < history.hours.size(); ++i)
        QVERIFY(history.hours.at(i - 1).from < history.hours.at(i).from);
    QVERIFY(history.uptime24h >= 0 && history.uptime24h <= 100);
    QVERIFY(history.uptime30d >= 0 && history.uptime30d <= 100);
    QCOMPARE(history.outages.size(), 1);
    QCOMPARE(history.outages.first().from, std::min(before, feed.now));
    QVERIFY(history.since <= history.minutes.first().from.addSecs(60));
    QVERIFY(HealthRecorder().restore(feed.recorder.serialized()));

    feed.now = feed.now.addSecs(60);
    feed.probe(2);
    QVERIFY(feed.history().outages.first().until >= feed.history().outages.first().from);
}

void TestHealthClock::smallStepBack()
{
    HealthFeed feed;
    feed.probe(8);
    feed.now = feed.now.addSecs(-15 - 59); // Behind the last one, by a second less than a minute.
    feed.probe(8);
    QCOMPARE(feed.history().minutes.size(), 3);
    QCOMPARE(feed.history().hours.first().probes, 16); // Nothing was thrown away.
    QCOMPARE(feed.history().uptime24h, 100.0);
}

void TestHealthClock::aMomentInTheFuture()
{
    HealthFeed feed;
    feed.interval = 60;
    feed.probe(48 * 60);
    const HealthHistory before = feed.history();
    const QDateTime real = feed.now;
    feed.now = feed.now.addYears(10); // The clock is set by something that is wrong, and right again in a minute.
    feed.probe(2);
    feed.now = real;
    feed.record(HealthStatus::Healthy);
    const HealthHistory after = feed.history();
    QCOMPARE(after.hours.first(), before.hours.first());
    QCOMPARE(after.hours.size(), before.hours.size() + 1);
    QCOMPARE(after.minutes.size(), 1440);
    QCOMPARE(after.minutes.last().from, real);
    QCOMPARE(after.since, before.since);
}

QTEST_GUILESS_MAIN(TestHealthClock)
#include "tst_health_clock.moc"
