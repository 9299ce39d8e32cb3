#include "server/metrics/process_metrics.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

/// What the kernel says of this process.
class TestProcessMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheProcess()
    {
        const auto before = processFigures();
        QVERIFY(before);
        std::vector<std::unique_ptr<QTemporaryFile>> files;
        for (int i = 0; i < 20; ++i) {
            files.push_back(std::make_unique<QTemporaryFile>());
            QVERIFY(files.back()->open());
        }
        QByteArray memory(64 * 1024 * 1024, 'x');
        const auto after = processFigures();
        QCOMPARE(after->openDescriptors - before->openDescriptors, 20.0);
        const auto entries = QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
        QCOMPARE(after->openDescriptors, double(entries.size() - 1)); // One reads the folder.
        QCOMPARE(countDescriptors(), int(after->openDescriptors));
        QVERIFY(after->residentBytes - before->residentBytes > 60e6);
        QVERIFY(after->virtualBytes > after->residentBytes);
        QVERIFY(after->maxDescriptors > after->openDescriptors);
        QVERIFY(after->cpuSeconds >= before->cpuSeconds);
        QCOMPARE(after->startTime, before->startTime);
        const double age = double(QDateTime::currentSecsSinceEpoch()) - after->startTime;
        QVERIFY2(age > -5 && age < 600, qPrintable(QString::number(age))); // CTest ends it long before.
        QVERIFY(after->cpuSeconds < age + 10);
        QVERIFY(memory.endsWith('x'));
    }

    void aProgramWithAnOddName()
    {
        QCOMPARE(statFields("42 (a) b (c) S 1 42\n"), QByteArrayList({"S", "1", "42"}));
        QCOMPARE(statFields(""), QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(TestProcessMetrics)
#include "tst_process_metrics.moc"
