#include "tests/core/document_probe.h"
#include "tests/core/unprivileged.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// Changes made through Nova: on the newest text, all or nothing, told at once and once.
class TestDocumentEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isInForceAndToldBeforeTheAnswer();
    void isToldOnce();
    void asItAlreadyIsChangesNothing();
    void ifMatch();
    void seesASaveThatTheWatcherHasNotComeTo();
    void anEditorThatSavesInBetweenIsNotOverwritten_data();
    void anEditorThatSavesInBetweenIsNotOverwritten();
    void withIfMatchAnEditorInBetweenMeansStale();
    void givesUpOnAFileThatNeverRests();
    void refuses_data();
    void refuses();
    void mendsAnInvalidText();
    void createsAMissingFile();
    void createsTheTargetOfADanglingSymlink();
    void keepsModeAndSymlinks();
    void isManagedElsewhere();
    void editsInOrder();

private:
    [[nodiscard]] QByteArray onDisk() const
    {
        return QFileInfo(m_path).isFile() ? Scratch::read(m_path) : QByteArray();
    }

    std::unique_ptr<Scratch> m_scratch;
    QString m_path;
};

static Document::Edit appending(const QByteArray &line)
{
    return [line](const DocumentText &base) -> Result<Document::Edited> { return QByteArray(base.bytes + line); };
}

void TestDocumentEditing::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_path = m_scratch->path(u"doc"_s);
    m_scratch->write(m_path, "one\n");
}

void TestDocumentEditing::cleanup()
{
    const QStringList names = QDir(m_scratch->path()).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        QVERIFY2(!name.contains(u".nova-"), qPrintable(name)); // Whatever happened, no temporary file is left.
}

void TestDocumentEditing::isInForceAndToldBeforeTheAnswer()
{
    DocumentProbe document(m_path);
    const auto saved = document.edit(appending("two\n"));
    QVERIFY(saved && saved->changed);
    QCOMPARE(saved->revision, revisionOf("one\ntwo\n"));
    QCOMPARE(document.text(), QByteArray("one\ntwo\n"));
    QCOMPARE(document->status().revision, saved->revision);
    QCOMPARE(onDisk(), QByteArray("one\ntwo\n"));
    QCOMPARE(document.changes().size(), 1);
    const Document::Change &change = document.changes().first();
    QVERIFY(change.newBytes && change.caller.origin == Origin::Api && change.caller.who == u"test");
    QCOMPARE(change.before->bytes, QByteArray("one\n"));
}

void TestDocumentEditing::isToldOnce()
{
    DocumentProbe document(m_path);
    for (int i = 0; i < 5; ++i)
        QVERIFY(document.edit(appending("x\n")));
    m_scratch->shell(u"echo end >> doc"_s); // When the watcher tells of this, it has come past all of ours.
    document.waitFor("one\nx\nx\nx\nx\nx\nend\n");
    QCOMPARE(document.texts().size(), 6);
    QCOMPARE(document.changes().size(), 6); // Not even the standing of the file was told a second time.
}

void TestDocumentEditing::asItAlreadyIsChangesNothing()
{
    DocumentProbe document(m_path);
    struct stat before = {}, after = {};
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &before), 0);
    const auto saved = document.save("one\n");
    QVERIFY(saved && !saved->changed);
    QCOMPARE(saved->revision, revisionOf("one\n"));
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QVERIFY(document.changes().isEmpty());
}

void TestDocumentEditing::ifMatch()
{
    DocumentProbe document(m_path);
    const QString first = document->status().revision;
    QVERIFY(document.save("two\n", first));
    const auto stale = document.save("three\n", first);
    QVERIFY(!stale && stale.error().code == ErrorCode::StaleRevision);
    QVERIFY2(stale.error().message.contains(revisionOf("two\n")), qPrintable(stale.error().message));
    QCOMPARE(onDisk(), QByteArray("two\n"));
    QVERIFY(document.save("three\n", revisionOf("two\n")));
    QVERIFY(!document.save("four\n", QString())); // "There is no file" is a revision, too.
    QCOMPARE(document.texts(), QByteArrayList({"two\n", "three\n"}));
}

