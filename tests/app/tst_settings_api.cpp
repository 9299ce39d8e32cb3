#include "core/documents/document_text.h"
#include "tests/app/served_host.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The settings over HTTP: what is told of them, and what can be made of them.
class TestSettingsApi : public QObject
{
    Q_OBJECT

    static constexpr auto password = "sesame-4711";
    /// On any free port; a Redis that is not there.
    static QByteArray settings()
    {
        return "# Ours\nserver:\n  port: 0\nredis:\n  url: redis://nova:" + QByteArray(password) +
               "@127.0.0.1:1/2 # there\n";
    }
    std::unique_ptr<ServedHost> m_nova;

private Q_SLOTS:
    void init() { m_nova = std::make_unique<ServedHost>(settings()); }
    void cleanup() { m_nova.reset(); }

    void tellsOfEverySetting();
    void tellsNoPassword();
    void keepsThePasswordThatIsMasked();
    void aKnownPasswordGoesToNobodyElse();
    void whatNovaRunsIsNotForOthersToSay();
    void changesFileAndProgram();
    void nullIsTheDefault();
    void writesOnTheRevisionThatWasSeen();
    void refusesBadValues_data();
    void refusesBadValues();
    void saysWhatRulesASetting();
    void aFileWithErrorsIsToldOfAndLeftAlone();
    void isWrittenWhereThereIsNone();
    void hasNoneWithoutAHost();
};

void TestSettingsApi::tellsOfEverySetting()
{
    const auto answer = m_nova->call("GET /api/settings");
    QCOMPARE(answer.status(), 200);
    const QJsonObject all = answer.json();
    QCOMPARE(all[u"problem"].toString(), QString());
    QCOMPARE(all[u"address"].toString(), m_nova->host().listening().address);
    QCOMPARE(all[u"file"][u"path"].toString(), m_nova->file());
    QCOMPARE(all[u"file"][u"status"].toString(), u"loaded"_s);
    QCOMPARE(all[u"file"][u"revision"].toString(), revisionOf(m_nova->text()));

    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    const QJsonArray told = all[u"settings"].toArray();
    QCOMPARE(size_t(told.size()), table.size());
    for (size_t i = 0; i < table.size(); ++i)
        QCOMPARE(told[qsizetype(i)][u"name"].toString(), table[i].name);

    const QJsonObject port = answer.setting(u"server.port"_s);
    QCOMPARE(port, (QJsonObject{{u"name"_s, u"server.port"_s},
                                {u"group"_s, u"server"_s},
                                {u"title"_s, u"Port"_s},
                                {u"description"_s, u"0 takes any free one."_s},
                                {u"kind"_s, u"number"_s},
                                {u"expects"_s, u"a whole number from 0 to 65535"_s},
                                {u"least"_s, 0},
                                {u"most"_s, 65535},
                                {u"choices"_s, QJsonArray()},
                                {u"secret"_s, false},
                                {u"local"_s, false},
                                {u"default"_s, 8765},
                                {u"in_file"_s, 0},
                                {u"in_force"_s, 0},
                                {u"overridden_by"_s, QString()}}));
    QVERIFY(answer.setting(u"server.enabled"_s)[u"in_file"].isNull()); // Nothing has been said.
    QCOMPARE(answer.setting(u"watch.polling"_s)[u"in_force"], QJsonValue(false));
    QCOMPARE(answer.setting(u"restart.allowed_services"_s)[u"default"], QJsonValue(QJsonArray()));
    QCOMPARE(answer.setting(u"log.level"_s)[u"choices"],
             QJsonValue(QJsonArray{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}));

    const QByteArray tag = headerOf(answer.bytes, "ETag");
    QVERIFY2(tag.startsWith(QByteArray('"' + revisionOf(m_nova->text()).toLatin1() + '.')), tag.constData());
    QCOMPARE(m_nova->call("GET /api/settings", {}, "If-None-Match: " + tag + "\r\n").status(), 304);
}

