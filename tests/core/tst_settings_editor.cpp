#include "core/redis/redis_url_mask.h"
#include "core/settings/settings_editor.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// A change of a setting touches what it must in nova.yaml and nothing else, or is refused with the reason.
class TestSettingsEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesValues_data();
    void refusesValues();
    void refusesAllAtOnce();
    void refusesTexts_data();
    void refusesTexts();
    void whatSomebodyElseChangedIsAConflict();
    void aSecretIsNotTold();
    void changesInPlace_data();
    void changesInPlace();
    void severalAtOnce();
    void whatIsTrueByDefaultIsNotWritten();
    void everySettingCanBeWrittenAndTakenBack();
    void hidesThePassword_data();
    void hidesThePassword();
    void keepsThePassword();
};

void TestSettingsEditor::refusesValues_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("to");
    QTest::addColumn<QString>("message");
    QTest::newRow("port") << u"server.port"_s << QStringList{u"70000"_s}
                          << u"server.port has to be a whole number from 0 to 65535."_s;
    QTest::newRow("nothing") << u"server.host"_s << QStringList{QString()}
                             << u"server.host has to be an IP address of this machine, or localhost."_s;
    QTest::newRow("word") << u"desktop.theme"_s << QStringList{u"pink"_s}
                          << u"desktop.theme has to be one of system, light, dark."_s;
    QTest::newRow("two") << u"log.level"_s << QStringList{u"info"_s, u"debug"_s}
                         << u"log.level has to be one of debug, info, warning, error."_s;
    QTest::newRow("address of Redis") << u"redis.url"_s << QStringList{u"http://h"_s}
                                      << u"redis.url has to be empty, or "
                                         "redis://[user:password@]host[:port][/database], or unix:///path."_s;
    QTest::newRow("no such setting") << u"server.colour"_s << QStringList{u"red"_s}
                                     << u"There is no setting server.colour."_s;
}

void TestSettingsEditor::refusesValues()
{
    QFETCH(QString, name);
    QFETCH(QStringList, to);
    const auto changed = withSettings("log: {level: info}\n", {{name, to}});
    QVERIFY(!changed);
    QTEST(changed.error().message, "message");
    QVERIFY(changed.error().code == ErrorCode::InvalidInput);
    QCOMPARE(changed.error().diagnostics.first().path, name);
}

void TestSettingsEditor::refusesAllAtOnce()
{
    const auto changed = withSettings(
        {}, {{u"server.port"_s, {u"x"_s}}, {u"log.level"_s, {u"debug"_s}}, {u"desktop.theme"_s, {u"y"_s}}});
    QVERIFY(!changed);
    QCOMPARE(changed.error().diagnostics.size(), 2);
}

void TestSettingsEditor::refusesTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("a slip") << QByteArray("sever: {port: 1}\n") << u"unknown_key"_s;
    QTest::newRow("a bad value") << QByteArray("server:\n  port: 70000\n") << u"value"_s;
    QTest::newRow("no YAML") << QByteArray("server: {port: 1\n") << u"yaml_syntax"_s;
    QTest::newRow("a value over lines") << QByteArray("server:\n  port:\n    !!int 1\n  allowed_hosts:\n  - a # home\n"
                                                      "  - b\nlog: [info]\n")
                                        << u"type"_s;
}

void TestSettingsEditor::refusesTexts()
{
    QFETCH(QByteArray, text);
    const auto changed = withSettings(text, {{u"server.port"_s, {u"9000"_s}}});
    QVERIFY(!changed);
    QVERIFY(changed.error().code == ErrorCode::Conflict);
    QTEST(changed.error().diagnostics.first().code, "code");
}

void TestSettingsEditor::whatSomebodyElseChangedIsAConflict()
{
    const QByteArray text("server:\n  port: 9001\n");
    const SettingChanges late{{u"server.port"_s, {u"9002"_s}, QStringList{u"8765"_s}}};
    const auto changed = withSettings(text, late);
    QVERIFY(!changed);
    QVERIFY(changed.error().code == ErrorCode::Conflict);
    QCOMPARE(changed.error().diagnostics.first().code, u"changed_meanwhile"_s);
    QCOMPARE(changed.error().message, u"server.port was changed in the file meanwhile: it is 9001 now."_s);
    // To what was wanted anyway: fine. Another setting: fine, too.
    QCOMPARE(*withSettings(text, {{u"server.port"_s, {u"9001"_s}, QStringList{u"8765"_s}}}), text);
    QCOMPARE(*withSettings(text, {{u"log.level"_s, {u"debug"_s}, QStringList{u"info"_s}}}),
             QByteArray("server:\n  port: 9001\nlog:\n  level: debug\n"));
}

