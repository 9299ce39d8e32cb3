#include "core/restart/child_process.h"

#include "tests/restart/fake_compose.h"
#include "tests/restart/process_table.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nova::test;
using nova::ChildProcess;

namespace
{

constexpr auto long_ = 60s;

/// A child, and how it ended.
struct Running {
    ChildProcess child;
    std::optional<ChildProcess::Outcome> outcome;
    int ends = 0;

    Running(const QStringList &argv, const FakeCompose &fake, ChildProcess::Limits limits = {long_, long_, 64 * 1024})
        : child({argv, fake.path(u"."_s), QProcessEnvironment::systemEnvironment()}, limits)
    {
        QObject::connect(&child, &ChildProcess::ended, &child, [this](const ChildProcess::Outcome &ended) {
            outcome = ended;
            ++ends;
        });
        child.start();
    }
};

} // namespace

class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fake.emplace(); }
    void cleanup()
    {
        QTRY_COMPARE(m_fake->alive(), 0);
        m_fake.reset();
    }

    void tellsBothStreamsAndTheExitCode();
    void aSignalIsNoExitCode();
    void hasASessionOfItsOwn();
    void inheritsNoDescriptors();
    void inheritsNoSignalSettings();
    void anEmptyEnvironmentIsEmpty();
    void aHangGetsTerm();
    void aHangThatIgnoresTermIsKilled();
    void whatItStartedIsKilledToo();
    void doesNotWaitForWhatItLeavesBehind();
    void muchOutputCostsNoMemory();
    void goesWithItsObject_data();
    void goesWithItsObject();
    void cannotBeStarted_data();
    void cannotBeStarted();

private:
    std::optional<FakeCompose> m_fake;
};

void TestChildProcess::tellsBothStreamsAndTheExitCode()
{
    m_fake->install(u"tool"_s, "printf 'out\\377'; echo err >&2; cat; exit 3");
    Running run({u"tool"_s, u"a b"_s, u"$(touch pwned)"_s, u""_s}, *m_fake);
    QTRY_VERIFY(run.outcome);
    QCOMPARE(run.outcome->exitCode, 3);
    QCOMPARE(run.outcome->signal, 0);
    QCOMPARE(run.outcome->standardOutput, QByteArray("out\xff")); // cat had nothing to read.
    QCOMPARE(run.outcome->standardError, QByteArray("err\n"));
    QVERIFY(!run.outcome->timedOut && !run.outcome->truncated && run.outcome->problem.isEmpty());
    QCOMPARE(m_fake->calls(), (QList<QStringList>{{u"tool"_s, u"a b"_s, u"$(touch pwned)"_s, u""_s}}));
    QVERIFY(!QFile::exists(m_fake->path(u"pwned"_s)));
    QTRY_COMPARE(m_fake->alive(), 0);
    QCOMPARE(run.ends, 1);
}

void TestChildProcess::aSignalIsNoExitCode()
{
    m_fake->install(u"tool"_s, "kill -USR1 $$");
    Running run({u"tool"_s}, *m_fake);
    QTRY_VERIFY(run.outcome);
    QCOMPARE(run.outcome->exitCode, -1);
    QCOMPARE(run.outcome->signal, SIGUSR1);
    QVERIFY(!run.outcome->timedOut);
}

void TestChildProcess::hasASessionOfItsOwn()
{
    m_fake->install(u"tool"_s, "touch DIR/ready; sleep 1000");
    const Running run({u"tool"_s}, *m_fake);
    QTRY_VERIFY(QFile::exists(m_fake->path(u"ready"_s)));
    const qint64 group = m_fake->groups().value(0);
    QTRY_VERIFY(processesOfGroup(group).size() >= 2); // sleep as well.
    for (const ProcessEntry &process : processesOfGroup(group))
        QCOMPARE(process.session, group);
    QVERIFY(group != ::getpgrp());
}

