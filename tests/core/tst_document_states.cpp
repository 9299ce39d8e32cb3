#include "tests/core/document_probe.h"
#include "tests/core/unprivileged.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;
using State = DocumentStatus::State;

/// How a document stands when its file is not as it should be: the last good text stays in force, and it says why.
class TestDocumentStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsWithWhatIsThere();
    void startsWithoutAFile();
    void startsWithAnInvalidText();
    void cannotBeUsed_data();
    void cannotBeUsed();
    void anInvalidTextNeverReplacesAGoodOne();
    void backToTheSameTextIsToldAgain();
    void aFileEmptiedForGoodIsAnEmptyText();
    void losesAndGetsBackTheRightToRead();
    void aChangeOfWritableIsToldWithoutNewBytes();
    void reloadWithoutAChangeTellsNothing();
    void strayTemporariesAreRemovedAtStart();

private:
    std::unique_ptr<Scratch> m_scratch;
    QString m_path;
};

void TestDocumentStates::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_path = m_scratch->path(u"doc"_s);
}

void TestDocumentStates::startsWithWhatIsThere()
{
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    const DocumentStatus &status = document->status();
    QVERIFY(status.state == State::Loaded);
    QCOMPARE(document.text(), QByteArray("one\n"));
    QCOMPARE(status.path, m_path);
    QCOMPARE(status.revision, revisionOf("one\n"));
    QCOMPARE(status.fileRevision, status.revision);
    QVERIFY(status.problem.isEmpty() && status.errors.isEmpty());
    QVERIFY(status.writable && !status.polling && status.modified.isValid());
    QVERIFY(document.changes().isEmpty()); // Starting is no change.
}

void TestDocumentStates::startsWithoutAFile()
{
    DocumentProbe document(m_path);
    const DocumentStatus &status = document->status();
    QVERIFY(status.state == State::Missing);
    QVERIFY(!document->text());
    QVERIFY(status.revision.isEmpty() && status.fileRevision.isEmpty());
    QVERIFY2(status.problem.contains(u"does not exist"), qPrintable(status.problem));
    QCOMPARE(status.errors.first().code, u"file_missing"_s);
    QVERIFY(document.changes().isEmpty());
}

void TestDocumentStates::startsWithAnInvalidText()
{
    m_scratch->write(m_path, "INVALID\n");
    DocumentProbe document(m_path);
    QVERIFY(document.state() == State::Invalid);
    QVERIFY(!document->text());
    QVERIFY(document->status().revision.isEmpty());
    QCOMPARE(document->status().fileRevision, revisionOf("INVALID\n"));
    QCOMPARE(document->status().errors.first().line, 3);
    QCOMPARE(document->status().errors.first().column, 7);
    QCOMPARE(document->status().problem, u"This text is not valid."_s);

    m_scratch->write(m_path, "mended\n");
    document.waitFor("mended\n");
    QVERIFY(document.state() == State::Loaded);
    QCOMPARE(document.changes().size(), 1);
    QVERIFY(document.changes().first().before == nullptr);
}

void TestDocumentStates::cannotBeUsed_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::newRow("deleted") << u"rm doc"_s << int(State::Missing) << u"file_missing"_s;
    QTest::newRow("renamed away") << u"mv doc gone"_s << int(State::Missing) << u"file_missing"_s;
    QTest::newRow("a folder in its place")
        << u"rm doc && mkdir doc"_s << int(State::Unreadable) << u"file_unreadable"_s;
    QTest::newRow("a FIFO in its place") << u"rm doc && mkfifo doc"_s << int(State::Unreadable) << u"file_unreadable"_s;
    QTest::newRow("a dangling symlink") << u"ln -sf nowhere doc"_s << int(State::Missing) << u"file_missing"_s;
    QTest::newRow("too large") << u"head -c 1048577 /dev/zero > doc"_s << int(State::Invalid) << u"too_large"_s;
    QTest::newRow("invalid") << u"echo INVALID > doc"_s << int(State::Invalid) << u"test"_s;
}

