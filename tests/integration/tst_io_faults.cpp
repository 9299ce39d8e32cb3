#include "tests/integration/faulty_nova.h"
#include "tests/integration/kept_texts.h"

#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// The real program on a disk that fails: the answer says what happened, the old text is intact, nothing is left
/// behind, and when the disk is well again so is the program.
class TestIoFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaultyNova> m_nova;

    void refuses(const FaultyNova::Write &write, int status, const QString &says);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fails_data();
    void fails();
    void theFolderIsNotSynced_data();
    void theFolderIsNotSynced();
    void withoutExchange_data();
    void withoutExchange();
};

void TestIoFaults::initTestCase()
{
    if (!FaultyNova::isPossible())
        QSKIP("this sanitizer does not work together with a library that stands before the C library");
}

void TestIoFaults::init()
{
    m_nova = std::make_unique<FaultyNova>();
    QVERIFY2(m_nova->start(), m_nova->errors().constData());
}

void TestIoFaults::cleanup()
{
    m_nova->stop();
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
    m_nova.reset();
}

/// The write is refused for that reason and has changed nothing; without the fault it is done.
void TestIoFaults::refuses(const FaultyNova::Write &write, int status, const QString &says)
{
    const QByteArray before = Scratch::read(write.path);
    const QStringList kept = keptIds(write.versions);
    const auto answer = m_nova->call(write.request);
    m_nova->fault({});
    QVERIFY2(answer.status == status, answer.body.constData());
    QCOMPARE(answer.type, QByteArray("application/problem+json"));
    const QString detail = answer.json()[u"detail"].toString();
    QVERIFY2(detail.contains(write.path) && detail.contains(says), qPrintable(detail));
    QCOMPARE(Scratch::read(write.path), before);
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
    QCOMPARE(keptIds(write.versions), kept);

    const auto again = m_nova->call(write.request);
    QVERIFY2(again.status == 200, again.body.constData());
    QVERIFY(Scratch::read(write.path) != before);
    QCOMPARE(keptIds(write.versions).size(), kept.size() + 1);
    QVERIFY(isKept(write.versions, before));
}

void TestIoFaults::fails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line"); ///< %1: the folder the fault is in.
    QTest::addColumn<bool>("inVersions");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const struct {
        const char *title;
        const char *call;
        int error;
        const char *pattern;
        int status;
        const char *says;
    } faults[] = {
        {"write EIO", "write 1", EIO, "/.*.tmp", 500, "writing failed"},
        {"write ENOSPC", "write 1", ENOSPC, "/.*.tmp", 507, "writing failed"},
        {"short write, then ENOSPC", "short 1", ENOSPC, "/.*.tmp", 507, "writing failed"},
        {"fsync of the file EIO", "fsync 1", EIO, "/.*.tmp", 500, "syncing failed"},
        {"renameat2 EIO", "renameat2 1", EIO, "/*", 500, "failed: "},
        {"openat EACCES", "openat 1", EACCES, "/.*.tmp", 403, "creating a temporary file failed"},
        {"openat EROFS", "openat 1", EROFS, "/.*.tmp", 409, "creating a temporary file failed"},
        {"openat EDQUOT", "openat 1", EDQUOT, "/.*.tmp", 507, "creating a temporary file failed"},
        {"write EDQUOT", "write 1", EDQUOT, "/.*.tmp", 507, "writing failed"},
        {"fsync of the folder EIO", "fsync 1", EIO, "", 500, "syncing its folder failed"},
    };
    const char *const writes[] = {"toggle", "config", "prompt", "restore"};
    for (const auto &fault : faults) {
        for (const char *write : writes) {
            for (const bool inVersions : {false, true}) {
                if (!inVersions && *fault.pattern == 0)
                    continue; // The new text is in place by then: theFolderIsNotSynced().
                const QString line = QString::fromLatin1(fault.call) + u' ' + QString::number(fault.error) + u" %1"_s +
                                     QString::fromLatin1(fault.pattern) + u'\n';
                QTest::addRow("%s: %s%s", write, fault.title, inVersions ? ", for the version" : "")
                    << QString::fromLatin1(write) << line << inVersions << fault.status
                    << QString::fromLatin1(fault.says);
            }
        }
    }
}

void TestIoFaults::fails()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    QFETCH(bool, inVersions);
    QFETCH(int, status);
    QFETCH(QString, says);
    const FaultyNova::Write write = m_nova->prepare(name);
    m_nova->fault(line.arg(inVersions ? write.versions : write.folder));
    refuses(write, status, says);
}

void TestIoFaults::theFolderIsNotSynced_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"toggle", "config", "prompt", "restore"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// The one failure after which the new text is in the file: the answer says so, and what was replaced is kept.
void TestIoFaults::theFolderIsNotSynced()
{
    QFETCH(QString, name);
    const FaultyNova::Write write = m_nova->prepare(name);
    const QByteArray before = Scratch::read(write.path);
    m_nova->fault(u"fsync 1 %1 %2\n"_s.arg(EIO).arg(write.folder));
    const auto answer = m_nova->call(write.request);
    m_nova->fault({});
    QVERIFY2(answer.status == 500, answer.body.constData());
    const QString detail = answer.json()[u"detail"].toString();
    QVERIFY2(detail.contains(write.path) && detail.contains(u"was saved, but"), qPrintable(detail));
    QVERIFY(Scratch::read(write.path) != before);
    QVERIFY2(isKept(write.versions, before), "what was replaced is nowhere");
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
    QCOMPARE(m_nova->call(write.request).status, 200);
}

void TestIoFaults::withoutExchange_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no exchange") << u"exchange 1 %1 %2/*\nexchange 1 %1 %2/*/*\n"_s;
    QTest::newRow("no flags at all") << u"flags 1 %1 %2/*\nflags 1 %1 %2/*/*\n"_s;
}

/// On a file system whose renameat2 does not know how to exchange two files, or any flag, everything works as well.
void TestIoFaults::withoutExchange()
{
    QFETCH(QString, line);
    m_nova->fault(line.arg(EINVAL).arg(m_nova->scratch.path(u"*"_s)) + line.arg(EINVAL).arg(m_nova->scratch.path()));
    const QByteArray before = Scratch::read(m_nova->scratch.catalog());
    const auto first = m_nova->toggle();
    QVERIFY2(first.status == 200, first.body.constData());
    QVERIFY(isKept(m_nova->scratch.path(u"configs/backups"_s), before));
    const auto stale =
        m_nova->call({"PUT", "/api/config", before, "application/yaml", "\"" + QByteArray(64, '0') + "\""});
    QCOMPARE(stale.status, 412);
    QCOMPARE(m_nova->toggle().status, 200);
    QCOMPARE(Scratch::read(m_nova->scratch.catalog()), before);
    QFile::remove(m_nova->scratch.prompt());
    QTRY_COMPARE(m_nova->call({"PUT", "/api/prompt", "New.\n", "text/markdown", "*"}).status, 200);
    QCOMPARE(Scratch::read(m_nova->scratch.prompt()), QByteArray("New.\n"));
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestIoFaults)
#include "tst_io_faults.moc"
