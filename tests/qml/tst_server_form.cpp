#include "app/desktop/viewmodels/server_actions.h"
#include "app/desktop/viewmodels/server_form.h"
#include "core/catalog/catalog.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// A server that is written down, changed or removed: what is asked of Nova, and what becomes of what was typed.
class TestServerForm : public QObject
{
    Q_OBJECT

    using Kind = ServerForm::Kind;

    static QList<ServerEntry> two()
    {
        QList<ServerEntry> servers{FakeNova::server(u"gmail"_s), FakeNova::server(u"files"_s, false)};
        servers[0].headerNames = {u"Authorization"_s};
        servers[0].headersDigest = "1";
        servers[1].timeoutSeconds = 7;
        return servers;
    }
    static QString problem(const ServerForm &form, const QString &field)
    {
        return form.problems().value(field).toString();
    }
    static Result<ServerSaved> savedAs(const QString &name, const QString &revision = u"r2"_s)
    {
        return ServerSaved{name, true, revision, u"backup-1"_s};
    }
    static Error late() { return {ErrorCode::StaleRevision, u"late"_s}; }

private Q_SLOTS:
    void adds();
    void saysWhatIsWrong();
    void sendsOnlyWhatChanged();
    void renames();
    void duplicates();
    void keepsTheValuesOfHeaders();
    void showsWhatTheCoreSays();
    void keepsWhatWasTyped();
    void aLateDraftIsSavedWhereTheEntryIsTheSame();
    void saysWhatChangedMeanwhile();
    void addsAgainWhatWasRemovedMeanwhile();
    void savesNothingThatIsAway();
    void removesAndUndoes();
    void undoesByAddingWhereTheFileHasChanged();
    void saysWhatCannotBeBroughtBack();
};

void TestServerForm::adds()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    QSignalSpy saved(&form, &ServerForm::saved);
    form.beginAdd();
    QVERIFY(!form.isChanged());
    form.set(u"name"_s, u" notes "_s);
    form.set(u"url"_s, u"http://localhost:8005/mcp"_s);
    form.set(u"interval_s"_s, u"30"_s);
    form.set(u"enabled"_s, false);
    form.headers()->add();
    form.headers()->setName(0, u"X-Key"_s);
    form.headers()->setValue(0, u"${KEY}"_s);
    form.headers()->add(); // Left empty.
    form.save();
    QCOMPARE(nova.askedAdds.size(), 1);
    QVERIFY(form.isSaving());
    const AddServerCommand &command = nova.askedAdds[0].command;
    QCOMPARE(command.name, u"notes"_s);
    QCOMPARE(command.ifMatch, u"r1"_s);
    QCOMPARE(command.fields, QJsonObject({{u"url"_s, u"http://localhost:8005/mcp"_s},
                                          {u"interval_s"_s, 30},
                                          {u"enabled"_s, false},
                                          {u"headers"_s, QJsonObject{{u"X-Key"_s, u"${KEY}"_s}}}}));
    nova.askedAdds[0].reply(savedAs(u"notes"_s));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved[0][1].toString(), u"notes added"_s);
    QVERIFY(!form.isSaving());
    form.beginAdd();
    QCOMPARE(form.fields()[u"name"_s].toString(), QString());
}

void TestServerForm::saysWhatIsWrong()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginAdd();
    form.leave(u"name"_s); // Somebody who only looks around has done nothing wrong.
    QCOMPARE(form.problems(), QVariantMap());
    form.set(u"name"_s, u"-x"_s);
    QCOMPARE(problem(form, u"name"_s), QString()); // Still typing.
    form.leave(u"name"_s);
    QVERIFY(!problem(form, u"name"_s).isEmpty());
    form.set(u"name"_s, u"gmail"_s);
    QVERIFY(problem(form, u"name"_s).contains(u"already"_s));
    form.set(u"name"_s, u"mail"_s);
    QCOMPARE(problem(form, u"name"_s), QString());
    form.set(u"timeout_s"_s, u"soon"_s);
    form.save();
    QVERIFY(!problem(form, u"url"_s).isEmpty());
    QVERIFY(!problem(form, u"timeout_s"_s).isEmpty());
    QVERIFY(form.usesMore());
    QCOMPARE(nova.askedAdds.size(), 0);
    form.set(u"url"_s, u"http://h/"_s);
    form.set(u"timeout_s"_s, QString());
    form.headers()->add();
    form.headers()->setName(0, u"X"_s);
    form.save();
    QVERIFY(problem(form, u"headers"_s).contains(u"no value"_s));
    QCOMPARE(nova.askedAdds.size(), 0);
    form.headers()->remove(0);
    form.save();
    QCOMPARE(nova.askedAdds.size(), 1);
}

