#include "app/desktop/viewmodels/server_filter.h"
#include "app/desktop/viewmodels/status_model.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The rows of the server list: what they show, which signals a change costs, and what a switch does until it is
/// answered.
class TestServersModel : public QObject
{
    Q_OBJECT

    using Model = ServersModel;

    static QVariant at(const QAbstractItemModel &model, int row, int role) { return model.index(row, 0).data(role); }
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << at(model, row, Model::NameRole).toString();
        return list;
    }
    static QList<ServerEntry> three()
    {
        return {FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s), FakeNova::server(u"notion"_s, false)};
    }

private Q_SLOTS:
    void showsTheCatalogInItsOrder();
    void aFlippedSwitchIsOneSignal();
    void rowsComeGoAndMoveInPlace();
    void aSwitchMovesAtOnceAndSettles();
    void aRefusedSwitchGoesBackAndSaysWhy();
    void commandsGoOutOneAtATimeWithTheNewestRevision();
    void asksForTheLastWordOnly();
    void aLateSwitchIsRepeatedWhereItMeansTheSame();
    void aLateSwitchGoesBackWhereItDoesNot_data();
    void aLateSwitchGoesBackWhereItDoesNot();
    void aLateSwitchGoesBackWhereTheFileHasErrors();
    void switchesNothingThatIsAway();
    void aMovedServerIsThereAtOnce();
    void aRefusedMoveGoesBack();
    void movesGoOutOneAtATime();
    void aLateMoveIsRepeated();
    void sorts();
    void saysWhereAChangeCameFrom_data();
    void saysWhereAChangeCameFrom();
    void showsTheFilesWarnings();
    void filters();
    void saysHowAServerIs_data();
    void saysHowAServerIs();
    void onlyRowsWithANewReportChange();
    void allBarsShareAScale();
    void asksHowAServerIs();
    void knowsWhatCanBeRestarted();
    void whatNeedsAPersonComesFirst();
    void staysWhileItIsHeld();
    void showsThoseOfAState();
};

void TestServersModel::showsTheCatalogInItsOrder()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(names(model), QStringList({u"gmail"_s, u"files"_s, u"notion"_s}));
    QCOMPARE(at(model, 0, Model::DescriptionRole).toString(), u"About gmail"_s);
    QCOMPARE(at(model, 0, Model::UrlRole).toString(), u"http://localhost/gmail"_s);
    QCOMPARE(at(model, 2, Model::WantedRole).toBool(), false);
    QCOMPARE(model.summary(), u"2 on · 1 off"_s);
}

void TestServersModel::aFlippedSwitchIsOneSignal()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy changed(&model, &Model::dataChanged);
    QSignalSpy reset(&model, &Model::modelReset);
    QSignalSpy inserted(&model, &Model::rowsInserted);
    QSignalSpy counts(&model, &Model::countsChanged);
    QList<ServerEntry> servers = three();
    servers[1].enabled = false;
    nova.setServers(servers, u"r2"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QVERIFY(changed[0][2].value<QList<int>>().contains(Model::WantedRole));
    QCOMPARE(reset.size() + inserted.size(), 0);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(model.summary(), u"1 on · 2 off"_s);

    nova.setServing(u"http://127.0.0.1:8765"_s, 7);
    QCOMPARE(changed.size(), 1);
}

void TestServersModel::rowsComeGoAndMoveInPlace()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy reset(&model, &Model::modelReset);
    QSignalSpy removed(&model, &Model::rowsRemoved);
    QSignalSpy inserted(&model, &Model::rowsInserted);
    QSignalSpy moved(&model, &Model::rowsMoved);
    nova.setServers(
        {FakeNova::server(u"notion"_s, false), FakeNova::server(u"gmail"_s), FakeNova::server(u"search"_s)});
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"search"_s}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(moved.size(), 1);
}