void TestDocumentEditing::seesASaveThatTheWatcherHasNotComeTo()
{
    Document::Options options = quickOptions();
    options.timing.length = std::chrono::hours(1);
    DocumentProbe document(m_path, options);
    m_scratch->replace(m_path, "by an editor\n");
    QVERIFY(document.edit(appending("by Nova\n")));
    QCOMPARE(document.texts(), QByteArrayList({"by an editor\n", "by an editor\nby Nova\n"}));
    QVERIFY(document.changes()[0].caller.origin == Origin::File);
    QVERIFY(document.changes()[1].caller.origin == Origin::Api);
}

void TestDocumentEditing::anEditorThatSavesInBetweenIsNotOverwritten_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("in place") << true;
    QTest::newRow("renamed over") << false;
}

void TestDocumentEditing::anEditorThatSavesInBetweenIsNotOverwritten()
{
    QFETCH(bool, inPlace);
    DocumentProbe document(m_path);
    std::atomic<int> calls = 0;
    const auto saved = document.edit([&](const DocumentText &base) -> Result<Document::Edited> {
        if (++calls == 1)
            (inPlace ? Scratch::write : Scratch::replace)(m_path, "by an editor\n");
        return QByteArray(base.bytes + "by Nova\n");
    });
    QVERIFY(saved && saved->changed);
    QCOMPARE(calls.load(), 2);
    QCOMPARE(onDisk(), QByteArray("by an editor\nby Nova\n"));
    QCOMPARE(document.texts(), QByteArrayList({"by an editor\n", "by an editor\nby Nova\n"}));
    QVERIFY(document.changes()[0].caller.origin == Origin::File);
}

void TestDocumentEditing::withIfMatchAnEditorInBetweenMeansStale()
{
    DocumentProbe document(m_path);
    const auto saved = document.edit(
        [&](const DocumentText &base) -> Result<Document::Edited> {
            Scratch::replace(m_path, "by an editor\n");
            return QByteArray(base.bytes + "by Nova\n");
        },
        document->status().revision);
    QVERIFY(!saved && saved.error().code == ErrorCode::StaleRevision);
    QCOMPARE(onDisk(), QByteArray("by an editor\n"));
    document.waitFor("by an editor\n");
    QCOMPARE(document.texts(), QByteArrayList{"by an editor\n"});
}

void TestDocumentEditing::givesUpOnAFileThatNeverRests()
{
    DocumentProbe document(m_path);
    std::atomic<int> calls = 0;
    const auto saved = document.edit([&](const DocumentText &) -> Result<Document::Edited> {
        Scratch::replace(m_path, "write " + QByteArray::number(++calls));
        return QByteArray("by Nova\n");
    });
    QVERIFY(!saved && saved.error().code == ErrorCode::StaleRevision);
    QVERIFY(calls > 1);
    QCOMPARE(onDisk(), "write " + QByteArray::number(calls));
}

void TestDocumentEditing::refuses_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("an invalid text") << u":"_s << QByteArray("INVALID\n") << int(ErrorCode::InvalidInput);
    QTest::newRow("more than fits") << u":"_s << QByteArray(maxDocumentBytes + 1, 'x') << int(ErrorCode::TooLarge);
    QTest::newRow("a folder in its place") << u"rm doc; mkdir doc"_s << QByteArray("x") << int(ErrorCode::Conflict);
    QTest::newRow("a FIFO in its place") << u"rm doc; mkfifo doc"_s << QByteArray("x") << int(ErrorCode::Conflict);
    QTest::newRow("a file over the limit")
        << u"head -c 1048577 /dev/zero > doc"_s << QByteArray("x") << int(ErrorCode::Conflict);
    QTest::newRow("no folder for it") << u"rm doc; ln -s none/doc doc"_s << QByteArray("x") << int(ErrorCode::Conflict);
}

void TestDocumentEditing::refuses()
{
    QFETCH(QString, prepare);
    QFETCH(QByteArray, text);
    m_scratch->shell(prepare);
    DocumentProbe document(m_path);
    const QByteArray before = onDisk();
    const auto saved = document.save(text);
    QVERIFY(!saved);
    QTEST(int(saved.error().code), "code");
    QVERIFY(saved.error().message.contains(u'.'));
    QCOMPARE(onDisk(), before);
    QVERIFY(document.changes().isEmpty());
    if (saved.error().code == ErrorCode::InvalidInput)
        QCOMPARE(saved.error().diagnostics.first().line, 3);
}

