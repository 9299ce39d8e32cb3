#include "core/base/utc.h"
#include "core/health/health_history_json.h"
#include "tests/health/health_feed.h"

#include <QJsonArray>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// What is recorded, and what is said about it later: minutes, hours, uptime; with a clock that runs and one that
/// jumps.
class TestHealthRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void nothingIsKnown();
    void minutesAndHours();
    void uptimeIsOfTime();
    void aLongIntervalStands();
    void aGapIsNotObserved();
    void thirtyDays();
    void pausesAreNotObserved();
    void renamed();
    void forgotten();
    void neverLookedAtAgain();
    void json();
};

void TestHealthRecorder::words()
{
    const QStringList words{u"disabled"_s,     u"checking"_s, u"healthy"_s,       u"degraded"_s,   u"auth_required"_s,
                            u"incompatible"_s, u"not_mcp"_s,  u"misconfigured"_s, u"unreachable"_s};
    for (qsizetype i = 0; i < words.size(); ++i) {
        QCOMPARE(toString(HealthStatus(i)), words.at(i));
        QVERIFY(healthStatusFromString(words.at(i)) == HealthStatus(i));
    }
    QVERIFY(!healthStatusFromString(u"down"));
}

void TestHealthRecorder::nothingIsKnown()
{
    HealthFeed feed;
    QVERIFY(!feed.recorder.history(u"gmail"_s));
    feed.record(HealthStatus::Checking);
    feed.record(HealthStatus::Disabled);
    feed.now = {};
    feed.record(HealthStatus::Healthy);
    feed.now = utcFromSeconds(1000); // A clock that was never set.
    feed.record(HealthStatus::Healthy);
    feed.recorder.pause(u"gmail"_s, feed.now);
    feed.recorder.forget(u"gmail"_s);
    feed.recorder.rename(u"gmail"_s, u"mail"_s);
    QVERIFY(!feed.recorder.history(u"gmail"_s));
    QVERIFY(feed.recorder.servers().isEmpty());
    QCOMPARE(feed.recorder.changes(), 0);
}

