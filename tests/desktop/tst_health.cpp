#include "app/desktop/desktop_app.h"
#include "app/desktop/health_alerts.h"
#include "tests/desktop/fake_notifications.h"
#include "tests/qml/fake_nova.h"

#include <QApplication>
#include <QDir>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

/// The health of servers in the real window: rows, cards, details, a restart; and the alerts.
class TestHealth : public QObject
{
    Q_OBJECT

    static ServerEntry entry(const QString &name, const QString &description, const QString &service = {})
    {
        ServerEntry entry = FakeNova::server(name, name != u"notion");
        entry.description = description;
        entry.service = service;
        return entry;
    }
    static QList<ServerEntry> servers();
    static void fill(FakeNova &nova);
    static bool shown(DesktopApp &desktop)
    {
        // A pointer that happens to be over the list would hold its order.
        const bool active = QTest::qWaitForWindowActive(desktop.window());
        QCursor::setPos(0, 0);
        QTest::mouseMove(desktop.window(), QPoint(4, 4));
        return active;
    }
    static QList<HealthBarSlot> bar(int latencyMs, HealthStatus last);
    static QQuickItem *item(DesktopApp &desktop, const QString &name)
    {
        return find(*desktop.window()->contentItem(), name);
    }
    static QQuickItem *find(QQuickItem &within, const QString &name);
    static QQuickItem *card(DesktopApp &desktop, const QString &server);
    static void click(DesktopApp &desktop, QQuickItem &target);
    static void key(DesktopApp &desktop, Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(desktop.window(), key, with);
    }
    static bool picture(DesktopApp &desktop, const QString &name)
    {
        QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
        return desktop.window()->grabWindow().save(QStringLiteral(NOVA_SCREENSHOTS "/%1.png").arg(name));
    }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void showsEveryState_data();
    void showsEveryState();
    void theKeyboardOpensChecksAndCloses();
    void detailsFollowTheServer();
    void aRestartSaysWhatItDoesAndCanBeLeft();
    void filtersByState();
    void fitsANarrowWindow();
    void alertsDoNotSwallowThePrompt();
    void alertsCanBeSwitchedOff();
};

QList<HealthBarSlot> TestHealth::bar(int latencyMs, HealthStatus last)
{
    QList<HealthBarSlot> bar;
    for (int slot = 0; slot < HealthState::barSlots; ++slot) {
        const bool known = slot > 3;
        const bool recent = slot > 20;
        const int wave = latencyMs + latencyMs * (slot * 7 % 5) / 8;
        const HealthStatus status = recent ? last : HealthStatus::Healthy;
        if (known)
            bar.append({status, status == HealthStatus::Unreachable ? -1 : wave});
        else
            bar.append({HealthStatus::Checking, -1});
    }
    return bar;
}

QList<ServerEntry> TestHealth::servers()
{
    return {entry(u"gmail"_s, u"Read, search and draft e-mail"_s, u"mcp_gmail"_s),
            entry(u"calendar"_s, u"Appointments and free slots"_s, u"mcp_calendar"_s),
            entry(u"search"_s, u"Search the web and fetch pages"_s),
            entry(u"files"_s, u"Read and write the shared project folder"_s),
            entry(u"tickets"_s, u"Issues of the team"_s),
            entry(u"wiki"_s, u"The company's wiki"_s),
            entry(u"weather"_s, u"Forecasts"_s),
            entry(u"notion"_s, u"Pages and databases of the team's Notion"_s)};
}