void TestServerForm::sendsOnlyWhatChanged()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    QSignalSpy saved(&form, &ServerForm::saved);
    QVERIFY(!form.beginEdit(u"nobody"_s));
    QVERIFY(form.beginEdit(u"files"_s));
    QCOMPARE(form.fields()[u"timeout_s"_s].toString(), u"7"_s);
    QCOMPARE(form.fields()[u"enabled"_s].toBool(), false);
    form.save(); // Nothing to do.
    QCOMPARE(saved.size(), 1);
    QCOMPARE(nova.askedChanges.size(), 0);
    form.set(u"timeout_s"_s, QString());
    form.set(u"description"_s, u"Files of the house"_s);
    form.save();
    QCOMPARE(nova.askedChanges.size(), 1);
    QCOMPARE(nova.askedChanges[0].command.name, u"files"_s);
    QVERIFY(!nova.askedChanges[0].command.newName);
    QCOMPARE(nova.askedChanges[0].command.fields,
             QJsonObject({{u"timeout_s"_s, QJsonValue::Null}, {u"description"_s, u"Files of the house"_s}}));
}

void TestServerForm::renames()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    QSignalSpy saved(&form, &ServerForm::saved);
    form.beginEdit(u"files"_s);
    form.set(u"name"_s, u"drive"_s);
    form.save();
    QCOMPARE(nova.askedChanges[0].command.newName, u"drive"_s);
    QCOMPARE(nova.askedChanges[0].command.fields, QJsonObject());
    nova.askedChanges[0].reply(savedAs(u"drive"_s));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved[0][1].toString(), u"files is drive now"_s);
}

void TestServerForm::duplicates()
{
    FakeNova nova;
    QList<ServerEntry> servers = two();
    servers.append(FakeNova::server(u"gmail-2"_s));
    nova.setServers(servers);
    ServerForm form(nova);
    form.beginDuplicate(u"gmail"_s);
    QCOMPARE(form.fields()[u"name"_s].toString(), u"gmail-3"_s);
    QCOMPARE(form.fields()[u"url"_s].toString(), u"http://localhost/gmail"_s);
    QVERIFY(form.notice().contains(u"not copied"_s));
    form.save(); // The value of its header is not known.
    QVERIFY(problem(form, u"headers"_s).contains(u"Authorization"_s));
    QCOMPARE(nova.askedAdds.size(), 0);
    form.headers()->setValue(0, u"Bearer ${OTHER}"_s);
    form.save();
    QCOMPARE(nova.askedAdds.size(), 1);
    QCOMPARE(nova.askedAdds[0].command.name, u"gmail-3"_s);
    QCOMPARE(nova.askedAdds[0].command.fields[u"headers"_s],
             QJsonValue(QJsonObject{{u"Authorization"_s, u"Bearer ${OTHER}"_s}}));
}

