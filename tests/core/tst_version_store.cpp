#include "core/documents/file_reading.h"
#include "core/documents/version_store.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// The folder of earlier texts: what is kept, in which order, and that nothing leads out of it.
class TestVersionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keeps();
    void onlyTheOwnerMayRead();
    void theIgnoreFileIsMadeOnce();
    void inOrder();
    void inOrderWhenTheClockWasSetBack();
    void keepsTheNewest();
    void sinceKeepsOnce();
    void discards();
    void countsLines_data();
    void countsLines();
    void foreignIdsAreNotFound_data();
    void foreignIdsAreNotFound();
    void aChangedFileIsRefused();
    void foreignFilesAreNoVersions();
    void removesStrays();
    void cannotBeMade();

private:
    [[nodiscard]] VersionStore store(int keep = 100) const { return {m_folder, u"md"_s, keep}; }
    [[nodiscard]] static mode_t modeOf(const QString &path)
    {
        struct stat found = {};
        return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & 07777 : 0;
    }

    std::unique_ptr<Scratch> m_scratch;
    QString m_folder;
};

void TestVersionStore::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_folder = m_scratch->path(u"versions"_s);
}

void TestVersionStore::keeps()
{
    const QDateTime from = QDateTime::currentDateTimeUtc();
    QVERIFY(store().list().isEmpty());
    QVERIFY(!QFile::exists(m_folder)); // Not before there is something to keep.
    const auto id = store().add("one\n", "two\n", u"api"_s);
    QVERIFY(id);
    QCOMPARE(store().read(*id).value(), QByteArray("one\n"));
    const auto versions = store().list();
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions[0].id, *id);
    QCOMPARE(versions[0].cause, u"api"_s);
    QCOMPARE(versions[0].revision, revisionOf("one\n").left(12));
    QCOMPARE(versions[0].bytes, 4);
    QVERIFY(versions[0].time >= from && versions[0].time <= QDateTime::currentDateTimeUtc());
    QVERIFY(id->endsWith(u'-' + revisionOf("one\n").left(12)));
}

void TestVersionStore::onlyTheOwnerMayRead()
{
    const mode_t mask = ::umask(0);
    const auto id = store().add("secret\n", "", u"ui"_s);
    ::umask(mask);
    QVERIFY(id);
    QCOMPARE(modeOf(m_folder), 0700U);
    QCOMPARE(modeOf(m_folder + u'/' + *id + u".md"), 0600U);
}

void TestVersionStore::theIgnoreFileIsMadeOnce()
{
    QVERIFY(store().add("one\n", "", u"api"_s));
    const QString ignore = m_folder + u"/.gitignore";
    QCOMPARE(Scratch::read(ignore), QByteArray("*\n"));
    Scratch::write(ignore, "# mine\n");
    QVERIFY(store().add("two\n", "", u"api"_s));
    QCOMPARE(Scratch::read(ignore), QByteArray("# mine\n"));
    QVERIFY(QFile::remove(ignore)); // Whoever wants the versions in a repository may have them there.
    QVERIFY(store().add("three\n", "", u"api"_s));
    QVERIFY(!QFile::exists(ignore));
}

void TestVersionStore::inOrder()
{
    QStringList ids;
    const QStringList causes{u"ui"_s, u"api"_s, u"file"_s, u"restore"_s};
    // Quickly, with causes and texts that would sort in any other order.
    for (int i = 0; i < 60; ++i)
        ids.prepend(store().add(QByteArray::number(i * 7919), "", causes[i % 4]).value());
    QStringList listed;
    const auto versions = store().list();
    for (const DocumentVersion &version : versions)
        listed.append(version.id);
    QCOMPARE(listed, ids);
    for (qsizetype i = 1; i < versions.size(); ++i)
        QVERIFY(versions[i].time < versions[i - 1].time);
}

