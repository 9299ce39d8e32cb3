#include "tests/restart/restart_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nova::test;
using nova::ErrorCode;
using nova::RestartProgress;
using nova::RestartRunner;

class TestRestartRunning : public QObject, private RestartWorld
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void oneAtATimeForAService();
    void fourSideBySide();
    void tellsProgressWhileItRuns();
    void tellsTheLastBeforeASilence();
    void aHangEnds();
    void stopping_data();
    void stopping();
    void goesWithItsObject();
};

void TestRestartRunning::oneAtATimeForAService()
{
    m_fake->installDocker("while [ ! -e DIR/go ]; do sleep 0.05; done");
    runner();
    restart(u"web"_s);
    const auto refused = [this] { return m_runner->start(u"web"_s, [](const auto &) { QFAIL("was refused"); }); };
    QCOMPARE(refused().error().code, ErrorCode::Conflict); // While Compose is looked for,
    QTRY_COMPARE(m_fake->calls().size(), 2);
    QCOMPARE(refused().error().code, ErrorCode::Conflict); // and while it runs.
    Scratch::write(m_fake->path(u"go"_s), {});
    QTRY_VERIFY(m_answers.contains(u"web"_s));

    // Who is answered may start the next one at once.
    int answers = 0;
    QVERIFY(m_runner->start(u"web"_s, [&](const auto &) {
        ++answers;
        QVERIFY(m_runner->start(u"web"_s, [&](const auto &) { ++answers; }));
    }));
    QTRY_COMPARE(answers, 2);
}

void TestRestartRunning::fourSideBySide()
{
    m_fake->installDocker("while [ ! -e DIR/go ]; do sleep 0.05; done; echo $3");
    runner();
    const QStringList four{u"cache"_s, u"db"_s, u"mail"_s, u"queue"_s};
    for (const QString &service : four)
        restart(service);
    const auto fifth = m_runner->start(u"web"_s, [](const auto &) { QFAIL("was refused"); });
    QCOMPARE(fifth.error().code, ErrorCode::Conflict);
    QVERIFY(fifth.error().message.contains(u"4 services"));
    QTRY_COMPARE(m_fake->calls().size(), 5); // All of them run at the same time.
    QCOMPARE(m_runner->running(), four);
    Scratch::write(m_fake->path(u"go"_s), {});
    QTRY_COMPARE(m_answers.size(), 4U);
    for (const QString &service : four)
        QCOMPARE(answer(service)->standardOutput, QByteArray(service.toUtf8() + "\n"));
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
}

void TestRestartRunning::tellsProgressWhileItRuns()
{
    m_fake->installDocker("i=0; while [ ! -e DIR/go ]; do i=$((i+1)); head -c 4000 /dev/zero | tr '\\0' x; "
                          "echo \"out $i\"; echo \"err $i\" >&2; sleep 0.02; done; echo last");
    QSignalSpy progress(&runner(), &RestartRunner::progressed);
    restart(u"web"_s);
    QTRY_VERIFY(progress.size() >= 6);
    QVERIFY(m_answers.empty());
    Scratch::write(m_fake->path(u"go"_s), {});
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QVERIFY(answer(u"web"_s)->standardOutput.endsWith("last\n"));

    const auto at = [&](qsizetype i) { return progress[i][0].value<RestartProgress>(); };
    QVERIFY(at(0).output.isEmpty()); // It begins.
    for (qsizetype i = 1; i < progress.size(); ++i) {
        QCOMPARE(at(i).service, u"web"_s);
        // What it wrote last is told with its end, however soon that comes.
        QVERIFY(i + 1 == progress.size() || at(i).elapsedMs - at(i - 1).elapsedMs >= 249);
        QVERIFY(!at(i).output.isEmpty() && at(i).output.size() <= 4096);
        QVERIFY(at(i).output != at(i - 1).output);
    }
    QVERIFY(at(progress.size() - 1).output.endsWith("last\n"));
    QVERIFY(at(5).output.contains("out ") && at(5).output.contains("err "));
    const qsizetype told = progress.size();
    restart(u"db"_s);
    QTRY_VERIFY(m_answers.contains(u"db"_s));
    for (qsizetype i = told; i < progress.size(); ++i)
        QCOMPARE(at(i).service, u"db"_s); // Nothing of web any more.
}

void TestRestartRunning::tellsTheLastBeforeASilence()
{
    m_fake->installDocker("echo one; while [ ! -e DIR/go ]; do sleep 0.05; done");
    QSignalSpy progress(&runner(), &RestartRunner::progressed);
    restart(u"web"_s);
    // It most likely comes sooner after the beginning than another progress may.
    QTRY_COMPARE(progress.size(), 2);
    QCOMPARE(progress[1][0].value<RestartProgress>().output, QByteArray("one\n"));
    QVERIFY(m_answers.empty());
    Scratch::write(m_fake->path(u"go"_s), {});
    QTRY_VERIFY(m_answers.contains(u"web"_s));
}

void TestRestartRunning::aHangEnds()
{
    m_fake->installDocker("echo begun; trap '' TERM; while :; do sleep 1000; done");
    runner({}, {2500ms, 300ms});
    restart(u"web"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_answers.contains(u"web"_s), 30'000);
    QVERIFY(answer(u"web"_s)->timedOut);
    QCOMPARE(answer(u"web"_s)->exitCode, -1);
    QCOMPARE(answer(u"web"_s)->standardOutput, QByteArray("begun\n"));
    QVERIFY(answer(u"web"_s)->durationMs >= 2800);
}

void TestRestartRunning::stopping_data()
{
    QTest::addColumn<QByteArray>("docker");
    const QByteArray hang = "touch DIR/ready; trap '' TERM; while :; do sleep 1000; done";
    QTest::newRow("in the question") << hang;
    QTest::newRow("in the middle") << QByteArray("[ $2 = version ] && exit 0\n" + hang);
}

void TestRestartRunning::stopping()
{
    QFETCH(QByteArray, docker);
    m_fake->install(u"docker"_s, docker);
    runner();
    restart(u"web"_s);
    restart(u"db"_s);
    QTRY_VERIFY(QFile::exists(m_fake->path(u"ready"_s)));
    QVERIFY(m_fake->alive() > 0);
    m_runner->stop();
    QTRY_COMPARE(m_fake->alive(), 0);
    QCOMPARE(m_answers.size(), 2U);
    for (const auto &[service, answers] : m_answers)
        QCOMPARE(answers.at(0).error().code, ErrorCode::Unavailable);
    QVERIFY(m_runner->running().isEmpty());
    const auto late = m_runner->start(u"mail"_s, [](const auto &) { QFAIL("was refused"); });
    QCOMPARE(late.error().code, ErrorCode::Unavailable);
    m_runner->stop(); // Once more does no harm.
}

void TestRestartRunning::goesWithItsObject()
{
    m_fake->installDocker("touch DIR/ready; trap '' TERM; while :; do sleep 1000; done");
    runner();
    restart(u"web"_s);
    QTRY_VERIFY(QFile::exists(m_fake->path(u"ready"_s)));
    m_runner.reset();
    QTRY_COMPARE(m_fake->alive(), 0);
    QVERIFY(m_answers.empty());
}

QTEST_GUILESS_MAIN(TestRestartRunning)
#include "tst_restart_running.moc"
