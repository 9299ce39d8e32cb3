#include "app/desktop/viewmodels/transfer_model.h"
#include "tests/qml/fake_nova.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

/// Files that are what the test says.
class FakeFiles : public ForeignFiles
{
public:
    void find(Reply<QList<FoundPlace>> reply) override { reply(places); }
    void read(QString path, Reply<QByteArray> reply) override { asked.append({std::move(path), std::move(reply)}); }
    void write(QString path, QByteArray text, Reply<QString> reply) override
    {
        written.append(text);
        reply(path.contains(u"taken"_s) ? Result<QString>(failure(ErrorCode::Conflict, u"Taken."_s)) : path);
    }

    QList<FoundPlace> places;
    QList<std::pair<QString, Reply<QByteArray>>> asked;
    QByteArrayList written;
};

QString json(QString text)
{
    return text.replace(u'\'', u'"');
}

QString three()
{
    return json(u"{'mcpServers': {'mail': {'url': 'http://h/mail', 'headers': {'Authorization': 'Bearer abc'}},"
                "'notes': {'url': 'http://h/notes'}, 'files': {'url': 'http://h/files'}}}"_s);
}

} // namespace

/// Importing and exporting as somebody sees it: the preview, the adding, what goes wrong, and back again.
class TestTransferModel : public QObject
{
    Q_OBJECT

    using Kind = ImportModel::Kind;
    using Phase = ImportModel::Phase;

    static QVariant at(const ImportModel &model, int row, ImportModel::Role role)
    {
        return model.data(model.index(row), role);
    }
    /// Does what a Nova does that adds a server.
    static void accept(FakeNova &nova, const QString &revision, const QString &backup)
    {
        const auto asked = nova.askedAdds.takeFirst();
        QList<ServerEntry> servers = nova.state()->catalog->servers;
        servers.append(FakeNova::server(asked.command.name));
        servers.last().url = asked.command.fields[u"url"_s].toString();
        nova.setServers(servers, revision);
        asked.reply(ServerSaved{asked.command.name, true, revision, backup});
    }

private Q_SLOTS:
    void showsWhatWouldBeAdded();
    void findsPlaces();
    void readsFiles();
    void onlyTheLastQuestionCounts();
    void saysWhatIsWrongWithAText();
    void addsOneAfterTheOther();
    void aFailureInTheMiddleIsSaid();
    void undoes();
    void isNotUndoneOverTheWorkOfOthers();
    void namesAreChecked();
    void followsTheCatalog();
    void nothingIsAddedWhileNovaIsAway();
    void aCatalogThatIsNotThereYet();
    void exportsWhatIsOn();
    void saysWhyNothingCanBeExported();
};

void TestTransferModel::showsWhatWouldBeAdded()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    FakeFiles files;
    ImportModel model(nova, files);
    QVERIFY(model.phase() == Phase::Choosing);
    model.readText(json(u"{'servers': {'gmail': {'url': 'http://localhost/gmail'}, 'run': {'command': 'x'},"
                        "'my mail': {'url': 'http://h/m', 'headers': {'Authorization': 'Bearer s3cret'}}}}"_s));
    QVERIFY(model.phase() == Phase::Preview);
    QCOMPARE(model.source(), u"VS Code"_s);
    QCOMPARE(model.summary(), u"1 can be added · 1 is there already · 1 has no place here"_s);
    QVERIFY(at(model, 0, ImportModel::KindRole).value<Kind>() == Kind::Present);
    QVERIFY(at(model, 1, ImportModel::KindRole).value<Kind>() == Kind::Impossible);
    QCOMPARE(at(model, 2, ImportModel::NameRole), u"my-mail"_s);
    QCOMPARE(at(model, 2, ImportModel::ChosenRole), true);
    for (auto role = int(ImportModel::NameRole); role <= int(ImportModel::ProblemRole); ++role)
        QVERIFY(!at(model, 2, ImportModel::Role(role)).toString().contains(u"s3cret"_s));
    QCOMPARE(model.addWords(), u"Add 1 server"_s);
    QVERIFY(model.canAdd());
    model.choose(2, false);
    QCOMPARE(model.addWords(), u"Add"_s);
    QVERIFY(!model.canAdd());
    model.choose(1, true); // Not to be had.
    QVERIFY(!model.canAdd());
    QVERIFY(nova.askedAdds.isEmpty());
}