void TestServerForm::keepsTheValuesOfHeaders()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    const QAbstractItemModelTester tester(form.headers());
    form.beginEdit(u"gmail"_s);
    QCOMPARE(form.headers()->count(), 1);
    const QModelIndex first = form.headers()->index(0);
    QCOMPARE(first.data(HeaderRows::NameRole).toString(), u"Authorization"_s);
    QCOMPARE(first.data(HeaderRows::ValueRole).toString(), QString());
    QVERIFY(first.data(HeaderRows::KeptRole).toBool());
    form.set(u"description"_s, u"Mail"_s);
    form.save();
    QVERIFY(!nova.askedChanges[0].command.fields.contains(u"headers"_s));
    nova.askedChanges[0].reply(savedAs(u"gmail"_s));
    QTRY_VERIFY(!form.isSaving());

    form.beginEdit(u"gmail"_s);
    form.headers()->setValue(0, u"Bearer ${T}"_s);
    form.save();
    QCOMPARE(nova.askedChanges[1].command.fields[u"headers"_s],
             QJsonValue(QJsonObject{{u"Authorization"_s, u"Bearer ${T}"_s}}));
    nova.askedChanges[1].reply(savedAs(u"gmail"_s));
    QTRY_VERIFY(!form.isSaving());

    form.beginEdit(u"gmail"_s);
    form.headers()->remove(0);
    form.save();
    QCOMPARE(nova.askedChanges[2].command.fields[u"headers"_s],
             QJsonValue(QJsonObject{{u"Authorization"_s, QJsonValue::Null}}));
}

void TestServerForm::showsWhatTheCoreSays()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginEdit(u"gmail"_s);
    form.set(u"url"_s, u"localhost:8002"_s);
    form.leave(u"url"_s);
    // Core itself reads what it is asked about.
    QTRY_COMPARE(nova.askedValidations.size(), 1);
    nova.askedValidations[0].reply(InterpretationPtr(readCatalog(nova.askedValidations[0].command.text)));
    QTRY_VERIFY(!problem(form, u"url"_s).isEmpty());
    QVERIFY(form.problems().size() == 1);
    form.set(u"url"_s, u"http://localhost:8002"_s);
    QCOMPARE(problem(form, u"url"_s), QString());
    QTRY_COMPARE(nova.askedValidations.size(), 2);
    nova.askedValidations[1].reply(InterpretationPtr(readCatalog(nova.askedValidations[1].command.text)));

    form.set(u"health_url"_s, u"ftp://x"_s);
    form.save();
    nova.askedChanges[0].reply(
        failure(ErrorCode::InvalidInput, u"no"_s, {},
                {{Diagnostic::Severity::Error, u"url_invalid"_s, u"Not like that."_s, {}, u"gmail.health_url"_s},
                 {Diagnostic::Severity::Error, u"x"_s, u"Nor that."_s, {}, u"gmail.headers.Authorization"_s}}));
    QTRY_COMPARE(problem(form, u"health_url"_s), u"Not like that."_s);
    QCOMPARE(problem(form, u"headers"_s), u"Nor that."_s);
    QVERIFY(!form.isSaving());
    QCOMPARE(form.fields()[u"health_url"_s].toString(), u"ftp://x"_s);

    form.set(u"health_url"_s, QString());
    form.save();
    nova.askedChanges[1].reply(failure(ErrorCode::Conflict, u"It has an anchor."_s));
    QTRY_COMPARE(form.notice(), u"It has an anchor."_s);
    QVERIFY(form.isFailing());
}

void TestServerForm::keepsWhatWasTyped()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginEdit(u"gmail"_s);
    form.set(u"description"_s, u"Half a sen"_s);
    form.headers()->setValue(0, u"typed"_s);
    form.beginAdd();
    QVERIFY(!form.isChanged());
    form.beginEdit(u"files"_s);
    QVERIFY(!form.isChanged());
    form.beginEdit(u"gmail"_s);
    QCOMPARE(form.fields()[u"description"_s].toString(), u"Half a sen"_s);
    QCOMPARE(form.headers()->index(0).data(HeaderRows::ValueRole).toString(), u"typed"_s);
    QVERIFY(form.notice().contains(u"typed before"_s));
    form.startOver();
    QCOMPARE(form.fields()[u"description"_s].toString(), u"About gmail"_s);
    QVERIFY(!form.isChanged());
    QCOMPARE(form.notice(), QString());
    form.beginEdit(u"gmail"_s);
    QVERIFY(!form.isChanged());
}

