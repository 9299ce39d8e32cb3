#include "tests/health/health_feed.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// Latencies are kept in a byte each; what is said about them has to be right within a few per cent.
class TestLatencyScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCloseEverywhere();
    void percentiles_data();
    void percentiles();
    void noAnswerHasNoLatency();
    void manyInOneMinute();
};

namespace
{

bool close(int found, int exact)
{
    return std::abs(found - exact) <= 0.022 * exact + 0.5;
}

int exactPercentile(std::vector<int> values, double percent)
{
    std::sort(values.begin(), values.end());
    return values.at(size_t(std::ceil(percent / 100 * double(values.size()))) - 1);
}

} // namespace

void TestLatencyScale::isCloseEverywhere()
{
    int last = 0;
    for (int ms = 0; ms <= 300'000; ++ms) {
        const quint8 code = latencyCode(ms);
        QVERIFY2(close(latencyOf(code), ms), qPrintable(u"%1 as %2"_s.arg(ms).arg(latencyOf(code))));
        QVERIFY(code >= last);
        last = code;
    }
    for (int ms = 0; ms <= 40; ++ms)
        QCOMPARE(latencyOf(latencyCode(ms)), ms);
    QCOMPARE(latencyOf(latencyCode(2'000'000'000)), 300'000);
    QCOMPARE(latencyOf(latencyCode(-5)), 0);
}

void TestLatencyScale::percentiles_data()
{
    QTest::addColumn<std::vector<int>>("latencies");
    std::mt19937 random(7); // NOLINT: the same each time
    const auto drawn = [&](int count, auto distribution) {
        std::vector<int> values;
        for (int i = 0; i < count; ++i)
            values.push_back(std::clamp(int(distribution(random)), 0, 60'000));
        return values;
    };
    QTest::newRow("one") << std::vector<int>{120};
    QTest::newRow("two") << std::vector<int>{100, 200};
    QTest::newRow("three") << std::vector<int>{3, 2, 1};
    QTest::newRow("zero") << std::vector<int>{0, 0, 0, 0};
    QTest::newRow("one slow in twenty") << std::vector<int>{10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
                                                            10, 10, 10, 10, 10, 10, 10, 10, 10, 5000};
    QTest::newRow("two slow in twenty") << std::vector<int>{10, 10, 10,   10, 10, 10, 10, 10, 10, 10,
                                                            10, 10, 4000, 10, 10, 10, 10, 10, 10, 5000};
    QTest::newRow("even") << drawn(1000, std::uniform_int_distribution<>(1, 1000));
    QTest::newRow("a network") << drawn(2000, std::lognormal_distribution<>(4, 1));
    QTest::newRow("two humps") << [&] {
        auto values = drawn(900, std::normal_distribution<>(30, 3));
        const auto slow = drawn(100, std::normal_distribution<>(3000, 200));
        values.insert(values.end(), slow.begin(), slow.end());
        std::shuffle(values.begin(), values.end(), random);
        return values;
    }();
}

void TestLatencyScale::percentiles()
{
    QFETCH(const std::vector<int>, latencies);
    HealthFeed feed;
    std::vector<int> minute;
    std::vector<int> hour;
    for (const int latency : latencies) {
        if (feed.now.time().second() == 0)
            minute.clear();
        if (feed.now.time().minute() == 0 && feed.now.time().second() == 0)
            hour.clear();
        minute.push_back(latency);
        hour.push_back(latency);
        feed.probe(1, HealthStatus::Healthy, latency);
    }
    const HealthHistory history = feed.history();
    const auto compare = [](int found, int exact) {
        if (!close(found, exact))
            qWarning("%d instead of %d", found, exact);
        return close(found, exact);
    };
    QVERIFY(compare(history.p50Ms, exactPercentile(latencies, 50)));
    QVERIFY(compare(history.p95Ms, exactPercentile(latencies, 95)));
    QVERIFY(compare(history.minutes.last().p50Ms, exactPercentile(minute, 50)));
    QVERIFY(compare(history.minutes.last().p95Ms, exactPercentile(minute, 95)));
    QVERIFY(compare(history.minutes.last().maxMs, exactPercentile(minute, 100)));
    QVERIFY(compare(history.hours.last().p50Ms, exactPercentile(hour, 50)));
    QVERIFY(compare(history.hours.last().p95Ms, exactPercentile(hour, 95)));
    QVERIFY(compare(history.hours.last().maxMs, exactPercentile(hour, 100)));
}

void TestLatencyScale::noAnswerHasNoLatency()
{
    HealthFeed feed;
    feed.probe(2, HealthStatus::Unreachable, -1);
    QCOMPARE(feed.history().p50Ms, -1);
    QCOMPARE(feed.history().minutes.first().maxMs, -1);
    QCOMPARE(feed.history().hours.first().p95Ms, -1);
    feed.probe(1, HealthStatus::Healthy, 7);
    QCOMPARE(feed.history().p50Ms, 7);
    QCOMPARE(feed.history().p95Ms, 7);
    QCOMPARE(feed.history().minutes.first().p50Ms, 7);
}

void TestLatencyScale::manyInOneMinute()
{
    HealthFeed feed;
    feed.interval = 1;
    for (int i = 0; i < 1000; ++i)
        feed.record(HealthStatus::Healthy, 50);
    QCOMPARE(feed.history().minutes.first().probes, 1000);
    QVERIFY(close(feed.history().p95Ms, 50));
    feed.now = feed.now.addSecs(60);
    feed.record(HealthStatus::Healthy, 50);
    QVERIFY(HealthRecorder().restore(feed.recorder.serialized()));
}

QTEST_GUILESS_MAIN(TestLatencyScale)
#include "tst_latency_scale.moc"
