#include "core/restart/restart_runner.h"

#include "tests/restart/fake_compose.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace nova::test;
using nova::ErrorCode;
using nova::RestartRunner;

/// What is refused starts nothing: not even the question whether there is a docker.
class TestRestartRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreNotListed_data();
    void namesThatAreNotListed();
    void listedNamesThatAreNone_data();
    void listedNamesThatAreNone();
    void namesThatAreFine_data();
    void namesThatAreFine();

private:
    static void hostileNames();
    /// What start() answers.
    static nova::Result<void> ask(RestartRunner &runner, const QString &service)
    {
        return runner.start(service, [](const auto &) {});
    }
};

void TestRestartRefusals::hostileNames()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &name) { QTest::newRow(what) << name; };
    row("empty", u""_s);
    row("a blank", u" "_s);
    row("an option", u"-v"_s);
    row("a long option", u"--help"_s);
    row("an option with a value", u"--file=/etc/passwd"_s);
    row("a dash", u"-"_s);
    row("end of options", u"--"_s);
    row("a command", u"; rm -rf /"_s);
    row("a name and a command", u"web;id"_s);
    row("a substitution", u"$(x)"_s);
    row("backquotes", u"`id`"_s);
    row("a variable", u"$HOME"_s);
    row("a pipe", u"web|id"_s);
    row("in the background", u"web&"_s);
    row("quotes", u"'web\""_s);
    row("a newline behind", u"web\n"_s);
    row("a newline before", u"\nweb"_s);
    row("a carriage return", u"web\r"_s);
    row("a tab", u"web\t"_s);
    row("NUL", QString(u"web"_s + QChar(0)));
    row("NUL before an option", QString(QChar(0) + u"--help"_s));
    row("an escape", u"\u001b[31mweb"_s);
    row("a path", u"../web"_s);
    row("a slash", u"/"_s);
    row("a backslash", u"web\\"_s);
    row("a wildcard", u"*"_s);
    row("two", u"web db"_s);
    row("a comma", u"web,db"_s);
    row("an equals sign", u"web=1"_s);
    row("umlaut", u"wéb"_s);
    row("cyrillic", u"wеb"_s);
    row("full width", u"ｗｅｂ"_s);
    row("arabic digits", u"web١"_s);
    row("right to left", u"\u202eweb"_s);
    row("no width", u"web\u200b"_s);
    row("emoji", u"🐳"_s);
    row("half a surrogate", QString(QChar(0xd83d)));
}

void TestRestartRefusals::namesThatAreNotListed_data()
{
    hostileNames();
    QTest::newRow("10 kB") << QString(10'000, u'a');
    QTest::newRow("10 kB of newlines") << QString(10'000, u'\n');
    QTest::newRow("harmless") << u"db"_s;
    QTest::newRow("another case") << u"WEB"_s;
    QTest::newRow("a part") << u"we"_s;
    QTest::newRow("all") << u"all"_s;
}

void TestRestartRefusals::namesThatAreNotListed()
{
    QFETCH(QString, name);
    const FakeCompose fake;
    fake.installDocker({});
    RestartRunner runner({{u"web"_s}, {}, {}, fake.path(u"."_s)}, {});
    const nova::Result<void> refused = ask(runner, name);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    QVERIFY(refused.error().message.contains(u"restart.allowed_services"));
    QVERIFY2(refused.error().message.size() < 200, "what a stranger sent is not repeated at length");
    QVERIFY(!refused.error().message.contains(u'\n') && !refused.error().message.contains(u'\u001b'));
    QVERIFY(runner.running().isEmpty());
    // What runs next is the first that runs at all.
    QVERIFY(ask(runner, u"web"_s));
    QTRY_VERIFY(runner.running().isEmpty());
    QCOMPARE(fake.calls().size(), 2);
    QTRY_COMPARE(fake.alive(), 0);
}

void TestRestartRefusals::listedNamesThatAreNone_data()
{
    hostileNames();
}

void TestRestartRefusals::listedNamesThatAreNone()
{
    QFETCH(QString, name);
    const FakeCompose fake;
    fake.installDocker({});
    RestartRunner runner({{u"web"_s, name}, {}, {}, fake.path(u"."_s)}, {});
    const nova::Result<void> refused = ask(runner, name);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().message.contains(u"restart.allowed_services"));
    QVERIFY(runner.running().isEmpty());
    QVERIFY(fake.calls().isEmpty());
}

void TestRestartRefusals::namesThatAreFine_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"web"_s, u"a"_s, u"0"_s, u"_x"_s, u".hidden"_s, u"Web-2.api_v3-"_s, u"help"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestRestartRefusals::namesThatAreFine()
{
    QFETCH(QString, name);
    const FakeCompose fake;
    fake.installDocker({});
    RestartRunner runner({{name}, {}, {}, fake.path(u"."_s)}, {});
    std::optional<nova::Result<nova::RestartResult>> result;
    QVERIFY(runner.start(name, [&](const auto &answer) { result = answer; }));
    QTRY_VERIFY(result);
    QVERIFY(*result);
    QCOMPARE((*result)->argv, (QStringList{u"docker"_s, u"compose"_s, u"restart"_s, name}));
    QCOMPARE(fake.calls().value(1), (*result)->argv);
    QTRY_COMPARE(fake.alive(), 0);
}

QTEST_GUILESS_MAIN(TestRestartRefusals)
#include "tst_restart_refusals.moc"
