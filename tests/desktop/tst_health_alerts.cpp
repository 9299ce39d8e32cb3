#include "app/desktop/health_alerts.h"
#include "app/desktop/health_notices.h"
#include "app/desktop/prompt_notices.h"
#include "app/remote/switched_nova.h"
#include "tests/qml/fake_nova.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

/// When people are told of servers that go and come back; on a clock that the test moves.
class TestHealthAlerts : public QObject
{
    Q_OBJECT

    /// Servers, the alerts about them, and the clock.
    struct Scene {
        explicit Scene(const QStringList &names, const HealthAlerts::Options &options = {})
            : alerts(options, 0ms)
        {
            QList<ServerEntry> servers;
            for (const QString &name : names)
                servers.append(FakeNova::server(name));
            nova.setServers(servers);
        }
        void see(const QString &name, HealthStatus status, const QString &reason = u"refused"_s)
        {
            nova.setReport(name, FakeNova::report(status, reason));
            alerts.take(*nova.state(), now);
        }
        /// What is told while that much time passes.
        QStringList pass(std::chrono::milliseconds time)
        {
            QStringList told;
            const auto end = now + time;
            while (true) {
                if (const auto notice = alerts.tell(now))
                    told << notice->title << notice->text;
                const auto next = alerts.next();
                if (!next || *next > end)
                    break;
                now = std::max(now, *next);
            }
            now = end;
            return told;
        }

        FakeNova nova;
        HealthAlerts alerts;
        HealthAlerts::Time now{0};
    };

    static QStringList down(const QString &name)
    {
        return {name + u" cannot be reached"_s, u"Open Nova Settings to see why."_s};
    }
    static QStringList back(const QString &name) { return {name + u" is back"_s, u"Nothing else is down."_s}; }

private Q_SLOTS:
    void anotherNovaIsNoNews();
    void messagesNameTheMachine();
    void tellsThatOneWentAndCameBack();
    void oneThatFlapsTellsNothingTwice();
    void manyAtOnceAreOneMessage();
    void theLaterMessageHoldsForAll();
    void theFirstLookIsSilentWhereAllIsWell();
    void theFirstLookTellsOnceWhatIsDown();
    void theFirstLookDoesNotWaitForever();
    void onlyTheHealthyAreBack();
    void nothingOfWhatIsOffGoneOrMuted();
    void aRestartIsNoNews();
    void offersWhatCanBeDone();
};

void TestHealthAlerts::tellsThatOneWentAndCameBack()
{
    Scene scene({u"gmail"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1h), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1900ms), QStringList());
    QCOMPARE(scene.pass(200ms), down(u"gmail"_s));
    QCOMPARE(scene.pass(1h), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1h), back(u"gmail"_s));
}

void TestHealthAlerts::oneThatFlapsTellsNothingTwice()
{
    Scene scene({u"gmail"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(2s), down(u"gmail"_s));
    // Longer each time than what goes together, and all within the quiet after the message.
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(3s), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(3s), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(3s), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1h), QStringList()); // It is as it was told.
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"gmail"_s, HealthStatus::Unreachable); // Within a moment: nothing at all.
    QCOMPARE(scene.pass(1h), QStringList());
}

void TestHealthAlerts::manyAtOnceAreOneMessage()
{
    const QStringList names{u"gmail"_s, u"notes"_s, u"a"_s, u"b"_s, u"c"_s, u"well"_s};
    Scene scene(names);
    for (const QString &name : names)
        scene.see(name, HealthStatus::Healthy);
    for (const QString &name : names.first(5)) {
        scene.see(name, HealthStatus::Unreachable);
        QCOMPARE(scene.pass(300ms), QStringList());
    }
    QCOMPARE(scene.pass(1h), QStringList({u"5 servers cannot be reached: gmail, notes and 3 more"_s,
                                          u"Open Nova Settings to see why."_s}));
    for (const QString &name : names.first(5))
        scene.see(name, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1h),
             QStringList({u"5 servers are back: gmail, notes and 3 more"_s, u"Nothing else is down."_s}));
}

void TestHealthAlerts::theLaterMessageHoldsForAll()
{
    Scene scene({u"gmail"_s, u"notes"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"notes"_s, HealthStatus::Healthy);
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1min), down(u"gmail"_s));
    scene.see(u"notes"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1min), QStringList({u"notes cannot be reached"_s, u"Still down: gmail."_s}));
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1min), QStringList({u"gmail is back"_s, u"Still down: notes."_s}));
}

void TestHealthAlerts::theFirstLookIsSilentWhereAllIsWell()
{
    Scene scene({u"gmail"_s, u"notes"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"notes"_s, HealthStatus::AuthRequired);
    QCOMPARE(scene.pass(1h), QStringList());
}

void TestHealthAlerts::theFirstLookTellsOnceWhatIsDown()
{
    Scene scene({u"gmail"_s, u"notes"_s, u"files"_s});
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    scene.see(u"files"_s, HealthStatus::Degraded); // One miss: not over yet.
    QCOMPARE(scene.pass(10s), QStringList());
    scene.see(u"notes"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(10s), QStringList());
    scene.see(u"files"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(10s),
             QStringList({u"2 servers cannot be reached: gmail and files"_s, u"Open Nova Settings to see why."_s}));
}

void TestHealthAlerts::theFirstLookDoesNotWaitForever()
{
    Scene scene({u"gmail"_s, u"notes"_s});
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(59s), QStringList());
    QCOMPARE(scene.pass(2s), down(u"gmail"_s));
}