void TestServersModel::aSwitchMovesAtOnceAndSettles()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    model.toggle(2);
    QCOMPARE(at(model, 2, Model::WantedRole).toBool(), true);
    QCOMPARE(at(model, 2, Model::PendingRole).toBool(), true);
    QCOMPARE(nova.asked.size(), 1);
    QCOMPARE(nova.asked[0].command.name, u"notion"_s);
    QCOMPARE(nova.asked[0].command.enabled, true);
    QCOMPARE(nova.asked[0].command.ifMatch, u"r1"_s);
    QVERIFY(nova.asked[0].caller.origin == Origin::Ui);

    nova.accept(nova.asked[0], u"r2"_s);
    QTRY_COMPARE(at(model, 2, Model::PendingRole).toBool(), false);
    QCOMPARE(at(model, 2, Model::WantedRole).toBool(), true);
    QCOMPARE(at(model, 2, Model::NoteRole).toString(), QString());
}

void TestServersModel::aRefusedSwitchGoesBackAndSaysWhy()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy failed(&model, &Model::failed);
    model.toggleByName(u"gmail"_s);
    QVERIFY(!model.isWanted(u"gmail"_s));
    nova.asked[0].reply(failure(ErrorCode::ManagedElsewhere, u"The file is managed elsewhere."_s));
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].toString(), u"gmail"_s);
    QCOMPARE(failed[0][1].toString(), u"The file is managed elsewhere."_s);
    QVERIFY(model.isWanted(u"gmail"_s));
    QCOMPARE(at(model, 0, Model::PendingRole).toBool(), false);
    QCOMPARE(at(model, 0, Model::ProblemRole).toString(), u"The file is managed elsewhere."_s);

    model.toggle(0);
    QCOMPARE(at(model, 0, Model::ProblemRole).toString(), QString());
}

void TestServersModel::commandsGoOutOneAtATimeWithTheNewestRevision()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    model.toggle(0);
    model.toggle(1);
    QCOMPARE(nova.asked.size(), 1);
    nova.accept(nova.asked[0], u"r2"_s);
    QTRY_COMPARE(nova.asked.size(), 2);
    QCOMPARE(nova.asked[1].command.name, u"files"_s);
    QCOMPARE(nova.asked[1].command.ifMatch, u"r2"_s);
}

void TestServersModel::asksForTheLastWordOnly()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    model.toggle(0); // off, on its way
    model.toggle(0); // on again
    model.toggle(0); // off after all
    model.toggle(0); // no: on
    QCOMPARE(nova.asked.size(), 1);
    nova.accept(nova.asked[0], u"r2"_s);
    QTRY_COMPARE(nova.asked.size(), 2);
    QCOMPARE(nova.asked[1].command.enabled, true);
    QVERIFY(model.isWanted(u"gmail"_s));
    QCOMPARE(at(model, 0, Model::PendingRole).toBool(), true);
    nova.accept(nova.asked[1], u"r3"_s);
    QTRY_COMPARE(at(model, 0, Model::PendingRole).toBool(), false);
    QVERIFY(model.isWanted(u"gmail"_s));
    QCOMPARE(nova.asked.size(), 2);
}

void TestServersModel::aLateSwitchIsRepeatedWhereItMeansTheSame()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy failed(&model, &Model::failed);
    model.toggleByName(u"gmail"_s);
    // The answer comes before the news: a remote Nova may do that.
    nova.asked[0].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QCoreApplication::processEvents();
    QCOMPARE(nova.asked.size(), 1);
    QList<ServerEntry> servers = three();
    servers[1].description = u"Another one"_s;
    nova.setServers(servers, u"r2"_s);
    QTRY_COMPARE(nova.asked.size(), 2);
    QCOMPARE(nova.asked[1].command.enabled, false);
    QCOMPARE(nova.asked[1].command.ifMatch, u"r2"_s);
    QVERIFY(at(model, 0, Model::PendingRole).toBool());
    nova.accept(nova.asked[1], u"r3"_s);
    QTRY_VERIFY(!at(model, 0, Model::PendingRole).toBool());
    QVERIFY(!model.isWanted(u"gmail"_s));
    QCOMPARE(failed.size(), 0);

    // What somebody else has done meanwhile is done.
    model.toggleByName(u"gmail"_s);
    servers[0].enabled = true;
    nova.setServers(servers, u"r4"_s);
    nova.asked[2].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QTRY_VERIFY(!at(model, 0, Model::PendingRole).toBool());
    QVERIFY(model.isWanted(u"gmail"_s));
    QCOMPARE(nova.asked.size(), 3);
    QCOMPARE(failed.size(), 0);
}

