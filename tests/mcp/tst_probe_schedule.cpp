#include "core/health/probe_schedule.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace nova;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Time = ProbeSchedule::Time;

/// When which server is asked, with a clock of the test's own.
class TestProbeSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsManyOverTheInterval();
    void keepsAServerAtItsPlaceInTheInterval();
    void isNeverFarFromTheInterval_data();
    void isNeverFarFromTheInterval();
    void letsSoManyRunAtOnce();
    void servesWhoHasWaitedLongest();
    void asksOneNow();
    void forgets();

private:
    static QString name(int i) { return u"server-%1"_s.arg(i); }
    const Time m_start = Time(1234567h);
};

void TestProbeSchedule::spreadsManyOverTheInterval()
{
    ProbeSchedule schedule(1000);
    for (int i = 0; i < 500; ++i)
        schedule.regular(name(i), m_start, 15s);
    // In the one interval every server has its turn once; no second of it has more than three times its share.
    std::array<int, 15> perSecond{};
    QSet<QString> seen;
    for (Time now = m_start; now < m_start + 23s; now += 10ms) {
        while (const auto server = schedule.take(now)) {
            seen.insert(*server);
            const auto second = std::chrono::duration_cast<std::chrono::seconds>(now - m_start - 7500ms).count();
            ++perSecond.at(size_t(std::clamp<qint64>(second, 0, 14)));
        }
    }
    QCOMPARE(seen.size(), 500);
    for (const int count : perSecond)
        QVERIFY2(count >= 11 && count <= 100, QByteArray::number(count).constData());
}

void TestProbeSchedule::keepsAServerAtItsPlaceInTheInterval()
{
    ProbeSchedule schedule(1);
    Time now = m_start;
    schedule.regular(name(1), now, 10s);
    now = *schedule.nextDue();
    for (int i = 0; i < 100; ++i) {
        QVERIFY(schedule.take(now));
        schedule.finished();
        const Time due = now;
        now += std::chrono::milliseconds(37 * (i % 9)); // A check takes its time, and does not move its place.
        schedule.regular(name(1), now, 10s);
        QCOMPARE(*schedule.nextDue() - due, 10s);
        now = *schedule.nextDue();
    }
}

void TestProbeSchedule::isNeverFarFromTheInterval_data()
{
    QTest::addColumn<int>("milliseconds");
    for (const int length : {1, 2, 3, 10, 999, 1000, 15'000, 86'400'000})
        QTest::addRow("%d ms", length) << length;
}

void TestProbeSchedule::isNeverFarFromTheInterval()
{
    QFETCH(int, milliseconds);
    const std::chrono::milliseconds length(milliseconds);
    for (int i = 0; i < 200; ++i) {
        ProbeSchedule schedule(1);
        const Time now = m_start + std::chrono::microseconds(i * 7919);
        schedule.regular(name(i), now, length);
        const auto wait = *schedule.nextDue() - now;
        QVERIFY(wait >= length / 2);
        QVERIFY(wait <= length + length / 2 + 1ms);
    }
}

void TestProbeSchedule::letsSoManyRunAtOnce()
{
    ProbeSchedule schedule(16);
    for (int i = 0; i < 500; ++i)
        schedule.now(name(i), m_start);
    QSet<QString> seen;
    for (int i = 0; i < 16; ++i)
        seen.insert(*schedule.take(m_start));
    QVERIFY(!schedule.hasPlace());
    QVERIFY(!schedule.take(m_start + 1h));
    for (int i = 16; i < 500; ++i) {
        schedule.finished();
        seen.insert(*schedule.take(m_start));
        QVERIFY(!schedule.take(m_start));
    }
    QCOMPARE(seen.size(), 500);
    QVERIFY(!schedule.nextDue());
}

void TestProbeSchedule::servesWhoHasWaitedLongest()
{
    ProbeSchedule schedule(1);
    schedule.after(u"third"_s, m_start, 30ms);
    schedule.after(u"first"_s, m_start, 10ms);
    schedule.after(u"second"_s, m_start, 20ms);
    schedule.now(u"late"_s, m_start + 31ms);
    schedule.now(u"first"_s, m_start + 40ms); // Asking again does not lose a turn.
    QVERIFY(!schedule.take(m_start));
    QStringList order;
    while (const auto server = schedule.take(m_start + 50ms)) {
        order.append(*server);
        schedule.finished();
    }
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s, u"third"_s, u"late"_s}));
}

void TestProbeSchedule::asksOneNow()
{
    ProbeSchedule schedule(1);
    schedule.regular(u"a"_s, m_start, 1h);
    QVERIFY(!schedule.take(m_start));
    schedule.now(u"a"_s, m_start);
    QCOMPARE(schedule.take(m_start), u"a"_s);
    schedule.finished();
    QVERIFY(!schedule.take(m_start + 10h)); // The regular turn was the same turn.
}

void TestProbeSchedule::forgets()
{
    ProbeSchedule schedule(2);
    schedule.now(u"a"_s, m_start);
    schedule.now(u"b"_s, m_start);
    schedule.forget(u"a"_s);
    schedule.forget(u"never known"_s);
    QCOMPARE(schedule.take(m_start), u"b"_s);
    QVERIFY(!schedule.take(m_start));
    QVERIFY(!schedule.nextDue());
    schedule.forget(u"b"_s); // It is being asked: its place is taken until it has finished.
    schedule.now(u"c"_s, m_start);
    QVERIFY(schedule.take(m_start));
    QVERIFY(!schedule.hasPlace());
}

QTEST_GUILESS_MAIN(TestProbeSchedule)
#include "tst_probe_schedule.moc"
