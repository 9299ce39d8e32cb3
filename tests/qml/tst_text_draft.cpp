#include "app/desktop/viewmodels/file_text.h"
#include "app/desktop/viewmodels/preview_model.h"
#include "app/desktop/viewmodels/text_counts.h"
#include "app/desktop/viewmodels/text_draft.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

/// A draft beside a file that others change, too: not a character of it is lost.
class TestTextDraft : public QObject
{
    Q_OBJECT

    /// A draft of a prompt "one\ntwo\n" of revision p1.
    struct Started {
        FakeNova nova;
        std::unique_ptr<TextDraft> draft;

        explicit Started(const QByteArray &text = "one\ntwo\n")
        {
            nova.setPromptText(text, u"p1"_s);
            draft = std::make_unique<TextDraft>(nova, DocumentKind::Prompt, nullptr, 0ms);
            answer(text, u"p1"_s);
        }
        /// What the file holds, to the question that waits.
        void answer(const QByteArray &text, const QString &revision)
        {
            nova.askedTexts.takeFirst().reply(StoredText{u"current"_s, text, revision});
        }
        /// Somebody else saves.
        void save(const QByteArray &text, const QString &revision)
        {
            nova.setPromptText(text, revision);
            if (!nova.askedTexts.isEmpty())
                answer(text, revision);
        }
    };
    static Diagnostic finding(int line)
    {
        return {
            Diagnostic::Severity::Error, u"url_invalid"_s, u"Not an address."_s, u"Begin with http."_s, {}, line, 8};
    }

private Q_SLOTS:
    void bytesSurvive_data();
    void bytesSurvive();
    void whatIsNotUtf8CannotBeEdited();
    void countsWhatPeopleCount();
    void followsTheFileWithoutADraft();
    void savesWithTheRevisionItWasMadeFrom();
    void typingGoesOnDuringASave();
    void aRefusedSaveKeepsEverything_data();
    void aRefusedSaveKeepsEverything();
    void anInvalidTextIsMarkedWhereItIsWrong();
    void aChangedFileIsAConflict();
    void theSameChangeElsewhereIsNone();
    void keepsMine();
    void takesTheirsAndBack();
    void aSaveThatCameSecondIsAConflict();
    void discardsAndBack();
    void anotherDraftIsNotOverwrittenByUndo();
    void cannotBeEditedWhatCannotBeSaved();
    void aFileThatIsGoneIsAConflictToo();
    void asksAboutTheNewestTextOnly();
    void previewsWhatIsTyped();
};

void TestTextDraft::bytesSurvive_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("edited");
    QTest::addColumn<QByteArray>("saved");
    QTest::newRow("plain") << QByteArray("a\nb\n") << u"a\nb\n"_s << u"a\nc\n"_s << QByteArray("a\nc\n");
    QTest::newRow("crlf and mark") << QByteArray("\xef\xbb\xbf"
                                                 "a\r\nb\r\n")
                                   << u"a\nb\n"_s << u"a\nnew\nb\n"_s
                                   << QByteArray("\xef\xbb\xbf"
                                                 "a\r\nnew\r\nb\r\n");
    QTest::newRow("mixed") << QByteArray("a\r\nb\nc\r\nd") << u"a\nb\nc\nd"_s << u"a\nB\nc\nd\ne"_s
                           << QByteArray("a\r\nB\nc\r\nd\r\ne");
    QTest::newRow("mixed, a line away") << QByteArray("a\nb\r\nc\nd\r\n") << u"a\nb\nc\nd\n"_s << u"a\nc\nd\n"_s
                                        << QByteArray("a\nc\nd\r\n");
    QTest::newRow("old") << QByteArray("a\rb\n") << u"a\nb\n"_s << u"a\nb\nc\n"_s << QByteArray("a\rb\nc\n");
    QTest::newRow("rare endings") << QByteArray("a\xe2\x80\xa9"
                                                "b\n")
                                  << u"a\nb\n"_s << u"a\nB\n"_s
                                  << QByteArray("a\xe2\x80\xa9"
                                                "B\n");
    QTest::newRow("no-break spaces") << QByteArray("a\xc2\xa0"
                                                   "b\xe2\x80\xa8"
                                                   "c\n")
                                     << u"a\u00a0b\u2028c\n"_s << u"x\na\u00a0b\u2028c\n"_s
                                     << QByteArray("x\na\xc2\xa0"
                                                   "b\xe2\x80\xa8"
                                                   "c\n");
    QTest::newRow("from nothing") << QByteArray() << QString() << u"a\nb"_s << QByteArray("a\nb");
    QTest::newRow("to nothing") << QByteArray("a\r\n") << u"a\n"_s << QString() << QByteArray();
    QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf") << QString() << u"a"_s
                                << QByteArray("\xef\xbb\xbf"
                                              "a");
}

