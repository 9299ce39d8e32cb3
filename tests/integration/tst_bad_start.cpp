#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"
#include "tests/support/ws_client.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// Starts that cannot work end with one clear sentence and exit code 2; files that are wrong are no such start.
class TestBadStart : public QObject
{
    Q_OBJECT

    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray errors;
    };

    [[nodiscard]] static Outcome run(const QString &root, const QStringList &arguments,
                                     const QStringList &environment = {})
    {
        QProcess process;
        QStringList variables = QProcess::systemEnvironment() + environment;
        process.setEnvironment(variables);
        process.setWorkingDirectory(root);
        process.start(NovaProcess::program(), arguments);
        if (!process.waitForFinished(20'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void refusedStarts_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QStringList &arguments, const QString &said) {
            QTest::newRow(name) << arguments << said;
        };
        row("unknown flag", {u"--colour"_s}, u"colour"_s);
        row("unknown command", {u"dance"_s}, u"dance"_s);
        row("flag without value", {u"--port"_s}, u"port"_s);
        row("port that is none", {u"--port"_s, u"eighty"_s},
            u"--port is «eighty»; it has to be a whole number from 0 to 65535."_s);
        row("port too high", {u"--port"_s, u"65536"_s}, u"65535"_s);
        row("log level", {u"--log-level"_s, u"loud"_s}, u"debug, info, warning, error"_s);
        row("foreign address", {u"--host"_s, u"192.0.2.1"_s, u"--port"_s, u"0"_s}, u"192.0.2.1"_s);
        row("host name", {u"--host"_s, u"example"_s, u"--port"_s, u"0"_s}, u"IP address"_s);
        row("no-auth for everybody", {u"--host"_s, u"0.0.0.0"_s, u"--no-auth"_s}, u"loopback"_s);
        row("rotate alone", {u"--rotate"_s}, u"token"_s);
    }

    void refusedStarts()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Scratch scratch;
        const Outcome outcome =
            run(scratch.path(), QStringList{u"--state-dir"_s, scratch.path(u"state"_s)} + arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(QString::fromUtf8(outcome.errors).contains(said), outcome.errors.constData());
    }

    void takenPort()
    {
        const Scratch scratch;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString port = QString::number(other.serverPort());
        const Outcome outcome = run(scratch.path(), {u"--state-dir"_s, scratch.path(u"state"_s), u"--port"_s, port});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(QString::fromUtf8(outcome.errors).contains(u"Port %1 on 127.0.0.1 is taken"_s.arg(port)),
                 outcome.errors.constData());
    }

    void unwritableStateFolder()
    {
        const Scratch scratch;
        Scratch::write(scratch.path(u"file"_s), "not a folder");
        const Outcome outcome =
            run(scratch.path(), {u"--state-dir"_s, scratch.path(u"file/state"_s), u"--port"_s, u"0"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains("--state-dir"), outcome.errors.constData());
    }

    void badSettings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &text, const QString &said) {
            QTest::newRow(name) << text << said;
        };
        row("unknown key", "server:\n  prot: 1\n",
            u"nova.yaml:2:3: There is no setting server.prot. Did you mean «server.port»?"_s);
        row("unknown group", "sever:\n  port: 1\n",
            u"nova.yaml:1:1: There is no group of settings named sever. Did you mean «server»?"_s);
        row("bad value", "server:\n  port: high\n",
            u"nova.yaml:2:9: server.port has to be a whole number from 0 to 65535."_s);
        row("syntax", "server: [\n", u"nova.yaml:"_s);
    }

    void badSettings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const Scratch scratch;
        Scratch::write(scratch.path(u"configs/nova.yaml"_s), text);
        const Outcome outcome = run(scratch.path(), {u"--state-dir"_s, scratch.path(u"state"_s), u"--port"_s, u"0"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(QString::fromUtf8(outcome.errors).contains(said), outcome.errors.constData());
    }

    void badVariable()
    {
        const Scratch scratch;
        const Outcome outcome =
            run(scratch.path(), {u"--state-dir"_s, scratch.path(u"state"_s)}, {u"NOVA_SERVER_PORT=x"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains("NOVA_SERVER_PORT"), outcome.errors.constData());
    }

    void invalidCatalogAtStart()
    {
        const Scratch scratch;
        Scratch::write(scratch.catalog(), "gmail:\n  url: http://localhost:1/mcp\n  enabled: maybe\n");
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        const QJsonObject list = nova.call("GET", u"/api/mcp"_s).json();
        QCOMPARE(list[u"status"].toString(), u"invalid"_s);
        QCOMPARE(list[u"errors"][0][u"line"].toInt(), 3);
        QCOMPARE(list[u"errors"][0][u"column"].toInt(), 12);
        QCOMPARE(list[u"servers"].toArray().size(), 0);
        QVERIFY(nova.errors().contains("\"line\":3"));

        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());
        Scratch::write(scratch.catalog(), "gmail:\n  url: http://localhost:1/mcp\n");
        QTRY_COMPARE(client.ofType(u"config_validated"_s).size(), 1);
        QCOMPARE(nova.call("GET", u"/api/mcp"_s).json()[u"servers"].toArray().size(), 1);
    }

    void nothingThereAtStart()
    {
        const Scratch scratch(Scratch::Content::Empty);
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QCOMPARE(nova.call("GET", u"/api/mcp"_s).json()[u"status"].toString(), u"missing"_s);
        QCOMPARE(nova.call("GET", u"/api/prompt"_s).json()[u"status"].toString(), u"missing"_s);
        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());
        Scratch::write(scratch.prompt(), "# New\n");
        QTRY_COMPARE(client.ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(nova.call("GET", u"/api/prompt"_s).json()[u"status"].toString(), u"loaded"_s);
    }

    void firstStartWritesTheExamples()
    {
        const Scratch scratch(Scratch::Content::Empty);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, scratch.path(u"config"_s));
        environment.insert(u"XDG_STATE_HOME"_s, scratch.path(u"state"_s));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(scratch.path(u"prompts"_s));
        process.start(NovaProcess::program(), {u"--port"_s, u"0"_s});
        QVERIFY(process.waitForReadyRead(20'000));
        const QByteArray catalog = Scratch::read(scratch.path(u"config/nova-settings/configs/mcp_servers.yaml"_s));
        const QByteArray prompt = Scratch::read(scratch.path(u"config/nova-settings/prompts/NOVA_SYSTEM_PROMPT.md"_s));
        process.terminate();
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(catalog, Scratch::read(Scratch().catalog()));
        QCOMPARE(prompt, Scratch::read(Scratch().prompt()));
    }

    void commands()
    {
        const Scratch scratch;
        const QStringList state{u"--state-dir"_s, scratch.path(u"state"_s)};
        QVERIFY(run(scratch.path(), {u"--version"_s}).out.startsWith("nova-settings "));
        QVERIFY(run(scratch.path(), {u"--help"_s}).out.contains("--headless"));
        const Outcome token = run(scratch.path(), state + QStringList{u"token"_s});
        QCOMPARE(token.code, 0);
        QCOMPARE(token.out.trimmed().size(), 43);
        QCOMPARE(run(scratch.path(), state + QStringList{u"token"_s}).out, token.out);
        QVERIFY(run(scratch.path(), state + QStringList{u"token"_s, u"--rotate"_s}).out != token.out);
        QVERIFY(run(scratch.path(), {u"list"_s, u"--files"_s}).out.startsWith("on  gmail"));
        QCOMPARE(QJsonDocument::fromJson(run(scratch.path(), {u"list"_s, u"--json"_s, u"--files"_s}).out)[u"servers"]
                     .toArray()
                     .size(),
                 5);
        QCOMPARE(run(scratch.path(), {u"validate"_s}).code, 0);

        Scratch::write(scratch.path(u"bad.yaml"_s), "a:\n  url: ftp://x/\n");
        const Outcome bad = run(scratch.path(), {u"validate"_s, u"bad.yaml"_s});
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.out.startsWith("bad.yaml:2:8: error: "), bad.out.constData());
        QCOMPARE(run(scratch.path(), {u"validate"_s, u"none.yaml"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestBadStart)
#include "tst_bad_start.moc"