void TestVersionStore::inOrderWhenTheClockWasSetBack()
{
    QVERIFY(store().add("now\n", "", u"api"_s));
    const QString future = u"29991231T235959999Z-api-p0m1-"_s + revisionOf("later\n").left(12);
    Scratch::write(m_folder + u'/' + future + u".md", "later\n");
    // For the order all of these are in one moment.
    QStringList ids{future};
    for (const QString &cause : {u"ui"_s, u"api"_s, u"file"_s, u"api"_s})
        ids.prepend(store().add(cause.toUtf8(), "", cause).value());
    const auto versions = store().list();
    QCOMPARE(versions.size(), 6);
    for (qsizetype i = 0; i < ids.size(); ++i)
        QCOMPARE(versions[i].id, ids[i]);
    QCOMPARE(store().read(ids.first()).value(), QByteArray("api"));
}

void TestVersionStore::keepsTheNewest()
{
    QStringList ids;
    for (int i = 0; i < 8; ++i) {
        ids.append(store(3).add(QByteArray::number(i), "", u"api"_s).value());
        QCOMPARE(store(3).list().size(), qMin(i + 1, 3));
    }
    const auto versions = store(3).list();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(versions[i].id, ids[7 - i]);
    QVERIFY(!store(3).read(ids[4]));
    QVERIFY(store(1).add("last", "", u"api"_s));
    QCOMPARE(store(1).list().size(), 1);
}

/// Two processes see the same text replaced by an editor: it is kept once.
void TestVersionStore::sinceKeepsOnce()
{
    const QDateTime since = QDateTime::currentDateTimeUtc();
    const VersionStore first = store(), second = store();
    const auto id = first.add("one\n", "two\n", u"file"_s, since);
    QCOMPARE(second.add("one\n", "two\n", u"file"_s, since).value(), *id);
    QCOMPARE(store().list().size(), 1);
    QVERIFY(second.add("other\n", "two\n", u"file"_s, since).value() != *id);
    // In the file again since then, and replaced again: that is another moment, and kept again.
    const QDateTime later = store().list().first().time.addMSecs(1);
    QVERIFY(second.add("one\n", "two\n", u"file"_s, later).value() != *id);
    QVERIFY(second.add("one\n", "two\n", u"api"_s).value() != *id);
    QCOMPARE(store().list().size(), 4);
}

void TestVersionStore::discards()
{
    const auto id = store().add("one\n", "", u"api"_s);
    store().discard({});
    store().discard(u"../configs/keep"_s);
    Scratch::write(m_folder + u"/note.md", "mine\n");
    store().discard(u"note"_s);
    QVERIFY(QFile::exists(m_folder + u"/note.md"));
    QCOMPARE(store().list().size(), 1);
    store().discard(*id);
    QVERIFY(store().list().isEmpty());
}

void TestVersionStore::countsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QString>("counts");
    QTest::newRow("one changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n") << u"-p1m1-"_s;
    QTest::newRow("two added") << QByteArray("a\n") << QByteArray("x\na\ny\n") << u"-p2m0-"_s;
    QTest::newRow("all removed") << QByteArray("a\nb\nc\n") << QByteArray() << u"-p0m3-"_s;
    QTest::newRow("nothing") << QByteArray("a\n") << QByteArray("a\n") << u"-p0m0-"_s;
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb\n") << u"-p2m0-"_s;
}

void TestVersionStore::countsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, next);
    QFETCH(QString, counts);
    const auto id = store().add(text, next, u"api"_s);
    QVERIFY2(id && id->contains(counts), qPrintable(*id));
    const LineCounts lines = store().list().first().lines;
    QCOMPARE(u"-p%1m%2-"_s.arg(lines.added).arg(lines.removed), counts);
    QCOMPARE(store().read(*id).value(), text);
}

