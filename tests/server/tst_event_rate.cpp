#include "server/metrics/event_rate.h"

#include <QTest>

using namespace nova;
using namespace std::chrono_literals;

/// The last minute, and nothing else.
class TestEventRate : public QObject
{
    Q_OBJECT

    std::chrono::steady_clock::time_point m_now;

    [[nodiscard]] EventRate::Clock clock()
    {
        m_now = {};
        return [this] { return m_now; };
    }

private Q_SLOTS:
    void nothingYet()
    {
        const EventRate rate(clock());
        QCOMPARE(rate.perSecond().events, 0.0);
        QCOMPARE(rate.perSecond().deliveries, 0.0);
    }

    void eventsCountAtOnce()
    {
        EventRate rate(clock());
        rate.add(10);
        rate.add(0);
        rate.add(20);
        QCOMPARE(rate.perSecond().events, 3 / 60.0);
        QCOMPARE(rate.perSecond().deliveries, 30 / 60.0);
    }

    void aSteadyStream()
    {
        EventRate rate(clock());
        for (int tenth = 0; tenth < 3000; ++tenth) {
            m_now += 100ms;
            rate.add(5);
        }
        m_now += 99ms; // Still in the second of the last one, of which one tenth has come.
        const double events = rate.perSecond().events;
        QVERIFY2(events > 9.8 && events <= 10, qPrintable(QString::number(events)));
        QCOMPARE(rate.perSecond().deliveries, 5 * events);
    }

    void countsUntilAMinuteHasPassed()
    {
        EventRate rate(clock());
        m_now += 5s;
        rate.add(60);
        m_now += 59s + 999ms;
        QCOMPARE(rate.perSecond().deliveries, 1.0);
        m_now += 1ms;
        QCOMPARE(rate.perSecond().deliveries, 0.0);
        QCOMPARE(rate.perSecond().events, 0.0);
    }

    void forgetsWhatWasInItsPlace()
    {
        EventRate rate(clock());
        rate.add(60);
        m_now += 60s; // The same place in the ring.
        rate.add(120);
        QCOMPARE(rate.perSecond().events, 1 / 60.0);
        QCOMPARE(rate.perSecond().deliveries, 2.0);
    }

    void aLongSilence()
    {
        EventRate rate(clock());
        for (int second = 0; second < 60; ++second) {
            rate.add(1);
            m_now += 1s;
        }
        m_now += 24h;
        QCOMPARE(rate.perSecond().events, 0.0);
    }

    void manyFitIn()
    {
        EventRate rate(clock());
        for (int i = 0; i < 1000; ++i)
            rate.add(2'000'000'000);
        QCOMPARE(rate.perSecond().deliveries, 2e12 / 60);
    }
};

QTEST_GUILESS_MAIN(TestEventRate)
#include "tst_event_rate.moc"
