#include "core/catalog/catalog_editor.h"
#include "core/transfer/foreign_config.h"
#include "core/transfer/foreign_values.h"
#include "core/transfer/import_plan.h"

#include <QFile>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// What other programs wrote, in the words of the catalog: files as they really are, and what has no place here.
class TestForeignConfig : public QObject
{
    Q_OBJECT

    static QByteArray file(const char *name)
    {
        QFile file(QStringLiteral(NOVA_FOREIGN "/") + QString::fromLatin1(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no such file: %s", name);
        return file.readAll();
    }
    /// Single quotes for double ones.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static ForeignServer one(const QByteArray &entry)
    {
        const auto config = readForeign(json("{'mcpServers': {'mail': " + entry + "}}"));
        return config && config->servers.size() == 1 ? config->servers.first() : ForeignServer();
    }
    static QString headersOf(const ForeignServer &server)
    {
        QStringList lines;
        for (const HeaderTemplate &header : server.headers)
            lines.append(QString::fromUtf8(header.name) + u": "_s + header.value);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void claudeDesktop();
    void claudeCode();
    void cursor();
    void vsCode();
    void vsCodeSettings();
    void saysWhyOneHasNoPlace_data();
    void saysWhyOneHasNoPlace();
    void noSecretComesAlong_data();
    void noSecretComesAlong();
    void readsPiecesAndOtherEndings_data();
    void readsPiecesAndOtherEndings();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void knowsFilesByTheirNames();
    void proposesNames_data();
    void proposesNames();
    void comparesWithTheCatalog();
    void everyPlannedServerCanBeAdded();
};

void TestForeignConfig::claudeDesktop()
{
    const auto config = readForeign(file("claude_desktop_config.json"), ForeignForm::ClaudeDesktop);
    QVERIFY(config);
    QCOMPARE(config->title(), u"Claude Desktop"_s);
    QCOMPARE(config->servers.size(), 5);
    QCOMPARE(config->servers[0].obstacle,
             u"It runs a command (npx @modelcontextprotocol/server-filesystem). Nova looks "
             "after servers with an address."_s);
    QCOMPARE(config->servers[1].url, u"https://mcp.linear.app/mcp"_s);
    QCOMPARE(config->servers[2].url, u"https://tickets.example.com/mcp"_s);
    QCOMPARE(headersOf(config->servers[2]), u"Authorization: Bearer ${TICKETS_TOKEN}\nX-Team: blue"_s);
    QCOMPARE(headersOf(config->servers[3]), u"X-API-Key: ${METRICS_KEY}"_s);
    QCOMPARE(config->servers[3].variables, QStringList{u"METRICS_KEY"_s});
    QVERIFY(config->servers[4].obstacle.contains(u"SSE"_s));
    for (const ForeignServer &server : config->servers) {
        const QString all = server.notes.join(u' ') + headersOf(server) + server.obstacle;
        QVERIFY2(!all.contains(u"tkt-"_s) && !all.contains(u"9f8e7d"_s), qPrintable(all));
    }
}

void TestForeignConfig::claudeCode()
{
    const auto config = readForeign(file("claude.json"));
    QVERIFY(config);
    QCOMPARE(config->title(), u"Claude Code"_s);
    QCOMPARE(config->servers.size(), 5);
    QCOMPARE(config->servers[1].url, u"https://api.example.com/mcp"_s);
    QCOMPARE(headersOf(config->servers[1]), u"Authorization: Bearer ${API_KEY}\nX-Tenant: ${TENANT}"_s);
    QCOMPARE(config->servers[1].variables, QStringList({u"API_KEY"_s, u"TENANT"_s}));
    QCOMPARE(config->servers[2].place, u"/home/ada/shop"_s);
    QVERIFY(config->servers[2].obstacle.contains(u"SSE"_s));
    QCOMPARE(config->servers[4].obstacle,
             u"It runs a command (uvx mcp-server-sqlite). Nova looks after servers with an address."_s);
    QCOMPARE(config->servers[4].line, 17);
}

void TestForeignConfig::cursor()
{
    const auto config = readForeign(file("cursor.json"), ForeignForm::Cursor);
    QVERIFY(config);
    QCOMPARE(headersOf(config->servers[0]), u"Authorization: Bearer ${USERJOT_API_TOKEN}"_s);
    QCOMPARE(config->servers[1].url, u"https://mcp.exa.ai/mcp?exaApiKey=${EXA_SEARCH_EXAAPIKEY}&tools=web"_s);
    QVERIFY(config->servers[2].obstacle.startsWith(u"It runs a command (python)."_s));
    QVERIFY(config->servers[3].obstacle.contains(u"${workspaceFolder}"_s));
    QCOMPARE(headersOf(config->servers[4]), u"X-API-Key: ${PLAIN_API_KEY}\nX-Region: eu"_s);
}

void TestForeignConfig::vsCode()
{
    const auto config = readForeign(file("vscode.json"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    QCOMPARE(config->title(), u"VS Code"_s);
    QCOMPARE(config->servers.size(), 3);
    QCOMPARE(config->servers[0].url, u"https://api.githubcopilot.com/mcp/"_s);
    QCOMPARE(headersOf(config->servers[0]), u"Authorization: Bearer ${GITHUB_TOKEN}"_s);
    QVERIFY(config->servers[0].notes.contains(u"It needs GITHUB_TOKEN to be set where Nova runs."_s));
    QVERIFY(config->servers[1].obstacle.isEmpty());
    QVERIFY(!config->servers[2].obstacle.isEmpty());
}

void TestForeignConfig::vsCodeSettings()
{
    const auto config = readForeign(file("vscode-settings.json"));
    QVERIFY(config);
    QCOMPARE(config->title(), u"VS Code"_s);
    QCOMPARE(config->servers.size(), 1);
    QCOMPARE(config->servers[0].url, u"http://127.0.0.1:9000/mcp"_s);
}

void TestForeignConfig::saysWhyOneHasNoPlace_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("why"); // Its beginning; empty where there is none.
    const auto row = [](const char *name, const char *entry, const char *why) {
        QTest::newRow(name) << QByteArray(entry) << QString::fromUtf8(why);
    };
    row("an address", "{'url': 'http://h/mcp'}", "");
    row("http", "{'type': 'http', 'url': 'http://h/mcp'}", "");
    row("streamable-http", "{'type': 'streamable-http', 'url': 'http://h/mcp'}", "");
    row("streamableHttp", "{'type': 'streamableHttp', 'url': 'http://h/mcp'}", "");
    row("Windsurf", "{'serverUrl': 'http://h/mcp'}", "");
    row("Gemini", "{'httpUrl': 'http://h/mcp'}", "");
    row("IPv6", "{'url': 'http://[::1]:8000/mcp'}", "");
    row("a variable for all of it", "{'url': 'http://${HOST}/mcp'}", "");
    row("an address beside a command", "{'url': 'http://h/mcp', 'command': 'npx'}", "");
    row("sse", "{'type': 'sse', 'url': 'http://h/sse'}", "It speaks the older SSE transport");
    row("ws", "{'type': 'ws', 'url': 'ws://h'}", "It is reached by “ws”");
    row("a command", "{'command': '/usr/bin/python3', 'args': ['-m', 'x']}", "It runs a command (python3).");
    row("a secret argument", "{'command': 'npx', 'args': ['--key', 's3cret/value is this', 'x']}",
        "It runs a command (npx).");
    row("stdio without a command", "{'type': 'stdio'}", "It runs a command.");
    row("nothing", "{}", "It has no address.");
    row("an empty address", "{'url': ''}", "It has no address.");
    row("a number for an address", "{'url': 5}", "It has no address.");
    row("no address at all", "{'url': 'h/mcp'}", "Its address is not");
    row("ftp", "{'url': 'ftp://h/mcp'}", "Its address is not");
    row("a password", "{'url': 'http://me:pw@h/mcp'}", "Its address holds a user name or password.");
    row("their variable", "{'url': 'http://h/${userHome}'}", "Its address holds ${userHome}");
    row("their command", "{'url': 'http://h/${command:x.y}'}", "Its address holds ${command:x.y}");
    row("a text", "'http://h/mcp'", "It is not described by an object");
    row("mcp-remote without an address", "{'command': 'npx', 'args': ['mcp-remote']}", "It runs a command");
}

void TestForeignConfig::saysWhyOneHasNoPlace()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, why);
    const ForeignServer server = one(entry);
    QCOMPARE(server.name, u"mail"_s);
    QVERIFY2(why.isEmpty() ? server.obstacle.isEmpty() : server.obstacle.startsWith(why), qPrintable(server.obstacle));
    QCOMPARE(server.url.isEmpty(), !why.isEmpty());
    QVERIFY(!server.obstacle.contains(u"s3cret"_s));
}

void TestForeignConfig::noSecretComesAlong_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *value, const char *expected) {
        QTest::newRow(qPrintable(QString::fromLatin1(name) + u' ' + QString::fromLatin1(value)))
            << QByteArray(name) << QString::fromLatin1(value) << QString::fromLatin1(expected);
    };
    row("Authorization", "Bearer abc", "Bearer ${MAIL_TOKEN}");
    row("authorization", "abc", "${MAIL_TOKEN}");
    row("Authorization", "Basic dTpw", "Basic ${MAIL_TOKEN}");
    row("Authorization", "Bearer ${X}", "Bearer ${X}");
    row("Authorization", "Bearer ${X:-secret}", "Bearer ${X}");
    row("X-API-Key", "1", "${MAIL_API_KEY}");
    row("Cookie", "a=b", "${MAIL_COOKIE}");
    row("X-Any", "sk-proj-1", "${MAIL_ANY}");
    row("X-Any", "ghp_abcdef", "${MAIL_ANY}");
    row("X-Any", "0123456789abcdef0123456789abcdef", "${MAIL_ANY}");
    row("X-Any", "${A}0123456789abcdef0123456789abcdef", "${MAIL_ANY}");
    row("X-Region", "eu-west-1", "eu-west-1");
    row("Accept-Language", "de", "de");
    row("X-Keyboard", "qwertz", "qwertz");
    row("X-MCP-Toolsets", "repos,issues", "repos,issues");
    row("X-Any", "", "");
}

