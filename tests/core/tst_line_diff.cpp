#include "core/documents/line_diff.h"

#include "tests/support/scratch.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// Added and removed lines, as `diff` counts them.
class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void agreesWithDiff();
    void boundsItsTime();
    void countsLines_data();
    void countsLines();

private:
    nova::test::Scratch m_scratch;
};

void TestLineDiff::counts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("removed");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 0 << 0;
    QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << 0 << 0;
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb\n") << 2 << 0;
    QTest::newRow("to nothing") << QByteArray("a\nb\n") << QByteArray() << 0 << 2;
    QTest::newRow("one changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << 1 << 1;
    QTest::newRow("one inserted") << QByteArray("a\nc\n") << QByteArray("a\nb\nc\n") << 1 << 0;
    QTest::newRow("one of several equal ones removed") << QByteArray("a\na\na\n") << QByteArray("a\na\n") << 0 << 1;
    QTest::newRow("moved") << QByteArray("a\nb\nc\n") << QByteArray("b\nc\na\n") << 1 << 1;
    QTest::newRow("the last newline went") << QByteArray("a\nb\n") << QByteArray("a\nb") << 1 << 1;
    QTest::newRow("line endings changed") << QByteArray("a\nb\n") << QByteArray("a\r\nb\r\n") << 2 << 2;
    QTest::newRow("blank lines") << QByteArray("a\n\n\nb\n") << QByteArray("a\n\nb\n") << 0 << 1;
}

void TestLineDiff::counts()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, added);
    QFETCH(int, removed);
    const LineCounts counts = countChangedLines(before, after);
    QCOMPARE(counts.added, added);
    QCOMPARE(counts.removed, removed);
    const LineCounts back = countChangedLines(after, before);
    QCOMPARE(back.added, removed);
    QCOMPARE(back.removed, added);
}

void TestLineDiff::agreesWithDiff()
{
    QRandomGenerator random(20261123);
    const auto randomText = [&random] {
        QByteArray text;
        const int lines = random.bounded(12);
        for (int i = 0; i < lines; ++i)
            text += QByteArray(1, char('a' + random.bounded(4))) + '\n';
        if (!text.isEmpty() && random.bounded(4) == 0)
            text.chop(1);
        return text;
    };
    QByteArrayList befores, afters;
    QString script;
    constexpr int rounds = 150;
    for (int i = 0; i < rounds; ++i) {
        befores.append(randomText());
        afters.append(randomText());
        m_scratch.write(m_scratch.path(u"b%1"_s.arg(i)), befores.last());
        m_scratch.write(m_scratch.path(u"a%1"_s.arg(i)), afters.last());
    }
    QProcess diff;
    diff.setWorkingDirectory(m_scratch.path());
    diff.start(
        u"/bin/sh"_s,
        {u"-c"_s, u"for i in $(seq 0 %1); do echo \"== $i\"; diff --minimal b$i a$i; done; true"_s.arg(rounds - 1)});
    QVERIFY(diff.waitForFinished());
    const QByteArrayList outputs = diff.readAllStandardOutput().split('\n');
    QList<LineCounts> expected;
    for (const QByteArray &line : outputs) {
        if (line.startsWith("== "))
            expected.append(LineCounts{});
        else if (line.startsWith('>'))
            ++expected.last().added;
        else if (line.startsWith('<'))
            ++expected.last().removed;
    }
    QCOMPARE(expected.size(), rounds);
    for (int i = 0; i < rounds; ++i) {
        const LineCounts counts = countChangedLines(befores[i], afters[i]);
        const QByteArray what = befores[i].toPercentEncoding() + " to " + afters[i].toPercentEncoding();
        QVERIFY2(counts == expected[i], what.constData());
    }
}

void TestLineDiff::boundsItsTime()
{
    // The worst that fits into a document: a megabyte of short lines, none of them in both texts.
    QByteArray before, after;
    for (int i = 0; before.size() < 1'000'000; ++i) {
        before += QByteArray::number(i) + "a\n";
        after += QByteArray::number(i) + "b\n";
    }
    QElapsedTimer timer;
    timer.start();
    const LineCounts counts = countChangedLines(before, after);
    QCOMPARE(counts.added, countLines(after));
    QCOMPARE(counts.removed, countLines(before));
    QVERIFY2(timer.elapsed() < 5000, "too slow even for a debug build with sanitizers");
}

void TestLineDiff::countsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lines");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("no newline") << QByteArray("a") << 1;
    QTest::newRow("one") << QByteArray("a\n") << 1;
    QTest::newRow("two") << QByteArray("a\nb") << 2;
    QTest::newRow("blank ones count") << QByteArray("\n\n") << 2;
}

void TestLineDiff::countsLines()
{
    QFETCH(QByteArray, text);
    QTEST(countLines(text), "lines");
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_line_diff.moc"