void TestSettingsApi::tellsNoPassword()
{
    const auto answer = m_nova->call("GET /api/settings");
    const QJsonObject url = answer.setting(u"redis.url"_s);
    QCOMPARE(url[u"secret"], QJsonValue(true));
    QCOMPARE(url[u"in_file"].toString(), u"redis://nova:***@127.0.0.1:1/2"_s);
    QCOMPARE(url[u"in_force"].toString(), u"redis://nova:***@127.0.0.1:1/2"_s);
    QVERIFY(!answer.bytes.contains(password));
    QVERIFY(!m_nova->call("PATCH /api/settings", "{'redis.channel':'other'}").bytes.contains(password));
    QVERIFY(!m_nova->call("PATCH /api/settings", "{'redis.url':'redis://nova:***@h:x'}").bytes.contains(password));
    QVERIFY(!Scratch::read(m_nova->files().path(u"state/nova-settings.log"_s)).contains(password));
}

void TestSettingsApi::keepsThePasswordThatIsMasked()
{
    const auto moved = m_nova->call("PATCH /api/settings", "{'redis.url':'redis://nova:***@127.0.0.1:1/3'}");
    QCOMPARE(moved.status(), 200);
    QCOMPARE(moved.setting(u"redis.url"_s)[u"in_file"].toString(), u"redis://nova:***@127.0.0.1:1/3"_s);
    QVERIFY(m_nova->text().contains(QByteArray(QByteArray(password) + "@127.0.0.1:1/3")));
    // The whole answer sent back is no change.
    const QByteArray before = m_nova->text();
    QCOMPARE(m_nova->call("PATCH /api/settings", "{'redis.url':'redis://nova:***@127.0.0.1:1/3'}").status(), 200);
    QCOMPARE(m_nova->text(), before);

    QCOMPARE(m_nova->call("PATCH /api/settings", "{'redis.url':null}").status(), 200);
    QVERIFY(!m_nova->text().contains(password));
    const auto nothing = m_nova->call("PATCH /api/settings", "{'redis.url':'redis://nova:***@127.0.0.1:1'}");
    QCOMPARE(nothing.status(), 422);
    QCOMPARE(nothing.paths(), QStringList{u"redis.url"_s});
}

void TestSettingsApi::aKnownPasswordGoesToNobodyElse()
{
    const QByteArray known = "{'redis.url':'redis://nova:sesame@127.0.0.1:1'}";
    QCOMPARE(m_nova->call("PATCH /api/settings", known).status(), 200);
    for (const QByteArray place : {"127.0.0.1:2", "localhost:1", "127.0.0.1"}) {
        const auto elsewhere = m_nova->call("PATCH /api/settings", "{'redis.url':'redis://nova:***@" + place + "'}");
        QCOMPARE(elsewhere.status(), 422);
        QCOMPARE(elsewhere.paths(), QStringList{u"redis.url"_s});
    }
    QVERIFY(m_nova->text().contains("sesame@127.0.0.1:1"));
}

void TestSettingsApi::whatNovaRunsIsNotForOthersToSay()
{
    for (const QByteArray patch : {"{'restart.command':['sh','-c','id']}", "{'restart.compose_file':'/tmp/mine.yaml'}",
                                   "{'health.interval_s':7,'restart.allowed_services':['mine']}"}) {
        const auto answer = m_nova->call("PATCH /api/settings", patch);
        QCOMPARE(answer.status(), 403);
        QCOMPARE(answer.paths().size(), 1);
    }
    QCOMPARE(m_nova->text(), settings());
    QVERIFY(m_nova->call("GET /api/settings").setting(u"restart.command"_s)[u"local"].toBool());
}

void TestSettingsApi::changesFileAndProgram()
{
    const auto answer = m_nova->call("PATCH /api/settings", "{'server.allowed_hosts':['mail','files'],"
                                                            "'health.interval_s':7,'watch.polling':true,"
                                                            "'log.format':'console'}");
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.setting(u"server.allowed_hosts"_s)[u"in_force"], QJsonValue(QJsonArray{u"mail"_s, u"files"_s}));
    QCOMPARE(answer.setting(u"health.interval_s"_s)[u"in_file"], QJsonValue(7));
    QCOMPARE(answer.json()[u"file"][u"revision"].toString(), revisionOf(m_nova->text()));
    for (const QByteArray &line : settings().split('\n'))
        QVERIFY2(m_nova->text().contains(line), line.constData());
    const Settings &inForce = m_nova->host().settings();
    QCOMPARE(inForce.server.allowedHosts, (QStringList{u"mail"_s, u"files"_s}));
    QCOMPARE(inForce.health.intervalSeconds, 7);
    QCOMPARE(inForce.watch.polling, true);

    const QByteArray log = Scratch::read(m_nova->files().path(u"state/nova-settings.log"_s));
    QVERIFY2(log.contains("settings changed"), log.constData());
    QVERIFY(log.contains("token"));
}

