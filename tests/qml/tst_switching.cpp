#include "app/desktop/viewmodels/details_model.h"
#include "app/desktop/viewmodels/import_model.h"
#include "app/desktop/viewmodels/restart_model.h"
#include "app/desktop/viewmodels/server_actions.h"
#include "app/desktop/viewmodels/server_form.h"
#include "app/desktop/viewmodels/servers_model.h"
#include "app/desktop/viewmodels/text_draft.h"
#include "app/desktop/viewmodels/versions_model.h"
#include "app/remote/switched_nova.h"
#include "core/transfer/local_foreign_files.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

/// The view models while the window is switched from one Nova to another with the same names and revisions: what was
/// begun for the one does not reach the other.
class TestSwitching : public QObject
{
    Q_OBJECT

    struct World {
        FakeNova here, there;
        SwitchedNova nova{here};

        World()
        {
            for (FakeNova *one : {&here, &there}) {
                one->setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s)});
                one->setPromptText("one\n", u"p1"_s);
            }
            there.setLink({LinkState::Phase::Connected, u"http://nova-2:8765"_s});
        }
        void goThere() { nova.setCurrent(there); }
        void goBack() { nova.setCurrent(here); }
    };
    static tl::unexpected<Error> late() { return failure(ErrorCode::StaleRevision, u"late"_s); }
    /// What is on its way arrives.
    static void arrive()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    static QVariant of(const ServersModel &model, const QString &name, int role)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(ServersModel::NameRole) == name)
                return model.index(row).data(role);
        }
        return {};
    }

private Q_SLOTS:
    void waitingSwitchesAndMovesAreForgotten();
    void aLateSwitchIsNotRepeatedElsewhere();
    void whatIsSaidOfAServerIsOfThatOne();
    void nothingIsAskedOfWhatIsAway();
    void removalsAreUndoneWhereTheyWere();
    void draftsAreKeptForTheirNova();
    void aDraftBesideANewerTextIsAConflict();
    void answersToADraftComeToTheirNova();
    void formsBelongToTheirNova();
    void historiesBelongToTheirNova();
    void versionsBelongToTheirNova();
    void restartsBelongToTheirNova();
    void anImportDoesNotGoOnElsewhere();
};

void TestSwitching::waitingSwitchesAndMovesAreForgotten()
{
    World world;
    ServersModel model(world.nova);
    const QAbstractItemModelTester tester(&model);
    model.toggleByName(u"gmail"_s);
    model.toggleByName(u"files"_s); // Waits for the answer to the first.
    model.moveBefore(u"files"_s, u"gmail"_s);
    model.moveBefore(u"gmail"_s, QString());
    world.goThere();
    QCOMPARE(of(model, u"gmail"_s, ServersModel::WantedRole), QVariant(true));
    QCOMPARE(of(model, u"gmail"_s, ServersModel::PendingRole), QVariant(false));
    QCOMPARE(of(model, u"files"_s, ServersModel::PendingRole), QVariant(false));
    QCOMPARE(model.index(0).data(ServersModel::NameRole), QVariant(u"gmail"_s));
    QSignalSpy failed(&model, &ServersModel::failed);
    world.here.asked[0].reply(Toggled{u"gmail"_s, false, true, u"r2"_s});
    world.here.askedMoves[0].reply(failure(ErrorCode::NoSpace, u"The disk is full."_s));
    arrive();
    QCOMPARE(failed.size(), 0);
    QCOMPARE(of(model, u"gmail"_s, ServersModel::WantedRole), QVariant(true));
    QCOMPARE(world.here.asked.size() + world.here.askedMoves.size(), 2);
    QCOMPARE(world.there.asked.size() + world.there.askedMoves.size(), 0);
    // And there one can go on at once.
    model.toggleByName(u"gmail"_s);
    QCOMPARE(world.there.asked.size(), 1);
}