void TestSettingsEditor::aSecretIsNotTold()
{
    const auto changed = withSettings("redis: {url: 'redis://:hunter2@h'}\n",
                                      {{u"redis.url"_s, {u"redis://other"_s}, QStringList{QString()}}});
    QVERIFY(!changed);
    QVERIFY(!changed.error().message.contains(u"hunter2"_s));
}

void TestSettingsEditor::changesInPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("to");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *what, const QByteArray &before, const QString &name, const QStringList &to,
                        const QByteArray &after) { QTest::newRow(what) << before << name << to << after; };
    const QString port = u"server.port"_s;
    const QStringList p{u"9000"_s};
    row("no file", {}, port, p, "server:\n  port: 9000\n");
    row("comments only", "# mine\n", port, p, "# mine\nserver:\n  port: 9000\n");
    row("a byte order mark", "\xEF\xBB\xBF", port, p, "\xEF\xBB\xBFserver:\n  port: 9000\n");
    row("another group", "log:\n  level: info\n", port, p, "log:\n  level: info\nserver:\n  port: 9000\n");
    row("no final newline", "log:\n  level: info", port, p, "log:\n  level: info\nserver:\n  port: 9000");
    row("CR LF", "log:\r\n  level: info\r\n", port, p, "log:\r\n  level: info\r\nserver:\r\n  port: 9000\r\n");
    row("an empty group", "server:   # later\nlog:\n", port, p, "server:   # later\n  port: 9000\nlog:\n");
    row("an empty group in braces", "server: {}\n", port, p, "server: { port: 9000 }\n");
    row("another key", "server:\n  host: localhost # here\n\nlog:\n  level: info\n", port, p,
        "server:\n  host: localhost # here\n  port: 9000\n\nlog:\n  level: info\n");
    row("the value", "# mine\nserver:\n  port:   8000   # the old one\n  host: localhost\n", port, p,
        "# mine\nserver:\n  port:   9000   # the old one\n  host: localhost\n");
    row("in braces", "server: {host: localhost, port: 8000}  # both\n", port, p,
        "server: {host: localhost, port: 9000}  # both\n");
    row("JSON", R"({"server": {"port": 8000, "host": "h"}})", port, p, R"({"server": {"port": 9000, "host": "h"}})");
    row("JSON without the group", R"({"log": {"level": "info"}})", port, p,
        R"({"log": {"level": "info"}, "server": { "port": 9000 }})");
    row("between the marks", "---\nlog:\n  level: info\n...\n", port, p,
        "---\nlog:\n  level: info\nserver:\n  port: 9000\n...\n");
    row("a switch as it was written", "desktop:\n  notifications: Yes\n", u"desktop.notifications"_s, {u"false"_s},
        "desktop:\n  notifications: No\n");
    row("quotes stay", "log:\n  level: \"info\"\n", u"log.level"_s, {u"debug"_s}, "log:\n  level: \"debug\"\n");
    row("a text that needs quotes", "redis:\n  channel: nova\n", u"redis.channel"_s, {u"a: b # c"_s},
        "redis:\n  channel: \"a: b # c\"\n");
    row("a text that looks like a number", "", u"redis.channel"_s, {u"0123"_s}, "redis:\n  channel: \"0123\"\n");
    const QString hosts = u"server.allowed_hosts"_s;
    row("a list", "server:\n  port: 1\n", hosts, {u"a.example"_s, u"b:9"_s},
        "server:\n  port: 1\n  allowed_hosts: [a.example, b:9]\n");
    row("a list in brackets", "server: {allowed_hosts: [a], port: 1} # x\n", hosts, {u"a"_s, u"b"_s},
        "server: {allowed_hosts: [a, b], port: 1} # x\n");
    row("a line more", "server:\n  allowed_hosts:\n    - a  # home\n    # work\n    - \"b\"\n  port: 1\n", hosts,
        {u"a"_s, u"b"_s, u"c"_s},
        "server:\n  allowed_hosts:\n    - a  # home\n    # work\n    - \"b\"\n    - c\n  port: 1\n");
    row("a line less", "server:\n  allowed_hosts:\n  - a  # home\n  - b\n  port: 1\n", hosts, {u"a"_s},
        "server:\n  allowed_hosts:\n  - a  # home\n  port: 1\n");
    row("another order", "server:\n  allowed_hosts:\n  - a\n  - b\n  port: 1\n", hosts, {u"b"_s, u"a"_s},
        "server:\n  allowed_hosts: [b, a]\n  port: 1\n");
    row("nothing in it any more", "server:\n  allowed_hosts:\n  - a\n  - b\n", hosts, {},
        "server:\n  allowed_hosts: []\n");
    row("one text for a list", "restart: {allowed_services: one}\n", u"restart.allowed_services"_s,
        {u"one"_s, u"two"_s}, "restart: {allowed_services: [one, two]}\n");
    row("an empty text", "redis:\n  url: redis://h  # home\n", u"redis.url"_s, {QString()},
        "redis:\n  url: \"\"  # home\n");
}

