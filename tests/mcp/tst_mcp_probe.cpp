#include "core/mcp/mcp_versions.h"
#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"
#include "tests/support/test_certificate.h"

#include <QJsonDocument>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

using Kind = McpFinding::Kind;
using Era = ServerScript::Era;
using Form = ServerScript::Form;

namespace
{
const QStringList modernCalls{u"server/discover"_s, u"tools/list"_s};
const QStringList legacyCalls{u"server/discover"_s, u"initialize"_s, u"notifications/initialized"_s, u"tools/list"_s};
const QStringList laterCalls{u"ping"_s, u"tools/list"_s};
} // namespace

/// Servers that are well, of either era and in either form: what is asked, with which headers, and what is remembered.
class TestMcpProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWellBehavedServers_data();
    void understandsWellBehavedServers();
    void sendsTheHeadersOfItsEra();
    void fallsBackToAVersionThatBothSpeak_data();
    void fallsBackToAVersionThatBothSpeak();
    void followsPages_data();
    void followsPages();
    void takesTenThousandTools();
    void makesPlainTextOfNames();
    void forgetsToolsThatAreNotOfferedAnyMore_data();
    void forgetsToolsThatAreNotOfferedAnyMore();
    void readsBatches();
    void speaksTlsAndIPv6();
};

void TestMcpProbe::understandsWellBehavedServers_data()
{
    QTest::addColumn<ServerScript>("script");
    const QList<std::pair<const char *, ServerScript>> eras{
        {"modern", {.era = Era::Modern}},
        {"legacy", {.era = Era::Legacy}},
        {"legacy without sessions", {.era = Era::Legacy, .givesSessions = false}},
        {"dual", {.era = Era::Dual}}};
    for (const auto &[name, era] : eras) {
        for (const bool byteByByte : {false, true}) {
            const char *pieces = byteByByte ? ", byte by byte" : "";
            ServerScript script = era;
            script.byteByByte = byteByByte;
            QTest::addRow("%s, JSON%s", name, pieces) << script;
            script.form = Form::Sse;
            QTest::addRow("%s, SSE%s", name, pieces) << script;
            script.form = Form::NoisySse;
            QTest::addRow("%s, noise, LF%s", name, pieces) << script;
            script.newline = "\r\n";
            QTest::addRow("%s, noise, CRLF%s", name, pieces) << script;
            script.newline = "\r";
            QTest::addRow("%s, noise, CR%s", name, pieces) << script;
        }
    }
}

void TestMcpProbe::understandsWellBehavedServers()
{
    QFETCH(ServerScript, script);
    ScriptedMcpServer server(script);
    HttpClient client;
    const bool isLegacy = script.era == Era::Legacy;
    const McpFinding first = probe(client, server.url());
    QVERIFY2(first.kind == Kind::Healthy, qPrintable(textsOf(first).join(u"; "_s)));
    QCOMPARE(server.calls(), isLegacy ? legacyCalls : modernCalls);
    QCOMPARE(first.steps.size(), server.calls().size());
    QCOMPARE(first.memory.era, isLegacy ? McpMemory::Era::Legacy : McpMemory::Era::Modern);
    QCOMPARE(first.memory.version, isLegacy ? u"2025-11-25"_s : u"2026-07-28"_s);
    QCOMPARE(first.memory.serverName, u"scripted"_s);
    QCOMPARE(first.memory.serverVersion, u"1.2"_s);
    QCOMPARE(first.memory.toolNames, (QStringList{u"echo"_s, u"add"_s}));
    QCOMPARE(first.memory.toolCount, 2);
    QCOMPARE(first.memory.session, isLegacy && script.givesSessions ? "session-1" : "");
    QVERIFY(first.latencyMs >= 0);

    server.forgetCalls();
    const McpFinding second = probe(client, server.url(), first.memory);
    QCOMPARE(second.kind, Kind::Healthy);
    QCOMPARE(server.calls(), isLegacy ? laterCalls : modernCalls);
    QCOMPARE(second.memory.session, first.memory.session);
    QCOMPARE(second.memory.version, first.memory.version);
    QCOMPARE(second.memory.toolCount, 2);
    QCOMPARE(server.sessionsGiven(), first.memory.session.isEmpty() ? 0 : 1);
    for (const SeenRequest &request : server.seen())
        QCOMPARE(request.method, "POST");
    // A stream that stays open after the reply has been left.
    QTRY_VERIFY(script.form == Form::Json || server.openConnections() == 0);
}