void TestSwitching::aLateSwitchIsNotRepeatedElsewhere()
{
    World world;
    ServersModel model(world.nova);
    model.toggleByName(u"gmail"_s);
    model.moveBefore(u"files"_s, u"gmail"_s);
    world.here.asked[0].reply(late());
    world.here.askedMoves[0].reply(late());
    arrive(); // From here on a newer list is waited for: the other Nova's is none.
    world.there.setServers({FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s)}, u"r9"_s);
    world.goThere();
    arrive();
    QCOMPARE(world.there.asked.size() + world.there.askedMoves.size(), 0);
    QCOMPARE(of(model, u"gmail"_s, ServersModel::PendingRole), QVariant(false));
}

void TestSwitching::whatIsSaidOfAServerIsOfThatOne()
{
    World world;
    ServersModel model(world.nova);
    world.here.publish(EventType::McpToggled,
                       {{u"name"_s, u"gmail"_s}, {u"enabled"_s, true}, {u"origin"_s, u"file"_s}});
    model.check(u"gmail"_s);
    model.toggleByName(u"files"_s);
    world.here.asked[0].reply(failure(ErrorCode::NoSpace, u"The disk is full."_s));
    QTRY_VERIFY(!of(model, u"files"_s, ServersModel::ProblemRole).toString().isEmpty());
    QVERIFY(!of(model, u"gmail"_s, ServersModel::NoteRole).toString().isEmpty());
    QVERIFY(of(model, u"gmail"_s, ServersModel::AskingRole).toBool());
    world.goThere();
    QCOMPARE(of(model, u"files"_s, ServersModel::ProblemRole), QVariant(QString()));
    QCOMPARE(of(model, u"gmail"_s, ServersModel::NoteRole), QVariant(QString()));
    QVERIFY(!of(model, u"gmail"_s, ServersModel::AskingRole).toBool());
    model.check(u"gmail"_s);
    world.here.checkReplies[0](failure(ErrorCode::NotFound, u"late"_s));
    arrive();
    QVERIFY(of(model, u"gmail"_s, ServersModel::AskingRole).toBool());
}

void TestSwitching::nothingIsAskedOfWhatIsAway()
{
    World world;
    ServersModel model(world.nova);
    RestartModel restart(world.nova);
    QVERIFY(model.isReachable());
    world.there.setLink({LinkState::Phase::Away, u"http://nova-2:8765"_s, {}, QDateTime::currentDateTimeUtc()});
    world.goThere();
    QVERIFY(!model.isReachable());
    QSignalSpy failed(&model, &ServersModel::failed);
    model.toggleByName(u"gmail"_s);
    model.moveBy(u"gmail"_s, 1);
    model.check(u"gmail"_s);
    QCOMPARE(failed.size(), 3);
    for (const QList<QVariant> &said : failed)
        QVERIFY2(said[1].toString().startsWith(u"nova-2:8765 cannot be reached since"), qPrintable(said[1].toString()));
    QCOMPARE(world.there.asked.size() + world.there.askedMoves.size() + world.there.askedChecks.size(), 0);
    restart.choose(u"backend"_s);
    restart.start();
    QCOMPARE(restart.phase(), RestartModel::Phase::Failed);
    QVERIFY2(restart.result().contains(u"Nothing was restarted"_s), qPrintable(restart.result()));
    QVERIFY(world.there.askedRestarts.isEmpty());
}

void TestSwitching::removalsAreUndoneWhereTheyWere()
{
    World world;
    ServerActions actions(world.nova);
    actions.remove(u"gmail"_s);
    world.here.askedRemovals[0].reply(ServerSaved{u"gmail"_s, true, u"r2"_s, u"backup-1"_s});
    QTRY_COMPARE(actions.undoable(), u"gmail"_s);
    world.here.setServers({FakeNova::server(u"files"_s)}, u"r2"_s);
    world.there.setServers({FakeNova::server(u"files"_s)}, u"r2"_s);
    world.goThere();
    QVERIFY(actions.undoable().isEmpty());
    actions.undo();
    QCOMPARE(world.there.askedRestores.size() + world.there.askedAdds.size(), 0);
    world.goBack();
    QCOMPARE(actions.undoable(), u"gmail"_s);
    actions.undo();
    QCOMPARE(world.here.askedRestores.size(), 1);
}