void TestChildProcess::inheritsNoDescriptors()
{
    const QString secret = m_fake->path(u"secret"_s);
    Scratch::write(secret, "s");
    const int open = ::open(QFile::encodeName(secret).constData(), O_RDONLY); // As a library would that is careless.
    const int high = ::fcntl(open, F_DUPFD, 500);
    QVERIFY(open > 2 && high >= 500);
    m_fake->install(u"tool"_s, "for f in /proc/$$/fd/*; do readlink $f; done");
    Running run({u"tool"_s}, *m_fake);
    ::close(open);
    ::close(high);
    QTRY_VERIFY(run.outcome);
    const QByteArray seen = run.outcome->standardOutput;
    QVERIFY2(seen.startsWith("/dev/null\npipe:["), seen.constData());
    QVERIFY2(!seen.contains("secret") && !seen.contains("socket") && !seen.contains("anon_inode"), seen.constData());
    QCOMPARE(seen.count("pipe:["), 2);
}

void TestChildProcess::inheritsNoSignalSettings()
{
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &blocked, &before);
    std::signal(SIGHUP, SIG_IGN);
    // Not in a shell, which has its own way with signals.
    Running run({u"/bin/grep"_s, u"-E"_s, u"^Sig(Blk|Ign)"_s, u"/proc/self/status"_s}, *m_fake);
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    std::signal(SIGHUP, SIG_DFL);
    QTRY_VERIFY(run.outcome);
    QCOMPARE(run.outcome->standardOutput, QByteArray("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
}

void TestChildProcess::anEmptyEnvironmentIsEmpty()
{
    m_fake->install(u"tool"_s, {});
    qputenv("NOVA_TOKEN", "secret");
    ChildProcess child({{u"tool"_s}, u"/"_s, QProcessEnvironment()}, {});
    QSignalSpy ended(&child, &ChildProcess::ended);
    child.start();
    QTRY_COMPARE(ended.size(), 1);
    qunsetenv("NOVA_TOKEN");
    QCOMPARE(m_fake->environment(), QList<QByteArray>{""});
    QCOMPARE(m_fake->folder(), u"/"_s);
}

void TestChildProcess::aHangGetsTerm()
{
    m_fake->install(u"tool"_s, "trap 'echo asked; exit 7' TERM; while :; do sleep 1000; done");
    QElapsedTimer clock;
    clock.start();
    Running run({u"tool"_s}, *m_fake, {2s, long_, 1024});
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome, 30'000);
    QVERIFY(clock.elapsed() >= 2000);
    QVERIFY(run.outcome->timedOut);
    QCOMPARE(run.outcome->exitCode, 7);
    QCOMPARE(run.outcome->standardOutput, QByteArray("asked\n"));
    QCOMPARE(m_fake->alive(), 0); // The grace was not waited for, since sleep got the signal, too.
}

void TestChildProcess::aHangThatIgnoresTermIsKilled()
{
    m_fake->install(u"tool"_s, "trap '' TERM; echo begun; while :; do sleep 1000; done");
    QElapsedTimer clock;
    clock.start();
    Running run({u"tool"_s}, *m_fake, {2s, 500ms, 1024});
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome, 30'000);
    QVERIFY(clock.elapsed() >= 2500);
    QVERIFY(run.outcome->timedOut);
    QCOMPARE(run.outcome->exitCode, -1);
    QCOMPARE(run.outcome->signal, SIGKILL);
    QCOMPARE(run.outcome->standardOutput, QByteArray("begun\n"));
    QTRY_COMPARE(run.ends, 1);
}

void TestChildProcess::whatItStartedIsKilledToo()
{
    // Holds both streams and does not care about TERM, while the program itself goes at once.
    m_fake->install(u"tool"_s,
                    "(trap '' TERM HUP; exec sleep 1000) & trap 'exit 9' TERM; while :; do sleep 1000; done");
    Running run({u"tool"_s}, *m_fake, {2s, 500ms, 1024});
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome, 30'000);
    QVERIFY(run.outcome->timedOut);
    QCOMPARE(run.outcome->exitCode, 9);
    QTRY_COMPARE(m_fake->alive(), 0);
    QCOMPARE(run.ends, 1);
}

void TestChildProcess::doesNotWaitForWhatItLeavesBehind()
{
    m_fake->install(u"tool"_s, "sleep 1000 & echo done");
    Running run({u"tool"_s}, *m_fake);
    QTRY_VERIFY(run.outcome);
    QCOMPARE(run.outcome->exitCode, 0);
    QVERIFY(!run.outcome->timedOut);
    QCOMPARE(run.outcome->standardOutput, QByteArray("done\n"));
    QCOMPARE(m_fake->alive(), 1); // It may be the service.
    m_fake->killAll();
}

void TestChildProcess::muchOutputCostsNoMemory()
{
    m_fake->install(u"tool"_s, "echo first; head -c 52428800 /dev/zero >&2; head -c 52428800 /dev/zero; echo last");
    const qint64 before = ownMemory("VmHWM");
    Running run({u"tool"_s}, *m_fake);
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome, 60'000);
    const qint64 more = ownMemory("VmHWM") - before;
    QCOMPARE(run.outcome->exitCode, 0);
    QVERIFY(run.outcome->truncated);
    QVERIFY(run.outcome->standardOutput.startsWith("first\n") && run.outcome->standardOutput.endsWith("last\n"));
    QVERIFY(run.outcome->standardOutput.size() <= 64 * 1024 && run.outcome->standardError.size() <= 64 * 1024);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // They keep what was freed.
    QVERIFY2(before > 0 && more < 8 * 1024, qPrintable(u"%1 KiB more"_s.arg(more)));
#else
    Q_UNUSED(more)
#endif
}

void TestChildProcess::goesWithItsObject_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("running") << QByteArray("trap '' TERM; touch DIR/ready; while :; do sleep 1000; done");
    QTest::newRow("flooding") << QByteArray("touch DIR/ready; yes");
}