void TestMcpProbe::sendsTheHeadersOfItsEra()
{
    // Other servers check some of it; here it is once in words.
    HttpClient client;
    ScriptedMcpServer modern({.era = Era::Modern}), legacy({.era = Era::Legacy});
    // What the catalog says never takes the place of what the protocol decides.
    const QList<HttpHeader> own{{"Authorization", "Bearer t"}, {"accept", "*/*"}, {"MCP-Session-ID", "other"}};
    QCOMPARE(probe(client, modern.url(), {}, patient, own).kind, Kind::Healthy);
    QCOMPARE(probe(client, legacy.url(), {}, patient, own).kind, Kind::Healthy);
    for (const SeenRequest &request : modern.seen() + legacy.seen()) {
        QCOMPARE(request.header("Accept"), "application/json, text/event-stream");
        QCOMPARE(request.header("Content-Type"), "application/json");
        QCOMPARE(request.header("Authorization"), "Bearer t");
        QVERIFY(request.header("Origin").isEmpty());
        QCOMPARE(request.json[u"jsonrpc"], QJsonValue(u"2.0"_s));
    }
    for (const SeenRequest &request : modern.seen()) {
        const QJsonObject meta = request.json[u"params"][u"_meta"].toObject();
        QCOMPARE(request.header("MCP-Protocol-Version"), "2026-07-28");
        QCOMPARE(meta[u"io.modelcontextprotocol/protocolVersion"].toString(), u"2026-07-28"_s);
        QCOMPARE(meta[u"io.modelcontextprotocol/clientInfo"][u"name"].toString(), u"nova-settings"_s);
        QCOMPARE(request.header("Mcp-Method"), request.rpc().toLatin1());
        QVERIFY(request.header("Mcp-Session-Id").isEmpty());
    }
    const SeenRequest initialize = legacy.seen().at(1);
    QVERIFY(initialize.header("MCP-Protocol-Version").isEmpty());
    QVERIFY(initialize.header("Mcp-Session-Id").isEmpty());
    QCOMPARE(initialize.json[u"params"][u"protocolVersion"].toString(), u"2025-11-25"_s);
    for (const SeenRequest &request : legacy.seen().sliced(2)) {
        QCOMPARE(request.header("MCP-Protocol-Version"), "2025-11-25");
        QCOMPARE(request.header("Mcp-Session-Id"), "session-1");
        QVERIFY(request.header("Mcp-Method").isEmpty());
    }
    QVERIFY(legacy.seen().at(2).isNotification());
}

void TestMcpProbe::fallsBackToAVersionThatBothSpeak_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : legacyVersions())
        QTest::newRow(qPrintable(version)) << version;
}

void TestMcpProbe::fallsBackToAVersionThatBothSpeak()
{
    QFETCH(QString, version);
    HttpClient client;
    ScriptedMcpServer server({.era = Era::Legacy, .legacyVersion = version});
    QCOMPARE(probe(client, server.url()).memory.version, version);
    // Discovery that offers it, and an error of a modern server that does.
    const QStringList offered{u"2030-01-01"_s, version};
    server.script().supported = offered;
    for (const int status : {200, 400}) {
        server.script().fault = on(u"server/discover"_s, [&](const SeenRequest &request) {
            if (status == 200)
                return jsonReply(rpcResult(request, {{u"supportedVersions"_s, QJsonArray::fromStringList(offered)}}));
            return jsonReply(rpcError(request, -32022, u"Unsupported protocol version"_s,
                                      {{u"supported"_s, QJsonArray::fromStringList(offered)}}),
                             400);
        });
        const McpFinding found = probe(client, server.url());
        QCOMPARE(found.kind, Kind::Healthy);
        QCOMPARE(found.memory.version, version);
    }
}

void TestMcpProbe::followsPages_data()
{
    QTest::addColumn<QStringList>("cursors"); // Of the first page, the second, …
    QTest::addColumn<int>("pages");
    QTest::newRow("three pages") << QStringList{u"a"_s, u"b"_s} << 3;
    QTest::newRow("an empty cursor") << QStringList{u"a"_s, u""_s, u"c"_s} << 2;
    QTest::newRow("the same again") << QStringList{u"a"_s, u"a"_s, u"a"_s} << 2;
    QTest::newRow("a circle") << QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s} << 3;
    QStringList many;
    for (int i = 0; i < 1000; ++i)
        many.append(QString::number(i));
    QTest::newRow("no end") << many << 50;
}

void TestMcpProbe::followsPages()
{
    QFETCH(QStringList, cursors);
    QFETCH(int, pages);
    for (const Era era : {Era::Modern, Era::Legacy}) {
        ScriptedMcpServer server({.era = era});
        QStringList asked;
        server.script().fault = on(u"tools/list"_s, [&](const SeenRequest &request) {
            QJsonObject result = server.script().toolList();
            if (asked.size() < cursors.size())
                result[u"nextCursor"_s] = cursors.at(asked.size());
            asked.append(request.json[u"params"][u"cursor"].toString());
            return server.script().reply(rpcResult(request, result));
        });
        HttpClient client;
        const McpFinding found = probe(client, server.url());
        QCOMPARE(found.kind, Kind::Healthy);
        QCOMPARE(asked, QStringList{QString()} + cursors.first(pages - 1));
        QCOMPARE(found.memory.toolCount, 2 * pages);
    }
}

