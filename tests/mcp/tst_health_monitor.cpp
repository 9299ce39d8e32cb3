#include "tests/mcp/monitoring.h"
#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"
#include "tests/support/free_port.h"

#include <QEventLoop>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Era = ServerScript::Era;

namespace
{

qint64 residentKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    return text.sliced(text.indexOf("VmRSS:") + 6, 20).simplified().split(' ').first().toLongLong();
}

} // namespace

/// Many servers over a long time: what is asked when, and that nothing stays behind.
class TestHealthMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMissIsNotDownAndRecoveryIsSeenAtOnce();
    void asksNobodyWhoIsOffOrCannotBeAsked();
    void asksAtMostSoManyAtOnce();
    void copesWithFiveHundredThatRefuse();
    void needsNoMoreMemoryForEndlessAnswers();
    void watchesCloselyUntilSettled();
    void keepsAFirstTurnWhereTheIntervalChanges();
    void serversMayChangeWhileAReportIsTold();
};

void TestHealthMonitor::oneMissIsNotDownAndRecoveryIsSeenAtOnce()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    QStringList told;
    connect(&monitor, &HealthMonitor::reported, this,
            [&](const QString &, const HealthReportPtr &report) { told.append(toString(report->status)); });
    monitor.setServers({named(u"one"_s, server.url())});
    QTRY_COMPARE(told.size(), 2);
    server.goAway();
    QCOMPARE(checkNow(monitor), u"degraded"_s);
    const HealthReportPtr miss = monitor.report(u"one"_s);
    QCOMPARE(miss->reason, u"refused"_s);
    QVERIFY(miss->lastHealthyAt.isValid());
    // Nobody asks for it: it is asked again long before the interval of an hour is over.
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(monitor), u"unreachable"_s, 20'000);
    QCOMPARE(monitor.report(u"one"_s)->lastHealthyAt, miss->lastHealthyAt);
    QCOMPARE(checkNow(monitor), u"unreachable"_s);
    server.comeBack();
    QCOMPARE(checkNow(monitor), u"healthy"_s);
    server.goAway();
    QCOMPARE(checkNow(monitor), u"degraded"_s); // It begins to count anew.
    QCOMPARE(server.sessionsGiven(), 1);        // It was the same server all along.
    QCOMPARE(told, (QStringList{u"checking"_s, u"healthy"_s, u"degraded"_s, u"unreachable"_s, u"unreachable"_s,
                                u"healthy"_s, u"degraded"_s}));
}

