#include "core/base/utc.h"
#include "core/documents/file_reading.h"
#include "tests/core/unprivileged.h"
#include "tests/support/scratch.h"

#include <QTest>

#include <thread>

#include <sys/stat.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// One look at a file: what is there, or a sentence about why not.
class TestFileReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere();
    void revisionIsTheHashOfAllBytes();
    void isNotPresent_data();
    void isNotPresent();
    void permissions();
    void readOnlyMeansNotWritable();
    void neverMixesTwoTexts();

private:
    const Scratch m_scratch{Scratch::Content::Empty};
};

void TestFileReading::readsWhatIsThere()
{
    const QString path = m_scratch.path(u"fine"_s);
    m_scratch.write(path, QByteArrayLiteral("Grüße\r\n\0binary"));
    m_scratch.shell(u"touch -d 2001-02-03T04:05:06Z fine && ln -s fine link"_s);
    for (const QString &name : {path, m_scratch.path(u"link"_s)}) {
        const FileReading reading = readFile(name);
        QVERIFY(reading.status == FileStatus::Present);
        QCOMPARE(reading.bytes, QByteArrayLiteral("Grüße\r\n\0binary"));
        QCOMPARE(reading.revision, revisionOf(reading.bytes));
        QCOMPARE(reading.modified, utcTime(QDate(2001, 2, 3), QTime(4, 5, 6)));
        QVERIFY(reading.writable);
        QVERIFY(reading.problem.isEmpty());
    }
    m_scratch.write(path, "");
    QVERIFY(readFile(path).status == FileStatus::Present);
    QVERIFY(!readFile(path).revision.isEmpty());

    m_scratch.write(path, QByteArray(maxDocumentBytes, 'x'));
    QCOMPARE(readFile(path).bytes.size(), maxDocumentBytes);
}

void TestFileReading::revisionIsTheHashOfAllBytes()
{
    // echo -n abc | sha256sum
    QCOMPARE(revisionOf("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(revisionOf(""), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
    QVERIFY(revisionOf("a\n") != revisionOf("a\r\n"));
}

void TestFileReading::isNotPresent_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const auto missing = int(FileStatus::Missing), unreadable = int(FileStatus::Unreadable),
               large = int(FileStatus::TooLarge);
    QTest::newRow("nothing there") << u":"_s << u"none"_s << missing << u"does not exist"_s;
    QTest::newRow("no folder") << u":"_s << u"none/none"_s << missing << u"does not exist"_s;
    QTest::newRow("a file for a folder") << u"touch file"_s << u"file/none"_s << missing << u"does not exist"_s;
    QTest::newRow("dangling symlink") << u"ln -s nowhere dangling"_s << u"dangling"_s << missing << u"does not exist"_s;
    QTest::newRow("symlinks in a circle")
        << u"ln -s circle circle"_s << u"circle"_s << unreadable << u"cannot be read"_s;
    QTest::newRow("a folder") << u"mkdir folder"_s << u"folder"_s << unreadable << u"not a regular file"_s;
    QTest::newRow("a FIFO") << u"mkfifo fifo"_s << u"fifo"_s << unreadable << u"not a regular file"_s;
    QTest::newRow("a device") << u"ln -s /dev/zero device"_s << u"device"_s << unreadable << u"not a regular file"_s;
    QTest::newRow("one byte too many") << u"head -c 1048577 /dev/zero > large"_s << u"large"_s << large
                                       << u"1048577 bytes"_s;
    QTest::newRow("far too many") << u"truncate -s 20G huge"_s << u"huge"_s << large << u"the limit is 1048576"_s;
}

void TestFileReading::isNotPresent()
{
    QFETCH(QString, prepare);
    QFETCH(QString, name);
    QFETCH(int, status);
    QFETCH(QString, says);
    m_scratch.shell(prepare);
    const FileReading reading = readFile(m_scratch.path(name));
    QCOMPARE(int(reading.status), status);
    QVERIFY(reading.bytes.isEmpty());
    QVERIFY2(reading.problem.contains(says) && reading.problem.contains(name), qPrintable(reading.problem));
    QCOMPARE(reading.revision.isEmpty(), status != int(FileStatus::TooLarge));
}

void TestFileReading::permissions()
{
    m_scratch.write(m_scratch.path(u"secret"_s), "text");
    m_scratch.shell(u"chmod 000 secret"_s);
    const Unprivileged user(m_scratch.path());
    QVERIFY(Unprivileged::holds());
    const FileReading reading = readFile(m_scratch.path(u"secret"_s));
    QVERIFY(reading.status == FileStatus::Unreadable);
    QVERIFY2(reading.problem.contains(u"cannot be read"), qPrintable(reading.problem));
    QVERIFY(reading.revision.isEmpty());
}

void TestFileReading::readOnlyMeansNotWritable()
{
    const QString plain = m_scratch.path(u"plain"_s), locked = m_scratch.path(u"locked/file"_s);
    m_scratch.shell(
        u"echo a > plain && chmod 666 plain && mkdir locked && echo a > locked/file && chmod 666 locked/file && chmod 555 locked"_s);
    const Unprivileged user(m_scratch.path());
    QVERIFY(readFile(plain).writable);
    QVERIFY(!readFile(locked).writable); // Replacing a file needs its folder.
    QVERIFY(readFile(locked).status == FileStatus::Present);
    QVERIFY(::chmod(QFile::encodeName(m_scratch.path()).constData(), 0555) == 0);
    QVERIFY(!readFile(plain).writable);
    QVERIFY(::chmod(QFile::encodeName(m_scratch.path()).constData(), 0755) == 0);
}

void TestFileReading::neverMixesTwoTexts()
{
    const QString path = m_scratch.path(u"busy"_s);
    const QByteArray a(200'000, 'a'), b(200'000, 'b');
    m_scratch.write(path, a);
    std::jthread writer([&](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); ++i)
            Scratch::replace(path, i % 2 == 0 ? b : a);
    });
    int seenA = 0, seenB = 0, other = 0;
    for (int i = 0; i < 300; ++i) {
        const QByteArray bytes = readFile(path).bytes;
        ++(bytes == a ? seenA : bytes == b ? seenB : other);
    }
    writer.request_stop();
    writer.join();
    QCOMPARE(other, 0);
    QCOMPARE(seenA + seenB, 300);
}

QTEST_GUILESS_MAIN(TestFileReading)
#include "tst_file_reading.moc"