void TestServersModel::aLateSwitchGoesBackWhereItDoesNot_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("another address") << false;
    QTest::newRow("gone") << true;
}

void TestServersModel::aLateSwitchGoesBackWhereItDoesNot()
{
    QFETCH(const bool, gone);
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy failed(&model, &Model::failed);
    model.toggleByName(u"notion"_s);
    QList<ServerEntry> servers = three();
    if (gone)
        servers.removeLast();
    else
        servers[2].url = u"http://elsewhere/"_s;
    nova.setServers(servers, u"r2"_s);
    nova.asked[0].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(nova.asked.size(), 1);
    QVERIFY(failed[0][1].toString().contains(gone ? u"removed"_s : u"another address"_s));
    QVERIFY(!model.isWanted(u"notion"_s));
}

void TestServersModel::aLateSwitchGoesBackWhereTheFileHasErrors()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy failed(&model, &Model::failed);
    model.toggleByName(u"gmail"_s);
    CatalogState catalog = *nova.state()->catalog;
    catalog.file.state = DocumentStatus::State::Invalid;
    catalog.file.fileRevision = u"broken"_s;
    nova.setCatalog(catalog);
    nova.asked[0].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QVERIFY(failed.wait(1000)); // Nothing newer will come that could be waited for.
    QCOMPARE(nova.asked.size(), 1);
    QVERIFY(model.isWanted(u"gmail"_s));
}

void TestServersModel::switchesNothingThatIsAway()
{
    FakeNova nova;
    nova.setServers(three());
    nova.setLink({LinkState::Phase::Away, u"http://nova-2:8765"_s});
    Model model(nova);
    model.toggle(0);
    QCOMPARE(nova.asked.size(), 0);
    QVERIFY(model.isWanted(u"gmail"_s));
    QVERIFY(at(model, 0, Model::ProblemRole).toString().contains(u"nova-2:8765 cannot be reached"_s));
}

void TestServersModel::aMovedServerIsThereAtOnce()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    const QAbstractItemModelTester tester(&model);
    model.moveBefore(u"notion"_s, u"gmail"_s);
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"files"_s}));
    QVERIFY(at(model, 0, Model::PendingRole).toBool());
    QCOMPARE(nova.askedMoves.size(), 1);
    QCOMPARE(nova.askedMoves[0].command.name, u"notion"_s);
    QCOMPARE(nova.askedMoves[0].command.before, u"gmail"_s);
    QCOMPARE(nova.askedMoves[0].command.ifMatch, u"r1"_s);
    nova.setServers({three()[2], three()[0], three()[1]}, u"r2"_s);
    nova.askedMoves[0].reply(ServerSaved{u"notion"_s, true, u"r2"_s, u"b1"_s});
    QTRY_VERIFY(!at(model, 0, Model::PendingRole).toBool());
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"files"_s}));

    model.moveBy(u"notion"_s, -1); // It is the first.
    QCOMPARE(nova.askedMoves.size(), 1);
    model.moveBy(u"gmail"_s, 1);
    QCOMPARE(nova.askedMoves[1].command.before, std::optional<QString>());
    QCOMPARE(names(model), QStringList({u"notion"_s, u"files"_s, u"gmail"_s}));
}

void TestServersModel::aRefusedMoveGoesBack()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy failed(&model, &Model::failed);
    model.moveBefore(u"gmail"_s, {});
    QCOMPARE(names(model), QStringList({u"files"_s, u"notion"_s, u"gmail"_s}));
    nova.setServing(u"http://127.0.0.1:1"_s, 1); // News of something else leaves it there.
    QCOMPARE(names(model), QStringList({u"files"_s, u"notion"_s, u"gmail"_s}));
    nova.askedMoves[0].reply(failure(ErrorCode::Conflict, u"It has an anchor."_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(names(model), QStringList({u"gmail"_s, u"files"_s, u"notion"_s}));
    QCOMPARE(at(model, 0, Model::ProblemRole).toString(), u"It has an anchor."_s);
    QVERIFY(!at(model, 0, Model::PendingRole).toBool());
}

void TestServersModel::movesGoOutOneAtATime()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    model.moveBy(u"gmail"_s, 1);
    model.moveBy(u"gmail"_s, 1);
    model.moveBefore(u"files"_s, {});
    QCOMPARE(nova.askedMoves.size(), 1);
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"files"_s}));
    nova.setServers({three()[1], three()[0], three()[2]}, u"r2"_s);
    // What is still asked for stays as it was shown.
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"files"_s}));
    nova.askedMoves[0].reply(ServerSaved{u"gmail"_s, true, u"r2"_s, {}});
    QTRY_COMPARE(nova.askedMoves.size(), 2);
    QCOMPARE(nova.askedMoves[1].command.name, u"gmail"_s);
    QCOMPARE(nova.askedMoves[1].command.ifMatch, u"r2"_s);
    QVERIFY(at(model, 1, Model::PendingRole).toBool());
}