void TestForeignConfig::noSecretComesAlong()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    const ForeignServer server = one("{'url': 'http://h/mcp', 'headers': {'" + name + "': '" + value.toUtf8() + "'}}");
    QCOMPARE(server.headers.size(), 1);
    QTEST(server.headers.first().value, "expected");
    const QJsonObject headers = server.fields()[u"headers"_s].toObject();
    QTEST(headers[QString::fromUtf8(name)].toString(), "expected");
}

void TestForeignConfig::readsPiecesAndOtherEndings_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray entry = json("{'url': 'http://h/mcp'}");
    QTest::newRow("a list") << json("{'mcpServers': {'mail': ") + entry + "}}";
    QTest::newRow("with a mark and CRLF")
        << "\xEF\xBB\xBF{\r\n" + json("'mcpServers': {\r\n'mail': ") + entry + "}\r\n}";
    QTest::newRow("without the list") << json("{'mail': ") + entry + "}";
    QTest::newRow("without braces") << json("  'mail': ") + entry + ",\n";
    QTest::newRow("the list without braces") << json("'mcpServers': {'mail': ") + entry + "}";
    QTest::newRow("twice") << json("{'mcpServers': {'mail': {'command': 'x'}, 'mail': ") + entry + "}}";
    QTest::newRow("both keys") << json("{'servers': {}, 'mcpServers': {'mail': ") + entry + "}}";
    QTest::newRow("1 MiB") << QByteArray(json("{'mail': ") + entry + "}").leftJustified(maxForeignBytes);
}