void TestSwitching::draftsAreKeptForTheirNova()
{
    World world;
    TextDraft draft(world.nova, DocumentKind::Prompt, nullptr, 0ms);
    world.here.askedTexts.takeFirst().reply(StoredText{u"current"_s, "one\n", u"p1"_s});
    QTRY_COMPARE(draft.text(), u"one\n"_s);
    draft.edit(u"mine\n"_s);
    QSignalSpy switched(&draft, &TextDraft::switched);
    world.goThere();
    QCOMPARE(switched.size(), 1);
    QVERIFY(!draft.isDirty());
    QVERIFY(!draft.canUndo());
    QCOMPARE(draft.text(), QString());
    QCOMPARE(draft.keptFor(), QStringList{u"This computer"_s});
    world.there.askedTexts.takeFirst().reply(StoredText{u"current"_s, "one\n", u"p1"_s});
    QTRY_COMPARE(draft.text(), u"one\n"_s);
    draft.edit(u"theirs\n"_s);
    world.goBack();
    QCOMPARE(draft.text(), u"mine\n"_s);
    QCOMPARE(draft.keptFor(), QStringList{u"nova-2:8765"_s});
    QVERIFY(draft.canSave());
    draft.save();
    QCOMPARE(world.here.askedSaves.size(), 1);
    QCOMPARE(world.here.askedSaves[0].command.text, QByteArray("mine\n"));
    QCOMPARE(world.here.askedSaves[0].command.ifMatch, u"p1"_s);
    QVERIFY(world.there.askedSaves.isEmpty());
    world.goThere();
    QCOMPARE(draft.text(), u"theirs\n"_s);
    draft.forgetKept();
    QVERIFY(draft.keptFor().isEmpty());
}

void TestSwitching::aDraftBesideANewerTextIsAConflict()
{
    World world;
    TextDraft draft(world.nova, DocumentKind::Prompt, nullptr, 0ms);
    world.here.askedTexts.takeFirst().reply(StoredText{u"current"_s, "one\n", u"p1"_s});
    QTRY_COMPARE(draft.text(), u"one\n"_s);
    draft.edit(u"mine\n"_s);
    world.goThere();
    world.here.setPromptText("newer\n", u"p2"_s);
    world.goBack();
    QCOMPARE(draft.text(), u"mine\n"_s);
    world.here.askedTexts.takeFirst().reply(StoredText{u"current"_s, "newer\n", u"p2"_s});
    QTRY_VERIFY(draft.hasConflict());
    QCOMPARE(draft.text(), u"mine\n"_s);
}

void TestSwitching::answersToADraftComeToTheirNova()
{
    World world;
    TextDraft draft(world.nova, DocumentKind::Prompt, nullptr, 0ms);
    world.here.askedTexts.takeFirst().reply(StoredText{u"current"_s, "one\n", u"p1"_s});
    QTRY_COMPARE(draft.text(), u"one\n"_s);
    draft.edit(u"mine\n"_s);
    draft.save();
    world.here.setPromptText("newer\n", u"p2"_s);
    QSignalSpy saved(&draft, &TextDraft::saved);
    world.goThere();
    world.here.askedSaves[0].reply(TextSaved{true, u"p7"_s, {}});
    arrive();
    QCOMPARE(saved.size(), 0);
    QVERIFY(!draft.isSaving());
    QCOMPARE(draft.text(), QString());
    // What it was after all is seen when that Nova is shown again.
    world.here.setPromptText("mine\n", u"p7"_s);
    world.goBack();
    world.here.askedTexts.takeLast().reply(StoredText{u"current"_s, "mine\n", u"p7"_s});
    QTRY_VERIFY(!draft.isDirty());
    QVERIFY(!draft.hasConflict());
}

void TestSwitching::formsBelongToTheirNova()
{
    World world;
    ServerForm form(world.nova);
    QVERIFY(form.beginEdit(u"gmail"_s));
    form.set(u"description"_s, u"mine"_s);
    form.save();
    QCOMPARE(world.here.askedChanges.size(), 1);
    QSignalSpy saved(&form, &ServerForm::saved);
    world.goThere();
    QVERIFY(!form.isSaving());
    QVERIFY(!form.isChanged());
    world.here.askedChanges[0].reply(late());
    arrive();
    QVERIFY(form.beginEdit(u"gmail"_s));
    QCOMPARE(form.fields().value(u"description"_s), QVariant(u"About gmail"_s));
    QVERIFY(form.notice().isEmpty());
    QCOMPARE(saved.size(), 0);
    QCOMPARE(world.there.askedChanges.size(), 0);
    world.goBack();
    QVERIFY(form.beginEdit(u"gmail"_s));
    QCOMPARE(form.fields().value(u"description"_s), QVariant(u"mine"_s));
}

