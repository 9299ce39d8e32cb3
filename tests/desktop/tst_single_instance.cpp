#include "app/desktop/single_instance.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QApplication>
#include <QDBusConnection>
#include <QElapsedTimer>
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
    void endsAtOnceWhenToldTo();
    void connectsToWhatItIsToldTo();

private:
    using Standing = SingleInstance::Standing;

    /// The real program over `files`, with its sockets in `runtime`.
    static void start(QProcess &program, const Scratch &files, const QTemporaryDir &runtime,
                      const QStringList &more = {}, const QString &token = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
        environment.insert(u"NOVA_HEALTH_INTERVAL_S"_s, u"0"_s);
        if (!token.isEmpty())
            environment.insert(u"NOVA_CONNECT_TOKEN"_s, token);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(NOVA_PROGRAM),
                      QStringList{u"--root"_s, files.path(), u"--state-dir"_s, QString(files.path() + u"/state"_s),
                                  u"--log-format"_s, u"console"_s} +
                          more);
    }

    /// Keys for the window that is shown, as somebody would press them.
    static void keys(const QStringList &arguments)
    {
        QProcess xdotool;
        xdotool.start(u"xdotool"_s, QStringList{u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^Nova Settings$"_s,
                                                u"windowfocus"_s, u"--sync"_s} +
                                        arguments);
        xdotool.waitForFinished();
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

/// A session that ends asks nobody: what is not saved goes, and nothing waits for an answer.
void TestSingleInstance::endsAtOnceWhenToldTo()
{
    const QTemporaryDir runtime;
    const Scratch files(Scratch::Content::Examples);
    QProcess program;
    start(program, files, runtime);
    QTRY_COMPARE_WITH_TIMEOUT(windowsShown(), 1, 20'000);
    keys({u"key"_s, u"ctrl+2"_s, u"ctrl+e"_s});
    // The draft is there when ending by the keyboard asks what shall become of it.
    keys({u"type"_s, u"not saved "_s});
    keys({u"key"_s, u"ctrl+q"_s});
    QVERIFY(!program.waitForFinished(1'000));
    QElapsedTimer time;
    time.start();
    program.terminate();
    QVERIFY(program.waitForFinished(5'000));
    QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!Scratch::read(files.prompt()).contains("not saved"));
}

void TestSingleInstance::connectsToWhatItIsToldTo()
{
    const QTemporaryDir runtime;
    const Scratch files(Scratch::Content::Examples), there(Scratch::Content::Examples);
    NovaProcess other(there.path());
    QVERIFY(other.start());
    QProcess first, second;
    start(first, files, runtime, {u"--connect"_s, other.address()}, other.token());
    const auto clients = [&other] { return other.call("GET", u"/api/state"_s).json()[u"clients"].toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(clients(), 1, 20'000);
    QCOMPARE(windowsShown(), 1);
    const auto known = [&files] { return Scratch::read(files.path() + u"/state/connections.json"_s); };
    QVERIFY(known().contains(other.address().toUtf8()));
    QVERIFY(!known().contains(other.token().toUtf8()));

    // The second start hands the other address over, which the first window then shows.
    start(second, files, runtime, {u"--connect"_s, u"http://127.0.0.1:9"_s});
    QVERIFY(second.waitForFinished(20'000));
    QCOMPARE(second.exitCode(), 0);
    QTRY_VERIFY(known().contains("http://127.0.0.1:9"));
    QTRY_COMPARE(clients(), 0);
    QCOMPARE(windowsShown(), 1);
    first.terminate();
    QVERIFY(first.waitForFinished(20'000));
    QCOMPARE(first.exitCode(), 0);
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestSingleInstance)
#include "tst_single_instance.moc"
