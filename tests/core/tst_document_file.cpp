#include "core/documents/document_file.h"
#include "tests/core/document_probe.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// The file behind a document: what a killed process left, and the texts that editors replaced.
class TestDocumentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recovers_data();
    void recovers();
    void recoversNothingElse();
    void aStrayThatCannotBeKeptStays();
    void recoversBehindASymlink();
    void keepsWhatAnEditorReplaced();
    void keepsTheLastValidText();
    void anInvalidTextThatGoesBackIsNotKept();
    void deletedAndMadeAgain();
    void waitsForASaveHalfDone();
    void aFolderMovedAwayAndBack();
    void anEditKeepsAndTellsCause();
    void twoProcessesKeepOnce();
    void anEditThatFailsKeepsNothing();

private:
    [[nodiscard]] DocumentFile file(const QString &path = {}) const
    {
        return {path.isEmpty() ? m_path : path, interpretAnything, {m_versions, u"md"_s, 100}};
    }
    [[nodiscard]] VersionStore store() const { return {m_versions, u"md"_s, 100}; }
    /// The texts that were kept, oldest first, with their causes: "file:one\n".
    [[nodiscard]] QByteArrayList kept() const;
    [[nodiscard]] QString stray(const QByteArray &meant, const QString &random = u"a1"_s) const
    {
        return m_scratch->path(u"docs/.doc.md.nova-%1-%2.tmp"_s.arg(revisionOf(meant).left(16), random));
    }
    void save(const QByteArray &text) const { Scratch::replace(m_path, text); }

    std::unique_ptr<Scratch> m_scratch;
    QString m_path;
    QString m_versions;
};

void TestDocumentFile::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_path = m_scratch->path(u"docs/doc.md"_s);
    m_versions = m_scratch->path(u"docs/versions"_s);
    QVERIFY(QDir(m_scratch->path()).mkdir(u"docs"_s));
    save("one\n");
}

QByteArrayList TestDocumentFile::kept() const
{
    QByteArrayList texts;
    const auto versions = store().list();
    for (const DocumentVersion &version : versions)
        texts.prepend(version.cause.toUtf8() + ':' + store().read(version.id).value_or("(unreadable)"));
    return texts;
}

void TestDocumentFile::recovers_data()
{
    QTest::addColumn<QByteArray>("text");       ///< In the stray, which was made for "two\n"; "one\n" is in the file.
    QTest::addColumn<QByteArrayList>("before"); ///< Kept already.
    QTest::addColumn<QByteArrayList>("after");
    const QByteArrayList none;
    QTest::newRow("the new text") << QByteArray("two\n") << none << none;
    QTest::newRow("nothing") << QByteArray() << none << none;
    QTest::newRow("the text that is in the file") << QByteArray("one\n") << none << none;
    QTest::newRow("a text that is nowhere else")
        << QByteArray("by an editor\n") << none << QByteArrayList{"recovered:by an editor\n"};
    QTest::newRow("a text that is kept") << QByteArray("zero\n") << QByteArrayList{"zero\n"}
                                         << QByteArrayList{"api:zero\n"};
    QTest::newRow("an invalid text that is nowhere else")
        << QByteArray("INVALID\n") << none << QByteArrayList{"recovered:INVALID\n"};
}

void TestDocumentFile::recovers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, before);
    for (const QByteArray &earlier : before)
        QVERIFY(store().add(earlier, "one\n", u"api"_s));
    Scratch::write(stray("two\n"), text);
    DocumentFile document = file();
    const QStringList ids = document.recover();
    QVERIFY(!QFile::exists(stray("two\n")));
    QTEST(kept(), "after");
    QCOMPARE(ids.size(), kept().size() - before.size()); // What was kept before is no news.
    if (!ids.isEmpty())
        QCOMPARE(store().read(ids.first()).value(), text);
    QCOMPARE(Scratch::read(m_path), QByteArray("one\n"));
    QVERIFY(document.recover().isEmpty()); // Once is enough.
}