void TestServersModel::aLateMoveIsRepeated()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QSignalSpy failed(&model, &Model::failed);
    model.moveBefore(u"notion"_s, u"gmail"_s);
    QList<ServerEntry> servers = three();
    servers[1].enabled = false;
    nova.setServers(servers, u"r2"_s);
    QCOMPARE(names(model), QStringList({u"notion"_s, u"gmail"_s, u"files"_s}));
    nova.askedMoves[0].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QTRY_COMPARE(nova.askedMoves.size(), 2);
    QCOMPARE(nova.askedMoves[1].command.ifMatch, u"r2"_s);
    nova.setServers({servers[1], servers[2]}, u"r3"_s); // What it was to stand before is gone.
    nova.askedMoves[1].reply(failure(ErrorCode::StaleRevision, u"late"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(nova.askedMoves.size(), 2);
}

void TestServersModel::sorts()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"s10"_s), FakeNova::server(u"s2"_s, false), FakeNova::server(u"a"_s)});
    HealthReport slow = FakeNova::report(HealthStatus::Healthy);
    slow.latencyMs = 900;
    nova.setReport(u"s10"_s, FakeNova::report(HealthStatus::Healthy));
    nova.setReport(u"a"_s, slow);
    Model model(nova);
    ServerFilter filter;
    filter.setServers(&model);
    const QAbstractItemModelTester tester(&filter);
    QVERIFY(!filter.isInFileOrder());
    filter.setSort(ServerFilter::Sort::Name);
    QCOMPARE(names(filter), QStringList({u"a"_s, u"s2"_s, u"s10"_s}));
    filter.setSort(ServerFilter::Sort::Slowest);
    QCOMPARE(names(filter).first(), u"a"_s);
    slow.latencyMs = 1;
    nova.setReport(u"a"_s, slow);
    QCOMPARE(names(filter).first(), u"s10"_s);
    nova.setReport(u"a"_s, FakeNova::report(HealthStatus::Unreachable));
    filter.setSort(ServerFilter::Sort::State);
    QCOMPARE(names(filter), QStringList({u"a"_s, u"s10"_s, u"s2"_s}));
    filter.setSort(ServerFilter::Sort::FileOrder);
    QCOMPARE(names(filter), QStringList({u"s10"_s, u"s2"_s, u"a"_s}));
    QVERIFY(filter.isInFileOrder());
    filter.setText(u"s"_s);
    QVERIFY(!filter.isInFileOrder());
}

void TestServersModel::saysWhereAChangeCameFrom_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("words");
    QTest::newRow("file") << u"file"_s << u"toggled in the file"_s;
    QTest::newRow("api") << u"api"_s << u"toggled by the API"_s;
    QTest::newRow("remote") << u"remote"_s << u"switched off on nova-2"_s;
    QTest::newRow("this window") << u"ui"_s << QString();
}

void TestServersModel::saysWhereAChangeCameFrom()
{
    QFETCH(const QString, origin);
    QFETCH(const QString, words);
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    nova.publish(EventType::McpToggled, {{u"name"_s, u"files"_s}, {u"enabled"_s, false}, {u"origin"_s, origin}},
                 u"nova-settings@nova-2"_s);
    const QString note = at(model, 1, Model::NoteRole).toString();
    QVERIFY2(words.isEmpty() ? note.isEmpty() : note.startsWith(words + u", "), qPrintable(note));
    QCOMPARE(at(model, 1, Model::ChangeSerialRole).toInt(), words.isEmpty() ? 0 : 1);

    const QJsonObject described{
        {u"name"_s, u"gmail"_s}, {u"change"_s, u"modified"_s}, {u"fields"_s, QJsonArray{u"url"_s}}};
    const QJsonObject flipped{
        {u"name"_s, u"notion"_s}, {u"change"_s, u"modified"_s}, {u"fields"_s, QJsonArray{u"enabled"_s}}};
    nova.publish(EventType::ConfigValidated, {{u"changes"_s, QJsonArray{described, flipped}}});
    QVERIFY(at(model, 0, Model::NoteRole).toString().startsWith(u"changed in the file"_s));
    QCOMPARE(at(model, 2, Model::NoteRole).toString(), QString());
}