void TestTextDraft::bytesSurvive()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, edited);
    const FileText text(file);
    QTEST(text.text(), "shown");
    QCOMPARE(text.bytesOf(text.text()), file);
    QTEST(text.bytesOf(edited), "saved");
}

void TestTextDraft::whatIsNotUtf8CannotBeEdited()
{
    Started started("a\xff\n");
    QTRY_VERIFY(started.draft->isLoaded());
    QVERIFY(started.draft->readOnlyReason().contains(u"UTF-8"_s));
    started.draft->edit(u"b"_s);
    QVERIFY(!started.draft->canSave());
    started.draft->save();
    QVERIFY(started.nova.askedSaves.isEmpty());
}

void TestTextDraft::countsWhatPeopleCount()
{
    QCOMPARE(countText({}), (TextCounts{0, 0, 0, 0}));
    QCOMPARE(countText(u"Be kind.\n"_s), (TextCounts{1, 2, 9, 3}));
    QCOMPARE(countText(u"  a\n\nb c"_s), (TextCounts{3, 3, 8, 2}));
    QCOMPARE(countText(u"\U0001F600 é"_s), (TextCounts{1, 2, 3, 2}));
    QCOMPARE(countWords({1, 2, 9, 3}), u"2 words · about 3 tokens · 9 characters · 1 line"_s);
}

void TestTextDraft::followsTheFileWithoutADraft()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_COMPARE(draft.text(), u"one\ntwo\n"_s);
    QVERIFY(!draft.isDirty());
    started.save("one\ntwo\nthree\n", u"p2"_s);
    QTRY_COMPARE(draft.text(), u"one\ntwo\nthree\n"_s);
    QVERIFY(!draft.isDirty() && !draft.hasConflict());
    draft.edit(u"mine"_s);
    QVERIFY(draft.isDirty());
    draft.edit(u"one\ntwo\nthree\n"_s);
    QVERIFY(!draft.isDirty());
}

void TestTextDraft::savesWithTheRevisionItWasMadeFrom()
{
    Started started("one\r\n");
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    QSignalSpy saved(&draft, &TextDraft::saved);
    draft.save(); // There is nothing to save.
    QVERIFY(started.nova.askedSaves.isEmpty());
    draft.edit(u"one\ntwo\n"_s);
    draft.save();
    draft.save(); // Once is enough.
    QCOMPARE(started.nova.askedSaves.size(), 1);
    const auto asked = started.nova.askedSaves.takeFirst();
    QCOMPARE(asked.command.document, DocumentKind::Prompt);
    QCOMPARE(asked.command.text, QByteArray("one\r\ntwo\r\n"));
    QCOMPARE(asked.command.ifMatch, u"p1"_s);
    QCOMPARE(asked.caller.who, u"desktop"_s);
    // The state comes before the answer; our own save is no news.
    started.nova.setPromptText(asked.command.text, u"p2"_s);
    asked.reply(TextSaved{true, u"p2"_s, u"v1"_s});
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(!draft.isDirty() && !draft.hasConflict() && !draft.isSaving());
    QVERIFY(started.nova.askedTexts.isEmpty());
}

