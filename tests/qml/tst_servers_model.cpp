#include "app/desktop/viewmodels/server_filter.h"
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
    void saysWhereAChangeCameFrom_data();
    void saysWhereAChangeCameFrom();
    void showsTheFilesWarnings();
    void filters();
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
    QCOMPARE(changed[0][2].value<QList<int>>(), QList<int>{Model::WantedRole});
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

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestServersModel)
#include "tst_servers_model.moc"