void TestServersModel::showsTheFilesWarnings()
{
    FakeNova nova;
    CatalogState catalog{FakeNova::loaded(u"/here/mcp_servers.yaml"_s, u"r1"_s), three()};
    Diagnostic warning;
    warning.severity = Diagnostic::Severity::Warning;
    warning.message = u"Unknown key “colour”."_s;
    warning.path = u"files.colour"_s;
    warning.line = 12;
    catalog.file.warnings = {warning};
    nova.setCatalog(catalog);
    Model model(nova);
    QCOMPARE(at(model, 0, Model::WarningRole).toString(), QString());
    QCOMPARE(at(model, 1, Model::WarningRole).toString(), u"Line 12: Unknown key “colour”."_s);
}

void TestServersModel::filters()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    ServerFilter filter;
    filter.setServers(&model);
    QCOMPARE(filter.count(), 3);
    filter.setText(u" NOTION "_s);
    QCOMPARE(names(filter), QStringList{u"notion"_s});
    filter.toggle(0);
    QVERIFY(model.isWanted(u"notion"_s));
    filter.setText(u"localhost/f"_s);
    QCOMPARE(names(filter), QStringList{u"files"_s});
    filter.setText(u"nothing like it"_s);
    QCOMPARE(filter.count(), 0);
}

void TestServersModel::saysHowAServerIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("mark");
    QTest::addColumn<bool>("needs");
    QTest::addColumn<QString>("words");
    using Status = HealthStatus;
    using Mark = StatusModel::Mark;
    const auto row = [](const char *name, Status status, const QString &reason, Mark mark, bool needs,
                        const QString &words) {
        QTest::newRow(name) << int(status) << reason << int(mark) << needs << words;
    };
    row("healthy", Status::Healthy, {}, Mark::Good, false, u"14 tools · 23 ms"_s);
    row("checking", Status::Checking, {}, Mark::Checking, false, u"being checked"_s);
    row("disabled", Status::Disabled, {}, Mark::Off, false, u"off"_s);
    row("one miss", Status::Degraded, u"refused"_s, Mark::Degraded, false, u"no answer just now"_s);
    row("slow", Status::Degraded, u"slow"_s, Mark::Degraded, true, u"slow since 10:42"_s);
    row("no tools", Status::Degraded, u"tools_failed"_s, Mark::Degraded, true, u"not well since 10:42"_s);
    row("credentials", Status::AuthRequired, u"credentials_missing"_s, Mark::Attention, true, u"wants credentials"_s);
    row("refused credentials", Status::AuthRequired, u"credentials_refused"_s, Mark::Attention, true,
        u"refuses the credentials"_s);
    row("version", Status::Incompatible, u"version"_s, Mark::Attention, true, u"speaks another version of MCP"_s);
    row("not MCP", Status::NotMcp, u"not_mcp"_s, Mark::Attention, true, u"is no MCP server"_s);
    row("variable", Status::Misconfigured, u"missing_variable"_s, Mark::Attention, true, u"misses a variable"_s);
    row("down", Status::Unreachable, u"refused"_s, Mark::Failing, true, u"cannot be reached since 10:42"_s);
}

