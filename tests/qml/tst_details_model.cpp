#include "app/desktop/viewmodels/details_model.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// What is shown of one server: how it is, what it offers, and how it has been.
class TestDetailsModel : public QObject
{
    Q_OBJECT

    static HealthReport healthy()
    {
        HealthReport report = FakeNova::report(HealthStatus::Healthy);
        report.serverName = u"Gmail MCP Server"_s;
        report.serverVersion = u"1.2.0"_s;
        report.protocolVersion = u"2025-06-18"_s;
        report.toolNames = QStringList{u"search"_s, u"draft"_s};
        report.toolCount = 2;
        return report;
    }

private Q_SLOTS:
    void showsOneServer();
    void followsItsReports();
    void isEmptyWhenTheServerGoes();
    void readsTheHistory();
    void saysWhyThereIsNoHistory();
    void forgetsTheHistoryOfAnother();
};

void TestDetailsModel::showsOneServer()
{
    FakeNova nova;
    ServerEntry gmail = FakeNova::server(u"gmail"_s);
    gmail.service = u"mcp_gmail"_s;
    nova.setServers({gmail});
    nova.setReport(u"gmail"_s, healthy());
    DetailsModel model(nova);
    QCOMPARE(model.name(), QString());
    model.setName(u"gmail"_s);
    QCOMPARE(model.words(), u"2 tools · 23 ms"_s);
    QCOMPARE(model.program(), u"Gmail MCP Server 1.2.0"_s);
    QCOMPARE(model.protocol(), u"2025-06-18"_s);
    QCOMPARE(model.toolNames(), u"search, draft"_s);
    QCOMPARE(model.checked(), u"just now"_s);
    QCOMPARE(model.lastHealthy(), QString());
    QCOMPARE(model.service(), QString());
    RestartState restarts;
    restarts.allowed = QStringList{u"mcp_gmail"_s};
    nova.setRestarts(restarts);
    QCOMPARE(model.service(), u"mcp_gmail"_s);
}

void TestDetailsModel::followsItsReports()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s)});
    DetailsModel model(nova);
    model.setName(u"gmail"_s);
    QCOMPARE(model.mark(), int(StatusModel::Mark::Checking));
    QSignalSpy changed(&model, &DetailsModel::changed);
    nova.setReport(u"files"_s, healthy());
    QCOMPARE(changed.size(), 0);
    HealthReport down = FakeNova::report(HealthStatus::Unreachable);
    down.lastHealthyAt = QDateTime::currentDateTimeUtc().addSecs(-600);
    nova.setReport(u"gmail"_s, down);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.mark(), int(StatusModel::Mark::Failing));
    QCOMPARE(model.lastHealthy(), u"10 minutes ago"_s);
    QCOMPARE(nova.askedHistories, QStringList({u"gmail"_s, u"gmail"_s})); // Its past grew by this.
    nova.setServers({FakeNova::server(u"gmail"_s, false)}, u"r2"_s);
    QCOMPARE(model.mark(), int(StatusModel::Mark::Off));
    QCOMPARE(model.action(), QString());
}

void TestDetailsModel::isEmptyWhenTheServerGoes()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    DetailsModel model(nova);
    model.setName(u"gmail"_s);
    QSignalSpy closed(&model, &DetailsModel::nameChanged);
    nova.setServers({FakeNova::server(u"files"_s)}, u"r2"_s);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(model.name(), QString());
    model.setName(u"never there"_s);
    QCOMPARE(model.name(), QString());
}

void TestDetailsModel::readsTheHistory()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    const QDateTime begin(QDate::currentDate(), QTime(0, 0));
    nova.history.name = u"gmail"_s;
    nova.history.uptime24h = 99.97;
    nova.history.uptime30d = 100;
    nova.history.p50Ms = 23;
    nova.history.p95Ms = 1400;
    const QDateTime longAgo = begin.addDays(-4).addSecs(9 * 3600);
    nova.history.outages = {
        {longAgo, longAgo.addSecs(200), HealthStatus::Unreachable, u"Refused."_s},
        {begin.addDays(-1).addSecs(3600), begin.addDays(-1).addSecs(3850), HealthStatus::Unreachable, u"Refused."_s},
        {QDateTime::currentDateTime().addSecs(-5), {}, HealthStatus::Unreachable, u"No answer."_s}};
    DetailsModel model(nova);
    const QAbstractItemModelTester tester(model.history());
    model.setName(u"gmail"_s);
    QTRY_COMPARE(model.history()->count(), 3);
    QCOMPARE(model.history()->uptimeDay(), u"99.9 %"_s); // Not all, and so never said to be.
    QCOMPARE(model.history()->uptimeMonth(), u"100 %"_s);
    QCOMPARE(model.history()->usualLatency(), u"23 ms"_s);
    QCOMPARE(model.history()->slowLatency(), u"1.4 s"_s);
    const QModelIndex newest = model.history()->index(0);
    QVERIFY(newest.data(HistoryModel::OngoingRole).toBool());
    QVERIFY(newest.data(HistoryModel::WhenRole).toString().startsWith(u"since "_s));
    QCOMPARE(newest.data(HistoryModel::ReasonRole).toString(), u"No answer."_s);
    const QModelIndex earlier = model.history()->index(1);
    QCOMPARE(earlier.data(HistoryModel::WhenRole).toString(), u"yesterday 01:00 to 01:04"_s);
    QVERIFY(model.history()->index(2).data(HistoryModel::WhenRole).toString().endsWith(u" 09:00 to 09:03"_s));
    QCOMPARE(earlier.data(HistoryModel::LengthRole).toString(), u"4 min 10 s"_s);
}

void TestDetailsModel::saysWhyThereIsNoHistory()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    DetailsModel model(nova);
    model.setName(u"gmail"_s);
    QTRY_COMPARE(model.history()->problem(), u"This Nova has no files."_s);
    QCOMPARE(model.history()->uptimeDay(), QString());
}

void TestDetailsModel::forgetsTheHistoryOfAnother()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s)});
    nova.history.name = u"gmail"_s;
    nova.history.uptime24h = 50;
    DetailsModel model(nova);
    model.setName(u"gmail"_s);
    QTRY_COMPARE(model.history()->uptimeDay(), u"50.0 %"_s);
    nova.history.name.clear();
    model.setName(u"files"_s);
    QCOMPARE(model.history()->uptimeDay(), QString());
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestDetailsModel)
#include "tst_details_model.moc"