void TestDocumentStates::cannotBeUsed()
{
    QFETCH(QString, action);
    QFETCH(int, state);
    QFETCH(QString, code);
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    const QString revision = document->status().revision;

    m_scratch->shell(action);
    QTRY_COMPARE(int(document.state()), state);
    const DocumentStatus &status = document->status();
    QCOMPARE(document.text(), QByteArray("one\n")); // The last good one stays in force …
    QCOMPARE(status.revision, revision);
    QVERIFY(status.fileRevision != revision); // … and nobody takes it for what is in the file.
    QVERIFY(!status.problem.isEmpty());
    QCOMPARE(status.errors.first().code, code);
    QCOMPARE(document.changes().size(), 1);
    QVERIFY(document.changes().first().newBytes);
    QCOMPARE(document.changes().first().before, document.changes().first().after);

    m_scratch->shell(u"rm -rf doc && echo two > doc"_s);
    document.waitFor("two\n");
    QVERIFY(document.state() == State::Loaded);
    QVERIFY(status.problem.isEmpty() && status.errors.isEmpty());
    QCOMPARE(document.texts(), QByteArrayList{"two\n"});
}

void TestDocumentStates::anInvalidTextNeverReplacesAGoodOne()
{
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    for (int i = 0; i < 3; ++i) {
        const QByteArray invalid = "INVALID " + QByteArray::number(i);
        m_scratch->replace(m_path, invalid);
        QTRY_COMPARE(document->status().fileRevision, revisionOf(invalid));
        QVERIFY(document.state() == State::Invalid);
        QCOMPARE(document.text(), QByteArray("one\n"));
        QCOMPARE(document.changes().size(), i + 1); // Each invalid text is told …
    }
    QVERIFY(document.texts().isEmpty()); // … and none came into force.
}

void TestDocumentStates::backToTheSameTextIsToldAgain()
{
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    m_scratch->write(m_path, "INVALID\n");
    QTRY_VERIFY(document.state() == State::Invalid);
    m_scratch->write(m_path, "one\n");
    QTRY_VERIFY(document.state() == State::Loaded);
    QCOMPARE(document.changes().size(), 2);
    QVERIFY(document.changes().last().newBytes);
    QCOMPARE(document.changes().last().before, document.changes().last().after);
}

void TestDocumentStates::aFileEmptiedForGoodIsAnEmptyText()
{
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    QElapsedTimer timer;
    timer.start();
    m_scratch->write(m_path, "");
    document.waitFor("");
    QVERIFY(document.state() == State::Loaded);
    QCOMPARE(document.texts(), QByteArrayList{""});
    QVERIFY2(timer.elapsed() >= quickOptions().patience.count(), "an empty file was believed at once");
}

void TestDocumentStates::losesAndGetsBackTheRightToRead()
{
    const Unprivileged user(m_scratch->path());
    QVERIFY(Unprivileged::holds());
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    QVERIFY(document.state() == State::Loaded);
    QVERIFY(QFile::setPermissions(m_path, {}));
    QTRY_VERIFY(document.state() == State::Unreadable);
    QCOMPARE(document.text(), QByteArray("one\n"));
    QVERIFY2(document->status().problem.contains(u"cannot be read"), qPrintable(document->status().problem));
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    QTRY_VERIFY(document.state() == State::Loaded);
    QVERIFY(document.texts().isEmpty());
}

void TestDocumentStates::aChangeOfWritableIsToldWithoutNewBytes()
{
    const Unprivileged user(m_scratch->path());
    QVERIFY(Unprivileged::holds());
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    QVERIFY(document->status().writable);
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    QTRY_VERIFY(!document->status().writable);
    QCOMPARE(document.changes().size(), 1);
    QVERIFY(!document.changes().first().newBytes);
}

void TestDocumentStates::reloadWithoutAChangeTellsNothing()
{
    m_scratch->write(m_path, "one\n");
    DocumentProbe document(m_path);
    for (int i = 0; i < 5; ++i)
        document->reload();
    document.settle();
    QVERIFY(document.changes().isEmpty());
}

void TestDocumentStates::strayTemporariesAreRemovedAtStart()
{
    m_scratch->write(m_path, "one\n");
    m_scratch->shell(
        u"touch .doc.nova-abc123.tmp .doc.nova-.tmp .other.nova-abc123.tmp doc.nova-abc123.tmp .doc.swp doc~"_s);
    DocumentProbe document(m_path);
    const QStringList left = QDir(m_scratch->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(left,
             QStringList({u".doc.swp"_s, u".other.nova-abc123.tmp"_s, u"doc"_s, u"doc.nova-abc123.tmp"_s, u"doc~"_s}));
}

QTEST_GUILESS_MAIN(TestDocumentStates)
#include "tst_document_states.moc"
