#include "tests/integration/kept_texts.h"
#include "tests/integration/wire_client.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QScopeGuard>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// The real program on real file systems that are full or read-only, and on a file that belongs to somebody else.
class TestDisk : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scratch> m_scratch;
    std::unique_ptr<NovaProcess> m_nova;

    void start();
    [[nodiscard]] WireClient::Answer call(const WireClient::Request &request) const;
    [[nodiscard]] WireClient::Answer toggle() const;
    [[nodiscard]] QString versions() const { return m_scratch->path(QStringLiteral("configs/backups")); }

private Q_SLOTS:
    void init();
    void cleanup();
    void aFullDisk();
    void aReadOnlyFolderForVersions();
    void ownerAndMode();
};

void TestDisk::init()
{
    m_scratch = std::make_unique<Scratch>();
}

void TestDisk::cleanup()
{
    m_nova.reset();
    QCOMPARE(temporariesBelow(m_scratch->path()), QStringList());
    m_scratch.reset();
}

void TestDisk::start()
{
    m_nova = std::make_unique<NovaProcess>(m_scratch->path());
    QVERIFY2(m_nova->start(), m_nova->errors().constData());
}

WireClient::Answer TestDisk::call(const WireClient::Request &request) const
{
    return WireClient(m_nova->port(), m_nova->token()).call(request);
}

WireClient::Answer TestDisk::toggle() const
{
    return call({.method = "PUT", .path = "/api/mcp/files/toggle"});
}

void TestDisk::aFullDisk()
{
    const QString folder = m_scratch->path(u"configs"_s);
    const QByteArray catalog = Scratch::read(m_scratch->catalog());
    if (::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=256k,mode=755") != 0)
        QSKIP("a small file system cannot be mounted here");
    const auto unmount = qScopeGuard([&] {
        m_nova.reset();
        ::umount2(QFile::encodeName(folder).constData(), MNT_DETACH);
    });
    Scratch::write(m_scratch->catalog(), catalog);
    start();
    QCOMPARE(toggle().status, 200);

    // Some room, but not for all of it; then none at all.
    const WireClient::Request large{"PUT", "/api/config", catalog + QByteArray("# filler\n").repeated(10'000),
                                    "application/yaml", "*"};
    m_scratch->shell(u"head -c 180000 /dev/zero > configs/filler"_s);
    const QByteArray before = Scratch::read(m_scratch->catalog());
    const QStringList kept = keptIds(versions());
    for (const bool full : {false, true}) {
        if (full)
            m_scratch->shell(u"cat /dev/zero > configs/more 2>/dev/null; true"_s);
        const auto answer = full ? toggle() : call(large);
        QVERIFY2(answer.status == 507, answer.body.constData());
        QCOMPARE(answer.type, QByteArray("application/problem+json"));
        QCOMPARE(Scratch::read(m_scratch->catalog()), before);
        QCOMPARE(temporariesBelow(folder), QStringList());
        QCOMPARE(keptIds(versions()), kept);
    }
    m_scratch->shell(u"rm configs/filler configs/more"_s);
    QCOMPARE(toggle().status, 200);
    QCOMPARE(call(large).status, 200);
    QCOMPARE(Scratch::read(m_scratch->catalog()), large.body);
}

void TestDisk::aReadOnlyFolderForVersions()
{
    start();
    QCOMPARE(toggle().status, 200);
    const QByteArray folder = QFile::encodeName(versions());
    if (::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) != 0 ||
        ::mount(nullptr, folder.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0) {
        ::umount2(folder.constData(), MNT_DETACH);
        QSKIP("a folder cannot be mounted read-only here");
    }
    const auto unmount = qScopeGuard([&] { ::umount2(folder.constData(), MNT_DETACH); });
    const QByteArray before = Scratch::read(m_scratch->catalog());
    const auto answer = toggle();
    QVERIFY2(answer.status == 409, answer.body.constData());
    QVERIFY2(answer.json()[u"detail"].toString().contains(u"the text before it cannot be kept"),
             answer.body.constData());
    QCOMPARE(Scratch::read(m_scratch->catalog()), before);
    QCOMPARE(::umount2(folder.constData(), 0), 0);
    QCOMPARE(toggle().status, 200);
    QVERIFY(isKept(versions(), before));
}

void TestDisk::ownerAndMode()
{
    if (::geteuid() != 0)
        QSKIP("only root may give a file to somebody else");
    const QByteArray name = QFile::encodeName(m_scratch->catalog());
    QCOMPARE(::chown(name.constData(), 12345, 23456), 0);
    QCOMPARE(::chmod(name.constData(), 0640), 0);
    start();
    struct stat before = {}, after = {};
    QCOMPARE(::stat(name.constData(), &before), 0);
    QCOMPARE(toggle().status, 200);
    QCOMPARE(::stat(name.constData(), &after), 0);
    QVERIFY(after.st_ino != before.st_ino);
    QVERIFY(after.st_uid == 12345 && after.st_gid == 23456);
    QCOMPARE(after.st_mode & 07777, 0640U);
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