void TestHealth::fill(FakeNova &nova)
{
    nova.setServers(servers());
    const auto give = [&nova](const QString &name, HealthReport report, const QString &summary, const QString &action,
                              int latencyMs) {
        report.summary = summary;
        report.action = action;
        report.since = QDateTime(QDate::currentDate(), QTime(0, 1));
        nova.setReport(name, report, bar(latencyMs, report.status));
    };
    HealthReport well = FakeNova::report(HealthStatus::Healthy);
    well.protocolVersion = u"2025-06-18"_s;
    well.serverName = u"Gmail MCP Server"_s;
    well.serverVersion = u"1.4.2"_s;
    well.toolNames = QStringList{u"search_mail"_s, u"read_mail"_s, u"draft_mail"_s, u"list_labels"_s};
    give(u"gmail"_s, well, u"Ready with 14 tools."_s, {}, 20);
    HealthReport down = FakeNova::report(HealthStatus::Unreachable, u"refused"_s);
    down.detail = u"connect to 127.0.0.1:8003: Connection refused"_s;
    down.lastHealthyAt = QDateTime::currentDateTimeUtc().addSecs(-1200);
    give(u"calendar"_s, down, u"Nothing listens there: the connection was refused."_s,
         u"Start the server, or correct the port in «url»."_s, 30);
    well.toolCount = 3;
    well.latencyMs = 141;
    well.protocolVersion = u"2026-07-28"_s;
    give(u"search"_s, well, u"Ready with 3 tools."_s, {}, 140);
    give(u"files"_s, FakeNova::report(HealthStatus::AuthRequired, u"credentials_missing"_s),
         u"It is up and wants credentials (HTTP 401)."_s,
         u"Put them into «headers», such as { Authorization: \"Bearer ${MY_TOKEN}\" }."_s, 15);
    HealthReport slow = FakeNova::report(HealthStatus::Degraded, u"slow"_s);
    slow.latencyMs = 2300;
    slow.toolCount = 8;
    give(u"tickets"_s, slow, u"It works, but far slower than usual."_s, u"See what keeps the server busy."_s, 80);
    give(u"wiki"_s, FakeNova::report(HealthStatus::Degraded, u"timeout"_s),
         u"No answer within 5 s. It is asked again at once."_s, u"See what keeps the server busy."_s, 60);
    RestartState restarts;
    restarts.allowed = QStringList{u"mcp_gmail"_s, u"mcp_calendar"_s};
    nova.setRestarts(restarts);
    nova.history.name = u"calendar"_s;
    nova.history.uptime24h = 97.31;
    nova.history.uptime30d = 99.92;
    nova.history.p50Ms = 31;
    nova.history.p95Ms = 88;
    const QDateTime day(QDate::currentDate(), QTime(0, 0));
    nova.history.outages = {{day.addDays(-4).addSecs(9 * 3600), day.addDays(-4).addSecs(9 * 3600 + 200),
                             HealthStatus::Unreachable, u"No answer within 5 s."_s},
                            {QDateTime::currentDateTimeUtc().addSecs(-1190),
                             {},
                             HealthStatus::Unreachable,
                             u"Nothing listens there: the connection was refused."_s}};
}

QQuickItem *TestHealth::find(QQuickItem &within, const QString &name)
{
    const QList<QQuickItem *> children = within.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (child->objectName() == name)
            return child;
        if (QQuickItem *found = find(*child, name))
            return found;
    }
    return nullptr;
}

QQuickItem *TestHealth::card(DesktopApp &desktop, const QString &server)
{
    QQuickItem *grid = item(desktop, u"healthGrid"_s);
    if (!grid)
        return nullptr;
    const QList<QQuickItem *> cards = grid->property("contentItem").value<QQuickItem *>()->childItems();
    for (QQuickItem *candidate : cards) {
        if (candidate->isVisible() && candidate->property("name").toString() == server)
            return candidate;
    }
    return nullptr;
}

void TestHealth::click(DesktopApp &desktop, QQuickItem &target)
{
    const QPointF middle = target.mapToScene(QPointF(target.width() / 2, target.height() / 2));
    QTest::mouseClick(desktop.window(), Qt::LeftButton, {}, middle.toPoint());
}

