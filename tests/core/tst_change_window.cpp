#include "core/documents/change_window.h"

#include <QSignalSpy>
#include <QTest>

using namespace nova;
using namespace std::chrono_literals;

/// A burst of hints is settled once. Times are checked from below only: a busy machine may be late, never early.
class TestChangeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysShutWithoutAHint();
    void settlesOnceAfterItsLength();
    void isExtendedWhileHintsKeepComing();
    void isNotExtendedForever();
    void opensAgain();
    void hasTheTimesThatArePromised();
};

void TestChangeWindow::staysShutWithoutAHint()
{
    ChangeWindow quiet({5ms, 1ms, 10ms}), other({20ms, 1ms, 40ms});
    QSignalSpy settled(&quiet, &ChangeWindow::settled), otherSettled(&other, &ChangeWindow::settled);
    other.hint();
    QVERIFY(otherSettled.wait());
    QCOMPARE(settled.size(), 0);
}

void TestChangeWindow::settlesOnceAfterItsLength()
{
    ChangeWindow window({60ms, 10ms, 500ms});
    QSignalSpy settled(&window, &ChangeWindow::settled);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        window.hint();
    QVERIFY(settled.wait());
    QVERIFY2(timer.elapsed() >= 59, QByteArray::number(timer.elapsed()).constData());
    window.hint();
    QVERIFY(settled.wait());
    QCOMPARE(settled.size(), 2); // Twenty hints were one, the later one is another.
}

void TestChangeWindow::isExtendedWhileHintsKeepComing()
{
    ChangeWindow window({20ms, 200ms, 10s});
    QSignalSpy settled(&window, &ChangeWindow::settled);
    QElapsedTimer sinceLast;
    QTimer hints;
    int left = 20;
    connect(&hints, &QTimer::timeout, &window, [&] {
        if (left-- > 0) {
            sinceLast.start();
            window.hint();
        }
    });
    hints.start(5ms);
    QVERIFY(settled.wait());
    QVERIFY(left <= 0); // All of them came first, although they took far longer than the window.
    QVERIFY2(sinceLast.elapsed() >= 199, QByteArray::number(sinceLast.elapsed()).constData());
    QCOMPARE(settled.size(), 1);
}

void TestChangeWindow::isNotExtendedForever()
{
    ChangeWindow window({10ms, 1h, 100ms});
    QSignalSpy settled(&window, &ChangeWindow::settled);
    QTimer hints;
    connect(&hints, &QTimer::timeout, &window, &ChangeWindow::hint);
    hints.start(2ms);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(settled.wait());
    QVERIFY2(timer.elapsed() >= 99, QByteArray::number(timer.elapsed()).constData());
}

void TestChangeWindow::opensAgain()
{
    ChangeWindow window({5ms, 1ms, 20ms});
    QSignalSpy settled(&window, &ChangeWindow::settled);
    for (int i = 1; i <= 5; ++i) {
        window.hint();
        QVERIFY(settled.wait());
        QCOMPARE(settled.size(), i);
    }
}

void TestChangeWindow::hasTheTimesThatArePromised()
{
    const ChangeWindow::Timing timing;
    QCOMPARE(timing.length, 400ms);
    QCOMPARE(timing.quiet, 150ms);
    QCOMPARE(timing.longest, 2000ms);
}

QTEST_GUILESS_MAIN(TestChangeWindow)
#include "tst_change_window.moc"