void TestSettingsApi::nullIsTheDefault()
{
    QCOMPARE(m_nova->call("PATCH /api/settings", "{'health.interval_s':7,'server.allowed_hosts':['a']}").status(), 200);
    const auto answer = m_nova->call("PATCH /api/settings", "{'health.interval_s':null,'server.allowed_hosts':null,"
                                                            "'server.enabled':null,'log.level':null}");
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.setting(u"health.interval_s"_s)[u"in_force"], QJsonValue(Settings().health.intervalSeconds));
    QCOMPARE(m_nova->host().settings().server.allowedHosts, QStringList());
    QVERIFY(!m_nova->text().contains("enabled")); // What was not said stays unsaid.
    QCOMPARE(m_nova->call("PATCH /api/settings", "{'server.enabled':true}").status(), 200);
    QCOMPARE(m_nova->call("PATCH /api/settings", "{'server.enabled':null}").setting(u"server.enabled"_s)[u"in_file"],
             QJsonValue(false));
}

void TestSettingsApi::writesOnTheRevisionThatWasSeen()
{
    const auto seen = m_nova->call("GET /api/settings");
    const QByteArray match = "If-Match: " + headerOf(seen.bytes, "ETag") + "\r\n";
    const auto changed = m_nova->call("PATCH /api/settings", "{'backups.keep':7}", match);
    QCOMPARE(changed.status(), 200);
    const QByteArray text = m_nova->text();
    const auto late = m_nova->call("PATCH /api/settings", "{'backups.keep':8}", match);
    QCOMPARE(late.status(), 412);
    QCOMPARE(m_nova->text(), text);
    QCOMPARE(m_nova->host().settings().backups.keep, 7);
    QCOMPARE(
        m_nova
            ->call("PATCH /api/settings", "{'backups.keep':8}", "If-Match: \"" + revisionOf(text).toLatin1() + "\"\r\n")
            .status(),
        200);
}

void TestSettingsApi::refusesBadValues_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("paths");
    const auto row = [](const char *name, const QByteArray &patch, const QStringList &paths, int status = 422) {
        QTest::newRow(name) << patch << status << paths;
    };
    row("unknown", "{'server.colour':1}", {u"server.colour"_s});
    row("out of range", "{'server.port':65536}", {u"server.port"_s});
    row("half", "{'server.port':8766.5}", {u"server.port"_s});
    row("number as text", "{'server.port':'8766'}", {u"server.port"_s});
    row("far too large", "{'server.port':1e300}", {u"server.port"_s});
    row("switch as text", "{'watch.polling':'true'}", {u"watch.polling"_s});
    row("text as list", "{'log.level':['info']}", {u"log.level"_s});
    row("not a choice", "{'log.level':'loud'}", {u"log.level"_s});
    row("list as text", "{'restart.command':'docker'}", {u"restart.command"_s});
    row("list of numbers", "{'restart.command':[1]}", {u"restart.command"_s});
    row("object", "{'redis.channel':{}}", {u"redis.channel"_s});
    row("no address", "{'redis.url':'http://h'}", {u"redis.url"_s});
    row("one good, two bad", "{'backups.keep':9,'log.level':'loud','server.port':'a'}",
        {u"log.level"_s, u"server.port"_s});
    row("a certificate without a key", "{'server.tls_certificate':'a.pem'}", {u"server.tls_key"_s});
    row("a foreign address", "{'server.host':'192.0.2.1'}", {u"server.host"_s});
    row("no address at all", "{'server.host':'nowhere'}", {u"server.host"_s});
    row("no JSON", "{'a", {}, 400);
    row("no object", "[1]", {}, 400);
}