void TestHealthMonitor::asksNobodyWhoIsOffOrCannotBeAsked()
{
    ScriptedMcpServer off, missing, on;
    HealthMonitor monitor(monitorOptions());
    MonitoredServer withVariable = named(u"missing"_s, missing.url());
    withVariable.headers = {{"Authorization", u"Bearer ${NOVA_TEST_NOT_SET}"_s}};
    monitor.setServers({named(u"off"_s, off.url(), false), withVariable, named(u"on"_s, on.url())});
    monitor.watchClosely({u"off"_s, u"missing"_s, u"on"_s, u"nobody"_s});
    QTRY_VERIFY_WITH_TIMEOUT(on.calls().count(u"server/discover"_s) >= 3, 20'000);
    QVERIFY(off.seen().isEmpty());
    QVERIFY(missing.seen().isEmpty());
    QCOMPARE(statusOf(monitor, u"off"_s), u"disabled"_s);
    QCOMPARE(statusOf(monitor, u"missing"_s), u"misconfigured"_s);
    QVERIFY(monitor.report(u"missing"_s)->summary.contains(u"NOVA_TEST_NOT_SET"_s));
    QCOMPARE(checkNow(monitor, u"nobody"_s), u"no answer"_s);
}

void TestHealthMonitor::asksAtMostSoManyAtOnce()
{
    ScriptedMcpServer server({.fault = always(silence())});
    HealthMonitor monitor(monitorOptions(patient));
    QList<MonitoredServer> servers;
    for (int i = 0; i < 100; ++i)
        servers.append(named(u"server-%1"_s.arg(i), server.url()));
    monitor.setServers(servers);
    QTRY_COMPARE(server.seen().size(), 16);
    // Another monitor's whole check goes by, and still nobody else was asked.
    ScriptedMcpServer other;
    HealthMonitor clock(monitorOptions());
    clock.setServers({named(u"one"_s, other.url())});
    QCOMPARE(checkNow(clock), u"healthy"_s);
    QCOMPARE(server.seen().size(), 16);
    // Those that leave give up their places when they have ended, and those that stay get them.
    servers = servers.sliced(90);
    server.script().fault = {};
    monitor.setServers(servers);
    for (const MonitoredServer &entry : std::as_const(servers))
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(monitor, entry.entry.name), u"healthy"_s, 30'000);
}

void TestHealthMonitor::copesWithFiveHundredThatRefuse()
{
    const QUrl nobody(u"http://127.0.0.1:%1/mcp"_s.arg(freePort()));
    HealthMonitor monitor(monitorOptions());
    QList<MonitoredServer> servers;
    for (int i = 0; i < 500; ++i)
        servers.append(named(u"server-%1"_s.arg(i), nobody));
    QSet<QString> down;
    connect(&monitor, &HealthMonitor::reported, this, [&](const QString &name, const HealthReportPtr &report) {
        if (toString(report->status) == u"unreachable")
            down.insert(name);
    });
    monitor.setServers(servers);
    QTRY_COMPARE_WITH_TIMEOUT(down.size(), 500, 60'000);
    monitor.stop(patient);
}

void TestHealthMonitor::needsNoMoreMemoryForEndlessAnswers()
{
    ScriptedMcpServer json({.fault = always(endless("application/json", QByteArray(65536, ' ')))}),
        stream(
            {.fault = always(endless("text/event-stream", QByteArray("data: {}\n\n: and so on\n\n").repeated(1000)))}),
        drops({.fault = always(endless("text/event-stream", ":\n", 10ms))});
    HealthMonitor monitor(monitorOptions(1500ms));
    QList<MonitoredServer> servers;
    for (int i = 0; i < 10; ++i)
        servers << named(u"json-%1"_s.arg(i), json.url()) << named(u"stream-%1"_s.arg(i), stream.url());
    servers << named(u"one"_s, drops.url());
    monitor.setServers(servers);
    const auto round = [&] {
        QEventLoop loop;
        qsizetype waiting = servers.size();
        for (const MonitoredServer &server : std::as_const(servers))
            monitor.check(server.entry.name, [&](const auto &) {
                if (--waiting == 0)
                    loop.quit();
            });
        QTimer::singleShot(30s, &loop, &QEventLoop::quit);
        loop.exec();
        return waiting == 0;
    };
    QVERIFY(round());
    const qint64 before = residentKiB();
    for (int i = 0; i < 3; ++i)
        QVERIFY(round());
    // Whichever limit comes first on a machine that is as busy as this one.
    QVERIFY((QStringList{u"too_large"_s, u"timeout"_s}).contains(monitor.report(u"json-1"_s)->reason));
    QCOMPARE(monitor.report(u"one"_s)->reason, u"timeout"_s);
#ifndef __SANITIZE_ADDRESS__ // Which keeps what was freed for a while.
    QVERIFY2(residentKiB() - before < 24 * 1024, QByteArray::number(residentKiB() - before).constData());
#else
    Q_UNUSED(before);
#endif
}

void TestHealthMonitor::watchesCloselyUntilSettled()
{
    ScriptedMcpServer server, clock;
    HealthMonitor monitor(monitorOptions());
    monitor.setServers({named(u"one"_s, server.url()), named(u"clock"_s, clock.url())});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
    const auto asked = [](const ScriptedMcpServer &of) { return of.calls().count(u"server/discover"_s); };
    monitor.watchClosely({u"one"_s, u"clock"_s});
    QTRY_VERIFY_WITH_TIMEOUT(asked(server) >= 5, 20'000);
    server.goAway();
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(monitor), u"unreachable"_s, 20'000);
    monitor.settle({u"one"_s});
    server.comeBack();
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(monitor), u"healthy"_s, 20'000);
    server.forgetCalls();
    // Healthy three times in a row, and it is left alone; the other one shows that time went on.
    QTRY_VERIFY_WITH_TIMEOUT(asked(server) >= 2, 20'000);
    const auto then = asked(clock);
    QTRY_VERIFY_WITH_TIMEOUT(asked(clock) >= then + 4, 20'000);
    QVERIFY2(asked(server) <= 3, QByteArray::number(asked(server)).constData());
}

void TestHealthMonitor::keepsAFirstTurnWhereTheIntervalChanges()
{
    ScriptedMcpServer slow({.fault = always(silence())}), server;
    HealthMonitor::Options options = monitorOptions(impatient);
    options.maxConcurrent = 1;
    HealthMonitor monitor(options);
    MonitoredServer waiting = named(u"one"_s, server.url());
    const MonitoredServer first = named(u"slow"_s, slow.url());
    monitor.setServers({first});
    monitor.setServers({first, waiting});
    waiting.entry.intervalSeconds = 7200;
    monitor.setServers({first, waiting});
    QTRY_COMPARE(statusOf(monitor), u"healthy"_s);
}

void TestHealthMonitor::serversMayChangeWhileAReportIsTold()
{
    ScriptedMcpServer server({.era = Era::Legacy});
    HealthMonitor monitor(monitorOptions());
    MonitoredServer missing = named(u"missing"_s, server.url());
    missing.headers = {{"X", u"${NOVA_TEST_NOT_SET}"_s}};
    int told = 0;
    connect(&monitor, &HealthMonitor::reported, this, [&](const QString &, const HealthReportPtr &report) {
        if (!report->checkedAt.isValid() || ++told >= 20)
            return;
        monitor.setServers({}); // It is the report of one of those that are gone now.
        QMetaObject::invokeMethod(
            &monitor,
            [&] {
                monitor.setServers({named(u"one"_s, server.url()), missing});
            },
            Qt::QueuedConnection);
    });
    monitor.setServers({named(u"one"_s, server.url()), missing});
    QTRY_VERIFY_WITH_TIMEOUT(told >= 20, 20'000);
    monitor.setServers({});
    QTRY_COMPARE(server.openSessions(), 0);
}

QTEST_GUILESS_MAIN(TestHealthMonitor)
#include "tst_health_monitor.moc"