void TestVersionStore::foreignIdsAreNotFound_data()
{
    QTest::addColumn<QString>("id"); ///< %1: the id of a version that is there.
    const auto row = [](const char *name, const QString &id) { QTest::newRow(name) << id; };
    row("nothing", {});
    row("the folder above", u"../doc"_s);
    row("the folder above, with a true id", u"../versions/%1"_s);
    row("the folder itself", u"./%1"_s);
    row("absolute", u"/etc/passwd"_s);
    row("absolute to a true one", u"/%1"_s);
    row("with its ending", u"%1.md"_s);
    row("NUL at the end", QString(u"%1"_s + QChar(0)));
    row("NUL and more", QString(u"%1"_s + QChar(0) + u"/../../doc"));
    row("a line end behind it", u"%1\n"_s);
    row("a blank before it", u" %1"_s);
    row("long", QString(300'000, u'a'));
    row("a true one, and long", QString(u"%1"_s + QString(5000, u'0')));
    row("digits of another script", u"٢٠٢٦١١٢٣T101530123Z-api-p1m0-f082a9754d65"_s);
    row("not there", u"20200101T000000000Z-api-p1m0-f082a9754d65"_s);
    row("another file of the folder", u"note"_s);
    row("encoded", u"..%2Fdoc"_s);
}

void TestVersionStore::foreignIdsAreNotFound()
{
    QFETCH(QString, id);
    const auto there = store().add("one\n", "", u"api"_s);
    Scratch::write(m_scratch->path(u"doc.md"_s), "outside\n");
    Scratch::write(m_folder + u"/note.md", "mine\n");
    id.replace(u"%1"_s, *there);
    const auto read = store().read(id);
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), int(ErrorCode::NotFound));
    QVERIFY(read.error().message.size() < 200); // However long the id.
    store().discard(id);
    QVERIFY(store().read(*there));
    QVERIFY(QFile::exists(m_scratch->path(u"doc.md"_s)) && QFile::exists(m_folder + u"/note.md"));
}

void TestVersionStore::aChangedFileIsRefused()
{
    const auto id = store().add("one\n", "", u"api"_s);
    const QString path = m_folder + u'/' + *id + u".md";
    Scratch::write(path, "ONE\n");
    auto read = store().read(*id);
    QVERIFY(!read && read.error().code == ErrorCode::Conflict);
    QVERIFY2(read.error().message.contains(path), qPrintable(read.error().message));
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir().mkdir(path));
    read = store().read(*id);
    QVERIFY(!read && read.error().code == ErrorCode::Io);
}

void TestVersionStore::foreignFilesAreNoVersions()
{
    const auto id = store().add("one\n", "", u"api"_s);
    for (const char *name : {"note.md", "20261123T101530123Z-api-p1m0-f082a9754d65.yaml", "x-%1.md", "%1.md.md", "%1"})
        Scratch::write(m_folder + u'/' + QString::fromLatin1(name).replace(u"%1"_s, *id), "x");
    QCOMPARE(store().list().size(), 1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(store(2).add(QByteArray::number(i), "", u"api"_s));
    QVERIFY(QFile::exists(m_folder + u"/note.md")); // Retention removes what the store has made, and nothing else.
    QCOMPARE(QDir(m_folder).entryList(QDir::Files).size(), 5 + 2);
}

void TestVersionStore::removesStrays()
{
    const auto id = store().add("one\n", "", u"api"_s);
    const QString stray = m_folder + u"/." + *id + u".md.nova-0123456789abcdef-1x2y.tmp";
    Scratch::write(stray, "on");
    Scratch::write(m_folder + u"/.other.tmp", "mine\n");
    QCOMPARE(store().list().size(), 1);
    store().removeStrays();
    QVERIFY(!QFile::exists(stray));
    QVERIFY(QFile::exists(m_folder + u"/.other.tmp") && QFile::exists(m_folder + u"/.gitignore"));
    QVERIFY(store().read(*id));
}

void TestVersionStore::cannotBeMade()
{
    const VersionStore nowhere(m_scratch->path(u"none/versions"_s), u"md"_s, 10);
    const auto id = nowhere.add("one\n", "", u"api"_s);
    QVERIFY(!id);
    QVERIFY2(id.error().message.contains(u"none/versions"), qPrintable(id.error().message));
    QVERIFY(nowhere.list().isEmpty());
    nowhere.removeStrays();
}

QTEST_GUILESS_MAIN(TestVersionStore)
#include "tst_version_store.moc"
