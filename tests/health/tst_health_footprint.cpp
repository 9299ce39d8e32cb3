#include "core/health/health_history_format.h"
#include "core/health/replace_file.h"
#include "tests/health/health_feed.h"
#include "tests/support/scratch.h"

#include <QElapsedTimer>
#include <QTest>

#include <malloc.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// What the history of 500 servers costs when it is full: memory, and time to save and to load it.
class TestHealthFootprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveHundredServersForThirtyDays();
};

namespace
{

/// What is taken from the heap. Sanitizers have a heap of their own and tell nothing: 0.
qint64 heapInUse()
{
    const struct mallinfo2 info = ::mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

/// As a server on a network is: latencies differ, one probe in 500 fails at the usual rate, one server in 20 asks for
/// credentials and one is down all the time.
void feedServer(HealthRecorder &recorder, int index, QDateTime now, const QDateTime &until, int interval)
{
    const QString name = u"server-%1"_s.arg(index);
    const HealthStatus usual = index % 20 == 1   ? HealthStatus::AuthRequired
                               : index % 20 == 2 ? HealthStatus::Unreachable
                                                 : HealthStatus::Healthy;
    quint32 noise = quint32(index);
    for (; now < until; now = now.addSecs(interval)) {
        noise = noise * 1'664'525 + 1'013'904'223;
        const bool fails = (noise >> 16) % quint32(500 * 15 / interval) == 0;
        const HealthStatus status = fails ? HealthStatus::Unreachable : usual;
        recorder.record(name,
                        {now, status, status == HealthStatus::Unreachable ? -1 : 20 + int((noise >> 8) % 180),
                         status == HealthStatus::Unreachable ? u"The connection was refused."_s : QString(), interval});
    }
}

} // namespace

void TestHealthFootprint::fiveHundredServersForThirtyDays()
{
    const qint64 before = heapInUse();
    const int servers = before > 0 ? 500 : 50; // Where it cannot be measured, it need not take a minute.
    HealthFeed feed;
    const QDateTime start = feed.now;
    const QDateTime lastDay = start.addDays(30);
    feed.now = lastDay.addDays(1).addSecs(1800);
    for (int i = 0; i < servers; ++i) {
        // Only the last day is at the true rate, which would take a minute. The days before have as many failures, and
        // so as many outages and hours with something to tell; an hour with 240 probes takes one byte more.
        feedServer(feed.recorder, i, start, lastDay, 120);
        feedServer(feed.recorder, i, lastDay, feed.now, 15);
    }
    feed.now = feed.now.addSecs(-1); // The minute of the last probes, not one without any.
    const qint64 used = heapInUse() - before;
    const HealthHistory history = feed.recorder.history(u"server-3"_s).value();
    QCOMPARE(history.minutes.size(), 1440);
    QCOMPARE(history.hours.size(), 720);

    QElapsedTimer timer;
    timer.start();
    const QByteArray payload = feed.recorder.serialized();
    const qint64 serializing = timer.restart();
    Scratch scratch(Scratch::Content::Empty);
    const QByteArray file = wrapHealthFile(payload);
    const qint64 wrapping = timer.restart();
    QVERIFY(replaceFile(scratch.path(u"health-history"_s), file));
    const qint64 writing = timer.restart();
    HealthRecorder restored([&] { return feed.now; });
    const QByteArray read = Scratch::read(scratch.path(u"health-history"_s));
    QVERIFY(restored.restore(unwrapHealthFile(read).payload));
    const qint64 loading = timer.elapsed();
    QCOMPARE(restored.history(u"server-3"_s)->minutes, history.minutes);
    QCOMPARE(restored.history(u"server-3"_s)->hours, history.hours);
    QCOMPARE(restored.serialized(), payload);

    qInfo(
        "%.1f MB of memory, %.1f MB of file; made in %lld ms, hashed in %lld ms, written in %lld ms, loaded in %lld ms",
        double(used) / 1e6, double(file.size()) / 1e6, static_cast<long long>(serializing),
        static_cast<long long>(wrapping), static_cast<long long>(writing), static_cast<long long>(loading));
    QVERIFY(file.size() < 12'000'000);
    if (used <= 0)
        QSKIP("This heap does not tell how much of it is used.");
    QVERIFY2(used < 12'000'000, qPrintable(QString::number(used)));
}

QTEST_GUILESS_MAIN(TestHealthFootprint)
#include "tst_health_footprint.moc"
