#include "core/restart/bounded_output.h"

#include <QTest>

using nova::BoundedOutput;

class TestBoundedOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllThatFits();
    void keepsBeginningAndEnd_data();
    void keepsBeginningAndEnd();
    void theLineStandsAlone();
    void limitsThatAreTooSmallForALine();
};

void TestBoundedOutput::keepsAllThatFits()
{
    BoundedOutput output(72);
    QCOMPARE(output.bytes(), QByteArray());
    for (int i = 0; i < 8; ++i)
        output.append("1234567\n");
    output.append("");
    output.append(QByteArray("\0\xff\x1b[m1234", 8));
    QCOMPARE(output.bytes(), QByteArray(QByteArray("1234567\n").repeated(8) + QByteArray("\0\xff\x1b[m1234", 8)));
    QVERIFY(!output.isTruncated());
    output.append("!");
    QVERIFY(output.isTruncated());
}

void TestBoundedOutput::keepsBeginningAndEnd_data()
{
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<qsizetype>("total");
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), qsizetype(1000), qsizetype(65536), qsizetype(400'000)}) {
        for (const qsizetype total : {qsizetype(65537), qsizetype(65600), qsizetype(200'003), qsizetype(400'000)})
            QTest::addRow("%lld in pieces of %lld", qlonglong(total), qlonglong(piece)) << piece << total;
    }
}

void TestBoundedOutput::keepsBeginningAndEnd()
{
    QFETCH(qsizetype, piece);
    QFETCH(qsizetype, total);
    constexpr qsizetype limit = 64 * 1024, head = 16 * 1024;
    QByteArray all;
    for (int i = 0; all.size() < total; ++i)
        all += QByteArray::number(i) + ' ';
    all.resize(total);
    BoundedOutput output(limit);
    for (qsizetype at = 0; at < total; at += piece)
        output.append(QByteArrayView(all).sliced(at, qMin(piece, total - at)));

    const QByteArray kept = output.bytes();
    QVERIFY(output.isTruncated());
    QVERIFY2(kept.size() <= limit && kept.size() > limit - 16, qPrintable(QString::number(kept.size())));
    const QByteArray open = "\n… ", close = " bytes left out …\n";
    const qsizetype begin = kept.indexOf(open), end = kept.indexOf(close);
    QCOMPARE(begin, head);
    QCOMPARE(kept.first(head), all.first(head));
    const QByteArray tail = kept.sliced(end + close.size());
    QCOMPARE(tail, all.last(tail.size()));
    QCOMPARE(kept.sliced(begin + open.size(), end - begin - open.size()).toLongLong(), total - head - tail.size());
}

void TestBoundedOutput::theLineStandsAlone()
{
    BoundedOutput output(400);
    output.append(QByteArray(99, 'a'));
    output.append("\n");
    output.append(QByteArray(500, 'b'));
    QVERIFY(output.bytes().startsWith(QByteArray(QByteArray(99, 'a') + "\n… ")));
}

void TestBoundedOutput::limitsThatAreTooSmallForALine()
{
    for (qsizetype limit = 0; limit < 60; ++limit) {
        BoundedOutput output(limit);
        for (int i = 0; i < 300; ++i)
            output.append("x");
        QVERIFY(output.bytes().contains("bytes left out"));
        QVERIFY(output.bytes().size() < limit + 40);
    }
}

QTEST_APPLESS_MAIN(TestBoundedOutput)
#include "tst_bounded_output.moc"