void TestSwitching::historiesBelongToTheirNova()
{
    World world;
    world.here.history.name = u"gmail"_s;
    world.here.history.outages.append(
        HealthOutage{QDateTime::currentDateTimeUtc().addSecs(-60), {}, HealthStatus::Unreachable, u"here"_s});
    DetailsModel details(world.nova);
    details.setName(u"gmail"_s);
    world.goThere();
    QVERIFY(details.name().isEmpty());
    details.setName(u"gmail"_s);
    QTRY_VERIFY(!details.history()->problem().isEmpty()); // There is none there.
    QCOMPARE(details.history()->count(), 0);
}

void TestSwitching::versionsBelongToTheirNova()
{
    World world;
    VersionsModel model(world.nova, DocumentKind::Prompt);
    model.setActive(true);
    DocumentVersion version;
    version.id = u"v1"_s;
    world.here.askedVersions[0].reply(QList<DocumentVersion>{version});
    QTRY_COMPARE(model.count(), 1);
    model.restore();
    world.here.askedRestores[0].reply(TextSaved{true, u"p2"_s, u"v2"_s});
    QTRY_VERIFY(!model.isRestoring());
    world.goThere();
    QCOMPARE(model.count(), 0);
    QVERIFY(!model.canRestore());
    QCOMPARE(world.there.askedVersions.size(), 1); // The same revision, but not the same file.
    world.here.askedDiffs[0].reply(TextDiff{u"v1"_s, u"current"_s, {1, 1}, "@@ -1 +1 @@\n-a\n+b\n"});
    arrive();
    QCOMPARE(model.diff()->count(), 0);
    model.undoRestore();
    QVERIFY(world.there.askedRestores.isEmpty());
    world.there.askedVersions[0].reply(QList<DocumentVersion>{});
    QTRY_VERIFY(!model.isLoading());
}

void TestSwitching::restartsBelongToTheirNova()
{
    World world;
    RestartModel restart(world.nova);
    restart.choose(u"backend"_s);
    restart.start();
    QCOMPARE(world.here.askedRestarts.size(), 1);
    world.goThere();
    QVERIFY(restart.service().isEmpty());
    restart.choose(u"backend"_s);
    world.here.askedRestarts[0].reply(failure(ErrorCode::Unavailable, u"docker is not there."_s));
    arrive();
    QCOMPARE(restart.phase(), RestartModel::Phase::Before);
}

void TestSwitching::anImportDoesNotGoOnElsewhere()
{
    World world;
    const auto files = LocalForeignFiles::ofThisUser();
    ImportModel model(world.nova, *files);
    model.readText(u"{\"mcpServers\": {\"one\": {\"url\": \"http://localhost:1/mcp\"}, "
                   "\"two\": {\"url\": \"http://localhost:2/mcp\"}}}"_s);
    QCOMPARE(model.chosenCount(), 2);
    model.add();
    QCOMPARE(world.here.askedAdds.size(), 1);
    world.there.setServers({FakeNova::server(u"one"_s)}, u"r1"_s);
    world.goThere();
    QCOMPARE(model.phase(), ImportModel::Phase::Preview);
    world.here.askedAdds[0].reply(ServerSaved{u"one"_s, true, u"r2"_s, u"backup-1"_s});
    arrive();
    QVERIFY(world.there.askedAdds.isEmpty());
    QCOMPARE(world.here.askedAdds.size(), 1);
    QVERIFY(!model.canUndo());
    QVERIFY(model.canAdd());
    model.add(); // Now it is meant for that one.
    QCOMPARE(world.there.askedAdds.size(), 1);
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestSwitching)
#include "tst_switching.moc"