void TestServersModel::saysHowAServerIs()
{
    QFETCH(const int, status);
    QFETCH(const QString, reason);
    QFETCH(const int, mark);
    QFETCH(const bool, needs);
    QFETCH(const QString, words);
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QCOMPARE(at(model, 0, Model::MarkRole).toInt(), int(StatusModel::Mark::Checking));
    QCOMPARE(at(model, 2, Model::MarkRole).toInt(), int(StatusModel::Mark::Off));
    HealthReport report = FakeNova::report(HealthStatus(status), reason);
    report.since = QDateTime(QDate::currentDate(), QTime(10, 42));
    nova.setReport(u"gmail"_s, report);
    QCOMPARE(at(model, 0, Model::MarkRole).toInt(), mark);
    QCOMPARE(at(model, 0, Model::NeedsRole).toBool(), needs);
    QCOMPARE(at(model, 0, Model::WordsRole).toString(), words);
    QCOMPARE(at(model, 0, Model::SummaryRole).toString(), report.summary);
    QCOMPARE(at(model, 0, Model::ActionRole).toString(), report.action);
    QCOMPARE(at(model, 0, Model::CheckedRole).toString(), u"checked just now"_s);
    QCOMPARE(model.summary(), needs ? u"2 on · 1 needs you · 1 off"_s : u"2 on · 1 off"_s);
}

void TestServersModel::onlyRowsWithANewReportChange()
{
    FakeNova nova;
    QList<ServerEntry> servers;
    HealthState health;
    for (int number = 0; number < 500; ++number) {
        servers.append(FakeNova::server(u"s%1"_s.arg(number)));
        health.servers[servers.last().name].report =
            std::make_shared<HealthReport>(FakeNova::report(HealthStatus::Healthy));
    }
    nova.setServers(servers);
    nova.setHealth(health);
    Model model(nova);
    ServerFilter filter;
    filter.setServers(&model);
    QSignalSpy changed(&model, &Model::dataChanged);
    QSignalSpy passed(&filter, &ServerFilter::dataChanged);
    QSignalSpy counts(&model, &Model::countsChanged);

    nova.setReport(u"s7"_s, FakeNova::report(HealthStatus::Healthy));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 7);
    QVERIFY(!changed[0][2].value<QList<int>>().contains(Model::NeedsRole)); // It is as it was.
    QCOMPARE(passed.size(), 1);
    QCOMPARE(counts.size(), 0);

    nova.setReport(u"s7"_s, FakeNova::report(HealthStatus::Unreachable));
    QCOMPARE(changed.size(), 2);
    QVERIFY(changed[1][2].value<QList<int>>().contains(Model::NeedsRole));
    QCOMPARE(counts.size(), 1);
}

void TestServersModel::allBarsShareAScale()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    QCOMPARE(model.latencyScaleMs(), 50);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy),
                   {{HealthStatus::Checking, -1}, {HealthStatus::Healthy, 180}, {HealthStatus::Unreachable, -1}});
    QCOMPARE(model.latencyScaleMs(), 200);
    QCOMPARE(
        at(model, 0, Model::BarKindsRole).value<QList<int>>(),
        QList<int>({int(StatusModel::Mark::Checking), int(StatusModel::Mark::Good), int(StatusModel::Mark::Failing)}));
    QCOMPARE(at(model, 0, Model::BarLatenciesRole).value<QList<int>>(), QList<int>({-1, 180, -1}));
    nova.setReport(u"files"_s, FakeNova::report(HealthStatus::Healthy), {{HealthStatus::Healthy, 1200}});
    QCOMPARE(model.latencyScaleMs(), 2000);
}

void TestServersModel::asksHowAServerIs()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    model.check(u"gmail"_s);
    model.check(u"gmail"_s);
    model.check(u"notion"_s); // Off: not asked.
    QCOMPARE(nova.askedChecks, QStringList{u"gmail"_s});
    QVERIFY(at(model, 0, Model::AskingRole).toBool());
    nova.checkReplies[0](std::make_shared<HealthReport>());
    QTRY_VERIFY(!at(model, 0, Model::AskingRole).toBool());
    model.check(u"gmail"_s);
    QCOMPARE(nova.askedChecks.size(), 2);
}

void TestServersModel::knowsWhatCanBeRestarted()
{
    FakeNova nova;
    QList<ServerEntry> servers = three();
    servers[0].service = u"mcp_gmail"_s;
    servers[1].service = u"mcp_files"_s;
    nova.setServers(servers);
    Model model(nova);
    RestartState restarts;
    restarts.allowed = QStringList{u"mcp_gmail"_s};
    nova.setRestarts(restarts);
    QCOMPARE(at(model, 0, Model::ServiceRole).toString(), u"mcp_gmail"_s);
    QCOMPARE(at(model, 1, Model::ServiceRole).toString(), QString());
    RestartRun run;
    run.service = u"mcp_gmail"_s;
    restarts.runs = {run};
    nova.setRestarts(restarts);
    QVERIFY(at(model, 0, Model::RestartingRole).toBool());
    restarts.runs[0].state = RestartRun::State::Succeeded;
    nova.setRestarts(restarts);
    QVERIFY(!at(model, 0, Model::RestartingRole).toBool());
}

