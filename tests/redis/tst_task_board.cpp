#include "core/base/utc.h"
#include "core/tasks/task_board.h"

#include <QJsonObject>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

class TestTaskBoard : public QObject
{
    Q_OBJECT

    const QDateTime m_start = utcFromMilliseconds(1'700'000'000'000);
    TaskBoard m_board{m_start};

    bool task(const QString &id, const QString &status)
    {
        return m_board.take({{u"task"_s, QJsonObject{{u"id"_s, id}, {u"status"_s, status}}}}, m_start.addSecs(5));
    }
    [[nodiscard]] qint64 count(const QString &status) const { return m_board.counts().counts.value(status, -1); }

private Q_SLOTS:
    void init() { m_board = TaskBoard(m_start); }

    void startsEmptyAndSaysSinceWhen()
    {
        QCOMPARE(m_board.counts().counts.keys(),
                 QStringList({u"completed"_s, u"failed"_s, u"pending"_s, u"running"_s}));
        QCOMPARE(count(u"running"_s), 0);
        QCOMPARE(m_board.counts().since, m_start);
        QVERIFY(!m_board.counts().updated.isValid());
    }

    void movesSingleTasks()
    {
        QVERIFY(task(u"1"_s, u"pending"_s));
        QVERIFY(task(u"2"_s, u"pending"_s));
        QVERIFY(task(u"1"_s, u"running"_s));
        QVERIFY(!task(u"1"_s, u"running"_s));
        QCOMPARE(count(u"pending"_s), 1);
        QCOMPARE(count(u"running"_s), 1);
        QVERIFY(task(u"1"_s, u"completed"_s));
        QCOMPARE(count(u"running"_s), 0);
        QCOMPARE(count(u"completed"_s), 1);
        QCOMPARE(m_board.counts().updated, m_start.addSecs(5));
    }

    void wholeCountsReplaceWhatWasKnown()
    {
        task(u"1"_s, u"pending"_s);
        m_board.take({{u"counts"_s, QJsonObject{{u"running"_s, 4}, {u"blocked"_s, 2}}}}, m_start);
        QCOMPARE(count(u"pending"_s), 0);
        QCOMPARE(count(u"running"_s), 4);
        QCOMPARE(count(u"blocked"_s), 2);
        task(u"1"_s, u"running"_s); // It was counted as pending before; nothing goes below zero.
        QCOMPARE(count(u"pending"_s), 0);
        QCOMPARE(count(u"running"_s), 5);
    }

    void anUnknownStatusIsKeptAsItself()
    {
        task(u"1"_s, u"waiting for approval"_s);
        QCOMPARE(count(u"waiting for approval"_s), 1);
        task(u"1"_s, u"completed"_s);
        QCOMPARE(count(u"waiting for approval"_s), 0);
    }

    void othersCannotFillOurMemory()
    {
        for (int i = 0; i < 30'000; ++i)
            task(QString::number(i), u"status %1"_s.arg(i));
        QVERIFY(m_board.counts().counts.size() <= 50);
    }
};

QTEST_GUILESS_MAIN(TestTaskBoard)
#include "tst_task_board.moc"
