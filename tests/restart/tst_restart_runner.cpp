#include "core/restart/restart_runner.h"

#include "tests/restart/fake_compose.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nova::test;
using nova::ErrorCode;
using nova::RestartProgress;
using nova::RestartResult;
using nova::RestartRules;
using nova::RestartRunner;

class TestRestartRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bothSpellings_data();
    void bothSpellings();
    void neitherIsNotRemembered();
    void whatWasFoundIsRemembered();
    void aQuestionThatHangs();
    void anotherCommand_data();
    void anotherCommand();
    void tellsHowItWent();
    void seesACleanEnvironment();
    void runsInTheFolderOfTheComposeFile();
    void cannotBeStarted();
    void oneAtATimeForAService();
    void fourSideBySide();
    void tellsProgressWhileItRuns();
    void tellsTheLastBeforeASilence();
    void aHangEnds();
    void stopping_data();
    void stopping();
    void goesWithItsObject();

private:
    RestartRunner &runner(RestartRules rules = {}, RestartRunner::Limits limits = {});
    void restart(const QString &service);
    /// The only answer for `service`.
    const nova::Result<RestartResult> &answer(const QString &service) { return m_answers.at(service).at(0); }

    std::optional<FakeCompose> m_fake;
    std::unique_ptr<RestartRunner> m_runner;
    std::map<QString, std::vector<nova::Result<RestartResult>>> m_answers;
};

void TestRestartRunner::init()
{
    m_fake.emplace();
}

void TestRestartRunner::cleanup()
{
    for (const auto &[service, answers] : m_answers)
        QCOMPARE(answers.size(), std::size_t(1));
    m_answers.clear();
    QTRY_COMPARE(m_fake->alive(), 0);
    m_runner.reset();
    m_fake.reset();
}

RestartRunner &TestRestartRunner::runner(RestartRules rules, RestartRunner::Limits limits)
{
    rules.allowedServices = {u"web"_s, u"db"_s, u"mail"_s, u"cache"_s, u"queue"_s};
    if (rules.folder.isEmpty())
        rules.folder = m_fake->path(u"."_s);
    m_runner = std::make_unique<RestartRunner>(rules, limits);
    return *m_runner;
}

void TestRestartRunner::restart(const QString &service)
{
    const auto started =
        m_runner->start(service, [this, service](const auto &result) { m_answers[service].push_back(result); });
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QVERIFY2(!m_answers.contains(service), "later, not at once");
}

void TestRestartRunner::bothSpellings_data()
{
    QTest::addColumn<QByteArray>("docker"); // What `docker` does with any arguments; null: there is none.
    QTest::addColumn<bool>("standalone");
    QTest::addColumn<QStringList>("command"); // Empty: there is none.
    const QStringList plugin{u"docker"_s, u"compose"_s}, standalone{u"docker-compose"_s};
    QTest::newRow("plugin") << QByteArray("exit 0") << false << plugin;
    QTest::newRow("both") << QByteArray("exit 0") << true << plugin;
    QTest::newRow("docker without the plugin") << QByteArray("exit 1") << true << standalone;
    QTest::newRow("docker dies of a signal") << QByteArray("kill -9 $$") << true << standalone;
    QTest::newRow("no docker") << QByteArray() << true << standalone;
    QTest::newRow("neither") << QByteArray() << false << QStringList();
    QTest::newRow("only docker without the plugin") << QByteArray("exit 1") << false << QStringList();
}

void TestRestartRunner::bothSpellings()
{
    QFETCH(QByteArray, docker);
    QFETCH(bool, standalone);
    QFETCH(QStringList, command);
    if (!docker.isNull())
        m_fake->install(u"docker"_s, docker);
    if (standalone)
        m_fake->install(u"docker-compose"_s, "exit 0");
    runner({{}, {}, m_fake->path(u"compose.yaml"_s), {}});
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QList<QStringList> calls;
    if (!docker.isNull())
        calls.append({u"docker"_s, u"compose"_s, u"version"_s});
    if (command.isEmpty()) {
        QCOMPARE(answer(u"web"_s).error().code, ErrorCode::Unavailable);
        QVERIFY(answer(u"web"_s).error().message.contains(u"restart.command"));
        QVERIFY(answer(u"web"_s).error().message.contains(u"Install Docker Compose"));
    } else {
        const QStringList argv =
            command + QStringList{u"-f"_s, m_fake->path(u"compose.yaml"_s), u"restart"_s, u"web"_s};
        QCOMPARE(answer(u"web"_s)->argv, argv);
        QCOMPARE(answer(u"web"_s)->exitCode, 0);
        calls.append(argv);
    }
    QCOMPARE(m_fake->calls(), calls);
}