void TestDocumentEditing::mendsAnInvalidText()
{
    m_scratch->write(m_path, "INVALID\n");
    DocumentProbe document(m_path);
    QVERIFY(document.state() == DocumentStatus::State::Invalid);
    const auto refused = document.edit([](const DocumentText &base) -> Result<Document::Edited> {
        if (!base.meaning->valid())
            return failure(ErrorCode::Conflict, u"Mend it first."_s);
        return base.bytes;
    });
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QVERIFY(document.save("fine\n", revisionOf("INVALID\n")));
    QVERIFY(document.state() == DocumentStatus::State::Loaded);
    QCOMPARE(document.texts(), QByteArrayList{"fine\n"});
}

void TestDocumentEditing::createsAMissingFile()
{
    QFile::remove(m_path);
    DocumentProbe document(m_path);
    QString baseRevision = u"?"_s;
    const auto saved = document.edit(
        [&](const DocumentText &base) -> Result<Document::Edited> {
            baseRevision = base.revision;
            return QByteArray("new\n");
        },
        QString());
    QVERIFY(saved && saved->changed);
    QVERIFY(baseRevision.isEmpty());
    QCOMPARE(onDisk(), QByteArray("new\n"));
    QVERIFY(document.state() == DocumentStatus::State::Loaded);
    m_scratch->write(m_path, "and watched\n");
    document.waitFor("and watched\n");
    QCOMPARE(document.texts(), QByteArrayList({"new\n", "and watched\n"}));
}

void TestDocumentEditing::createsTheTargetOfADanglingSymlink()
{
    m_scratch->shell(u"rm doc && mkdir real && ln -s link doc && ln -s real/doc link"_s);
    DocumentProbe document(m_path);
    QVERIFY(document.save("new\n"));
    QCOMPARE(m_scratch->read(m_scratch->path(u"real/doc"_s)), QByteArray("new\n"));
    m_scratch->shell(u"test -L doc && test -L link"_s);
}

void TestDocumentEditing::keepsModeAndSymlinks()
{
    m_scratch->shell(u"mkdir real && mv doc real/doc && chmod 640 real/doc && ln -s real/doc link && ln -s link doc"_s);
    DocumentProbe document(m_path);
    QVERIFY(document.save("two\n"));
    QCOMPARE(m_scratch->read(m_scratch->path(u"real/doc"_s)), QByteArray("two\n"));
    m_scratch->shell(
        u"test -L doc && test -L link && test ! -L real/doc && test $(stat -c %a real/doc) = 640 && test $(ls -A real | wc -l) = 1"_s);
}

void TestDocumentEditing::isManagedElsewhere()
{
    m_scratch->shell(u"chmod 444 doc"_s);
    const Unprivileged user(m_scratch->path());
    QVERIFY(Unprivileged::holds());
    DocumentProbe document(m_path);
    QVERIFY(!document->status().writable);
    const auto saved = document.save("two\n");
    QVERIFY(!saved && saved.error().code == ErrorCode::ManagedElsewhere);
    QVERIFY2(saved.error().message.contains(u"managed elsewhere"), qPrintable(saved.error().message));
    QCOMPARE(onDisk(), QByteArray("one\n"));
}

void TestDocumentEditing::editsInOrder()
{
    DocumentProbe document(m_path);
    QByteArray expected = "one\n";
    const auto mailbox = std::make_shared<Mailbox>();
    int answers = 0;
    for (int i = 0; i < 50; ++i) {
        const QByteArray line = QByteArray::number(i) + '\n';
        expected += line;
        document->edit(appending(line), {}, {}, {}, {mailbox, [&](const auto &result) { answers += result ? 1 : 0; }});
    }
    QTRY_COMPARE(answers, 50);
    QCOMPARE(onDisk(), expected);
    QCOMPARE(document.texts().size(), 50);
}

QTEST_GUILESS_MAIN(TestDocumentEditing)
#include "tst_document_editing.moc"