void TestTextDraft::typingGoesOnDuringASave()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"first\n"_s);
    draft.save();
    draft.edit(u"first\nsecond\n"_s);
    started.nova.setPromptText("first\n", u"p2"_s);
    started.nova.askedSaves.takeFirst().reply(TextSaved{true, u"p2"_s, {}});
    QTRY_VERIFY(!draft.isSaving());
    QVERIFY(draft.isDirty() && !draft.hasConflict());
    QCOMPARE(draft.text(), u"first\nsecond\n"_s);
    draft.save();
    QCOMPARE(started.nova.askedSaves.first().command.ifMatch, u"p2"_s);
}

void TestTextDraft::aRefusedSaveKeepsEverything_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("disk full") << int(ErrorCode::NoSpace);
    QTest::newRow("managed elsewhere") << int(ErrorCode::ManagedElsewhere);
    QTest::newRow("no permission") << int(ErrorCode::PermissionDenied);
    QTest::newRow("away") << int(ErrorCode::Unavailable);
    QTest::newRow("too large") << int(ErrorCode::TooLarge);
}

void TestTextDraft::aRefusedSaveKeepsEverything()
{
    QFETCH(const int, code);
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    draft.save();
    started.nova.askedSaves.takeFirst().reply(failure(ErrorCode(code), u"It was not to be."_s));
    QTRY_COMPARE(draft.problem(), u"It was not to be."_s);
    QCOMPARE(draft.text(), u"mine"_s);
    QVERIFY(draft.isDirty() && draft.canSave());
    draft.save();
    QVERIFY(draft.problem().isEmpty());
    QCOMPARE(started.nova.askedSaves.first().command.ifMatch, u"p1"_s);
}

void TestTextDraft::anInvalidTextIsMarkedWhereItIsWrong()
{
    Started started;
    TextDraft &draft = *started.draft;
    FindingsModel &findings = *draft.findings();
    const QAbstractItemModelTester tester(&findings);
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"a\nb\nbad"_s);
    draft.save();
    started.nova.askedSaves.takeFirst().reply(
        failure(ErrorCode::InvalidInput, u"Not valid."_s, {}, {finding(3), finding(1)}));
    QTRY_COMPARE(findings.count(), 2);
    QCOMPARE(findings.errorLines(), (QList<int>{1, 3}));
    QCOMPARE(findings.wordsAt(3), u"Not an address. Begin with http."_s);
    QCOMPARE(findings.wordsAt(2), QString());
    QCOMPARE(findings.lineAfter(1), 3);
    QCOMPARE(findings.lineAfter(3), 1);
    QCOMPARE(findings.columnAt(3), 8);
    QCOMPARE(findings.summary(), u"2 errors"_s);
    QCOMPARE(findings.data(findings.index(1), FindingsModel::PlaceRole).toString(), u"line 3, column 8"_s);
}

void TestTextDraft::aChangedFileIsAConflict()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    started.save("theirs", u"p2"_s);
    QTRY_VERIFY(draft.hasConflict());
    QCOMPARE(draft.text(), u"mine"_s);
    QCOMPARE(draft.theirs(), u"theirs"_s);
    QVERIFY(draft.conflictWords().startsWith(u"PROMPT.md was changed"_s));
    draft.save(); // Not before it is decided.
    QVERIFY(started.nova.askedSaves.isEmpty());
    // And one more; then it is as it was.
    started.save("theirs again", u"p3"_s);
    QTRY_COMPARE(draft.theirs(), u"theirs again"_s);
    started.save("one\ntwo\n", u"p1"_s);
    QTRY_VERIFY(!draft.hasConflict());
    QVERIFY(draft.canSave());
}

