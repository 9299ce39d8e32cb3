#include "core/documents/atomic_save.h"
#include "core/documents/file_reading.h"
#include "tests/core/unprivileged.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <thread>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// Replacing a file: all or nothing, never over a text that the caller has not seen.
class TestAtomicSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void replaces();
    void keepsTheModeAndTheOwner();
    void aNewFileIsReadableByOthers();
    void fails_data();
    void fails();
    void aWrongRevisionPutsBackWhatWasThere();
    void aFileThatCameIsNotOverwritten();
    void aFullDiskLeavesTheOldFile();
    void aWriteThatFailsHalfwayLeavesTheOldFile();
    void readersSeeOneTextOrTheOther();
    void theLockMakesOthersWait();

private:
    [[nodiscard]] QByteArray onDisk() const { return Scratch::read(m_path); }

    std::unique_ptr<Scratch> m_scratch;
    QString m_path;
};

void TestAtomicSave::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_path = m_scratch->path(u"doc"_s);
    m_scratch->write(m_path, "one\n");
}

void TestAtomicSave::cleanup()
{
    const QStringList names = QDir(m_scratch->path()).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        QVERIFY2(!name.contains(u".nova-"), qPrintable(name));
}

void TestAtomicSave::replaces()
{
    const QByteArray large(maxDocumentBytes, 'x');
    QVERIFY(saveAtomically(m_path, large, revisionOf("one\n")));
    QCOMPARE(onDisk(), large);
    QVERIFY(saveAtomically(m_path, "", revisionOf(large)));
    QVERIFY(QFile::exists(m_path));
    QCOMPARE(onDisk(), QByteArray());
    QVERIFY(saveAtomically(m_scratch->path(u"fresh"_s), "new\n", {}));
    QCOMPARE(m_scratch->read(m_scratch->path(u"fresh"_s)), QByteArray("new\n"));
}

void TestAtomicSave::keepsTheModeAndTheOwner()
{
    const QByteArray name = QFile::encodeName(m_path);
    const bool root = ::geteuid() == 0;
    if (root)
        QCOMPARE(::chown(name.constData(), 12345, 23456), 0);
    for (const mode_t mode : {0600U, 0640U, 0664U, 0755U}) {
        QCOMPARE(::chmod(name.constData(), mode), 0);
        QVERIFY(saveAtomically(m_path, QByteArray::number(mode), revisionOf(onDisk())));
        struct stat after = {};
        QCOMPARE(::stat(name.constData(), &after), 0);
        QCOMPARE(after.st_mode & 07777, mode);
        if (root)
            QVERIFY(after.st_uid == 12345 && after.st_gid == 23456);
    }
}

void TestAtomicSave::aNewFileIsReadableByOthers()
{
    const mode_t mask = ::umask(022);
    QVERIFY(saveAtomically(m_scratch->path(u"fresh"_s), "new\n", {}));
    ::umask(mask);
    struct stat after = {};
    QCOMPARE(::stat(QFile::encodeName(m_scratch->path(u"fresh"_s)).constData(), &after), 0);
    QCOMPARE(after.st_mode & 07777, 0644U);
}

void TestAtomicSave::fails_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<int>("code");
    const int conflict = int(ErrorCode::Conflict), stale = int(ErrorCode::StaleRevision);
    QTest::newRow("no folder") << u":"_s << u"none/doc"_s << QByteArray() << conflict;
    QTest::newRow("a file for a folder") << u":"_s << u"doc/doc"_s << QByteArray() << int(ErrorCode::Io);
    QTest::newRow("the file has gone") << u"rm doc"_s << u"doc"_s << QByteArray("one\n") << stale;
    QTest::newRow("a file has come") << u":"_s << u"doc"_s << QByteArray() << stale;
    QTest::newRow("another text") << u":"_s << u"doc"_s << QByteArray("other\n") << stale;
    QTest::newRow("a folder has come") << u"rm doc && mkdir doc"_s << u"doc"_s << QByteArray("one\n") << stale;
    QTest::newRow("a folder has come, new file") << u"rm doc && mkdir doc"_s << u"doc"_s << QByteArray() << stale;
    QTest::newRow("read-only folder") << u"chmod 555 ."_s << u"doc"_s << QByteArray("one\n")
                                      << int(ErrorCode::PermissionDenied);
    QTest::newRow("locked folder") << u"mkdir locked && chmod 000 locked"_s << u"locked/doc"_s << QByteArray()
                                   << int(ErrorCode::PermissionDenied);
}