void TestChildProcess::goesWithItsObject()
{
    QFETCH(QByteArray, script);
    m_fake->install(u"tool"_s, script);
    QElapsedTimer clock;
    {
        Running run({u"tool"_s}, *m_fake);
        QTRY_VERIFY(QFile::exists(m_fake->path(u"ready"_s)));
        clock.start();
    }
    QVERIFY(clock.elapsed() < 5000);
    QTRY_COMPARE(m_fake->alive(), 0);
    QVERIFY(!m_fake->groups().isEmpty());
}

void TestChildProcess::cannotBeStarted_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << u"nothing"_s << u"there is no nothing on the PATH"_s;
    QTest::newRow("not executable, by name") << u"plain"_s << u"there is no plain on the PATH"_s;
    QTest::newRow("not executable, by path") << u"bin/plain"_s << u"Permission denied"_s;
    QTest::newRow("bad interpreter") << u"orphan"_s << u"No such file or directory"_s;
    QTest::newRow("a folder") << u"bin"_s << u"there is no bin on the PATH"_s;
    QTest::newRow("a folder by path") << u"./bin"_s << u"Permission denied"_s;
    QTest::newRow("empty") << u""_s << u"PATH"_s;
    QTest::newRow("no folder to run in") << u"good"_s << u"there is no folder /no/such/folder"_s;
}

void TestChildProcess::cannotBeStarted()
{
    QFETCH(QString, program);
    QFETCH(QString, problem);
    QFile::setPermissions(m_fake->install(u"plain"_s, {}), QFile::ReadOwner | QFile::WriteOwner);
    Scratch::write(m_fake->install(u"orphan"_s, {}), "#!/no/such/shell\n");
    m_fake->install(u"good"_s, {});
    const QString folder = program == u"good" ? u"/no/such/folder"_s : m_fake->path(u"."_s);
    ChildProcess child({{program}, folder, {}}, {});
    QSignalSpy ended(&child, &ChildProcess::ended);
    child.start();
    QTRY_COMPARE(ended.size(), 1);
    const auto outcome = ended[0][0].value<ChildProcess::Outcome>();
    QVERIFY2(outcome.problem.contains(problem), qPrintable(outcome.problem));
    QCOMPARE(outcome.exitCode, -1);
}

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_child_process.moc"