void TestTextDraft::theSameChangeElsewhereIsNone()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"the same\n"_s);
    started.save("the same\r\n", u"p2"_s);
    QTRY_VERIFY(!draft.isDirty());
    QVERIFY(!draft.hasConflict());
}

void TestTextDraft::keepsMine()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine\n"_s);
    started.save("theirs\n", u"p2"_s);
    QTRY_VERIFY(draft.hasConflict());
    draft.keepMine();
    QVERIFY(!draft.hasConflict() && draft.isDirty());
    draft.save();
    QCOMPARE(started.nova.askedSaves.first().command.ifMatch, u"p2"_s);
    QCOMPARE(started.nova.askedSaves.first().command.text, QByteArray("mine\n"));
}

void TestTextDraft::takesTheirsAndBack()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine\n"_s);
    started.save("theirs\n", u"p2"_s);
    QTRY_VERIFY(draft.hasConflict());
    QSignalSpy dropped(&draft, &TextDraft::dropped);
    draft.takeTheirs();
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(draft.text(), u"theirs\n"_s);
    QVERIFY(!draft.isDirty() && !draft.hasConflict() && draft.canUndo());
    draft.undo();
    QCOMPARE(draft.text(), u"mine\n"_s);
    QVERIFY(draft.isDirty() && draft.hasConflict() && !draft.canUndo());
    QCOMPARE(draft.theirs(), u"theirs\n"_s);
}

void TestTextDraft::aSaveThatCameSecondIsAConflict()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    draft.save();
    // Refused before the state tells of the other text.
    started.nova.askedSaves.takeFirst().reply(failure(ErrorCode::StaleRevision, u"It was changed."_s));
    QTRY_COMPARE(started.nova.askedTexts.size(), 1);
    started.answer("theirs", u"p2"_s);
    QTRY_VERIFY(draft.hasConflict());
    QCOMPARE(draft.text(), u"mine"_s);
    QVERIFY(draft.problem().isEmpty());
}

void TestTextDraft::discardsAndBack()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    draft.discard();
    QCOMPARE(draft.text(), u"one\ntwo\n"_s);
    QVERIFY(!draft.isDirty() && draft.canUndo());
    // The file moves on meanwhile: what was dropped comes back as what it is, an edit of an older text.
    started.save("theirs", u"p2"_s);
    QTRY_COMPARE(draft.text(), u"theirs"_s);
    draft.undo();
    QCOMPARE(draft.text(), u"mine"_s);
    QVERIFY(draft.hasConflict());
}

void TestTextDraft::anotherDraftIsNotOverwrittenByUndo()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    draft.discard();
    draft.edit(u"something new"_s);
    QVERIFY(!draft.canUndo());
    draft.undo();
    QCOMPARE(draft.text(), u"something new"_s);
}

void TestTextDraft::cannotBeEditedWhatCannotBeSaved()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    started.nova.setLink({LinkState::Phase::Connected, u"http://nova-2:8765"_s});
    started.answer("one\ntwo\n", u"p1"_s);
    QTRY_VERIFY(draft.isLoaded());
    QVERIFY(draft.readOnlyReason().isEmpty());
    draft.edit(u"mine"_s);
    started.nova.setLink({LinkState::Phase::Away, u"http://nova-2:8765"_s, u"It does not answer."_s});
    QVERIFY(draft.readOnlyReason().contains(u"cannot be reached"_s));
    QVERIFY(!draft.canSave());
    QCOMPARE(draft.text(), u"mine"_s);
    started.nova.setLink({LinkState::Phase::Connected, u"http://nova-2:8765"_s});
    QVERIFY(draft.canSave());

    PromptState prompt = *started.nova.state()->prompt;
    prompt.file.writable = false;
    started.nova.setPrompt(prompt);
    QVERIFY(draft.readOnlyReason().contains(u"managed elsewhere"_s));
    QVERIFY(!draft.canSave());

    prompt.file.writable = true;
    prompt.file.state = DocumentStatus::State::Unreadable;
    prompt.file.fileRevision.clear();
    started.nova.setPrompt(prompt);
    QTRY_COMPARE(started.nova.askedTexts.size(), 1);
    started.nova.askedTexts.takeFirst().reply(failure(ErrorCode::Conflict, u"No permission to read it."_s));
    QTRY_COMPARE(draft.readOnlyReason(), u"No permission to read it."_s);
    QCOMPARE(draft.text(), u"mine"_s);
}