void TestAtomicSave::fails()
{
    QFETCH(QString, prepare);
    QFETCH(QString, path);
    QFETCH(QByteArray, base);
    m_scratch->shell(prepare);
    Result<void> saved;
    {
        const Unprivileged user(m_scratch->path());
        QVERIFY(Unprivileged::holds());
        saved = saveAtomically(m_scratch->path(path), "two\n", base.isEmpty() ? QString() : revisionOf(base));
    }
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(path), qPrintable(saved.error().message));
    QTEST(int(saved.error().code), "code");
    if (QFileInfo(m_path).isFile())
        QCOMPARE(onDisk(), QByteArray("one\n"));
}

void TestAtomicSave::aWrongRevisionPutsBackWhatWasThere()
{
    struct stat before = {}, after = {};
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &before), 0);
    const auto saved = saveAtomically(m_path, "two\n", revisionOf("zero\n"));
    QVERIFY(!saved && saved.error().code == ErrorCode::StaleRevision);
    QCOMPARE(onDisk(), QByteArray("one\n"));
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino); // Not a copy: the very file, for whoever holds it open.
}

void TestAtomicSave::aFileThatCameIsNotOverwritten()
{
    // Several at once, each believing that there is no file: one wins.
    const QString path = m_scratch->path(u"fresh"_s);
    std::atomic<int> winners = 0, losers = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                const auto saved = saveAtomically(path, QByteArray::number(i), {});
                ++(saved ? winners : losers);
            });
    }
    QCOMPARE(winners.load(), 1);
    QCOMPARE(losers.load(), 7);
}

void TestAtomicSave::aFullDiskLeavesTheOldFile()
{
    const QByteArray folder = QFile::encodeName(m_scratch->path());
    if (::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("a small file system cannot be mounted here");
    m_scratch->write(m_path, "one\n");
    const auto saved = saveAtomically(m_path, QByteArray(512 * 1024, 'x'), revisionOf("one\n"));
    const QByteArray left = onDisk();
    const QStringList names = QDir(m_scratch->path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(::umount(folder.constData()), 0);
    QVERIFY(!saved && saved.error().code == ErrorCode::NoSpace);
    QCOMPARE(left, QByteArray("one\n"));
    QCOMPARE(names, QStringList{u"doc"_s});
}

void TestAtomicSave::aWriteThatFailsHalfwayLeavesTheOldFile()
{
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small = {4096, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto saved = saveAtomically(m_path, QByteArray(100'000, 'x'), revisionOf("one\n"));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, handler);
    QVERIFY(!saved && saved.error().code == ErrorCode::Io);
    QVERIFY2(saved.error().message.contains(u"The file is as it was"), qPrintable(saved.error().message));
    QCOMPARE(onDisk(), QByteArray("one\n"));
}

void TestAtomicSave::readersSeeOneTextOrTheOther()
{
    const QByteArray a(300'000, 'a'), b(300'000, 'b');
    m_scratch->write(m_path, a);
    std::atomic<int> torn = 0, reads = 0;
    std::jthread reader([&](const std::stop_token &stop) {
        for (; !stop.stop_requested(); ++reads) {
            const QByteArray bytes = onDisk();
            torn += bytes == a || bytes == b ? 0 : 1;
        }
    });
    for (int i = 0; i < 40 || reads == 0; ++i)
        QVERIFY(saveAtomically(m_path, i % 2 == 0 ? b : a, revisionOf(i % 2 == 0 ? a : b)));
    reader.request_stop();
    reader.join();
    QCOMPARE(torn.load(), 0);
}

void TestAtomicSave::theLockMakesOthersWait()
{
    std::atomic<int> inside = 0, rounds = 0;
    std::atomic<bool> alone = true;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const FolderLock lock(m_path);
                    alone = ++inside == 1 && alone;
                    ++rounds;
                    --inside;
                }
            });
    }
    QVERIFY(alone);
    QCOMPARE(rounds.load(), 200);
}

QTEST_GUILESS_MAIN(TestAtomicSave)
#include "tst_atomic_save.moc"