void TestServerForm::aLateDraftIsSavedWhereTheEntryIsTheSame()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginEdit(u"gmail"_s);
    form.set(u"description"_s, u"Mail"_s);
    form.save();
    nova.askedChanges[0].reply(tl::unexpected(late()));
    QCoreApplication::processEvents();
    QCOMPARE(nova.askedChanges.size(), 1);
    QList<ServerEntry> servers = two();
    servers[1].enabled = true;
    nova.setServers(servers, u"r2"_s);
    QTRY_COMPARE(nova.askedChanges.size(), 2);
    QCOMPARE(nova.askedChanges[1].command.ifMatch, u"r2"_s);
    QVERIFY(form.isSaving());
}

void TestServerForm::saysWhatChangedMeanwhile()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginEdit(u"gmail"_s);
    form.set(u"description"_s, u"Mine"_s);
    form.save();
    QList<ServerEntry> servers = two();
    servers[0].description = u"Theirs"_s;
    servers[0].url = u"http://theirs/"_s;
    nova.setServers(servers, u"r2"_s);
    nova.askedChanges[0].reply(tl::unexpected(late()));
    QTRY_VERIFY(!form.isSaving());
    QCOMPARE(nova.askedChanges.size(), 1);
    QVERIFY2(form.notice().contains(u"address, description"_s), qPrintable(form.notice()));
    QCOMPARE(form.fields()[u"description"_s].toString(), u"Mine"_s);
    QCOMPARE(form.fields()[u"url"_s].toString(), u"http://theirs/"_s); // Nobody had touched it here.
    form.save();
    QCOMPARE(nova.askedChanges.size(), 2);
    QCOMPARE(nova.askedChanges[1].command.ifMatch, u"r2"_s);
    QCOMPARE(nova.askedChanges[1].command.fields, QJsonObject({{u"description"_s, u"Mine"_s}}));
}

void TestServerForm::addsAgainWhatWasRemovedMeanwhile()
{
    FakeNova nova;
    nova.setServers(two());
    ServerForm form(nova);
    form.beginEdit(u"gmail"_s);
    form.set(u"description"_s, u"Mine"_s);
    form.save();
    nova.setServers({two()[1]}, u"r2"_s);
    nova.askedChanges[0].reply(tl::unexpected(late()));
    QTRY_VERIFY(form.notice().contains(u"removed"_s));
    QCOMPARE(form.headers()->count(), 0);
    form.save();
    QCOMPARE(nova.askedAdds.size(), 1);
    QCOMPARE(nova.askedAdds[0].command.fields,
             QJsonObject({{u"description"_s, u"Mine"_s}, {u"url"_s, u"http://localhost/gmail"_s}}));
}

void TestServerForm::savesNothingThatIsAway()
{
    FakeNova nova;
    nova.setServers(two());
    nova.setLink({LinkState::Phase::Connected, u"http://nova-2:8765"_s});
    ServerForm form(nova);
    QSignalSpy why(&form, &ServerForm::whyNotChanged);
    form.beginEdit(u"gmail"_s);
    form.set(u"description"_s, u"Mine"_s);
    nova.setLink({LinkState::Phase::Away, u"http://nova-2:8765"_s});
    QCOMPARE(why.size(), 1);
    QVERIFY(form.whyNot().contains(u"nova-2"_s));
    form.save();
    QCOMPARE(nova.askedChanges.size(), 0);
    QCOMPARE(form.fields()[u"description"_s].toString(), u"Mine"_s);
    nova.setLink({LinkState::Phase::Connected, u"http://nova-2:8765"_s});
    form.save();
    QCOMPARE(nova.askedChanges.size(), 1);
}

