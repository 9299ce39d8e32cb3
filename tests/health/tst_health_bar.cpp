#include "tests/health/health_feed.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The bar of the last hours beside each server.
class TestHealthBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void oldestFirst();
    void aMinuteShowsOnce();
    void hasNoHoles_data();
    void hasNoHoles();
    void minutesOlderThanADay();
    void whatStandsIsShown();
    void latencyOfTheSlowestMinute();

private:
    /// h: healthy, d: degraded, u: unreachable, ".": nothing known.
    static QString drawn(const HealthFeed &feed, std::chrono::minutes span, int slots)
    {
        QString bar;
        const auto drawn = feed.recorder.bar(feed.server, span, slots);
        for (const HealthBarSlot &slot : drawn)
            bar += slot.status == HealthStatus::Checking ? u'.' : toString(slot.status).at(0);
        return bar;
    }
};

void TestHealthBar::isEmptyAtFirst()
{
    HealthFeed feed;
    QCOMPARE(drawn(feed, 60min, 5), u"....."_s);
    feed.probe(1);
    QCOMPARE(drawn(feed, 60min, 5), u"....h"_s);
    QCOMPARE(drawn(feed, 60min, 0), QString());
    QCOMPARE(drawn(feed, 60min, -3), QString());
    QCOMPARE(drawn(feed, 0min, 3), u"..."_s);
    QCOMPARE(drawn(feed, -5min, 3), u"..."_s);
    QCOMPARE(feed.recorder.bar(feed.server, std::chrono::minutes::max(), 1'000'000).size(), 10'000);
}

void TestHealthBar::oldestFirst()
{
    HealthFeed feed;
    feed.probe(40, HealthStatus::Degraded);
    feed.probe(79);
    feed.probe(1, HealthStatus::Unreachable, -1);
    feed.now = feed.now.addSecs(-15);
    QCOMPARE(drawn(feed, 60min, 6), u"...dhu"_s);
    QCOMPARE(drawn(feed, 30min, 3), u"dhu"_s);
    QCOMPARE(drawn(feed, 30min, 30), u"ddddddddddhhhhhhhhhhhhhhhhhhhu"_s);
}

void TestHealthBar::aMinuteShowsOnce()
{
    // 60 minutes in 24 slots: slots end in the middle of minutes.
    HealthFeed feed;
    feed.probe(120);
    feed.probe(1, HealthStatus::Unreachable, -1);
    feed.probe(119);
    for (int i = 0; i < 25; ++i) {
        QCOMPARE(drawn(feed, 60min, 24).count(u'u'), 1);
        feed.probe(4);
    }
}

void TestHealthBar::hasNoHoles_data()
{
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("slots");
    for (const int span : {1, 7, 60, 180, 1440}) {
        for (const int slots : {1, 7, 30, 48, 60, 100, 400})
            QTest::addRow("%d min in %d", span, slots) << span << slots;
    }
}

void TestHealthBar::hasNoHoles()
{
    QFETCH(const int, span);
    QFETCH(const int, slots);
    HealthFeed feed;
    feed.interval = 20;
    feed.probe(25 * 180);
    feed.now = feed.now.addSecs(-1);
    QCOMPARE(drawn(feed, std::chrono::minutes(span), slots), QString(slots, u'h'));
}

void TestHealthBar::minutesOlderThanADay()
{
    HealthFeed feed;
    feed.interval = 60;
    feed.probe(60, HealthStatus::Unreachable, -1);
    feed.probe(47 * 60);
    QCOMPARE(drawn(feed, 48h, 48), u'u' + QString(47, u'h'));
    feed.probe(24 * 60);
    QCOMPARE(drawn(feed, 72h, 3), u"uhh"_s);
}

void TestHealthBar::whatStandsIsShown()
{
    HealthFeed feed;
    feed.interval = 300;
    feed.probe(1);
    feed.now = feed.now.addSecs(-300 + 180);
    QCOMPARE(drawn(feed, 6min, 6), u"..hhhh"_s); // Nobody has looked since; nobody had to.
    feed.now = feed.now.addSecs(14 * 60);
    QCOMPARE(drawn(feed, 6min, 6), u"hhhh.."_s); // Not for ever, though.
    feed.now = feed.now.addSecs(-14 * 60);
    feed.recorder.pause(feed.server, feed.now);
    QCOMPARE(drawn(feed, 6min, 6), u"..h..."_s);
}

void TestHealthBar::latencyOfTheSlowestMinute()
{
    HealthFeed feed;
    feed.probe(20, HealthStatus::Healthy, 20);
    feed.probe(4, HealthStatus::Healthy, 400);
    feed.probe(8, HealthStatus::Unreachable, -1);
    const auto bar = feed.recorder.bar(feed.server, 10min, 2);
    QCOMPARE(bar.at(0).latencyMs, 20);
    QVERIFY(bar.at(1).latencyMs > 380 && bar.at(1).latencyMs < 420);
}

QTEST_GUILESS_MAIN(TestHealthBar)
#include "tst_health_bar.moc"