void TestSettingsApi::refusesBadValues()
{
    QFETCH(QByteArray, patch);
    const Settings before = m_nova->host().settings();
    const auto answer = m_nova->call("PATCH /api/settings", patch);
    QTEST(answer.status(), "status");
    QTEST(answer.paths(), "paths");
    QVERIFY(!answer.json()[u"detail"].toString().isEmpty());
    QCOMPARE(m_nova->text(), settings());
    QVERIFY(m_nova->host().settings() == before);
    QCOMPARE(m_nova->call("GET /api/settings").status(), 200);
}

void TestSettingsApi::saysWhatRulesASetting()
{
    CommandLine command;
    command.port = u"0"_s;
    command.logLevel = u"error"_s;
    m_nova.reset();
    qputenv("NOVA_BACKUPS_KEEP", "12");
    m_nova = std::make_unique<ServedHost>(settings(), ServedHost::As::Headless, command);
    const auto seen = m_nova->call("GET /api/settings");
    const QJsonObject keep = seen.setting(u"backups.keep"_s);
    QCOMPARE(keep[u"in_file"], QJsonValue(100));
    QCOMPARE(keep[u"in_force"], QJsonValue(12));
    QCOMPARE(keep[u"overridden_by"].toString(), u"NOVA_BACKUPS_KEEP"_s);
    QCOMPARE(seen.setting(u"log.level"_s)[u"overridden_by"].toString(), u"--log-level"_s);
    for (const auto &[patch, rules] : {std::pair<QByteArray, QString>{"{'server.port':1}", u"--port"_s},
                                       {"{'backups.keep':1,'health.interval_s':9}", u"NOVA_BACKUPS_KEEP"_s}}) {
        const auto answer = m_nova->call("PATCH /api/settings", patch);
        QCOMPARE(answer.status(), 409);
        QVERIFY(answer.json()[u"detail"].toString().contains(rules));
        QCOMPARE(answer.paths().size(), 1);
    }
    qunsetenv("NOVA_BACKUPS_KEEP");
    QCOMPARE(m_nova->text(), settings());
}

void TestSettingsApi::aFileWithErrorsIsToldOfAndLeftAlone()
{
    const QByteArray broken = "server:\n  port: 0\n  colour: red\n";
    Scratch::replace(m_nova->file(), broken);
    QTRY_COMPARE(m_nova->call("GET /api/settings").json()[u"file"][u"status"].toString(), u"invalid"_s);
    const auto seen = m_nova->call("GET /api/settings");
    QVERIFY(!seen.json()[u"problem"].toString().isEmpty());
    QCOMPARE(seen.json()[u"file"][u"errors"][0][u"line"].toInt(), 3);
    const auto answer = m_nova->call("PATCH /api/settings", "{'backups.keep':7}");
    QCOMPARE(answer.status(), 409);
    QCOMPARE(answer.paths(), QStringList{u"server.colour"_s});
    QCOMPARE(m_nova->text(), broken);
}

void TestSettingsApi::isWrittenWhereThereIsNone()
{
    CommandLine command;
    command.port = u"0"_s; // Not the one by default, on which somebody may listen.
    m_nova.reset();
    m_nova = std::make_unique<ServedHost>(settings(), ServedHost::As::Headless, command);
    QVERIFY(QFile::remove(m_nova->file()));
    QTRY_COMPARE(m_nova->call("GET /api/settings").json()[u"file"][u"status"].toString(), u"missing"_s);
    const auto seen = m_nova->call("GET /api/settings");
    QCOMPARE(seen.setting(u"redis.url"_s)[u"in_file"], QJsonValue(QString()));
    const auto answer =
        m_nova->call("PATCH /api/settings", "{'backups.keep':7}", "If-Match: " + headerOf(seen.bytes, "ETag") + "\r\n");
    QCOMPARE(answer.status(), 200);
    QCOMPARE(m_nova->text(), "backups:\n  keep: 7\n");
}

void TestSettingsApi::hasNoneWithoutAHost()
{
    WebFixture web;
    QCOMPARE(statusOf(web.exchange(web.request("GET /api/settings"))), 404);
    QCOMPARE(statusOf(web.exchange(web.request("PATCH /api/settings", {}, "{}"))), 404);
}

QTEST_GUILESS_MAIN(TestSettingsApi)
#include "tst_settings_api.moc"
