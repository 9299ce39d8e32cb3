#include "core/base/closest.h"
#include "core/settings/settings.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// nova.yaml and NOVA_… variables: what they set, and what is said of mistakes.
class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void theFileSetsEverything();
    void aFileThatSaysNothing_data();
    void aFileThatSaysNothing();
    void errors_data();
    void errors();
    void allErrorsAtOnce();
    void theEnvironmentOverrides();
    void theEnvironmentIsChecked_data();
    void theEnvironmentIsChecked();
    void finds_data();
    void finds();
};

static Result<Settings> read(const QByteArray &text)
{
    Settings settings;
    return readSettings(text, u"nova.yaml"_s, settings).map([&] { return settings; });
}

void TestSettings::defaults()
{
    const Settings settings;
    QVERIFY(!settings.server.enabled.has_value());
    QCOMPARE(settings.server.host, u"127.0.0.1"_s);
    QCOMPARE(settings.server.port, 8765);
    QCOMPARE(settings.server.maxClients, 10'000);
    QCOMPARE(settings.watch.windowMs, 400);
    QVERIFY(!settings.watch.polling);
    QVERIFY(settings.log.level == LogLevel::Info && settings.log.format == LogFormat::Json);
    QVERIFY(settings.desktop.notifications && !settings.desktop.startInTray);
    QCOMPARE(settings.desktop.theme, u"system"_s);
}

void TestSettings::theFileSetsEverything()
{
    const auto settings = read(R"(# Nova's own settings
server:
  enabled: yes
  host: 0.0.0.0
  port: 9000
  allowed_hosts: [nova.example.org, "nova:9000"]
  allowed_origins:
    - https://nova.example.org
  max_clients: 5
watch: { window_ms: 200, polling: On }
log:
  level: debug
  format: console
desktop:
  notifications: false
  start_in_tray: true
  theme: dark
)");
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
    QCOMPARE(settings->server.enabled, std::optional(true));
    QCOMPARE(settings->server.host, u"0.0.0.0"_s);
    QCOMPARE(settings->server.port, 9000);
    QCOMPARE(settings->server.allowedHosts, QStringList({u"nova.example.org"_s, u"nova:9000"_s}));
    QCOMPARE(settings->server.allowedOrigins, QStringList{u"https://nova.example.org"_s});
    QCOMPARE(settings->server.maxClients, 5);
    QCOMPARE(settings->watch.windowMs, 200);
    QVERIFY(settings->watch.polling);
    QVERIFY(settings->log.level == LogLevel::Debug && settings->log.format == LogFormat::Console);
    QVERIFY(!settings->desktop.notifications && settings->desktop.startInTray);
    QCOMPARE(settings->desktop.theme, u"dark"_s);
}

void TestSettings::aFileThatSaysNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("comments") << QByteArray("# server:\n#   port: 1\n");
    QTest::newRow("a group with nothing in it") << QByteArray("server:\nwatch:\n");
    QTest::newRow("an empty list") << QByteArray("server: {allowed_hosts: []}\n");
}

void TestSettings::aFileThatSaysNothing()
{
    QFETCH(QByteArray, text);
    const auto settings = read(text);
    QVERIFY(settings);
    QCOMPARE(settings->server.port, 8765);
}

void TestSettings::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message"); // All of it.
    QTest::addColumn<QString>("code");
    QTest::newRow("port") << QByteArray("# x\nserver:\n  port: 70000\n")
                          << u"nova.yaml:3:9: server.port has to be a whole number from 0 to 65535."_s << u"value"_s;
    QTest::newRow("port in words") << QByteArray("server: {port: high}\n")
                                   << u"nova.yaml:1:16: server.port has to be a whole number from 0 to 65535."_s
                                   << u"value"_s;
    QTest::newRow("port as a list") << QByteArray("server: {port: [1]}\n")
                                    << u"nova.yaml:1:16: server.port has to be a whole number from 0 to 65535."_s
                                    << u"value"_s;
    QTest::newRow("nothing for a value") << QByteArray("server:\n  port:\n")
                                         << u"nova.yaml:2:3: server.port has to be a whole number from 0 to 65535."_s
                                         << u"value"_s;
    QTest::newRow("boolean") << QByteArray("watch:\n  polling: maybe\n")
                             << u"nova.yaml:2:12: watch.polling has to be true or false."_s << u"value"_s;
    QTest::newRow("level") << QByteArray("log:\n  level: loud\n")
                           << u"nova.yaml:2:10: log.level has to be one of debug, info, warning, error."_s
                           << u"value"_s;
    QTest::newRow("theme") << QByteArray("desktop:\n  theme: pink\n")
                           << u"nova.yaml:2:10: desktop.theme has to be one of system, light, dark."_s << u"value"_s;
    QTest::newRow("a window of no time")
        << QByteArray("watch: {window_ms: 0}\n")
        << u"nova.yaml:1:20: watch.window_ms has to be a whole number from 10 to 10000."_s << u"value"_s;
    QTest::newRow("list of lists") << QByteArray("server: {allowed_hosts: [[a]]}\n")
                                   << u"nova.yaml:1:25: server.allowed_hosts has to be a list of host names."_s
                                   << u"value"_s;
    QTest::newRow("a slip in a name")
        << QByteArray("server:\n  prot: 1\n")
        << u"nova.yaml:2:3: There is no setting server.prot. Did you mean «server.port»?"_s << u"unknown_key"_s;
    QTest::newRow("a name of nothing") << QByteArray("server:\n  colour: red\n")
                                       << u"nova.yaml:2:3: There is no setting server.colour."_s << u"unknown_key"_s;
    QTest::newRow("a slip in a group")
        << QByteArray("\nsever:\n  port: 1\n")
        << u"nova.yaml:2:1: There is no group of settings named sever. Did you mean «server»?"_s << u"unknown_key"_s;
    QTest::newRow("twice") << QByteArray("log:\n  level: info\n  level: debug\n")
                           << u"nova.yaml:3:3: log.level is set a second time."_s << u"duplicate_key"_s;
    QTest::newRow("a group that is a text")
        << QByteArray("log: info\n") << u"nova.yaml:1:6: log has to be a mapping of settings."_s << u"type"_s;
    QTest::newRow("a list") << QByteArray("- log\n")
                            << u"nova.yaml:1:1: The file has to be a mapping of groups of settings."_s << u"type"_s;
    QTest::newRow("a tab")
        << QByteArray("log:\n\tlevel: info\n")
        << u"nova.yaml:2:1: YAML: A tab indents this line; only spaces may. Replace the tab by spaces."_s
        << u"yaml_syntax"_s;
    QTest::newRow("a group twice") << QByteArray("log: {level: info}\nlog: {format: json}\n")
                                   << u"nova.yaml:2:1: log is here a second time."_s << u"duplicate_key"_s;
    QTest::newRow("an open quote") << QByteArray("log:\n  level: \"info\n")
                                   << u"nova.yaml:2:10: YAML: The quote that begins here is never closed."_s
                                   << u"yaml_syntax"_s;
}