void TestTransferModel::findsPlaces()
{
    FakeNova nova;
    FakeFiles files;
    files.places = {{{ForeignForm::Cursor, u"Cursor"_s, u"/h/.cursor/mcp.json"_s}, 3, 2, {}},
                    {{ForeignForm::ClaudeCode, u"Claude Code"_s, u"/h/.claude.json"_s}, 0, 0, u"Broken."_s}};
    ImportModel model(nova, files);
    model.start();
    QVERIFY(model.looking());
    QTRY_VERIFY(!model.looking());
    QCOMPARE(model.placeTitles(), QStringList({u"Cursor · 3 servers"_s, u"Claude Code · cannot be read"_s}));
    QCOMPARE(model.placePaths().first(), u"/h/.cursor/mcp.json"_s);
    model.readPlace(0);
    QCOMPARE(files.asked.size(), 1);
    QCOMPARE(files.asked[0].first, u"/h/.cursor/mcp.json"_s);
}

void TestTransferModel::readsFiles()
{
    FakeNova nova;
    FakeFiles files;
    ImportModel model(nova, files);
    model.readFile(u"file:///h/my%20list.json"_s);
    QCOMPARE(files.asked[0].first, u"/h/my list.json"_s);
    QVERIFY(model.phase() == Phase::Reading);
    files.asked[0].second(three().toUtf8());
    QTRY_VERIFY(model.phase() == Phase::Preview);
    QCOMPARE(model.source(), u"my list.json"_s);
    model.readFile(u"/h/none"_s);
    files.asked[1].second(failure(ErrorCode::NotFound, u"There is no such file."_s));
    QTRY_COMPARE(model.problem(), u"There is no such file."_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestTransferModel::onlyTheLastQuestionCounts()
{
    FakeNova nova;
    FakeFiles files;
    ImportModel model(nova, files);
    model.readFile(u"/h/first.json"_s);
    model.readText(three());
    files.asked[0].second(json(u"{'mcpServers': {'late': {'url': 'http://h/late'}}}"_s).toUtf8());
    QCoreApplication::processEvents();
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.phase() == Phase::Preview);
}

void TestTransferModel::saysWhatIsWrongWithAText()
{
    FakeNova nova;
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(u"{\"mcpServers\": {\n  oops"_s);
    QCOMPARE(model.problem(), u"Line 2, column 3: A name in double quotes is expected here."_s);
    QVERIFY(model.phase() == Phase::Choosing);
    model.readText(three());
    QVERIFY(model.problem().isEmpty());
    QVERIFY(model.isWorthReading(three()));
    QVERIFY(!model.isWorthReading(u"Dear Sir or Madam"_s));
}

void TestTransferModel::addsOneAfterTheOther()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    FakeFiles files;
    ImportModel model(nova, files);
    QSignalSpy added(&model, &ImportModel::added);
    model.readText(three());
    model.choose(1, false);
    model.rename(2, u"papers"_s);
    model.add();
    model.add(); // Twice is once.
    QCOMPARE(nova.askedAdds.size(), 1);
    QVERIFY(model.phase() == Phase::Adding);
    QCOMPARE(model.result(), u"Adding 1 of 2"_s);
    const AddServerCommand first = nova.askedAdds[0].command;
    QCOMPARE(first.name, u"mail"_s);
    QCOMPARE(first.ifMatch, u"r1"_s);
    QCOMPARE(first.fields[u"headers"_s].toObject()[u"Authorization"_s].toString(), u"Bearer ${MAIL_TOKEN}"_s);
    QVERIFY(nova.askedAdds[0].caller.origin == Origin::Ui);
    accept(nova, u"r2"_s, u"b1"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    QCOMPARE(nova.askedAdds[0].command.name, u"papers"_s);
    QCOMPARE(nova.askedAdds[0].command.ifMatch, u"r2"_s);
    accept(nova, u"r3"_s, u"b2"_s);
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(model.result(), u"2 servers were added."_s);
    QVERIFY(!model.failed());
    QVERIFY(at(model, 0, ImportModel::KindRole).value<Kind>() == Kind::Added);
    QVERIFY(at(model, 1, ImportModel::KindRole).value<Kind>() == Kind::New);
    QCOMPARE(model.summary(), u"2 were added · 1 can be added"_s);
}

void TestTransferModel::aFailureInTheMiddleIsSaid()
{
    FakeNova nova;
    nova.setServers({});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    model.add();
    accept(nova, u"r2"_s, u"b1"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    nova.askedAdds.takeFirst().reply(failure(ErrorCode::NoSpace, u"The disk is full."_s));
    QTRY_VERIFY(model.failed());
    QCOMPARE(model.result(), u"1 of 3 were added and stay. The disk is full."_s);
    QCOMPARE(at(model, 1, ImportModel::ProblemRole), u"The disk is full."_s);
    QVERIFY(nova.askedAdds.isEmpty()); // The third is not tried.
    QVERIFY(model.canUndo());
    // The rest can be tried again, and all of it taken back.
    QCOMPARE(model.addWords(), u"Add 2 servers"_s);
    model.add();
    accept(nova, u"r3"_s, u"b2"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    accept(nova, u"r4"_s, u"b3"_s);
    QTRY_VERIFY(model.phase() == Phase::Done);
    model.undo();
    QCOMPARE(nova.askedRestores.size(), 1);
    QCOMPARE(nova.askedRestores[0].command.id, u"b1"_s);
}

void TestTransferModel::undoes()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    QVERIFY(!model.canUndo());
    model.choose(1, false);
    model.choose(2, false);
    model.add();
    accept(nova, u"r2"_s, u"b1"_s);
    QTRY_VERIFY(model.canUndo());
    model.undo();
    QVERIFY(!model.canUndo());
    QCOMPARE(nova.askedRestores[0].command.ifMatch, u"r2"_s);
    QVERIFY(nova.askedRestores[0].command.document == DocumentKind::Catalog);
    nova.setServers({FakeNova::server(u"gmail"_s)}, u"r1"_s);
    nova.askedRestores[0].reply(TextSaved{true, u"r1"_s, u"b2"_s});
    QTRY_COMPARE(model.result(), u"The catalog is as it was before."_s);
    QVERIFY(at(model, 0, ImportModel::KindRole).value<Kind>() == Kind::New);
    QCOMPARE(model.addWords(), u"Add 1 server"_s);
    QVERIFY(!model.canUndo());
}

void TestTransferModel::isNotUndoneOverTheWorkOfOthers()
{
    FakeNova nova;
    nova.setServers({});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    model.add();
    accept(nova, u"r2"_s, u"b1"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    nova.askedAdds.takeFirst().reply(failure(ErrorCode::StaleRevision, u"stale"_s));
    QTRY_VERIFY(model.failed());
    QVERIFY(model.result().contains(u"The catalog was changed meanwhile."_s));
    nova.setServers({FakeNova::server(u"other"_s)}, u"r9"_s);
    QVERIFY(!model.canUndo());
    // What is added from now on is another import.
    model.add();
    QCOMPARE(nova.askedAdds[0].command.ifMatch, u"r9"_s);
    accept(nova, u"r10"_s, u"b9"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    accept(nova, u"r11"_s, u"b10"_s);
    QTRY_VERIFY(model.canUndo());
    model.undo();
    QCOMPARE(nova.askedRestores[0].command.id, u"b9"_s);
}

void TestTransferModel::namesAreChecked()
{
    FakeNova nova;
    nova.setServers({FakeNova::server(u"gmail"_s)});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    model.rename(0, u"gmail"_s);
    QCOMPARE(at(model, 0, ImportModel::NameProblemRole), u"There is another server of this name."_s);
    QVERIFY(!model.canAdd());
    model.rename(0, u"a b"_s);
    QVERIFY(at(model, 0, ImportModel::NameProblemRole).toString().startsWith(u"Use 1 to 64"_s));
    model.rename(0, u"notes"_s); // As another row has it.
    QVERIFY(!model.canAdd());
    model.choose(1, false);
    QVERIFY(model.canAdd());
    QCOMPARE(at(model, 0, ImportModel::NameRole), u"notes"_s);
}

void TestTransferModel::followsTheCatalog()
{
    FakeNova nova;
    nova.setServers({});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    model.rename(1, u"my-notes"_s);
    ServerEntry mail = FakeNova::server(u"post"_s);
    mail.url = u"http://h/mail"_s;
    nova.setServers({mail, FakeNova::server(u"files"_s)}, u"r2"_s);
    QVERIFY(at(model, 0, ImportModel::KindRole).value<Kind>() == Kind::Present);
    QCOMPARE(at(model, 1, ImportModel::NameRole), u"my-notes"_s); // What was typed stays.
    QCOMPARE(at(model, 2, ImportModel::NameProblemRole), u"There is another server of this name."_s);
}

void TestTransferModel::nothingIsAddedWhileNovaIsAway()
{
    FakeNova nova;
    nova.setServers({});
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    QVERIFY(model.canAdd());
    LinkState link;
    link.phase = LinkState::Phase::Away;
    nova.setLink(link);
    QVERIFY(!model.canAdd());
    QVERIFY(!model.obstacle().isEmpty());
    model.add();
    QVERIFY(nova.askedAdds.isEmpty());
    link.phase = LinkState::Phase::Connected;
    nova.setLink(link);
    QVERIFY(model.canAdd());
    QCOMPARE(model.rowCount(), 3);
}

void TestTransferModel::aCatalogThatIsNotThereYet()
{
    FakeNova nova;
    CatalogState missing;
    missing.file.state = DocumentStatus::State::Missing;
    nova.setCatalog(missing);
    FakeFiles files;
    ImportModel model(nova, files);
    model.readText(three());
    model.add();
    QVERIFY(!nova.askedAdds[0].command.ifMatch);
    accept(nova, u"r1"_s, {});
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    accept(nova, u"r2"_s, u"b1"_s);
    QTRY_COMPARE(nova.askedAdds.size(), 1);
    accept(nova, u"r3"_s, u"b2"_s);
    QTRY_VERIFY(model.phase() == Phase::Done);
    QVERIFY(!model.canUndo()); // There is no text from before, and one from the middle would be none.
}

void TestTransferModel::exportsWhatIsOn()
{
    FakeNova nova;
    FakeFiles files;
    ExportModel model(nova, files);
    model.start();
    QCOMPARE(nova.askedTexts.size(), 1);
    QCOMPARE(nova.askedTexts[0].command.id, u"current"_s);
    nova.askedTexts[0].reply(StoredText{u"current"_s,
                                        "a:\n  url: http://h/a\n  headers: {X: \"${A_KEY}\"}\n"
                                        "b:\n  url: http://h/b\n  enabled: false\n",
                                        u"r1"_s});
    QTRY_COMPARE(model.summary(), u"1 of 2 servers"_s);
    QVERIFY(model.text().contains(u"\"type\": \"http\""_s));
    QVERIFY(!model.text().contains(u"http://h/b"_s));
    model.choose(1, true);
    QVERIFY(model.text().contains(u"http://h/b"_s));
    model.setForm(int(ForeignForm::Cursor));
    QVERIFY(model.text().contains(u"${env:A_KEY}"_s));
    QCOMPARE(model.notes(), u"Set A_KEY in the environment in which Cursor is started."_s);
    model.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), model.text());
    model.save(u"~/taken.json"_s);
    QTRY_COMPARE(model.result(), u"Taken."_s);
    QVERIFY(model.failed());
    model.save(u" ~/free.json "_s);
    QTRY_COMPARE(model.result(), u"Saved as ~/free.json."_s);
    QCOMPARE(files.written.last(), model.text().toUtf8());
}

void TestTransferModel::saysWhyNothingCanBeExported()
{
    FakeNova nova;
    FakeFiles files;
    ExportModel model(nova, files);
    model.start();
    nova.askedTexts[0].reply(StoredText{u"current"_s, "a: [\n", u"r1"_s});
    QTRY_VERIFY(model.problem().startsWith(u"The catalog has errors."_s));
    QVERIFY(model.text().isEmpty());
    model.start();
    nova.askedTexts[1].reply(failure(ErrorCode::Unavailable, u"Nova is away."_s));
    QTRY_COMPARE(model.problem(), u"Nova is away."_s);
    model.save(u"~/x.json"_s);
    QVERIFY(files.written.isEmpty());
}

} // namespace nova::test

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    nova::test::TestTransferModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_transfer_model.moc"