void TestRestartRunner::neitherIsNotRemembered()
{
    runner();
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QVERIFY(!answer(u"web"_s));
    m_fake->installDocker({});
    restart(u"db"_s);
    QTRY_VERIFY(m_answers.contains(u"db"_s));
    QVERIFY(answer(u"db"_s));
}

void TestRestartRunner::whatWasFoundIsRemembered()
{
    m_fake->installDocker("exit 0");
    runner();
    restart(u"web"_s);
    restart(u"db"_s); // While the question is out.
    QTRY_COMPARE(m_answers.size(), 2U);
    restart(u"mail"_s);
    QTRY_COMPARE(m_answers.size(), 3U);
    QCOMPARE(m_fake->calls().size(), 4);
    QCOMPARE(m_fake->calls().value(0).value(2), u"version"_s);

    // What fails may fail since it is not there any more.
    m_fake->install(u"docker"_s, "exit 1");
    m_fake->install(u"docker-compose"_s, "exit 0");
    restart(u"cache"_s);
    QTRY_COMPARE(m_answers.size(), 4U);
    QCOMPARE(answer(u"cache"_s)->exitCode, 1);
    restart(u"queue"_s);
    QTRY_COMPARE(m_answers.size(), 5U);
    QCOMPARE(answer(u"queue"_s)->argv.value(0), u"docker-compose"_s);
}

void TestRestartRunner::aQuestionThatHangs()
{
    m_fake->install(u"docker"_s, "trap '' TERM; while :; do sleep 1000; done");
    runner({}, {1s, 100ms});
    restart(u"web"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_answers.contains(u"web"_s), 30'000);
    QCOMPARE(answer(u"web"_s).error().code, ErrorCode::Unavailable);
    QVERIFY2(answer(u"web"_s).error().message.contains(u"within 1 s"), qPrintable(answer(u"web"_s).error().message));
}

void TestRestartRunner::anotherCommand_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("on the PATH") << u"tool"_s;
    QTest::newRow("whole path") << u"/"_s;
    QTest::newRow("from the folder") << u"bin/tool"_s;
}

void TestRestartRunner::anotherCommand()
{
    QFETCH(QString, program);
    const QString whole = m_fake->install(u"tool"_s, {});
    m_fake->installDocker({});
    const QStringList command{program == u"/" ? whole : program, u"--stack=a b"_s, u"$(id)"_s};
    // A compose file says where it is then, and is not named to a program that may not know of such.
    runner({{}, command, m_fake->path(u"compose.yaml"_s), u"/"_s});
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QVERIFY2(answer(u"web"_s), qPrintable(answer(u"web"_s) ? QString() : answer(u"web"_s).error().message));
    QCOMPARE(answer(u"web"_s)->argv, command + QStringList({u"restart"_s, u"web"_s}));
    const QList<QStringList> calls{{u"tool"_s, u"--stack=a b"_s, u"$(id)"_s, u"restart"_s, u"web"_s}};
    QCOMPARE(m_fake->calls(), calls);
    QCOMPARE(m_fake->folder(), QDir(m_fake->path(u"."_s)).canonicalPath());
}

void TestRestartRunner::tellsHowItWent()
{
    m_fake->installDocker("echo 'Restarting'; echo 'no such service: web' >&2; exit 14");
    runner();
    const QDateTime before = QDateTime::currentDateTimeUtc();
    restart(u"web"_s);
    QCOMPARE(m_runner->running(), QStringList{u"web"_s});
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QVERIFY(m_runner->running().isEmpty());
    const RestartResult &result = *answer(u"web"_s);
    QCOMPARE(result.service, u"web"_s);
    QCOMPARE(result.exitCode, 14);
    QCOMPARE(result.standardOutput, QByteArray("Restarting\n"));
    QCOMPARE(result.standardError, QByteArray("no such service: web\n"));
    QVERIFY(!result.timedOut && !result.truncated && result.signal == 0);
    QVERIFY(result.startedAt >= before && result.startedAt <= QDateTime::currentDateTimeUtc());
    QVERIFY(result.durationMs > 0 && result.durationMs <= before.msecsTo(QDateTime::currentDateTimeUtc()) + 1);
}