void TestTextDraft::aFileThatIsGoneIsAConflictToo()
{
    Started started;
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"mine"_s);
    PromptState prompt = *started.nova.state()->prompt;
    prompt.file.state = DocumentStatus::State::Missing;
    prompt.file.fileRevision.clear();
    prompt.file.writable = false;
    started.nova.setPrompt(prompt);
    QVERIFY(draft.hasConflict());
    QVERIFY(draft.conflictWords().contains(u"removed"_s));
    draft.keepMine();
    draft.save();
    QCOMPARE(started.nova.askedSaves.first().command.ifMatch, QString());
}

void TestTextDraft::asksAboutTheNewestTextOnly()
{
    FakeNova nova;
    TextDraft draft(nova, DocumentKind::Catalog, nullptr, 0ms);
    nova.askedTexts.takeFirst().reply(StoredText{u"current"_s, "a: 1\n", u"r0"_s});
    QTRY_VERIFY(draft.isLoaded());
    draft.edit(u"a: 2\n"_s);
    QTRY_COMPARE(nova.askedValidations.size(), 1);
    QCOMPARE(nova.askedValidations[0].command.document, DocumentKind::Catalog);
    draft.edit(u"a: 3\n"_s);
    QTRY_COMPARE(draft.settledText(), u"a: 3\n"_s);
    QCOMPARE(nova.askedValidations.size(), 1); // One question at a time.
    auto wrong = std::make_shared<Interpretation>();
    wrong->errors = {finding(1)};
    nova.askedValidations[0].reply(wrong);
    QTRY_COMPARE(nova.askedValidations.size(), 2);
    QCOMPARE(draft.findings()->count(), 0); // It was about another text.
    QCOMPARE(nova.askedValidations[1].command.text, QByteArray("a: 3\n"));
    nova.askedValidations[1].reply(wrong);
    QTRY_COMPARE(draft.findings()->count(), 1);
    // Without a draft it is the file's own errors that count.
    draft.discard();
    QCOMPARE(draft.findings()->count(), 0);
    CatalogState catalog = *nova.state()->catalog;
    catalog.file.errors = {finding(4), finding(5)};
    nova.setCatalog(catalog);
    QCOMPARE(draft.findings()->errorLines(), (QList<int>{4, 5}));
}

void TestTextDraft::previewsWhatIsTyped()
{
    Started started("# One\n");
    TextDraft &draft = *started.draft;
    QTRY_VERIFY(draft.isLoaded());
    PreviewModel preview;
    const QAbstractItemModelTester tester(&preview);
    preview.setDraft(&draft);
    QCOMPARE(preview.data(preview.index(0), PreviewModel::HtmlRole).toString(), u"<h1>One</h1>"_s);
    draft.edit(u"# Two\n"_s);
    QTRY_COMPARE(preview.data(preview.index(0), PreviewModel::HtmlRole).toString(), u"<h1>Two</h1>"_s);
    QString large;
    for (int part = 0; large.size() < 100 * 1024; ++part)
        large += u"## Part %1\n\nSome words, enough for a line of text.\n\n"_s.arg(part);
    draft.edit(large);
    QTRY_VERIFY(preview.rowCount() > 5);
    draft.edit(u"Short.\n"_s);
    QTRY_COMPARE(preview.rowCount(), 1);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestTextDraft)
#include "tst_text_draft.moc"
