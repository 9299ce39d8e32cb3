#include "tests/mcp/fault_cases.h"
#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

using Kind = McpFinding::Kind;
using Era = ServerScript::Era;
using Form = ServerScript::Form;

/// Every kind of trouble, for servers of each era and each form of reply.
class TestMcpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutWhatIsWrong_data();
    void findsOutWhatIsWrong();
    void saysNothingOfHttpToAnSshServer();
    void keepsToTheDeadlineWithEveryStepSlow();
    void namesWhereItIsPointed();
    void followsOnTheSameServerOnly_data();
    void followsOnTheSameServerOnly();
    void beginsAnewWhereTheSessionIsOver_data();
    void beginsAnewWhereTheSessionIsOver();
    void keepsTheSessionWhileAProxyHasNobodyBehindIt();
    void endsASessionWhoseHandshakeBroke_data();
    void endsASessionWhoseHandshakeBroke();
    void findsTheOtherEraAfterAChange();

private:
    QList<FaultCase> m_cases = faultsOfEverything() + faultsOfOneMethod();
};

void TestMcpFaults::findsOutWhatIsWrong_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isModern");
    QTest::addColumn<bool>("isStream");
    for (int i = 0; i < m_cases.size(); ++i) {
        for (const bool isModern : {true, false}) {
            for (const bool isStream : {true, false})
                QTest::addRow("%s, %s, %s", m_cases.at(i).name, isModern ? "modern" : "legacy",
                              isStream ? "SSE" : "JSON")
                    << i << isModern << isStream;
        }
    }
}

void TestMcpFaults::findsOutWhatIsWrong()
{
    QFETCH(int, number);
    QFETCH(bool, isModern);
    QFETCH(bool, isStream);
    const FaultCase &fault = m_cases.at(number);
    const FaultCase::Expected &expected = isModern ? fault.modern : fault.legacy;
    ServerScript script;
    script.era = isModern ? Era::Modern : Era::Legacy;
    script.form = isStream ? Form::NoisySse : Form::Json;
    script.fault = fault.fault;
    ScriptedMcpServer server(script);
    HttpClient client;
    QElapsedTimer timer;
    timer.start();
    const auto deadline = fault.hangs || expected.failure == HttpFailure::TimedOut ? impatient : patient;
    const McpFinding found = probe(client, server.url(isModern ? u"/modern"_s : u"/legacy"_s), {}, deadline);
    QStringList steps;
    for (const ProbeStep &step : found.steps)
        steps.append(step.what + u": "_s + step.found);
    const QByteArray told = steps.join(u"; "_s).toUtf8();

    QVERIFY2(timer.elapsed() < 4 * deadline.count(), QByteArray::number(timer.elapsed()).constData());
    QVERIFY2(found.kind == expected.kind, told.constData());
    QVERIFY2(found.failure == expected.failure, told.constData());
    if (expected.status != 0)
        QCOMPARE(found.status, expected.status);
    QStringList calls = server.calls();
    // What a connection that was kept open takes with it is sent once more over a new one.
    if (expected.failure == HttpFailure::Broken)
        calls.removeDuplicates();
    QCOMPARE(calls, expected.calls);
    // Every step is told, the last one says what is wrong; nothing is left running; no endpoint is asked with GET.
    QVERIFY(!found.steps.isEmpty());
    QCOMPARE(found.steps.last().fine, expected.kind == Kind::Healthy);
    QCOMPARE(client.running(), 0);
    for (const SeenRequest &request : server.seen())
        QCOMPARE(request.method, "POST");
    // What was opened is known, so that it can be ended.
    QCOMPARE(server.openSessions(), found.memory.session.isEmpty() ? 0 : 1);
    const bool isUnderstood = found.kind == Kind::Healthy || found.kind == Kind::ToolsFailed;
    if (!isUnderstood && found.memory.session.isEmpty())
        QCOMPARE(found.memory.era, McpMemory::Era::Unknown);
}

void TestMcpFaults::saysNothingOfHttpToAnSshServer()
{
    ScriptedMcpServer server({.greeting = "SSH-2.0-OpenSSH_9.2p1\r\n", .fault = always(silence())});
    HttpClient client;
    const McpFinding found = probe(client, server.url(), {}, patient);
    QCOMPARE(found.kind, Kind::NotMcp);
    QCOMPARE(found.failure, HttpFailure::NotHttp);
}