void TestSettingsEditor::changesInPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, name);
    QFETCH(QStringList, to);
    const auto changed = withSettings(before, {{name, to}});
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QTEST(*changed, "after");
    QCOMPARE(*withSettings(*changed, {{name, to}}), *changed);
}

void TestSettingsEditor::severalAtOnce()
{
    const auto changed =
        withSettings("# mine\nserver:\n  port: 1 # one\n",
                     {{u"server.port"_s, {u"2"_s}}, {u"desktop.theme"_s, {u"dark"_s}}, {u"server.host"_s, {u"::1"_s}}});
    QVERIFY(changed);
    QCOMPARE(*changed, QByteArray("# mine\nserver:\n  port: 2 # one\n  host: \"::1\"\ndesktop:\n  theme: dark\n"));
}

void TestSettingsEditor::whatIsTrueByDefaultIsNotWritten()
{
    QCOMPARE(*withSettings("# mine\n", {{u"server.port"_s, {u"8765"_s}}}), QByteArray("# mine\n"));
    QCOMPARE(*withSettings("server: {port: 1}\n", {{u"server.port"_s, {u"8765"_s}}}),
             QByteArray("server: {port: 8765}\n"));
}

void TestSettingsEditor::everySettingCanBeWrittenAndTakenBack()
{
    const QMap<Setting::Kind, QStringList> others{{Setting::Kind::Switch, {u"true"_s}},
                                                  {Setting::Kind::Number, {u"77"_s}},
                                                  {Setting::Kind::Text, {u"localhost"_s}},
                                                  {Setting::Kind::File, {u"a b.pem"_s}},
                                                  {Setting::Kind::List, {u"a"_s, u"b c"_s}}};
    Settings scratch;
    const auto table = settingsTable(scratch);
    for (const Setting &setting : table) {
        QVERIFY2(*setting.title && *setting.description, qPrintable(setting.name));
        QStringList other = others.value(setting.kind, {setting.choices.value(1)});
        if (setting.kind == Setting::Kind::Switch && setting.get() == other)
            other = {u"false"_s};
        if (setting.name == u"redis.url"_s)
            other = {u"redis://u:p%20w@[::1]:1/2"_s};
        const auto changed = withSettings({}, {{setting.name, other}});
        QVERIFY2(changed, qPrintable(setting.name));
        Settings settings;
        QVERIFY(readSettings(*changed, u"nova.yaml"_s, settings));
        QCOMPARE(valuesOf(settings).value(setting.name), other);
        const QStringList byDefault = valuesOf({}).value(setting.name);
        if (byDefault.isEmpty() && !setting.isList())
            continue; // server.enabled: on or off, but not unsaid again.
        const auto back = withSettings(*changed, {{setting.name, byDefault}});
        QVERIFY2(back, qPrintable(setting.name));
        Settings again;
        QVERIFY(readSettings(*back, u"nova.yaml"_s, again));
        QVERIFY2(again == Settings(), qPrintable(setting.name));
    }
}

void TestSettingsEditor::hidesThePassword_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << u"redis://h:1/2"_s << u"redis://h:1/2"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("user and password") << u"redis://u:p@h:1"_s << u"redis://u:••••••@h:1"_s;
    QTest::newRow("password") << u"redis://:p@h"_s << u"redis://:••••••@h"_s;
    QTest::newRow("as redis-cli takes it") << u"redis://secret@h"_s << u"redis://••••••@h"_s;
    QTest::newRow("an at in it") << u"redis://u:p@w@h"_s << u"redis://u:••••••@h"_s;
    QTest::newRow("socket") << u"unix://:p@/run/redis.sock?db=1"_s << u"unix://:••••••@/run/redis.sock?db=1"_s;
    QTest::newRow("an at in the path") << u"unix:///run/a@b.sock"_s << u"unix:///run/a@b.sock"_s;
}

void TestSettingsEditor::hidesThePassword()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QCOMPARE(maskedRedisUrl(url), shown);
    QCOMPARE(unmaskedRedisUrl(shown, url), url);
}

void TestSettingsEditor::keepsThePassword()
{
    const QString known = u"redis://u:p%40w@h"_s;
    QCOMPARE(unmaskedRedisUrl(u"redis://u:••••••@h:6380/1"_s, known), u"redis://u:p%40w@h:6380/1"_s);
    QCOMPARE(unmaskedRedisUrl(u"redis://u:new@h"_s, known), u"redis://u:new@h"_s);
    QCOMPARE(unmaskedRedisUrl(u"redis://h"_s, known), u"redis://h"_s);
    QCOMPARE(unmaskedRedisUrl(u"redis://u:•••@h"_s, known), u"redis://u:•••@h"_s);
}

QTEST_GUILESS_MAIN(TestSettingsEditor)
#include "tst_settings_editor.moc"