void TestServersModel::whatNeedsAPersonComesFirst()
{
    FakeNova nova;
    QList<ServerEntry> servers;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        servers.append(FakeNova::server(name));
    nova.setServers(servers);
    Model model(nova);
    ServerFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setServers(&model);
    QSignalSpy reset(&filter, &ServerFilter::modelReset);
    QSignalSpy moved(&filter, &ServerFilter::rowsMoved);
    nova.setReport(u"d"_s, FakeNova::report(HealthStatus::Unreachable));
    QCOMPARE(names(filter), QStringList({u"d"_s, u"a"_s, u"b"_s, u"c"_s, u"e"_s}));
    nova.setReport(u"b"_s, FakeNova::report(HealthStatus::AuthRequired));
    QCOMPARE(names(filter), QStringList({u"b"_s, u"d"_s, u"a"_s, u"c"_s, u"e"_s}));
    nova.setReport(u"a"_s, FakeNova::report(HealthStatus::Degraded, u"refused"_s)); // One miss: not yet.
    QCOMPARE(moved.size(), 2);
    nova.setReport(u"b"_s, FakeNova::report(HealthStatus::Healthy));
    QCOMPARE(names(filter), QStringList({u"d"_s, u"a"_s, u"b"_s, u"c"_s, u"e"_s}));
    QCOMPARE(moved.size(), 3); // One move, not one for each that it passes.
    servers.removeAt(0);
    servers.insert(2, FakeNova::server(u"new"_s));
    nova.setServers(servers, u"r2"_s);
    QCOMPARE(names(filter), QStringList({u"d"_s, u"b"_s, u"c"_s, u"new"_s, u"e"_s}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(filter.nameAt(3), u"new"_s);
    QCOMPARE(filter.rowOf(u"new"_s), 3);
}

void TestServersModel::staysWhileItIsHeld()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"a"_s), FakeNova::server(u"b"_s), FakeNova::server(u"c"_s)});
    Model model(nova);
    ServerFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setServers(&model);
    filter.setHeld(true);
    nova.setReport(u"c"_s, FakeNova::report(HealthStatus::Unreachable));
    QCOMPARE(names(filter), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(at(filter, 2, Model::NeedsRole).toBool());
    nova.setServers({FakeNova::server(u"new"_s), FakeNova::server(u"a"_s), FakeNova::server(u"c"_s)}, u"r2"_s);
    QCOMPARE(names(filter), QStringList({u"a"_s, u"c"_s, u"new"_s})); // What is gone is gone; nothing else moves.
    filter.setHeld(false);
    QCOMPARE(names(filter), QStringList({u"c"_s, u"new"_s, u"a"_s}));
}

void TestServersModel::showsThoseOfAState()
{
    FakeNova nova;
    nova.setServers(three());
    Model model(nova);
    ServerFilter filter;
    filter.setServers(&model);
    nova.setReport(u"gmail"_s, FakeNova::report(HealthStatus::Healthy));
    nova.setReport(u"files"_s, FakeNova::report(HealthStatus::NotMcp));
    filter.setShow(ServerFilter::Show::Needing);
    QCOMPARE(names(filter), QStringList{u"files"_s});
    filter.setShow(ServerFilter::Show::Working);
    QCOMPARE(names(filter), QStringList{u"gmail"_s});
    filter.setShow(ServerFilter::Show::Off);
    QCOMPARE(names(filter), QStringList{u"notion"_s});
    filter.setShow(ServerFilter::Show::Working);
    QSignalSpy counts(&filter, &ServerFilter::countChanged);
    nova.setReport(u"files"_s, FakeNova::report(HealthStatus::Healthy));
    QCOMPARE(names(filter), QStringList({u"gmail"_s, u"files"_s}));
    QCOMPARE(counts.size(), 1);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestServersModel)
#include "tst_servers_model.moc"
