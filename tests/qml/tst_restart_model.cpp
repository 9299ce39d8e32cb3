#include "app/desktop/viewmodels/restart_model.h"
#include "tests/qml/fake_nova.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// A restart as somebody watches it: before, while it runs, left and come back to, and how it ended.
class TestRestartModel : public QObject
{
    Q_OBJECT

    using Phase = RestartModel::Phase;

    static RestartRun run(RestartRun::State state, const QString &service = u"mcp_gmail"_s)
    {
        RestartRun run;
        run.service = service;
        run.state = state;
        run.startedAt = QDateTime::currentDateTimeUtc();
        return run;
    }
    static void tell(FakeNova &nova, const RestartRun &run)
    {
        RestartState state;
        state.allowed = QStringList{u"mcp_gmail"_s, u"mcp_files"_s};
        state.runs = {run};
        nova.setRestarts(state);
    }
    static QList<ServerEntry> servers()
    {
        QList<ServerEntry> servers{FakeNova::server(u"gmail"_s), FakeNova::server(u"drafts"_s),
                                   FakeNova::server(u"files"_s)};
        servers[0].service = servers[1].service = u"mcp_gmail"_s;
        return servers;
    }

private Q_SLOTS:
    void saysWhatWillHappen();
    void showsWhatRuns();
    void isFoundAgain();
    void anEarlierOneIsNoAnswer();
    void saysHowItEnded_data();
    void saysHowItEnded();
    void saysWhyItWasRefused();
};

void TestRestartModel::saysWhatWillHappen()
{
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    model.choose(u"mcp_gmail"_s);
    QCOMPARE(model.phase(), Phase::Before);
    QCOMPARE(model.serverWords(), u"gmail and drafts"_s);
    QCOMPARE(nova.askedRestarts.size(), 0);
    model.start();
    QCOMPARE(model.phase(), Phase::Running);
    model.start(); // Twice is once.
    QCOMPARE(nova.askedRestarts.size(), 1);
    QCOMPARE(nova.askedRestarts[0].service, u"mcp_gmail"_s);
    QVERIFY(nova.askedRestarts[0].caller.origin == Origin::Ui);
}

void TestRestartModel::showsWhatRuns()
{
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    model.choose(u"mcp_gmail"_s);
    model.start();
    RestartRun running = run(RestartRun::State::Running);
    running.output = u"Container mcp_gmail Restarting"_s;
    running.elapsedMs = 12'000;
    tell(nova, running);
    QCOMPARE(model.phase(), Phase::Running);
    QCOMPARE(model.output(), running.output);
    QCOMPARE(model.elapsed(), u"12 s"_s);
    running.state = RestartRun::State::Succeeded;
    running.elapsedMs = 13'000;
    tell(nova, running);
    QCOMPARE(model.phase(), Phase::Succeeded);
    QCOMPARE(model.result(), u"mcp_gmail was restarted in 13 s."_s);
}

void TestRestartModel::isFoundAgain()
{
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    RestartRun running = run(RestartRun::State::Running); // By somebody else, or before the dialog was closed.
    running.output = u"half way"_s;
    tell(nova, running);
    model.choose(u"mcp_files"_s);
    QCOMPARE(model.phase(), Phase::Before);
    model.choose(u"mcp_gmail"_s);
    QCOMPARE(model.phase(), Phase::Running);
    QCOMPARE(model.output(), u"half way"_s);
}

void TestRestartModel::anEarlierOneIsNoAnswer()
{
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    const RestartRun earlier = run(RestartRun::State::Failed);
    tell(nova, earlier);
    model.choose(u"mcp_gmail"_s);
    QCOMPARE(model.phase(), Phase::Before);
    model.start();
    tell(nova, earlier); // Something else in the state is new.
    QCOMPARE(model.phase(), Phase::Running);
}

void TestRestartModel::saysHowItEnded_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<bool>("timedOut");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("result");
    QTest::newRow("exit code") << 1 << false << QString() << u"The command failed after 3 s (exit code 1)."_s;
    QTest::newRow("too long") << -1 << true << QString() << u"It took too long and was stopped after 3 s."_s;
    QTest::newRow("killed") << -1 << false << QString() << u"The command was ended from outside after 3 s."_s;
    QTest::newRow("no docker") << -1 << false << u"There is no docker."_s << u"There is no docker."_s;
}

void TestRestartModel::saysHowItEnded()
{
    QFETCH(const int, exitCode);
    QFETCH(const bool, timedOut);
    QFETCH(const QString, problem);
    QFETCH(const QString, result);
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    model.choose(u"mcp_gmail"_s);
    model.start();
    RestartRun failed = run(RestartRun::State::Failed);
    failed.exitCode = exitCode;
    failed.timedOut = timedOut;
    failed.problem = problem;
    failed.elapsedMs = 3'000;
    tell(nova, failed);
    QCOMPARE(model.phase(), Phase::Failed);
    QCOMPARE(model.result(), result);
}

void TestRestartModel::saysWhyItWasRefused()
{
    FakeNova nova;
    nova.setServers(servers());
    RestartModel model(nova);
    model.choose(u"mcp_gmail"_s);
    model.start();
    nova.askedRestarts[0].reply(failure(ErrorCode::PermissionDenied, u"It is not among restart.allowed_services."_s));
    QTRY_COMPARE(model.phase(), Phase::Failed);
    QCOMPARE(model.result(), u"It is not among restart.allowed_services."_s);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestRestartModel)
#include "tst_restart_model.moc"