void TestSettings::errors()
{
    QFETCH(QByteArray, text);
    const auto settings = read(text);
    QVERIFY(!settings);
    QTEST(settings.error().message, "message");
    QTEST(settings.error().diagnostics.first().code, "code");
    QCOMPARE(settings.error().file, u"nova.yaml"_s);
    QVERIFY(settings.error().code == ErrorCode::InvalidInput);
}

void TestSettings::allErrorsAtOnce()
{
    const auto settings = read("server:\n  port: -1\n  prot: 1\nlgo: {}\nlog: {level: x}\n");
    QVERIFY(!settings);
    QCOMPARE(settings.error().diagnostics.size(), 4);
}

void TestSettings::theEnvironmentOverrides()
{
    Settings settings;
    QVERIFY(readSettings("server: {port: 1000, host: h}\n", u"nova.yaml"_s, settings));
    QProcessEnvironment environment;
    environment.insert(u"NOVA_SERVER_PORT"_s, u"2000"_s);
    environment.insert(u"NOVA_SERVER_ALLOWED_HOSTS"_s, u"a.example,b.example"_s);
    environment.insert(u"NOVA_LOG_FORMAT"_s, u"console"_s);
    environment.insert(u"NOVA_ROOT"_s, u"/elsewhere"_s); // Not a setting: where the files are.
    environment.insert(u"NOVA_UNRELATED"_s, u"x"_s);
    environment.insert(u"SERVER_PORT"_s, u"3000"_s);
    const auto done = readEnvironment(environment, settings);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(settings.server.port, 2000);
    QCOMPARE(settings.server.host, u"h"_s);
    QCOMPARE(settings.server.allowedHosts, QStringList({u"a.example"_s, u"b.example"_s}));
    QVERIFY(settings.log.format == LogFormat::Console);
}

void TestSettings::theEnvironmentIsChecked_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("bad value")
        << u"NOVA_SERVER_PORT"_s << u"x"_s
        << u"The variable NOVA_SERVER_PORT is «x»; it has to be a whole number from 0 to 65535."_s;
    QTest::newRow("empty")
        << u"NOVA_SERVER_HOST"_s << QString()
        << u"The variable NOVA_SERVER_HOST is «»; it has to be an IP address of this machine, or localhost."_s;
    QTest::newRow("no setting") << u"NOVA_LOG_COLOUR_SCHEME"_s << u"1"_s
                                << u"The variable NOVA_LOG_COLOUR_SCHEME names no setting."_s;
}

void TestSettings::theEnvironmentIsChecked()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, message);
    QProcessEnvironment environment;
    environment.insert(variable, value);
    Settings settings;
    const auto done = readEnvironment(environment, settings);
    QVERIFY(!done);
    QVERIFY2(done.error().message.startsWith(message), qPrintable(done.error().message));
}

void TestSettings::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("found");
    QTest::newRow("the same") << u"enabled"_s << u"enabled"_s;
    QTest::newRow("two exchanged") << u"enabeld"_s << u"enabled"_s;
    QTest::newRow("one missing") << u"enbled"_s << u"enabled"_s;
    QTest::newRow("upper case") << u"ENABLED"_s << u"enabled"_s;
    QTest::newRow("another letter") << u"urk"_s << u"url"_s;
    QTest::newRow("nothing like it") << u"colour"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSettings::finds()
{
    QFETCH(QString, name);
    QTEST(closest(name, {u"url"_s, u"description"_s, u"enabled"_s, u"service"_s}), "found");
    QVERIFY(closest(name, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