void TestHealthRecorder::minutesAndHours()
{
    HealthFeed feed;
    feed.now = utcTime(QDate(2026, 2, 28), QTime(23, 58, 45));
    feed.probe(1, HealthStatus::Healthy, 10);
    feed.probe(4, HealthStatus::Degraded, 12);     // 23:59:00 … 23:59:45
    feed.probe(2, HealthStatus::AuthRequired, 14); // 00:00:00, the next day, month
    feed.probe(2, HealthStatus::Unreachable, -1);  // 00:00:30
    feed.now = feed.now.addMSecs(59'999);          // 00:01:59.999
    feed.probe(1, HealthStatus::Misconfigured, -1);
    const HealthHistory history = feed.history();
    QCOMPARE(history.name, u"gmail"_s);
    QCOMPARE(history.since, utcTime(QDate(2026, 2, 28), QTime(23, 58, 45)));
    const auto at = [](int day, int hour, int minute) {
        return utcTime(QDate(2026, day == 28 ? 2 : 3, day), QTime(hour, minute));
    };
    const QList<HealthBucket> minutes{
        {at(28, 23, 58), 1, 1, 1, HealthStatus::Healthy, 10, 10, 10},
        {at(28, 23, 59), 4, 4, 0, HealthStatus::Degraded, 12, 12, 12},
        {at(1, 0, 0), 4, 2, 0, HealthStatus::Unreachable, 14, 14, 14},
        {at(1, 0, 1), 1, 0, 0, HealthStatus::Misconfigured, -1, -1, -1},
    };
    QCOMPARE(history.minutes, minutes);
    const QList<HealthBucket> hours{{at(28, 23, 0), 5, 5, 1, HealthStatus::Degraded, 12, 12, 12},
                                    {at(1, 0, 0), 5, 2, 0, HealthStatus::Unreachable, 14, 14, 14}};
    QCOMPARE(history.hours, hours);
}

void TestHealthRecorder::uptimeIsOfTime()
{
    HealthFeed feed;
    feed.record(HealthStatus::Healthy);
    QCOMPARE(feed.history().uptime24h, 100.0); // No time has gone by yet.
    feed.probe(6);
    feed.probe(2, HealthStatus::Unreachable, -1);
    QCOMPARE(feed.history().uptime24h, 75.0); // The last one stands until now.
    // Ten looks in a row, as after a restart, are no more time than one.
    for (int i = 0; i < 10; ++i)
        feed.record(HealthStatus::Unreachable, -1);
    QCOMPARE(feed.history().uptime24h, 75.0);
    QCOMPARE(feed.history().uptime30d, 75.0);
}

void TestHealthRecorder::aLongIntervalStands()
{
    HealthFeed feed;
    feed.interval = 600;
    feed.probe(3, HealthStatus::AuthRequired);
    feed.probe(1, HealthStatus::NotMcp);
    QCOMPARE(feed.history().uptime24h, 75.0);
    QCOMPARE(feed.history().minutes.size(), 4); // Those in which somebody looked.
    feed.interval = 86'400;
    feed.probe(1);
    feed.now = feed.now.addDays(10); // 3 intervals of it count.
    feed.interval = 15;
    feed.record(HealthStatus::Unreachable, -1);
    feed.now = feed.now.addSecs(15);
    QCOMPARE(feed.history().uptime30d, 100.0 * (1800 + 3 * 86'400) / (2400 + 3 * 86'400 + 15));
    QCOMPARE(feed.history().uptime24h, 0.0);
}

void TestHealthRecorder::aGapIsNotObserved()
{
    HealthFeed feed; // Suspended for the night.
    feed.probe(4);
    feed.now = feed.now.addSecs(8 * 3600);
    feed.probe(4, HealthStatus::Unreachable, -1);
    // 45 s and, at most, three intervals; then a minute.
    QCOMPARE(feed.history().uptime24h, 100.0 * (45 + 45) / (45 + 45 + 60));
    QCOMPARE(feed.history().minutes.size(), 2);
    QCOMPARE(feed.history().hours.size(), 2);
}

void TestHealthRecorder::thirtyDays()
{
    HealthFeed feed;
    feed.interval = 60;
    const QDateTime start = feed.now;
    for (int day = 0; day < 40; ++day) {
        feed.probe(12 * 60, HealthStatus::Healthy, 100);
        feed.probe(12 * 60, day < 10 ? HealthStatus::Unreachable : HealthStatus::Healthy, day < 10 ? -1 : 200);
    }
    feed.record(HealthStatus::Healthy, 100);
    const HealthHistory history = feed.history();
    QCOMPARE(feed.now, start.addDays(40));
    QCOMPARE(history.since, start);
    QCOMPARE(history.minutes.size(), 1440);
    QCOMPARE(history.minutes.first().from, start.addDays(39).addSecs(60));
    QCOMPARE(history.minutes.last().from, feed.now);
    QCOMPARE(history.hours.size(), 720);
    QCOMPARE(history.hours.first().from, start.addDays(10).addSecs(3600));
    QCOMPARE(history.hours.last().from, feed.now);
    for (qsizetype i = 1; i < history.hours.size(); ++i) {
        QCOMPARE(history.hours.at(i - 1).from.secsTo(history.hours.at(i).from), 3600);
        QCOMPARE(history.hours.at(i - 1).probes, 60);
    }
    QCOMPARE(history.uptime24h, 100.0);
    QCOMPARE(history.uptime30d, 100.0); // All that was bad is older.
    QVERIFY(history.outages.size() <= 1);

    feed.now = feed.now.addDays(29);
    QVERIFY(feed.history().minutes.isEmpty());
    QCOMPARE(feed.history().uptime24h, -1.0);
    QCOMPARE(feed.history().hours.size(), 24);
}

void TestHealthRecorder::pausesAreNotObserved()
{
    HealthFeed feed;
    feed.probe(4);
    feed.recorder.pause(feed.server, feed.now);
    feed.now = feed.now.addSecs(30);
    feed.probe(1, HealthStatus::Unreachable, -1);
    // 45 s were seen up; what was between is not known, though less than three intervals.
    QCOMPARE(feed.history().uptime24h, 75.0);
    feed.record(HealthStatus::Disabled);
    feed.now = feed.now.addSecs(30);
    QCOMPARE(feed.history().uptime24h, 100.0);
}

void TestHealthRecorder::renamed()
{
    HealthFeed feed;
    feed.probe(4);
    feed.record(HealthStatus::Unreachable, -1, u"refused"_s);
    const HealthHistory before = feed.history();
    feed.recorder.record(u"mail"_s, {feed.now, HealthStatus::NotMcp, 5, u"a page"_s});
    feed.recorder.rename(u"gmail"_s, u"gmail"_s);
    feed.recorder.rename(u"gmail"_s, u"mail"_s);
    QCOMPARE(feed.recorder.servers(), QStringList{u"mail"_s});
    QVERIFY(!feed.recorder.history(u"gmail"_s));
    const auto after = feed.recorder.history(u"mail"_s);
    QCOMPARE(after->name, u"mail"_s);
    QCOMPARE(after->minutes, before.minutes);
    QCOMPARE(after->outages, before.outages);
}

void TestHealthRecorder::forgotten()
{
    HealthFeed feed;
    feed.probe(4);
    feed.recorder.forget(u"gmail"_s);
    QVERIFY(!feed.recorder.history(u"gmail"_s));
    QVERIFY(feed.recorder.servers().isEmpty());
    feed.now = feed.now.addDays(6).addSecs(86'000);
    feed.recorder.tidy();
    HealthRecorder next([&] { return feed.now; });
    QVERIFY(next.restore(feed.recorder.serialized())); // Also across a restart.
    QVERIFY(!next.history(u"gmail"_s));
    next.record(u"gmail"_s, {feed.now, HealthStatus::Healthy, 10, {}});
    QCOMPARE(next.history(u"gmail"_s)->hours.size(), 2);

    feed.now = feed.now.addSecs(400);
    const quint64 changes = feed.recorder.changes();
    feed.recorder.tidy();
    QVERIFY(feed.recorder.changes() > changes);
    feed.record(HealthStatus::Healthy);
    QCOMPARE(feed.history().hours.size(), 1);
}

void TestHealthRecorder::neverLookedAtAgain()
{
    HealthFeed feed;
    feed.probe(4);
    feed.recorder.pause(u"gmail"_s, feed.now);
    feed.now = feed.now.addDays(29);
    feed.recorder.tidy();
    QCOMPARE(feed.recorder.servers().size(), 1);
    feed.now = feed.now.addDays(1);
    feed.recorder.tidy();
    QVERIFY(feed.recorder.servers().isEmpty());
}

void TestHealthRecorder::json()
{
    HealthFeed feed;
    feed.probe(3, HealthStatus::Healthy, 20);
    feed.record(HealthStatus::Unreachable, -1, u"The connection was refused."_s);
    feed.now = feed.now.addSecs(15);
    HealthHistory history = feed.history();
    history.minutes.append(HealthBucket{feed.now}); // One without a probe is left out.
    const QJsonObject bucket{{u"from"_s, u"2026-03-01T12:00:00Z"_s},
                             {u"probes"_s, 4},
                             {u"up"_s, 3},
                             {u"healthy"_s, 3},
                             {u"p50_ms"_s, 20},
                             {u"p95_ms"_s, 20},
                             {u"worst"_s, u"unreachable"_s},
                             {u"max_ms"_s, 20}};
    const QJsonObject outage{{u"from"_s, u"2026-03-01T12:00:45.000Z"_s},
                             {u"until"_s, QJsonValue()},
                             {u"status"_s, u"unreachable"_s},
                             {u"reason"_s, u"The connection was refused."_s}};
    QCOMPARE(toJson(history), (QJsonObject{{u"name"_s, u"gmail"_s},
                                           {u"since"_s, u"2026-03-01T12:00:00.000Z"_s},
                                           {u"uptime_24h"_s, 75.0},
                                           {u"uptime_30d"_s, 75.0},
                                           {u"p50_ms"_s, 20},
                                           {u"p95_ms"_s, 20},
                                           {u"minutes"_s, QJsonArray{bucket}},
                                           {u"hours"_s, QJsonArray{bucket}},
                                           {u"outages"_s, QJsonArray{outage}}}));
    const QJsonObject empty = toJson(HealthHistory());
    for (const QString &name : {u"since"_s, u"uptime_24h"_s, u"uptime_30d"_s, u"p50_ms"_s, u"p95_ms"_s})
        QVERIFY(empty[name].isNull());
    // One bad minute in a month is not 100 %.
    history.uptime30d = 100.0 - 100.0 / 43'200 / 10;
    QVERIFY(toJson(history)[u"uptime_30d"].toDouble() < 100);
}

QTEST_GUILESS_MAIN(TestHealthRecorder)
#include "tst_health_recorder.moc"