void TestHealth::showsEveryState_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void TestHealth::showsEveryState()
{
    QFETCH(const QString, theme);
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {.theme = theme});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(item(desktop, u"serverList"_s));
    QVERIFY(picture(desktop, u"health-rows-"_s + theme));
    key(desktop, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(card(desktop, u"calendar"_s));
    // Those that need a person come first.
    QQuickItem *first = card(desktop, u"calendar"_s);
    QCOMPARE(first->property("index").toInt(), 0);
    QCOMPARE(find(*first, u"words"_s)->property("text").toString(), u"cannot be reached since 00:01"_s);
    QVERIFY(picture(desktop, u"health-grid-"_s + theme));
    QTRY_VERIFY(card(desktop, u"gmail"_s));
    QCOMPARE(card(desktop, u"gmail"_s)->property("words").toString(), u"14 tools · 23 ms"_s);
    click(desktop, *find(*first, u"words"_s));
    QTRY_VERIFY(item(desktop, u"detailsPane"_s));
    QTRY_VERIFY(item(desktop, u"outage"_s));
    QVERIFY(picture(desktop, u"health-details-"_s + theme));
    key(desktop, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(item(desktop, u"serverList"_s));
    QVERIFY(picture(desktop, u"health-rows-details-"_s + theme));
}

void TestHealth::theKeyboardOpensChecksAndCloses()
{
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {});
    QVERIFY(shown(desktop));
    for (const auto &[page, list] : {std::pair(Qt::Key_1, u"serverList"_s), std::pair(Qt::Key_3, u"healthGrid"_s)}) {
        nova.askedChecks.clear();
        key(desktop, page, Qt::ControlModifier);
        QTRY_VERIFY(item(desktop, list) && item(desktop, list)->hasActiveFocus());
        key(desktop, Qt::Key_Home);
        key(desktop, Qt::Key_R);
        QCOMPARE(nova.askedChecks, QStringList{u"calendar"_s});
        nova.checkReplies.last()(std::make_shared<HealthReport>());
        key(desktop, Qt::Key_Return);
        QTRY_VERIFY(item(desktop, u"detailsPane"_s));
        QCOMPARE(item(desktop, u"detailsName"_s)->property("text").toString(), u"calendar"_s);
        key(desktop, Qt::Key_J);
        QTRY_COMPARE(item(desktop, u"detailsName"_s)->property("text").toString(), u"files"_s);
        key(desktop, Qt::Key_Escape);
        QTRY_VERIFY(!item(desktop, u"detailsPane"_s));
        QTRY_VERIFY(item(desktop, list)->hasActiveFocus());
    }
}

void TestHealth::detailsFollowTheServer()
{
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(item(desktop, u"serverList"_s)->hasActiveFocus());
    key(desktop, Qt::Key_Home);
    key(desktop, Qt::Key_Return);
    QTRY_VERIFY(item(desktop, u"detailsAction"_s));
    nova.setReport(u"calendar"_s, FakeNova::report(HealthStatus::Healthy));
    QTRY_COMPARE(item(desktop, u"detailsWords"_s)->property("text").toString(), u"14 tools · 23 ms"_s);
    QTRY_VERIFY(!item(desktop, u"detailsAction"_s));
    QVERIFY(picture(desktop, u"health-followed"_s));
    // The keyboard's place went along with it, to where it stands in the file.
    QTRY_COMPARE(item(desktop, u"serverList"_s)->property("currentIndex").toInt(), 3);
    nova.setServers({FakeNova::server(u"gmail"_s)}, u"r2"_s);
    QTRY_VERIFY(!item(desktop, u"detailsPane"_s));
}

