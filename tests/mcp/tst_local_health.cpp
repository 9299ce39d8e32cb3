#include "core/service/state_json.h"
#include "tests/core/nova_probe.h"
#include "tests/mcp/scripted_mcp_server.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Health and restarts as everybody sees them: the state, the events, the log, the history.
class TestLocalHealth : public QObject
{
    Q_OBJECT

    static QByteArray entry(const char *name, const ScriptedMcpServer &server, const QByteArray &more = {})
    {
        return name + QByteArray(": { url: \"") + server.url().toEncoded() + "\", probe: mcp" + more + " }\n";
    }
    /// Asked again only after a failure, or by hand.
    static void seldom(LocalNova::Options &options) { options.health.monitor.servers.interval = 1h; }

    static HealthReport report(NovaProbe &nova, const QString &name)
    {
        return *nova->state()->health->servers.value(name).report;
    }
    static QString status(NovaProbe &nova, const QString &name = u"one"_s)
    {
        return toString(report(nova, name).status);
    }
    static Result<HealthReportPtr> check(NovaProbe &nova, const QString &name = u"one"_s)
    {
        return nova.answerTo<HealthReportPtr>([&](const Reply<HealthReportPtr> &reply) {
            nova->check(name, {Origin::Api, u"token"_s}, reply);
        });
    }
    /// What the events told of a server: "healthy", "unreachable", …
    static QStringList told(const NovaProbe &nova, const QString &name = u"one"_s)
    {
        QStringList statuses;
        const auto events = nova.events(EventType::SystemHealth);
        for (const Event &event : events) {
            const QJsonArray servers = event.data[u"servers"].toArray();
            for (const QJsonValue &server : servers) {
                if (server[u"name"].toString() == name)
                    statuses.append(server[u"status"].toString());
            }
        }
        return statuses;
    }

private Q_SLOTS:
    void stateFirstThenTheEvent()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server), "# Nova\n", seldom);
        QCOMPARE(status(nova), u"checking"_s);
        QString statusAtEvent;
        connect(&*nova.operator->(), &NovaService::eventPublished, this,
                [&](const Event &) { statusAtEvent = status(nova); });
        QTRY_COMPARE(told(nova), QStringList{u"healthy"_s});
        QCOMPARE(statusAtEvent, u"healthy"_s);
        QCOMPARE(nova.events().first().data[u"overall"].toString(), u"healthy"_s);
        QCOMPARE(report(nova, u"one"_s).toolNames, (QStringList{u"echo"_s, u"add"_s}));
    }

    void nothingNewIsNotTold()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server), "# Nova\n", seldom);
        QTRY_COMPARE(told(nova).size(), 1);
        for (int i = 0; i < 5; ++i) {
            const qsizetype before = server.seen().size();
            const auto checked = check(nova);
            QVERIFY(checked);
            // By the time of the answer the state has it.
            QCOMPARE(report(nova, u"one"_s).checkedAt, (*checked)->checkedAt);
            QVERIFY(server.seen().size() > before);
        }
        QCOMPARE(told(nova).size(), 1);
    }

    void downAndBack()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server), "# Nova\n", seldom);
        QTRY_COMPARE(told(nova).size(), 1);
        server.goAway();
        QVERIFY(check(nova));
        QTRY_COMPARE(told(nova), (QStringList{u"healthy"_s, u"degraded"_s, u"unreachable"_s}));
        QCOMPARE(nova.events().last().data[u"overall"].toString(), u"down"_s);
        server.comeBack();
        QTRY_COMPARE(told(nova).last(), u"healthy"_s);
        const auto history = nova.answerTo<HealthHistory>(
            [&](const Reply<HealthHistory> &reply) { nova->readHistory(u"one"_s, reply); });
        QVERIFY(history);
        QCOMPARE(history->outages.size(), 1);
        QVERIFY(history->outages.first().until.isValid());
    }

    void switchedOffAndOn()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server), "# Nova\n", seldom);
        QTRY_COMPARE(told(nova).size(), 1);
        QVERIFY(nova.toggle({u"one"_s, false, {}}));
        QCOMPARE(status(nova), u"disabled"_s);
        QTRY_COMPARE(told(nova).last(), u"disabled"_s);
        QVERIFY(!check(nova));
        QCOMPARE(check(nova).error().code, ErrorCode::Conflict);
        QVERIFY(nova.toggle({u"one"_s, true, {}}));
        QTRY_COMPARE(told(nova), (QStringList{u"healthy"_s, u"disabled"_s, u"healthy"_s}));
        QCOMPARE(check(nova, u"two"_s).error().code, ErrorCode::NotFound);
    }

    void severalAtOnceAreOneEvent()
    {
        ScriptedMcpServer server;
        QByteArray catalog;
        for (const char *name : {"one", "two", "three", "four"})
            catalog += entry(name, server);
        NovaProbe nova(catalog, "# Nova\n", seldom);
        QTRY_COMPARE(told(nova, u"four"_s).size(), 1);
        QVERIFY(nova.events(EventType::SystemHealth).size() <= 2);
    }

    void secretsStayInside()
    {
        const QByteArray secret = "s3cr3t-of-the-environment", literal = "written-into-the-file";
        qputenv("NOVA_TEST_SECRET", secret);
        ScriptedMcpServer server;
        server.script().serverName = QString::fromLatin1("I know " + secret);
        server.script().tools = {QString::fromLatin1(literal)};
        QTemporaryDir folder;
        const auto keeping = [&folder](LocalNova::Options &options) {
            seldom(options);
            options.health.stateFolder = folder.path();
        };
        {
            NovaProbe nova(
                entry("one", server,
                      ", headers: { Authorization: \"Bearer ${NOVA_TEST_SECRET}\", X-Key: \"" + literal + "\" }"),
                "# Nova\n", keeping);
            QTRY_COMPARE(told(nova).size(), 1);
            QCOMPARE(server.seen().last().header("Authorization"), "Bearer " + secret);
            QCOMPARE(server.seen().last().header("X-Key"), literal);
            server.script().fault = always(httpReply(500, "text/plain", "no: " + secret));
            QVERIFY(check(nova));
            QTRY_COMPARE(told(nova).last(), u"unreachable"_s);
            QByteArray shown = nova.log();
            for (const Event &event : nova.events())
                shown += QJsonDocument(toJson(event)).toJson();
            shown += QJsonDocument(toJson(*nova->state()->catalog, *nova->state()->health)).toJson();
            QVERIFY(!shown.contains(secret) && !shown.contains(literal));
            QVERIFY(shown.contains("I know"));
            nova->stop();
        }
        const QByteArray kept = Scratch::read(folder.filePath(u"health-history"_s));
        QVERIFY(!kept.isEmpty() && !kept.contains(secret) && !kept.contains(literal));
        qunsetenv("NOVA_TEST_SECRET");
    }

    void aMissingVariableIsItsOwnState()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server, ", headers: { X-Key: \"${NOVA_TEST_NOT_SET}\" }"), "# Nova\n", seldom);
        QTRY_COMPARE(status(nova), u"misconfigured"_s);
        QVERIFY(report(nova, u"one"_s).summary.contains(u"NOVA_TEST_NOT_SET"));
        QVERIFY(server.seen().isEmpty());
    }

    void historyOutlivesTheProgram()
    {
        ScriptedMcpServer server;
        QTemporaryDir folder;
        const auto keeping = [&folder](LocalNova::Options &options) {
            seldom(options);
            options.health.stateFolder = folder.path();
        };
        const auto probesOf = [](NovaProbe &nova) {
            const auto history = nova.answerTo<HealthHistory>(
                [&](const Reply<HealthHistory> &reply) { nova->readHistory(u"one"_s, reply); });
            int probes = 0;
            for (const HealthBucket &bucket : history ? history->hours : QList<HealthBucket>())
                probes += bucket.probes;
            return probes;
        };
        {
            NovaProbe nova(entry("one", server), "# Nova\n", keeping);
            QTRY_COMPARE(told(nova).size(), 1);
            QVERIFY(check(nova));
            QCOMPARE(probesOf(nova), 2);
            nova->stop();
        }
        NovaProbe nova(entry("one", server), "# Nova\n", keeping);
        QTRY_COMPARE(told(nova).size(), 1);
        QCOMPARE(probesOf(nova), 3);
    }

    void aRestartShows()
    {
        ScriptedMcpServer server;
        const auto restarting = [](LocalNova::Options &options) {
            seldom(options);
            options.restart.allowedServices = {u"mail"_s};
            options.restart.command = {u"/bin/echo"_s, u"doing"_s};
            options.restart.folder = u"/"_s;
        };
        NovaProbe nova(entry("one", server, ", service: mail"), "# Nova\n", restarting);
        QTRY_COMPARE(told(nova).size(), 1);
        const auto restart = [&nova](const QString &service) {
            return nova.answerTo<RestartResult>([&](const Reply<RestartResult> &reply) {
                nova->restart(service, {Origin::Api, u"token"_s}, reply);
            });
        };
        const qsizetype asked = server.seen().size();
        const auto result = restart(u"mail"_s);
        QVERIFY(result);
        QCOMPARE(result->standardOutput, QByteArray("doing restart mail\n"));
        const auto runs = nova->state()->restarts->runs;
        QCOMPARE(runs.size(), 1);
        QVERIFY(runs.first().state == RestartRun::State::Succeeded);
        QCOMPARE(runs.first().output, u"doing restart mail\n"_s);
        QCOMPARE(runs.first().servers, QStringList{u"one"_s});
        // Events told of the beginning and of the end.
        QStringList states;
        const auto events = nova.events(EventType::SystemHealth);
        for (const Event &event : events) {
            if (event.data.contains(u"restart"))
                states.append(event.data[u"restart"][u"state"].toString());
        }
        QVERIFY(states.size() >= 2);
        QCOMPARE(states.first(), u"running"_s);
        QCOMPARE(states.last(), u"succeeded"_s);
        QTRY_VERIFY(server.seen().size() >= asked + 2); // It is looked at closely.

        const auto refused = restart(u"docker; rm"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
        const auto audited = nova.audit(u"restart"_s);
        QCOMPARE(audited.size(), 2);
        QCOMPARE(audited.first()[u"exit_code"].toInt(-1), 0);
        QCOMPARE(audited.last()[u"service"].toString(), u"docker; rm"_s);
        QVERIFY(audited.last().contains(u"refused"));
    }

    void theHealthOfOthersIsTheirs()
    {
        ScriptedMcpServer server;
        NovaProbe nova(entry("one", server), "# Nova\n", seldom);
        QTRY_COMPARE(told(nova).size(), 1);
        const QJsonObject data{
            {u"overall"_s, u"down"_s},
            {u"servers"_s, QJsonArray{QJsonObject{{u"name"_s, u"one"_s}, {u"status"_s, u"unreachable"_s}}}}};
        QVERIFY(nova.broadcast({EventType::SystemHealth, data}));
        QCOMPARE(nova.events().last().data[u"origin"].toString(), u"remote"_s);
        QCOMPARE(status(nova), u"healthy"_s);
    }
};

QTEST_GUILESS_MAIN(TestLocalHealth)
#include "tst_local_health.moc"
