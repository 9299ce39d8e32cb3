#include "tests/restart/restart_world.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nova::test;
using nova::ErrorCode;
using nova::RestartResult;

class TestRestartRunner : public QObject, private RestartWorld
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

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
                                "SSH_AUTH_SOCK",
                                "XDG_RUNTIME_DIR",
                                "COMPOSE_PROJECT_NAME",
                                "COMPOSE_PROFILES"};
    const QByteArrayList secrets{"NOVA_TOKEN", "GITHUB_TOKEN", "LD_PRELOAD_NOT", "COMPOSE_FILE", "docker_host"};
    std::map<QByteArray, std::optional<QByteArray>> before;
    for (const QByteArray &name : wanted + secrets) {
        before[name] =
            qEnvironmentVariableIsSet(name.constData()) ? std::optional(qgetenv(name.constData())) : std::nullopt;
        qputenv(name.constData(), QByteArray("of " + name + "=ü $(id)"));
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

QTEST_GUILESS_MAIN(TestRestartRunner)
#include "tst_restart_runner.moc"