void TestMcpFaults::keepsToTheDeadlineWithEveryStepSlow()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    server.script().fault = [&server,
                             isInside = false](const SeenRequest &request) mutable -> std::optional<WireReply> {
        if (isInside || request.rpc() == u"server/discover")
            return std::nullopt;
        // Each step alone would be in time.
        WireReply slow = request.rpc() == u"initialize"
                             ? jsonReply(rpcResult(request, {{u"protocolVersion"_s, u"2025-11-25"_s},
                                                             {u"capabilities"_s, server.script().capabilities()}}))
                             : httpReply(202, {}, {});
        slow.delay = impatient * 3 / 5;
        return slow;
    };
    HttpClient client;
    QElapsedTimer timer;
    timer.start();
    const McpFinding found = probe(client, server.url(), {}, impatient);
    QCOMPARE(found.failure, HttpFailure::TimedOut);
    QVERIFY(timer.elapsed() < 3 * impatient.count());
    QCOMPARE(server.calls().last(), u"notifications/initialized"_s);
}

void TestMcpFaults::namesWhereItIsPointed()
{
    ScriptedMcpServer server(
        {.fault = always(httpReply(307, {}, {}, {{"Location", "https://me:pw@other.invalid/x?token=1#y"}}))});
    HttpClient client;
    const McpFinding found = probe(client, server.url());
    QCOMPARE(found.redirect, u"https://other.invalid/x"_s);
    QVERIFY(!textsOf(found).join(u' ').contains(u"token"));
    QVERIFY(!textsOf(found).join(u' ').contains(u"pw"));
}

void TestMcpFaults::followsOnTheSameServerOnly_data()
{
    QTest::addColumn<Era>("era");
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 307, 308}) {
        QTest::addRow("modern, %d", status) << Era::Modern << status;
        QTest::addRow("legacy, %d", status) << Era::Legacy << status;
    }
}

void TestMcpFaults::followsOnTheSameServerOnly()
{
    QFETCH(Era, era);
    QFETCH(int, status);
    ScriptedMcpServer elsewhere({.era = era});
    ScriptedMcpServer server({.era = era});
    const QByteArray other = elsewhere.url().toEncoded();
    server.script().fault = [&](const SeenRequest &request) -> std::optional<WireReply> {
        if (request.path == "/mcp")
            return httpReply(status, {}, {}, {{"Location", "/moved/"}});
        if (request.path == "/away")
            return httpReply(status, {}, {}, {{"Location", other}});
        return std::nullopt;
    };
    const QList<HttpHeader> headers{{"Authorization", "Bearer very-secret"}};
    HttpClient client;
    const McpFinding followed = probe(client, server.url(), {}, patient, headers);
    QCOMPARE(followed.kind, Kind::Healthy);
    QCOMPARE(followed.memory.url, server.url(u"/moved/"_s)); // Where a session would have to be ended.
    for (const SeenRequest &request : server.seen())
        QCOMPARE(request.header("Authorization"), "Bearer very-secret");
    QCOMPARE(probe(client, server.url(u"/away"_s), {}, patient, headers).kind, Kind::NotMcp);
    QVERIFY(elsewhere.seen().isEmpty());
}

void TestMcpFaults::beginsAnewWhereTheSessionIsOver_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isEnded"); // Whether the old one is asked to end.
    QTest::newRow("404") << Fault() << false;
    QTest::newRow("400") << on(u"ping"_s, httpReply(400, "text/plain", "Bad Request")) << true;
    QTest::newRow("500") << on(u"ping"_s, httpReply(500, {}, {})) << true;
    QTest::newRow("a page") << on(u"ping"_s, httpReply(200, "text/html", "<p>")) << true;
    QTest::newRow("404 for its tools alone") << Fault([](const SeenRequest &request) -> std::optional<WireReply> {
        if (request.rpc() == u"tools/list" && request.header("Mcp-Session-Id") == "session-1")
            return httpReply(404, {}, {});
        return std::nullopt;
    }) << true;
}