void TestDocumentFile::recoversNothingElse()
{
    const QStringList others{u"docs/.other.md.nova-0123-a1.tmp"_s, u"docs/.doc.md.swp"_s,
                             u"docs/doc.md.nova-0123-a1.tmp"_s, u"docs/.doc.md.tmp"_s};
    for (const QString &other : others)
        Scratch::write(m_scratch->path(other), "mine\n");
    Scratch::write(stray("two\n"), "by an editor\n");
    Scratch::write(stray("three\n", u"b2"_s), "by another\n");
    const QString half = m_scratch->path(u"docs/.doc.md.nova-%1-c3.part.tmp"_s.arg(revisionOf("four\n").left(16)));
    Scratch::write(half, "fo"); // Was being written: nobody has lost it.
    QCOMPARE(file().recover().size(), 2);
    QVERIFY(!QFile::exists(half));
    auto texts = kept();
    std::sort(texts.begin(), texts.end());
    QCOMPARE(texts, QByteArrayList({"recovered:by an editor\n", "recovered:by another\n"}));
    for (const QString &other : others)
        QVERIFY2(QFile::exists(m_scratch->path(other)), qPrintable(other));
}

void TestDocumentFile::aStrayThatCannotBeKeptStays()
{
    Scratch::write(stray("two\n"), "by an editor\n");
    Scratch::write(m_versions, "a file in the way\n");
    QVERIFY(file().recover().isEmpty());
    QCOMPARE(Scratch::read(stray("two\n")), QByteArray("by an editor\n"));
    QVERIFY(QFile::remove(m_versions));
    QCOMPARE(file().recover().size(), 1);
    QVERIFY(!QFile::exists(stray("two\n")));
}

void TestDocumentFile::recoversBehindASymlink()
{
    const QString link = m_scratch->path(u"link.md"_s);
    m_scratch->shell(u"ln -s docs/doc.md link.md"_s);
    Scratch::write(stray("two\n"), "by an editor\n");
    QCOMPARE(file(link).recover().size(), 1);
    QVERIFY(!QFile::exists(stray("two\n")));
}

void TestDocumentFile::keepsWhatAnEditorReplaced()
{
    DocumentFile document = file();
    QVERIFY(document.read(false).kept.id.isEmpty());
    save("two\n");
    const auto second = document.read(false);
    QCOMPARE(store().read(second.kept.id).value(), QByteArray("one\n"));
    QVERIFY(document.read(false).kept.id.isEmpty());
    Scratch::write(m_path, "one\n"); // Back again, in place.
    QVERIFY(!document.read(false).kept.id.isEmpty());
    save("two\n");
    QVERIFY(!document.read(false).kept.id.isEmpty());
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "file:two\n", "file:one\n"}));
}

void TestDocumentFile::keepsTheLastValidText()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    save("INVALID\n");
    const auto invalid = document.read(false);
    QVERIFY(invalid.text && !invalid.text->meaning->valid());
    QCOMPARE(kept(), QByteArrayList{"file:one\n"}); // At once: nobody knows what comes next.
    save("INVALID, too\n");
    static_cast<void>(document.read(false));
    save("two\n");
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    save("three\n");
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "file:two\n"}));
}

void TestDocumentFile::anInvalidTextThatGoesBackIsNotKept()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    save("INVALID\n");
    static_cast<void>(document.read(false));
    save("one\n");
    QVERIFY(document.read(false).text->meaning->valid());
    QCOMPARE(kept(), QByteArrayList{"file:one\n"}); // Once, from when it was gone.
    save("two\n");
    static_cast<void>(document.read(false));
    QCOMPARE(kept().last(), QByteArray("file:one\n"));
}

void TestDocumentFile::deletedAndMadeAgain()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    QVERIFY(QFile::remove(m_path));
    const auto gone = document.read(false);
    QVERIFY(gone.reading.status == FileStatus::Missing);
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    save("two\n");
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    QVERIFY(QFile::remove(m_path));
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "file:two\n"}));
}