void TestForeignConfig::readsPiecesAndOtherEndings()
{
    QFETCH(QByteArray, text);
    const auto config = readForeign(text);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    QCOMPARE(config->servers.size(), 1);
    QCOMPARE(config->servers.first().name, u"mail"_s);
    QCOMPARE(config->servers.first().url, u"http://h/mcp"_s);
    QVERIFY(looksForeign(text));
}

void TestForeignConfig::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &text, const char *message, int line = 0, int column = 0) {
        QTest::newRow(name) << json(text) << QString::fromUtf8(message) << line << column;
    };
    row("nothing", " \n", "There is nothing in it.");
    row("no JSON", "hello", "A value is expected here.", 1, 1);
    row("a list", "[1]", "This is JSON, but no list of MCP servers.");
    row("something else", "{'a': 1}", "There are no MCP servers in it.");
    row("an empty object", "{}", "There are no MCP servers in it.");
    row("a list of the wrong kind", "{'mcpServers': []}", "There are no MCP servers in it.");
    row("one without a name", "{'url': 'http://h/mcp'}", "This is one server without its name.");
    row("a comma too few", "{'mcpServers': {\n  'a': {}\n  'b': {}}}", "A comma or “}” is expected here.", 2, 10);
    row("in a piece", "'a': {'url' 5}", "A colon is expected behind the name “url”.", 1, 13);
    row("in a later line of a piece", "'a': {\n'url' 5}", "A colon is expected behind the name “url”.", 2, 7);
    row("cut off", "{'mcpServers': {'a': {", "The text ends before “}”.", 1, 23);
    row("deep", QByteArray("{'mcpServers':").repeated(100), "This is nested too deeply.", 1, 14 * 64 + 1);
    row("1 MiB and one", QByteArray("{}").leftJustified(maxForeignBytes + 1),
        "This is larger than 1 MiB: no list of servers is.");
}