void TestMcpFaults::beginsAnewWhereTheSessionIsOver()
{
    QFETCH(Fault, fault);
    QFETCH(bool, isEnded);
    HttpClient client;
    ScriptedMcpServer server({.era = Era::Legacy});
    const McpFinding first = probe(client, server.url());
    if (!isEnded)
        server.forgetSessions();
    server.script().fault = fault;
    server.forgetCalls();
    const McpFinding second = probe(client, server.url(), first.memory);
    QVERIFY2(second.kind == Kind::Healthy, qPrintable(textsOf(second).join(u"; "_s)));
    QCOMPARE(second.memory.session, "session-2");
    QTRY_COMPARE(client.running(), 0);
    QCOMPARE(server.calls().count(u"DELETE"_s), isEnded ? 1 : 0);
    QStringList calls = server.calls();
    calls.removeAll(u"DELETE"_s);
    QCOMPARE(calls.mid(calls.indexOf(u"server/discover"_s)),
             (QStringList{u"server/discover"_s, u"initialize"_s, u"notifications/initialized"_s, u"tools/list"_s}));
    QCOMPARE(server.openSessions(), 1);
}

void TestMcpFaults::keepsTheSessionWhileAProxyHasNobodyBehindIt()
{
    for (const int status : {502, 503, 504}) {
        HttpClient client;
        ScriptedMcpServer server({.era = Era::Legacy});
        const McpFinding first = probe(client, server.url());
        server.script().fault = always(httpReply(status, {}, {}));
        const McpFinding second = probe(client, server.url(), first.memory);
        QCOMPARE(second.kind, Kind::NoAnswer);
        QCOMPARE(second.status, status);
        server.script().fault = {};
        const McpFinding third = probe(client, server.url(), second.memory);
        QCOMPARE(third.kind, Kind::Healthy);
        QTRY_COMPARE(client.running(), 0);
        QCOMPARE(server.openSessions(), 1);
        QCOMPARE(server.sessionsGiven(), 1);
    }
}

void TestMcpFaults::endsASessionWhoseHandshakeBroke_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("the reply to initialize never came") << u"initialize"_s;
    QTest::newRow("initialized was not taken") << u"notifications/initialized"_s;
}

void TestMcpFaults::endsASessionWhoseHandshakeBroke()
{
    QFETCH(QString, method);
    HttpClient client;
    ScriptedMcpServer server({.era = Era::Legacy, .form = Form::Sse});
    // As servers do that are still waking up: the head of the stream, with the session in it, and then nothing.
    server.script().stallsInInitialize = method == u"initialize";
    if (method != u"initialize")
        server.script().fault = on(method, silence());
    const McpFinding first = probe(client, server.url(), {}, impatient);
    QCOMPARE(first.kind, Kind::NoAnswer);
    QVERIFY(!first.memory.session.isEmpty());
    QCOMPARE(server.openSessions(), 1);
    server.script().stallsInInitialize = false;
    server.script().fault = {};
    server.forgetCalls();
    const McpFinding second = probe(client, server.url(), first.memory);
    QVERIFY2(second.kind == Kind::Healthy, qPrintable(textsOf(second).join(u"; "_s)));
    QCOMPARE(second.memory.version, u"2025-11-25"_s);
    QCOMPARE(second.memory.serverName, u"scripted"_s);
    QTRY_COMPARE(client.running(), 0);
    QCOMPARE(server.calls().count(u"DELETE"_s), 1);
    QCOMPARE(server.openSessions(), 1);
}

void TestMcpFaults::findsTheOtherEraAfterAChange()
{
    HttpClient client;
    ScriptedMcpServer server({.era = Era::Legacy});
    McpFinding found = probe(client, server.url());
    server.script().era = Era::Modern;
    server.forgetSessions();
    found = probe(client, server.url(), found.memory);
    QCOMPARE(found.kind, Kind::Healthy);
    QCOMPARE(found.memory.version, u"2026-07-28"_s);
    QVERIFY(found.memory.session.isEmpty());
    server.script().era = Era::Legacy;
    found = probe(client, server.url(), found.memory);
    QCOMPARE(found.kind, Kind::Healthy);
    QCOMPARE(found.memory.version, u"2025-11-25"_s);
    server.script().serverName = u"dual"_s;
    server.script().era = Era::Dual; // The session goes on: nothing says that it should not.
    found = probe(client, server.url(), found.memory);
    QCOMPARE(found.kind, Kind::Healthy);
    QTRY_COMPARE(client.running(), 0);
}

QTEST_GUILESS_MAIN(TestMcpFaults)
#include "tst_mcp_faults.moc"