void TestHealth::aRestartSaysWhatItDoesAndCanBeLeft()
{
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {.theme = u"light"_s});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(item(desktop, u"serverList"_s)->hasActiveFocus());
    const auto inDialog = [&desktop](const QString &name) { return item(desktop, name); };

    const auto opened = [&] {
        QQuickItem *dialog = inDialog(u"restartDialog"_s);
        return dialog && dialog->opacity() > 0.99;
    };
    key(desktop, Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(opened());
    QCOMPARE(inDialog(u"restartTitle"_s)->property("text").toString(), u"Restart mcp_calendar?"_s);
    QCOMPARE(nova.askedRestarts.size(), 0);
    QTRY_VERIFY(inDialog(u"restartGo"_s)->hasActiveFocus());
    QVERIFY(picture(desktop, u"restart-before"_s));
    key(desktop, Qt::Key_Return);
    QCOMPARE(nova.askedRestarts.size(), 1);
    RestartState restarts = *nova.state()->restarts;
    RestartRun run;
    run.service = u"mcp_calendar"_s;
    run.servers = QStringList{u"calendar"_s};
    run.startedAt = QDateTime::currentDateTimeUtc();
    run.output = u" Container mcp_calendar  Restarting\n"_s;
    run.elapsedMs = 4000;
    restarts.runs = {run};
    nova.setRestarts(restarts);
    QTRY_VERIFY(inDialog(u"restartOutput"_s)->property("text").toString().contains(u"Restarting"_s));
    QVERIFY(picture(desktop, u"restart-running"_s));
    key(desktop, Qt::Key_Escape);
    QTRY_VERIFY(!inDialog(u"restartDialog"_s));
    QTRY_VERIFY(item(desktop, u"serverList"_s)->hasActiveFocus());
    key(desktop, Qt::Key_R, Qt::ShiftModifier); // Comes back to it.
    QTRY_VERIFY(opened());
    QCOMPARE(nova.askedRestarts.size(), 1);
    run.state = RestartRun::State::Succeeded;
    run.output += u" Container mcp_calendar  Started\n"_s;
    run.elapsedMs = 11'000;
    restarts.runs = {run};
    nova.setRestarts(restarts);
    QTRY_COMPARE(inDialog(u"restartTitle"_s)->property("text").toString(), u"mcp_calendar was restarted in 11 s."_s);
    QVERIFY(picture(desktop, u"restart-done"_s));
}

void TestHealth::filtersByState()
{
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {});
    QVERIFY(shown(desktop));
    key(desktop, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(card(desktop, u"gmail"_s));
    click(desktop, *item(desktop, u"showOff"_s));
    QTRY_VERIFY(!card(desktop, u"gmail"_s));
    QTRY_VERIFY(card(desktop, u"notion"_s));
    click(desktop, *item(desktop, u"showNeeding"_s));
    QTRY_VERIFY(!card(desktop, u"notion"_s));
    QCOMPARE(item(desktop, u"healthGrid"_s)->property("count").toInt(), 3);
}

void TestHealth::fitsANarrowWindow()
{
    FakeNova nova;
    fill(nova);
    DesktopApp desktop(nova, {.theme = u"light"_s});
    QVERIFY(shown(desktop));
    desktop.window()->resize(desktop.window()->minimumSize());
    QTRY_COMPARE(desktop.window()->contentItem()->width(), desktop.window()->minimumWidth());
    QTRY_VERIFY(item(desktop, u"serverList"_s)->hasActiveFocus());
    QVERIFY(picture(desktop, u"health-rows-narrow"_s));
    key(desktop, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(card(desktop, u"calendar"_s));
    QVERIFY(picture(desktop, u"health-grid-narrow"_s));
    key(desktop, Qt::Key_Return);
    QTRY_VERIFY(item(desktop, u"detailsPane"_s));
    QVERIFY(!item(desktop, u"healthGrid"_s)); // No room for both.
    QVERIFY(picture(desktop, u"health-details-narrow"_s));
    key(desktop, Qt::Key_Escape);
    QTRY_VERIFY(item(desktop, u"healthGrid"_s) && item(desktop, u"healthGrid"_s)->hasActiveFocus());
}

void TestHealth::alertsDoNotSwallowThePrompt()
{
    FakeNotifications service;
    QVERIFY(service.isListening());
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    DesktopApp desktop(nova, {});
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    nova.publish(EventType::PromptUpdated, {{u"origin"_s, u"file"_s}, {u"path"_s, u"/here/P.md"_s}, {u"added"_s, 1}});
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Unreachable));
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown[1].title, u"gmail cannot be reached"_s);
    QCOMPARE(service.shown[1].replaces, 0U);
    QVERIFY(service.shown[0].id != service.shown[1].id);
}

void TestHealth::alertsCanBeSwitchedOff()
{
    FakeNotifications service;
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s)});
    DesktopApp silent(nova, {.healthAlerts = false});
    DesktopApp muting(nova, {.mutedServers = QStringList{u"gmail"_s}});
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Unreachable));
    nova.setReport(u"files"_s, FakeNova::report(HealthStatus::Unreachable));
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown[0].title, u"files cannot be reached"_s);
}

} // namespace nova::test

int main(int argc, char **argv)
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    nova::test::TestHealth test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_health.moc"