void TestHealthAlerts::onlyTheHealthyAreBack()
{
    Scene scene({u"gmail"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1min), down(u"gmail"_s));
    scene.see(u"gmail"_s, HealthStatus::AuthRequired);
    QCOMPARE(scene.pass(1min), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1min), back(u"gmail"_s));
}

void TestHealthAlerts::nothingOfWhatIsOffGoneOrMuted()
{
    HealthAlerts::Options options;
    options.muted = QStringList{u"muted"_s};
    Scene scene({u"gmail"_s, u"muted"_s, u"gone"_s}, options);
    for (const QString &name : {u"gmail"_s, u"muted"_s, u"gone"_s})
        scene.see(name, HealthStatus::Healthy);
    scene.see(u"muted"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(1min), QStringList());
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    scene.see(u"gone"_s, HealthStatus::Unreachable);
    scene.nova.setServers({FakeNova::server(u"gmail"_s, false), FakeNova::server(u"muted"_s)}, u"r2"_s);
    scene.see(u"muted"_s, HealthStatus::Healthy);
    QCOMPARE(scene.pass(1min), QStringList());
}

void TestHealthAlerts::aRestartIsNoNews()
{
    Scene scene({u"gmail"_s});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    RestartRun run;
    run.service = u"mcp_gmail"_s;
    run.servers = QStringList{u"gmail"_s};
    RestartState restarts;
    restarts.runs = {run};
    scene.nova.setRestarts(restarts);
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(scene.pass(50s), QStringList());
    restarts.runs[0].state = RestartRun::State::Failed;
    scene.nova.setRestarts(restarts);
    scene.alerts.take(*scene.nova.state(), scene.now);
    QCOMPARE(scene.pass(1min), down(u"gmail"_s)); // And it stayed away.
}

void TestHealthAlerts::offersWhatCanBeDone()
{
    Scene scene({u"gmail"_s, u"notes"_s});
    ServerEntry gmail = FakeNova::server(u"gmail"_s);
    gmail.service = u"mcp_gmail"_s;
    scene.nova.setServers({gmail, FakeNova::server(u"notes"_s)});
    scene.nova.setRestarts({{u"mcp_gmail"_s}, {}});
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"notes"_s, HealthStatus::Healthy);
    const auto actionsOfNext = [&scene] {
        scene.now = *scene.alerts.next();
        const auto notice = scene.alerts.tell(scene.now);
        QStringList keys{notice->server};
        for (const NoticeAction &action : notice->actions)
            keys << action.key;
        return keys;
    };
    scene.see(u"gmail"_s, HealthStatus::Unreachable);
    QCOMPARE(actionsOfNext(), (QStringList{u"gmail"_s, u"check"_s, u"restart"_s, u"pause"_s}));
    scene.see(u"notes"_s, HealthStatus::Unreachable);
    QCOMPARE(actionsOfNext(), (QStringList{u"notes"_s, u"check"_s, u"pause"_s}));
    scene.now += 1h;
    scene.see(u"gmail"_s, HealthStatus::Healthy);
    scene.see(u"notes"_s, HealthStatus::Healthy);
    QCOMPARE(actionsOfNext(), QStringList{QString()});
}

void TestHealthAlerts::anotherNovaIsNoNews()
{
    FakeNova here, there;
    for (FakeNova *one : {&here, &there})
        one->setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"notes"_s)});
    here.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    here.setReport(u"notes"_s, FakeNova::report(HealthStatus::Healthy));
    SwitchedNova nova(here);
    HealthAlerts::Options options;
    options.together = options.quiet = 0ms;
    HealthNotices notices(nova, options);
    QSignalSpy raised(&notices, &HealthNotices::raised);
    // All are down there, which the window shows; and before the first answer there is no list.
    there.setLink({LinkState::Phase::Connecting, u"http://nova-2"_s});
    nova.setCurrent(there);
    there.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Unreachable));
    there.setReport(u"notes"_s, FakeNova::report(HealthStatus::Healthy));
    there.setLink({LinkState::Phase::Connected, u"http://nova-2"_s});
    nova.setCurrent(here);
    nova.setCurrent(there);
    QCOMPARE(raised.size(), 0);
    there.setReport(u"notes"_s, FakeNova::report(HealthStatus::Unreachable));
    QTRY_COMPARE(raised.size(), 1);
    const auto notice = raised[0][0].value<Notice>();
    QCOMPARE(notice.title, u"nova-2: notes cannot be reached"_s);
    QCOMPARE(notice.address, u"http://nova-2"_s);
    nova.setCurrent(here);
    here.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Unreachable));
    QTRY_COMPARE(raised.size(), 2);
    QCOMPARE(raised[1][0].value<Notice>().title, u"gmail cannot be reached"_s);
}

void TestHealthAlerts::messagesNameTheMachine()
{
    FakeNova nova;
    const PromptNotices notices(nova);
    QSignalSpy raised(&notices, &PromptNotices::raised);
    const QJsonObject data{{u"path"_s, u"/there/PROMPT.md"_s}, {u"origin"_s, u"file"_s}};
    nova.publish(EventType::PromptUpdated, data);
    nova.setLink({LinkState::Phase::Connected, u"http://nova-2"_s});
    nova.publish(EventType::PromptUpdated, data);
    QCOMPARE(raised.size(), 2);
    QCOMPARE(raised[0][0].value<Notice>().title, u"The prompt changed in the file"_s);
    QCOMPARE(raised[1][0].value<Notice>().title, u"nova-2: The prompt changed in the file"_s);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestHealthAlerts)
#include "tst_health_alerts.moc"