void TestServerForm::removesAndUndoes()
{
    FakeNova nova;
    nova.setServers(two());
    ServerActions actions(nova);
    QSignalSpy removed(&actions, &ServerActions::removed);
    QSignalSpy restored(&actions, &ServerActions::restored);
    actions.undo(); // Nothing to do.
    actions.remove(u"gmail"_s);
    QCOMPARE(nova.askedRemovals.size(), 1);
    QCOMPARE(nova.askedRemovals[0].command.ifMatch, u"r1"_s);
    // Somebody has changed another server: the removal means the same.
    QList<ServerEntry> servers = two();
    servers[1].enabled = true;
    nova.setServers(servers, u"r2"_s);
    nova.askedRemovals[0].reply(tl::unexpected(late()));
    QTRY_COMPARE(nova.askedRemovals.size(), 2);
    QCOMPARE(nova.askedRemovals[1].command.ifMatch, u"r2"_s);
    nova.setServers({servers[1]}, u"r3"_s);
    nova.askedRemovals[1].reply(savedAs(u"gmail"_s, u"r3"_s));
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(actions.undoable(), u"gmail"_s);

    actions.undo();
    QCOMPARE(nova.askedRestores.size(), 1);
    QCOMPARE(nova.askedRestores[0].command.id, u"backup-1"_s);
    QCOMPARE(nova.askedRestores[0].command.ifMatch, u"r3"_s);
    QCOMPARE(actions.undoable(), QString());
    nova.askedRestores[0].reply(TextSaved{true, u"r2"_s, {}});
    QTRY_COMPARE(restored.size(), 1);
    QCOMPARE(nova.askedAdds.size(), 0);
}

void TestServerForm::undoesByAddingWhereTheFileHasChanged()
{
    FakeNova nova;
    nova.setServers(two());
    ServerActions actions(nova);
    QSignalSpy restored(&actions, &ServerActions::restored);
    actions.remove(u"gmail"_s);
    nova.setServers({two()[1]}, u"r2"_s);
    nova.askedRemovals[0].reply(savedAs(u"gmail"_s));
    QTRY_COMPARE(actions.undoable(), u"gmail"_s);
    nova.setServers({two()[1], FakeNova::server(u"new"_s)}, u"r3"_s);
    actions.undo();
    QCOMPARE(nova.askedRestores.size(), 0);
    QCOMPARE(nova.askedAdds.size(), 1);
    QCOMPARE(nova.askedAdds[0].command.fields,
             QJsonObject({{u"description"_s, u"About gmail"_s}, {u"url"_s, u"http://localhost/gmail"_s}}));
    nova.askedAdds[0].reply(savedAs(u"gmail"_s));
    QTRY_COMPARE(nova.askedMoves.size(), 1);
    QCOMPARE(nova.askedMoves[0].command.before, u"files"_s);
    nova.askedMoves[0].reply(savedAs(u"gmail"_s));
    QTRY_COMPARE(restored.size(), 1);
    QVERIFY(restored[0][1].toString().contains(u"without its headers (Authorization)"_s));
}

void TestServerForm::saysWhatCannotBeBroughtBack()
{
    FakeNova nova;
    nova.setServers(two());
    nova.setLink({LinkState::Phase::Connected, u"http://nova-2"_s});
    ServerActions actions(nova);
    QSignalSpy failed(&actions, &ServerActions::failed);
    actions.remove(u"files"_s);
    nova.setServers({two()[0]}, u"r2"_s);
    nova.askedRemovals[0].reply(savedAs(u"files"_s));
    QTRY_COMPARE(actions.undoable(), u"files"_s);
    actions.undo();
    nova.askedRestores[0].reply(tl::unexpected(late()));
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    nova.askedAdds[0].reply(failure(ErrorCode::Conflict, u"There is a server named files already."_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"could not be brought back"_s));
    QCOMPARE(actions.undoable(), u"files"_s); // For later.

    nova.setLink({LinkState::Phase::Away, u"http://nova-2"_s});
    actions.undo();
    actions.remove(u"gmail"_s);
    QCOMPARE(failed.size(), 3);
    QCOMPARE(nova.askedRemovals.size(), 1);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestServerForm)
#include "tst_server_form.moc"