void TestDocumentFile::waitsForASaveHalfDone()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    Scratch::write(m_path, {});
    QVERIFY(document.read(true).halfDone);
    QVERIFY(kept().isEmpty());
    Scratch::write(m_path, "one\n"); // It was a save of the same text.
    QVERIFY(!document.read(true).halfDone);
    QVERIFY(kept().isEmpty());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(document.read(true).halfDone);
    save("two\n");
    QVERIFY(!document.read(true).halfDone);
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    Scratch::write(m_path, {});
    QVERIFY(!document.read(false).halfDone); // Patience has an end.
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "file:two\n"}));
}

void TestDocumentFile::aFolderMovedAwayAndBack()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    m_scratch->shell(u"mv docs away"_s);
    QVERIFY(document.read(false).reading.status == FileStatus::Missing);
    QVERIFY(!QFile::exists(m_scratch->path(u"docs"_s))); // Not made again for the sake of a version.
    m_scratch->shell(u"mv away docs"_s);
    QVERIFY(document.read(false).text);
    QVERIFY(kept().isEmpty());
    m_scratch->shell(u"mv docs away && cp -r away docs && echo two > docs/doc.md"_s);
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    // Away, and another text when it comes back: the one from before is kept then.
    m_scratch->shell(u"rm -r away; mv docs away"_s);
    static_cast<void>(document.read(false));
    m_scratch->shell(u"mv away docs && echo three > docs/doc.md"_s);
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "file:two\n"}));
}

void TestDocumentFile::anEditKeepsAndTellsCause()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    const auto append = [](const DocumentText &base) -> Result<EditedText> {
        return EditedText(QByteArray(base.bytes + "more\n"));
    };
    const auto outcome = document.edit(append, {}, u"ui"_s);
    QVERIFY(outcome.result && *outcome.result);
    QCOMPARE(kept(), QByteArrayList{"ui:one\n"});
    QCOMPARE(outcome.saved.kept.id, store().list().first().id);
    // An editor's text that no look has seen is kept as well, by the edit that replaces it.
    save("by an editor\n");
    QVERIFY(document.edit(append, {}, u"restore"_s).result);
    QCOMPARE(kept(), QByteArrayList({"ui:one\n", "file:one\nmore\n", "restore:by an editor\n"}));
    static_cast<void>(document.read(false));
    QCOMPARE(kept().size(), 3);
}

void TestDocumentFile::twoProcessesKeepOnce()
{
    DocumentFile first = file(), second = file();
    static_cast<void>(first.read(false));
    static_cast<void>(second.read(false));
    save("two\n");
    QCOMPARE(first.read(false).kept.id, second.read(false).kept.id);
    QCOMPARE(kept(), QByteArrayList{"file:one\n"});
    const auto replace = [](const DocumentText &) -> Result<EditedText> { return EditedText("three\n"); };
    QVERIFY(first.edit(replace, {}, u"api"_s).result);
    static_cast<void>(second.read(false));
    QCOMPARE(kept(), QByteArrayList({"file:one\n", "api:two\n"}));
}

void TestDocumentFile::anEditThatFailsKeepsNothing()
{
    DocumentFile document = file();
    static_cast<void>(document.read(false));
    for (const QByteArray &text : {QByteArray("INVALID\n"), QByteArray(maxDocumentBytes + 1, 'x')}) {
        const auto replace = [&](const DocumentText &) -> Result<EditedText> { return EditedText(text); };
        QVERIFY(!document.edit(replace, {}, u"api"_s).result);
    }
    const auto late = [&](const DocumentText &) -> Result<EditedText> {
        save("by an editor\n");
        return EditedText("two\n");
    };
    const auto outcome = document.edit(late, revisionOf("one\n"), u"api"_s);
    QVERIFY(!outcome.result && outcome.result.error().code == ErrorCode::StaleRevision);
    QCOMPARE(kept(), QByteArrayList());
    static_cast<void>(document.read(false));
    QCOMPARE(kept(), QByteArrayList{"file:one\n"}); // By the editor, who did replace it.
    QCOMPARE(Scratch::read(m_path), QByteArray("by an editor\n"));
}

QTEST_GUILESS_MAIN(TestDocumentFile)
#include "tst_document_file.moc"
