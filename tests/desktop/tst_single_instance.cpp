#include "app/desktop/single_instance.h"
#include "tests/support/scratch.h"

#include <QApplication>
#include <QDBusConnection>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The second start of the program, and what a killed one leaves behind.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherFilesAreAnotherProgram();
    void nonsenseOpensNothing();
    void somebodyWhoDoesNotAnswerIsSaid();
    void aSecondStartOpensTheFirstWindow();
    void aKilledProgramIsNoHindrance();

private:
    using Standing = SingleInstance::Standing;

    /// The real program over `files`, with its sockets in `runtime`.
    static void start(QProcess &program, const Scratch &files, const QTemporaryDir &runtime)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
        environment.insert(u"NOVA_HEALTH_INTERVAL_S"_s, u"0"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(NOVA_PROGRAM), {u"--root"_s, files.path(), u"--state-dir"_s,
                                                     files.path() + u"/state"_s, u"--log-format"_s, u"console"_s});
    }

    /// How many windows of it the display shows.
    static int windowsShown()
    {
        QProcess xdotool;
        xdotool.start(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^Nova Settings$"_s});
        xdotool.waitForFinished();
        return int(xdotool.readAllStandardOutput().count('\n'));
    }
};

void TestSingleInstance::otherFilesAreAnotherProgram()
{
    const QTemporaryDir runtime;
    SingleInstance one(runtime.path(), u"/one"_s);
    SingleInstance other(runtime.path(), u"/other"_s);
    QVERIFY(one.settle() == Standing::First);
    QVERIFY(other.settle() == Standing::First);
}

void TestSingleInstance::nonsenseOpensNothing()
{
    const QTemporaryDir runtime;
    SingleInstance one(runtime.path(), u"/one"_s);
    QVERIFY(one.settle() == Standing::First);
    QSignalSpy opened(&one, &SingleInstance::openRequested);
    const QStringList sockets = QDir(runtime.path()).entryList({u"nova-settings-*"_s}, QDir::System);
    QCOMPARE(sockets.size(), 1);
    const QList<QByteArray> messages{"\n", "{\"open\": 1}\n", "[]\n", QByteArray(100'000, 'x')};
    for (const QByteArray &message : messages) {
        QLocalSocket socket;
        socket.connectToServer(runtime.filePath(sockets.first()));
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(message);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(opened.size(), 0);
}

void TestSingleInstance::somebodyWhoDoesNotAnswerIsSaid()
{
    const QTemporaryDir runtime;
    SingleInstance one(runtime.path(), u"/one"_s);
    QVERIFY(one.settle() == Standing::First);
    // It cannot answer: this thread, which would, waits for it.
    SingleInstance second(runtime.path(), u"/one"_s);
    const auto standing = second.settle();
    QVERIFY(!standing);
    QVERIFY2(standing.error().message.contains(u"does not answer"_s), qPrintable(standing.error().message));
}

void TestSingleInstance::aSecondStartOpensTheFirstWindow()
{
    const QTemporaryDir runtime;
    const Scratch files(Scratch::Content::Examples);
    QProcess first;
    start(first, files, runtime);
    QTRY_COMPARE_WITH_TIMEOUT(windowsShown(), 1, 20'000);

    QProcess second;
    start(second, files, runtime);
    QVERIFY(second.waitForFinished(20'000));
    const QByteArray said = second.readAll();
    QCOMPARE(second.exitCode(), 0);
    QVERIFY2(said.contains("open already"), said.constData());
    QCOMPARE(windowsShown(), 1);

    first.terminate();
    QVERIFY(first.waitForFinished(20'000));
    QCOMPARE(first.exitCode(), 0);
}

void TestSingleInstance::aKilledProgramIsNoHindrance()
{
    const QTemporaryDir runtime;
    const Scratch files(Scratch::Content::Examples);
    {
        QProcess killed;
        start(killed, files, runtime);
        QTRY_COMPARE_WITH_TIMEOUT(windowsShown(), 1, 20'000);
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QTRY_COMPARE(windowsShown(), 0);
    }
    QProcess next;
    start(next, files, runtime);
    QTRY_COMPARE_WITH_TIMEOUT(windowsShown(), 1, 20'000);
    next.terminate();
    QVERIFY(next.waitForFinished(20'000));
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestSingleInstance)
#include "tst_single_instance.moc"
