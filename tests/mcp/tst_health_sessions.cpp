#include "tests/mcp/monitoring.h"
#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Era = ServerScript::Era;

/// The sessions of legacy servers, as the monitor holds them: one at most, and none where nobody looks after it.
class TestHealthSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thousandProbesOpenOneSession();
    void endsTheSessionOfAServerThatIsSwitchedOff();
    void asksAnewWhereTheAddressChanged();
    void endsASessionThatOpensWhileItsServerLeaves();
    void findsItsWayAfterARestart();
    void stopEndsSessions();
    void stopWaitsOnlySoLong();
};

void TestHealthSessions::thousandProbesOpenOneSession()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    monitor.setServers({named(u"one"_s, server.url())});
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(checkNow(monitor), u"healthy"_s);
    QVERIFY(server.calls().count(u"ping"_s) >= 999);
    QCOMPARE(server.sessionsGiven(), 1);
    QCOMPARE(server.mostSessions(), 1);
    // The same where every session is soon forgotten, and where the answers come as streams.
    server.script().form = ServerScript::Form::Sse;
    for (int i = 0; i < 100; ++i) {
        if (i % 7 == 0)
            server.forgetSessions();
        QCOMPARE(checkNow(monitor), u"healthy"_s);
        QCOMPARE(server.openSessions(), 1);
    }
    QCOMPARE(server.mostSessions(), 1);
}

void TestHealthSessions::endsTheSessionOfAServerThatIsSwitchedOff()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    MonitoredServer entry = named(u"one"_s, server.url());
    entry.headers = {{"Authorization", u"Bearer t"_s}};
    monitor.setServers({entry});
    QCOMPARE(checkNow(monitor), u"healthy"_s);
    entry.entry.description = u"says something new"_s;
    monitor.setServers({entry});
    QCOMPARE(server.openSessions(), 1);
    entry.entry.enabled = false;
    monitor.setServers({entry});
    QCOMPARE(statusOf(monitor), u"disabled"_s);
    QTRY_COMPARE(server.openSessions(), 0);
    QCOMPARE(server.seen().last().method, "DELETE");
    QCOMPARE(server.seen().last().header("Mcp-Session-Id"), "session-1");
    QCOMPARE(server.seen().last().header("MCP-Protocol-Version"), "2025-11-25");
    QCOMPARE(server.seen().last().header("Authorization"), "Bearer t");
    QCOMPARE(checkNow(monitor), u"no answer"_s);
    entry.entry.enabled = true;
    monitor.setServers({entry});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    monitor.setServers({});
    QTRY_COMPARE(server.openSessions(), 0);
    QVERIFY(!monitor.report(u"one"_s));
}

void TestHealthSessions::asksAnewWhereTheAddressChanged()
{
    ScriptedMcpServer before({.era = Era::Legacy}), after({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    MonitoredServer entry = named(u"one"_s, before.url());
    entry.headers = {{"Authorization", u"Bearer old"_s}};
    monitor.setServers({entry});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    entry.entry.url = after.url().toString();
    entry.headers = {{"Authorization", u"Bearer new"_s}};
    monitor.setServers({entry});
    QCOMPARE(statusOf(monitor), u"checking"_s);
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    QTRY_COMPARE(before.openSessions(), 0);
    QCOMPARE(before.seen().last().header("Authorization"), "Bearer old");
    QCOMPARE(after.openSessions(), 1);
    entry.headers = {{"Authorization", u"Bearer newer"_s}}; // Asked otherwise, too.
    monitor.setServers({entry});
    QTRY_COMPARE(after.sessionsGiven(), 2);
    QTRY_COMPARE(after.openSessions(), 1);
    for (const SeenRequest &request : before.seen())
        QCOMPARE(request.header("Authorization"), "Bearer old");
}

void TestHealthSessions::endsASessionThatOpensWhileItsServerLeaves()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    server.script().fault = on(u"notifications/initialized"_s, [](const SeenRequest &) {
        WireReply late = httpReply(202, {}, {});
        late.delay = 200ms;
        return late;
    });
    HealthMonitor monitor(monitorOptions());
    monitor.setServers({named(u"one"_s, server.url())});
    Result<HealthReportPtr> answer = HealthReportPtr();
    monitor.check(u"one"_s, [&](const Result<HealthReportPtr> &report) { answer = report; });
    QTRY_COMPARE(server.openSessions(), 1);
    QTRY_VERIFY(server.calls().contains(u"notifications/initialized"_s));
    monitor.setServers({});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
    QTRY_COMPARE(server.openSessions(), 0);
}

void TestHealthSessions::findsItsWayAfterARestart()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    monitor.setServers({named(u"one"_s, server.url())});
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(checkNow(monitor), u"healthy"_s);
        server.goAway();
        server.forgetSessions();
        server.comeBack();
        QCOMPARE(checkNow(monitor), u"healthy"_s);
        QCOMPARE(server.openSessions(), 1);
    }
    QCOMPARE(server.calls().count(u"DELETE"_s), 0);
}

void TestHealthSessions::stopEndsSessions()
{
    ScriptedMcpServer quiet({.era = Era::Legacy}), busy({.era = Era::Legacy}), modern;
    busy.script().fault = on(u"notifications/initialized"_s, [](const SeenRequest &) {
        WireReply late = httpReply(202, {}, {});
        late.delay = 200ms;
        return late;
    });
    HealthMonitor monitor(monitorOptions());
    monitor.setServers({named(u"one"_s, quiet.url()), named(u"busy"_s, busy.url()), named(u"modern"_s, modern.url())});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    QTRY_COMPARE(busy.openSessions(), 1);
    monitor.stop(patient);
    QCOMPARE(quiet.openSessions(), 0);
    QCOMPARE(busy.openSessions(), 0);
    QVERIFY(!modern.calls().contains(u"DELETE"_s));
    QCOMPARE(checkNow(monitor), u"no answer"_s); // Unavailable.
}

void TestHealthSessions::stopWaitsOnlySoLong()
{
    ScriptedMcpServer server({.era = Era::Legacy}), silent({.fault = always(silence())});
    HealthMonitor monitor(monitorOptions(1min));
    monitor.setServers({named(u"one"_s, server.url()), named(u"silent"_s, silent.url())});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    server.script().fault = on(u"DELETE"_s, silence());
    QElapsedTimer timer;
    timer.start();
    monitor.stop(impatient);
    QVERIFY(timer.elapsed() < 5 * impatient.count());
    QCOMPARE(server.calls().count(u"DELETE"_s), 1);
}

QTEST_GUILESS_MAIN(TestHealthSessions)
#include "tst_health_sessions.moc"
