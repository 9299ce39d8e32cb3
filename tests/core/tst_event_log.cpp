#include "core/events/event_log.h"

#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace nova;
using namespace Qt::StringLiterals;

/// Sequence numbers, the ring, and what a client that was away is told.
class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFromOneWithoutAGap();
    void tellsWhatCanAlreadyBeAsked();
    void answersAtEveryBoundary_data();
    void answersAtEveryBoundary();
    void keepsNoMoreBytesThanAllowed();
    void anEventLargerThanTheRingIsToldButNotKept();
    void mayBeAskedFromAnyThread();
};

static Event numbered(int number)
{
    return makeEvent(EventType::TaskUpdated, {{u"number"_s, number}}, u"test"_s);
}

void TestEventLog::numbersFromOneWithoutAGap()
{
    EventLog log;
    QList<quint64> seqs;
    connect(&log, &EventLog::appended, this, [&](const LoggedEvent &logged) {
        seqs.append(logged.event.seq);
        const QJsonObject json = QJsonDocument::fromJson(logged.json).object();
        QCOMPARE(json, toJson(logged.event));
        QCOMPARE(quint64(json[u"seq"].toInteger()), logged.event.seq);
        QVERIFY(!logged.json.contains('\n'));
    });
    QCOMPARE(log.lastSeq(), 0U);
    for (int i = 0; i < 3; ++i)
        log.append(numbered(i));
    QCOMPARE(seqs, QList<quint64>({1, 2, 3}));
    QCOMPARE(log.lastSeq(), 3U);
    QVERIFY(EventLog().epoch() != log.epoch());
}

void TestEventLog::tellsWhatCanAlreadyBeAsked()
{
    EventLog log;
    bool asked = false;
    connect(&log, &EventLog::appended, this, [&](const LoggedEvent &logged) {
        const auto backlog = log.since(log.epoch(), logged.event.seq - 1);
        QVERIFY(backlog.complete);
        QCOMPARE(backlog.events.back().event.id, logged.event.id);
        asked = true;
    });
    log.append(numbered(1));
    QVERIFY(asked);
}

void TestEventLog::answersAtEveryBoundary_data()
{
    QTest::addColumn<quint64>("after");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<int>("count");
    // Twelve events in a ring of five: 8 to 12 are there.
    QTest::newRow("from the start") << quint64(0) << false << 0;
    QTest::newRow("one too old") << quint64(6) << false << 0;
    QTest::newRow("the oldest that is kept comes next") << quint64(7) << true << 5;
    QTest::newRow("in the middle") << quint64(9) << true << 3;
    QTest::newRow("all but one") << quint64(11) << true << 1;
    QTest::newRow("nothing missed") << quint64(12) << true << 0;
    QTest::newRow("from the future") << quint64(13) << false << 0;
    QTest::newRow("far from the future") << std::numeric_limits<quint64>::max() << false << 0;
}

void TestEventLog::answersAtEveryBoundary()
{
    QFETCH(quint64, after);
    QFETCH(bool, complete);
    QFETCH(int, count);
    EventLog log({5, 1024 * 1024});
    for (int i = 1; i <= 12; ++i)
        log.append(numbered(i));

    const auto backlog = log.since(log.epoch(), after);
    QCOMPARE(backlog.complete, complete);
    QCOMPARE(int(backlog.events.size()), count);
    for (int i = 0; i < count; ++i) {
        const Event &event = backlog.events[size_t(i)].event;
        QCOMPARE(event.seq, after + quint64(i) + 1);
        QCOMPARE(event.data[u"number"].toInt(), int(event.seq));
    }
    QVERIFY(!log.since(u"another"_s, after).complete);
    QVERIFY(!log.since({}, after).complete);

    const EventLog fresh;
    QCOMPARE(fresh.since(fresh.epoch(), 0).complete, true);
    QCOMPARE(fresh.since(fresh.epoch(), 1).complete, false);
}

void TestEventLog::keepsNoMoreBytesThanAllowed()
{
    const auto large = [] { return makeEvent(EventType::TaskUpdated, {{u"text"_s, QString(900, u'x')}}, u"test"_s); };
    EventLog log({1000, 5000});
    qsizetype size = 0;
    connect(&log, &EventLog::appended, this, [&](const LoggedEvent &logged) { size = logged.json.size(); });
    for (int i = 0; i < 20; ++i)
        log.append(large());
    const quint64 kept = quint64(5000 / size);
    QVERIFY(kept >= 4);
    QVERIFY(log.since(log.epoch(), 20 - kept).complete);
    QVERIFY(!log.since(log.epoch(), 20 - kept - 1).complete);
}

void TestEventLog::anEventLargerThanTheRingIsToldButNotKept()
{
    EventLog log({1000, 2000});
    int told = 0;
    connect(&log, &EventLog::appended, this, [&](const LoggedEvent &) { ++told; });
    log.append(numbered(1));
    log.append(makeEvent(EventType::TaskUpdated, {{u"text"_s, QString(3000, u'x')}}, u"test"_s));
    QCOMPARE(told, 2);
    QVERIFY(!log.since(log.epoch(), 1).complete); // Never a silent gap.
    QVERIFY(log.since(log.epoch(), 2).complete);
    log.append(numbered(3));
    QCOMPARE(log.since(log.epoch(), 2).events.size(), 1U);
    QVERIFY(!log.since(log.epoch(), 1).complete);
}

void TestEventLog::mayBeAskedFromAnyThread()
{
    EventLog log({100, 1024 * 1024});
    std::atomic<bool> inOrder = true;
    {
        std::vector<std::jthread> readers;
        for (int t = 0; t < 3; ++t) {
            readers.emplace_back([&] {
                quint64 seen = 0;
                while (seen < 3000) {
                    const auto backlog = log.since(log.epoch(), seen);
                    if (!backlog.complete)
                        seen = log.lastSeq(); // Too slow: begin anew, as a client does.
                    for (const LoggedEvent &logged : backlog.events)
                        inOrder = inOrder && logged.event.seq == std::exchange(seen, logged.event.seq) + 1;
                }
            });
        }
        for (int i = 1; i <= 3000; ++i)
            log.append(numbered(i));
    }
    QVERIFY(inOrder);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
