#include "app/desktop/app_icon.h"
#include "app/desktop/tray.h"
#include "tests/qml/fake_nova.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The menu of the tray icon: a switch for each server, which shows what is.
class TestTray : public QObject
{
    Q_OBJECT

    static QAction *entry(const Tray &tray, const QString &text)
    {
        const QList<QAction *> actions = tray.menu().actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void listsTheServers();
    void aTickAsksAndFollows();
    void opensAndQuits();
    void theIconShowsThatSomethingIsWrong();
    void saysHowEverythingIs();
    void tellsALostRedisFromABadServer();
    void saysThatANovaElsewhereIsAway();
    void pausesNotifications();
};

void TestTray::listsTheServers()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"notion"_s, false)});
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    QVERIFY(entry(tray, u"gmail"_s)->isChecked());
    QVERIFY(!entry(tray, u"notion"_s)->isChecked());
    nova.setServers({FakeNova::server(u"notion"_s), FakeNova::server(u"files"_s)}, u"r2"_s);
    QVERIFY(!entry(tray, u"gmail"_s));
    QVERIFY(entry(tray, u"notion"_s)->isChecked());
    QVERIFY(entry(tray, u"files"_s)->isChecked());
}

void TestTray::aTickAsksAndFollows()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    entry(tray, u"gmail"_s)->trigger();
    QCOMPARE(nova.asked.size(), 1);
    QCOMPARE(nova.asked[0].command.enabled, false);
    QVERIFY(!entry(tray, u"gmail"_s)->isChecked());
    nova.asked[0].reply(failure(ErrorCode::NoSpace, u"The disk is full."_s));
    QTRY_VERIFY(entry(tray, u"gmail"_s)->isChecked());
}

void TestTray::opensAndQuits()
{
    FakeNova nova;
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    QSignalSpy open(&tray, &Tray::openRequested);
    QSignalSpy quit(&tray, &Tray::quitRequested);
    entry(tray, u"Open Nova Settings"_s)->trigger();
    entry(tray, u"Quit"_s)->trigger();
    QCOMPARE(open.size(), 1);
    QCOMPARE(quit.size(), 1);
}

void TestTray::theIconShowsThatSomethingIsWrong()
{
    QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
    const QImage well = appIcon().pixmap(64).toImage();
    const QImage degraded = appIcon(Badge::Degraded).pixmap(64).toImage();
    const QImage down = appIcon(Badge::Down).pixmap(64).toImage();
    QVERIFY(well.save(QStringLiteral(NOVA_SCREENSHOTS "/icon.png")));
    QVERIFY(degraded.save(QStringLiteral(NOVA_SCREENSHOTS "/icon-degraded.png")));
    QVERIFY(down.save(QStringLiteral(NOVA_SCREENSHOTS "/icon-down.png")));
    QVERIFY(well != degraded);
    QVERIFY(degraded != down);
    QVERIFY(well != down);
    QVERIFY(qAlpha(well.pixel(32, 32)) == 255);
}

void TestTray::saysHowEverythingIs()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"notes"_s), FakeNova::server(u"off"_s, false)});
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    QVERIFY(tray.badge() == Badge::None);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    nova.setReport(u"notes"_s, FakeNova::report(HealthStatus::Unreachable));
    QVERIFY(tray.badge() == Badge::Degraded);
    QCOMPARE(tray.toolTip(), u"Nova Settings: 2 on · 1 needs you · 1 off\nNeeds you: notes"_s);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::AuthRequired));
    QVERIFY(tray.badge() == Badge::Down);
    QVERIFY2(tray.toolTip().endsWith(u"No server that is on can be used."_s), qPrintable(tray.toolTip()));
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    nova.setReport(u"notes"_s, FakeNova::report(HealthStatus::Healthy));
    QVERIFY(tray.badge() == Badge::None);
    QCOMPARE(tray.toolTip(), u"Nova Settings: 2 on · 1 off"_s);
}

void TestTray::tellsALostRedisFromABadServer()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    RedisStatus redis;
    redis.state = RedisStatus::State::Reconnecting;
    nova.setRedis(redis);
    QVERIFY(tray.badge() == Badge::Cut);
    QVERIFY2(tray.toolTip().contains(u"Redis is away"_s), qPrintable(tray.toolTip()));
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"notes"_s)}, u"r2"_s);
    nova.setReport(u"notes"_s, FakeNova::report(HealthStatus::AuthRequired));
    QVERIFY(tray.badge() == Badge::Degraded);
    QVERIFY(entry(tray, u"notes · wants credentials"_s));
}

void TestTray::saysThatANovaElsewhereIsAway()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Unreachable));
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    QVERIFY(tray.badge() == Badge::Down);
    LinkState link{LinkState::Phase::Away, u"http://nova-2"_s, u"No answer."_s, QDateTime::currentDateTimeUtc()};
    nova.setLink(link);
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"notes"_s)}, u"r2"_s);
    QVERIFY(tray.badge() == Badge::Cut);
    QVERIFY2(tray.toolTip().startsWith(u"Nova Settings: nova-2 cannot be reached since "_s),
             qPrintable(tray.toolTip()));
    QVERIFY(!entry(tray, u"notes"_s)->isEnabled());
    link.phase = LinkState::Phase::Connected;
    nova.setLink(link);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    QVERIFY(tray.badge() == Badge::None);
    QCOMPARE(tray.toolTip(), u"Nova Settings: nova-2: 2 on · 0 off"_s);
    QVERIFY(entry(tray, u"notes"_s)->isEnabled());
}

void TestTray::pausesNotifications()
{
    FakeNova nova;
    ServersModel servers(nova);
    const StatusModel status(nova);
    NotificationPause pause;
    const Tray tray(servers, status, pause);
    const QAction *menu = entry(tray, u"Pause notifications"_s);
    QVERIFY(menu && menu->isVisible());
    menu->menu()->actions().last()->trigger();
    QVERIFY(pause.isActive());
    QVERIFY(!menu->isVisible());
    QAction *resume = entry(tray, u"Resume notifications"_s);
    QVERIFY(resume && resume->isVisible());
    resume->trigger();
    QVERIFY(!pause.isActive());
    menu->menu()->actions().first()->trigger();
    QVERIFY(pause.until().isValid());
    pause.pauseFor(std::chrono::milliseconds(1));
    QTRY_VERIFY(!pause.isActive()); // It ends by itself.
    QVERIFY(menu->isVisible());
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestTray)
#include "tst_tray.moc"
