#include "server/ws/event_frames.h"

#include "server/ws/frame.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

/// What a client gets that is at one place and wants some types, of events on their way.
class TestEventFrames : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QByteArray jsonOf(quint64 seq) { return "{\"seq\":" + QByteArray::number(seq) + '}'; }

    static void append(EventFrames &frames, quint64 seq, EventType type)
    {
        Event event;
        event.type = type;
        event.seq = seq;
        frames.append({event, jsonOf(seq)});
    }

    /// 5 toggled, 6 task, 7 toggled, 8 task.
    [[nodiscard]] static EventFrames some()
    {
        EventFrames frames;
        for (quint64 seq = 5; seq <= 8; ++seq)
            append(frames, seq, seq % 2 == 1 ? EventType::McpToggled : EventType::TaskUpdated);
        return frames;
    }

    [[nodiscard]] static QByteArray framesOf(const QList<quint64> &seqs)
    {
        QByteArray bytes;
        for (const quint64 seq : seqs)
            bytes += makeFrame(FrameKind::Text, jsonOf(seq));
        return bytes;
    }

private Q_SLOTS:
    void pieces_data()
    {
        QTest::addColumn<quint64>("after");
        QTest::addColumn<int>("types");
        QTest::addColumn<QList<quint64>>("expected");
        const int all = EventFrames::all, toggled = EventFrames::only(EventType::McpToggled);
        QTest::newRow("one that has nothing") << quint64(0) << all << QList<quint64>{5, 6, 7, 8};
        QTest::newRow("one that has what was before") << quint64(4) << all << QList<quint64>{5, 6, 7, 8};
        QTest::newRow("one that has some") << quint64(6) << all << QList<quint64>{7, 8};
        QTest::newRow("one that has all but the last") << quint64(7) << all << QList<quint64>{8};
        QTest::newRow("one that has all") << quint64(8) << all << QList<quint64>{};
        QTest::newRow("one that is ahead") << quint64(20) << all << QList<quint64>{};
        QTest::newRow("one type") << quint64(0) << toggled << QList<quint64>{5, 7};
        QTest::newRow("one type, some of it") << quint64(5) << toggled << QList<quint64>{7};
        QTest::newRow("another type") << quint64(0) << int(EventFrames::only(EventType::PromptUpdated))
                                      << QList<quint64>{};
        QTest::newRow("no type") << quint64(0) << 0 << QList<quint64>{};
    }

    void pieces()
    {
        QFETCH(quint64, after);
        QFETCH(int, types);
        QFETCH(QList<quint64>, expected);
        EventFrames frames = some();
        for (const quint64 seq : {quint64(6), after, after}) { // What was asked before makes no difference.
            const EventFrames::Piece piece = frames.after(seq, EventFrames::Types(types));
            if (seq == after) {
                QCOMPARE(piece.bytes, framesOf(expected));
                QCOMPARE(piece.events, int(expected.size()));
            }
        }
    }

    void changesAreSeen()
    {
        EventFrames frames = some();
        QCOMPARE(frames.after(7, EventFrames::all).bytes, framesOf({8}));
        append(frames, 9, EventType::TaskUpdated);
        QCOMPARE(frames.newest(), quint64(9));
        QCOMPARE(frames.after(7, EventFrames::all).bytes, framesOf({8, 9}));
        frames.dropUpTo(8);
        QCOMPARE(frames.after(7, EventFrames::all).bytes, framesOf({9}));
        frames.dropUpTo(9);
        QVERIFY(frames.isEmpty());
        QCOMPARE(frames.newest(), quint64(0));
        QCOMPARE(frames.after(7, EventFrames::all).events, 0);
    }

    /// A hundred clients at the same place share the bytes of one event.
    void oneEventIsNotCopied()
    {
        EventFrames frames = some();
        const QByteArray first = frames.after(7, EventFrames::all).bytes;
        QCOMPARE(frames.after(7, EventFrames::all).bytes.constData(), first.constData());
    }
};

QTEST_GUILESS_MAIN(TestEventFrames)
#include "tst_event_frames.moc"