void TestForeignConfig::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto config = readForeign(text);
    QVERIFY(!config);
    QTEST(config.error().message, "message");
    if (line == 0)
        return;
    QCOMPARE(config.error().diagnostics.size(), 1);
    QCOMPARE(config.error().diagnostics.first().line, line);
    QTEST(config.error().diagnostics.first().column, "column");
}

void TestForeignConfig::knowsFilesByTheirNames()
{
    QVERIFY(formOfPath(u"/x/claude_desktop_config.json"_s) == ForeignForm::ClaudeDesktop);
    QVERIFY(formOfPath(u"/home/a/.claude.json"_s) == ForeignForm::ClaudeCode);
    QVERIFY(formOfPath(u"/home/a/shop/.mcp.json"_s) == ForeignForm::ClaudeCode);
    QVERIFY(formOfPath(u"/home/a/.cursor/mcp.json"_s) == ForeignForm::Cursor);
    QVERIFY(formOfPath(u"/home/a/.vscode/mcp.json"_s) == ForeignForm::VsCode);
    QVERIFY(formOfPath(u"/home/a/.config/Code/User/mcp.json"_s) == ForeignForm::VsCode);
    QVERIFY(!formOfPath(u"/home/a/mcp.json"_s));
}

void TestForeignConfig::proposesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &name, const QString &expected) {
        QTest::newRow(qPrintable(name)) << name << expected;
    };
    row(u"mail"_s, u"mail"_s);
    row(u"Zuplo MCP"_s, u"Zuplo-MCP"_s);
    row(u"@acme/mail"_s, u"acme-mail"_s);
    row(u"Café"_s, u"Cafe"_s);
    row(u"--x--"_s, u"x--"_s);
    row(u"почта"_s, u"server"_s);
    row(u""_s, u"server"_s);
    row(u"taken"_s, u"taken-3"_s);
    row(QString(80, u'x'), QString(62, u'x') + u"-2"_s);
}

void TestForeignConfig::proposesNames()
{
    QFETCH(QString, name);
    const QString proposed = allowedName(name, {u"taken"_s, u"taken-2"_s, QString(64, u'x')});
    QTEST(proposed, "expected");
    QVERIFY(isServerName(proposed));
}

void TestForeignConfig::comparesWithTheCatalog()
{
    const auto catalog = readCatalog("gmail:\n  url: HTTP://localhost:80/mcp/\nnotes:\n  url: http://h/notes\n");
    QVERIFY(catalog->valid());
    const auto config = readForeign(json("{'mcpServers': {"
                                         "'gmail': {'url': 'http://localhost/mcp'},"
                                         "'my notes': {'url': 'http://h/notes'},"
                                         "'notes': {'url': 'http://h/other'},"
                                         "'notes two': {'url': 'http://h/other/'},"
                                         "'x': {'command': 'npx'}}}"));
    QVERIFY(config);
    const QList<ImportItem> plan = planImport(*config, catalog->servers);
    QCOMPARE(plan.size(), 5);
    QVERIFY(plan[0].kind == ImportItem::Kind::Present);
    QCOMPARE(plan[0].why, u"It is in the catalog already."_s);
    QCOMPARE(plan[1].why, u"Its address is in the catalog already, as notes."_s);
    QVERIFY(plan[2].kind == ImportItem::Kind::New);
    QCOMPARE(plan[2].name, u"notes-2"_s);
    QCOMPARE(plan[2].why, u"There is another notes already."_s);
    QVERIFY(plan[3].kind == ImportItem::Kind::Present);
    QCOMPARE(plan[3].why, u"It has the address of notes-2 above."_s);
    QVERIFY(plan[4].kind == ImportItem::Kind::Impossible);
}

void TestForeignConfig::everyPlannedServerCanBeAdded()
{
    for (const char *name : {"claude_desktop_config.json", "claude.json", "cursor.json", "vscode.json"}) {
        CatalogText text = CatalogText::of("gmail:\n  url: http://localhost:8002/mcp\n");
        const auto config = readForeign(file(name));
        QVERIFY(config);
        for (const ImportItem &item : planImport(*config, text.catalog->servers)) {
            if (item.kind != ImportItem::Kind::New)
                continue;
            const auto added = withServer(text, item.name, item.server.fields());
            QVERIFY2(added, added ? "" : qPrintable(added.error().message));
            text = *added;
        }
        for (const char *secret : {"tkt-", "9f8e7d", "0a1b2c3d", ": abc"})
            QVERIFY2(!text.bytes.contains(secret), text.bytes.constData());
        for (const ImportItem &item : planImport(*config, text.catalog->servers))
            QVERIFY(item.kind != ImportItem::Kind::New);
    }
}

QTEST_APPLESS_MAIN(TestForeignConfig)
#include "tst_foreign_config.moc"