void TestRestartRunner::seesACleanEnvironment()
{
    const QByteArrayList wanted{"HOME",
                                "LANG",
                                "USER",
                                "DOCKER_HOST",
                                "DOCKER_CONTEXT",
                                "DOCKER_CONFIG",
                                "DOCKER_CERT_PATH",
                                "DOCKER_TLS_VERIFY",
                                "XDG_RUNTIME_DIR",
                                "COMPOSE_PROJECT_NAME",
                                "COMPOSE_PROFILES"};
    const QByteArrayList secrets{"NOVA_TOKEN", "GITHUB_TOKEN", "LD_PRELOAD_NOT", "COMPOSE_FILE", "docker_host"};
    std::map<QByteArray, std::optional<QByteArray>> before;
    for (const QByteArray &name : wanted + secrets) {
        before[name] =
            qEnvironmentVariableIsSet(name.constData()) ? std::optional(qgetenv(name.constData())) : std::nullopt;
        qputenv(name.constData(), "of " + name + "=ü $(id)");
    }
    qunsetenv("COMPOSE_PROFILES"); // What is not set is not set to nothing.
    m_fake->installDocker({});
    runner();
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    for (const auto &[name, value] : before)
        value ? qputenv(name.constData(), *value) : qunsetenv(name.constData());

    QByteArrayList expected{"PATH=" + qgetenv("PATH")};
    for (const QByteArray &name : wanted) {
        if (name != "COMPOSE_PROFILES")
            expected.append(QByteArray(name + "=of " + name + "=ü $(id)"));
    }
    std::sort(expected.begin(), expected.end());
    QCOMPARE(m_fake->environment(), expected);
}

void TestRestartRunner::runsInTheFolderOfTheComposeFile()
{
    QDir(m_fake->path(u"."_s)).mkpath(u"a b/-f"_s);
    m_fake->installDocker({});
    const QString file = m_fake->path(u"a b/-f/compose.yaml"_s);
    runner({{}, {}, file, {}});
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QCOMPARE(m_fake->folder(), QDir(m_fake->path(u"a b/-f"_s)).canonicalPath());
    QCOMPARE(m_fake->calls().value(1).value(3), file);

    runner({{}, {}, {}, m_fake->path(u"a b"_s)});
    restart(u"db"_s);
    QTRY_VERIFY(m_answers.contains(u"db"_s));
    QCOMPARE(m_fake->folder(), QDir(m_fake->path(u"a b"_s)).canonicalPath());
    QVERIFY(!answer(u"db"_s)->argv.contains(u"-f"_s));
}

void TestRestartRunner::cannotBeStarted()
{
    const QString tool = m_fake->install(u"tool"_s, {});
    QFile::setPermissions(tool, QFile::ReadOwner);
    runner({{}, {tool}, {}, {}});
    restart(u"web"_s);
    QTRY_VERIFY(m_answers.contains(u"web"_s));
    QCOMPARE(answer(u"web"_s).error().code, ErrorCode::Unavailable);
    QVERIFY2(answer(u"web"_s).error().message.contains(u"Permission denied"),
             qPrintable(answer(u"web"_s).error().message));

    Scratch::write(m_fake->install(u"docker"_s, {}), "#!/no/such/shell\n");
    runner();
    restart(u"db"_s);
    QTRY_VERIFY(m_answers.contains(u"db"_s));
    QCOMPARE(answer(u"db"_s).error().code, ErrorCode::Unavailable);

    m_fake->installDocker({});
    runner({{}, {}, u"/no/such/folder/compose.yaml"_s, {}});
    restart(u"mail"_s);
    QTRY_VERIFY(m_answers.contains(u"mail"_s));
    QCOMPARE(answer(u"mail"_s).error().message, u"docker could not be started: there is no folder /no/such/folder."_s);
}

void TestRestartRunner::oneAtATimeForAService()
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

void TestRestartRunner::fourSideBySide()
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

void TestRestartRunner::tellsProgressWhileItRuns()
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
        QVERIFY(at(i).elapsedMs - at(i - 1).elapsedMs >= 249);
        QVERIFY(!at(i).output.isEmpty() && at(i).output.size() <= 4096);
        QVERIFY(at(i).output != at(i - 1).output);
    }
    QVERIFY(at(5).output.contains("out ") && at(5).output.contains("err "));
    const qsizetype told = progress.size();
    restart(u"db"_s);
    QTRY_VERIFY(m_answers.contains(u"db"_s));
    for (qsizetype i = told; i < progress.size(); ++i)
        QCOMPARE(at(i).service, u"db"_s); // Nothing of web any more.
}

void TestRestartRunner::tellsTheLastBeforeASilence()
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

void TestRestartRunner::aHangEnds()
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

void TestRestartRunner::stopping_data()
{
    QTest::addColumn<QByteArray>("docker");
    const QByteArray hang = "touch DIR/ready; trap '' TERM; while :; do sleep 1000; done";
    QTest::newRow("in the question") << hang;
    QTest::newRow("in the middle") << QByteArray("[ $2 = version ] && exit 0\n" + hang);
}

void TestRestartRunner::stopping()
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

void TestRestartRunner::goesWithItsObject()
{
    m_fake->installDocker("touch DIR/ready; trap '' TERM; while :; do sleep 1000; done");
    runner();
    restart(u"web"_s);
    QTRY_VERIFY(QFile::exists(m_fake->path(u"ready"_s)));
    m_runner.reset();
    QTRY_COMPARE(m_fake->alive(), 0);
    QVERIFY(m_answers.empty());
}

QTEST_GUILESS_MAIN(TestRestartRunner)
#include "tst_restart_runner.moc"