void TestMcpProbe::takesTenThousandTools()
{
    ScriptedMcpServer server({.form = Form::Sse});
    for (int i = 0; i < 10'000; ++i)
        server.script().tools.append(u"tool-%1"_s.arg(i));
    HttpClient client;
    const McpFinding found = probe(client, server.url());
    QCOMPARE(found.kind, Kind::Healthy);
    QCOMPARE(found.memory.toolCount, 10'002);
    QCOMPARE(found.memory.toolNames.size(), maxToolNames);
}

void TestMcpProbe::makesPlainTextOfNames()
{
    for (const Era era : {Era::Modern, Era::Legacy}) {
        ScriptedMcpServer server({.era = era,
                                  .serverName = u"a\nb\u001b[31m\u202Ec\u0000d"_s + QString(5000, u'x'),
                                  .serverVersion = u"1\r\n2"_s,
                                  .tools = {u"x\ty\u0007"_s, QString(5000, u'y'), u""_s}});
        HttpClient client;
        const McpFinding found = probe(client, server.url());
        QCOMPARE(found.kind, Kind::Healthy);
        for (const QString &text : textsOf(found)) {
            QVERIFY(text.size() <= 300);
            for (const QChar c : text)
                QVERIFY2(c.isPrint(), qPrintable(text));
        }
        QCOMPARE(found.memory.serverVersion, u"1 2"_s);
        QCOMPARE(found.memory.toolNames.first(), u"x y"_s);
    }
}

void TestMcpProbe::forgetsToolsThatAreNotOfferedAnyMore_data()
{
    QTest::addColumn<Era>("era");
    QTest::newRow("modern") << Era::Modern;
    QTest::newRow("legacy") << Era::Legacy;
}

void TestMcpProbe::forgetsToolsThatAreNotOfferedAnyMore()
{
    QFETCH(Era, era);
    HttpClient client;
    ScriptedMcpServer server({.era = era});
    const McpFinding first = probe(client, server.url());
    QCOMPARE(first.memory.toolCount, 2);
    server.script().offersTools = false;
    server.forgetSessions();
    server.forgetCalls();
    const McpFinding second = probe(client, server.url(), first.memory);
    QCOMPARE(second.kind, Kind::Healthy);
    QVERIFY(!server.calls().contains(u"tools/list"_s));
    QCOMPARE(second.memory.toolCount, -1);
    QVERIFY(second.memory.toolNames.isEmpty());
}

void TestMcpProbe::readsBatches()
{
    // Revision 2025-03-26 had them.
    ScriptedMcpServer server({.era = Era::Legacy, .legacyVersion = u"2025-03-26"_s});
    server.script().fault = on(u"tools/list"_s, [&](const SeenRequest &request) {
        const QByteArray reply = QJsonDocument(rpcResult(request, server.script().toolList())).toJson();
        return httpReply(200, "application/json", "[{\"jsonrpc\":\"2.0\",\"method\":\"n\"}," + reply + "]");
    });
    HttpClient client;
    QCOMPARE(probe(client, server.url()).memory.toolCount, 2);
}

void TestMcpProbe::speaksTlsAndIPv6()
{
    const Scratch scratch(Scratch::Content::Empty);
    const TestCertificate certificate(scratch, u"good"_s);
    qputenv("SSL_CERT_FILE", QFile::encodeName(certificate.certificate()));
    HttpClient client;
    for (const Era era : {Era::Modern, Era::Legacy}) {
        ScriptedMcpServer secure({.era = era, .form = Form::NoisySse});
        secure.useTls(certificate.certificate(), certificate.key());
        QCOMPARE(probe(client, secure.url()).kind, Kind::Healthy);
        // Never from there to a plain connection.
        ScriptedMcpServer plain({.era = era});
        secure.script().fault = always(httpReply(307, {}, {}, {{"Location", plain.url().toEncoded()}}));
        QCOMPARE(probe(client, secure.url()).kind, Kind::NotMcp);
        QVERIFY(plain.seen().isEmpty());
        ScriptedMcpServer six({.era = era}, QHostAddress::LocalHostIPv6);
        QCOMPARE(probe(client, six.url()).kind, Kind::Healthy);
    }
    qunsetenv("SSL_CERT_FILE");
}

QTEST_GUILESS_MAIN(TestMcpProbe)
#include "tst_mcp_probe.moc"
