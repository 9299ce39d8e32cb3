#include "core/health/health_history_format.h"
#include "tests/core/unprivileged.h"
#include "tests/health/health_folder.h"

#include <QTest>

#include <sys/stat.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// No file whatever keeps Nova from starting, and none that somebody may want back is written over.
class TestHealthFileDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.renew(); }
    void cutOffAnywhere();
    void anyByteIsDifferent();
    void soundOutsideOnly();
    void cannotBeUsed_data();
    void cannotBeUsed();
    void keepsThreeDamagedOnes();
    void cannotBeSetAside();
    void ofANewerNova();
    void aNewerNovaComesMeanwhile_data();
    void aNewerNovaComesMeanwhile();

private:
    HealthFolder m_folder;
};

void TestHealthFileDamage::cutOffAnywhere()
{
    const QByteArray file = m_folder.someFile();
    QVERIFY(file.size() > 1000);
    for (qsizetype i = 0; i < 200; ++i) {
        // Each of the first hundred lengths, then some as far as one byte less than all.
        const qsizetype length = i < 100 ? i : 100 + (i - 100) * (file.size() - 101) / 99;
        QVERIFY(!unwrapHealthFile(file.first(length)).problem.isEmpty());
    }
    QVERIFY(unwrapHealthFile(file).problem.isEmpty());
    QVERIFY(!unwrapHealthFile(QByteArray(file + 'x')).problem.isEmpty());
}

void TestHealthFileDamage::anyByteIsDifferent()
{
    QByteArray file = m_folder.someFile();
    for (qsizetype at = 0; at < file.size(); at += at < 200 ? 1 : 13) {
        const char old = file.at(at);
        for (const char flip : {char(1), char(0x80)}) {
            file[at] = char(old ^ flip);
            QVERIFY2(!unwrapHealthFile(file).problem.isEmpty(), qPrintable(QString::number(at)));
        }
        file[at] = old;
    }
    QVERIFY(unwrapHealthFile(file).problem.isEmpty());
}

/// With a right checksum and any content: what cannot be is refused, and what can be can be used, saved and read again.
void TestHealthFileDamage::soundOutsideOnly()
{
    const QByteArray file = m_folder.someFile();
    const QByteArray payload = unwrapHealthFile(file).payload.toByteArray();
    int refused = 0;
    const auto tryIt = [&](const QByteArray &content) {
        HealthFeed feed;
        feed.record(HealthStatus::Healthy);
        if (!feed.recorder.restore(content)) {
            ++refused;
            QCOMPARE(feed.history().minutes.size(), 1); // All is as it was.
            return;
        }
        const QStringList servers = feed.recorder.servers();
        for (const QString &name : servers) {
            feed.server = name;
            QVERIFY(feed.history().uptime30d <= 100);
            QCOMPARE(feed.recorder.bar(name, std::chrono::hours(1), 10).size(), 10);
            feed.probe(70);
        }
        QVERIFY(HealthRecorder([&] { return feed.now; }).restore(feed.recorder.serialized()));
    };
    for (qsizetype length = 0; length < payload.size(); length += length < 300 ? 1 : 97)
        tryIt(payload.first(length));
    QVERIFY(refused > 300);
    for (qsizetype at = 0; at < payload.size(); at += at < 300 ? 1 : 7) {
        QByteArray changed = payload;
        changed[at] = char(changed.at(at) ^ (1 << (at % 8)));
        tryIt(changed);
    }
    tryIt(QByteArray(1000, '\xff'));
}

void TestHealthFileDamage::cannotBeUsed_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << u": > health-history"_s << u"no history"_s;
    QTest::newRow("text") << u"echo hello > health-history"_s << u"no history"_s;
    QTest::newRow("half") << u"head -c 500 health-history > h && mv h health-history"_s << u"cut off"_s;
    QTest::newRow("appended") << u"echo >> health-history"_s << u"longer than it says"_s;
    QTest::newRow("one byte") << u"printf x | dd of=health-history bs=1 seek=700 conv=notrunc status=none"_s
                              << u"checksum"_s;
    QTest::newRow("of no version") << u"printf '\\000' | dd of=health-history bs=1 seek=8 conv=notrunc status=none"_s
                                   << u"version 0"_s;
    QTest::newRow("huge") << u"truncate -s 1T health-history || truncate -s 4G health-history"_s << u"bytes"_s;
    QTest::newRow("folder") << u"rm health-history && mkdir health-history"_s << u"not a regular file"_s;
    QTest::newRow("FIFO") << u"rm health-history && mkfifo health-history"_s << u"not a regular file"_s;
    QTest::newRow("link to itself") << u"rm health-history && ln -s health-history health-history"_s
                                    << u"cannot be opened"_s;
    QTest::newRow("unreadable") << u"chmod 0 health-history"_s << u"cannot be opened"_s;
}

void TestHealthFileDamage::cannotBeUsed()
{
    QFETCH(const QString, how);
    QFETCH(const QString, said);
    m_folder.someFile();
    m_folder.scratch->shell(u"cd state && "_s + how);
    m_folder.giveAway();
    const Unprivileged user(m_folder.scratch->path(u"state"_s));
    {
        HealthStart start(m_folder);
        QVERIFY(start.feed.recorder.servers().isEmpty());
        start.feed.probe(4);
    }
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY2(m_folder.lines.first().contains("\"warning\"") && m_folder.lines.first().contains(said.toUtf8()),
             m_folder.lines.first().constData());
    QCOMPARE(m_folder.damaged().size(), 1);
    HealthStart again(m_folder); // What was seen meanwhile is in a new file.
    QCOMPARE(again.feed.history().minutes.size(), 1);
    QCOMPARE(m_folder.lines.size(), 1);
}

void TestHealthFileDamage::keepsThreeDamagedOnes()
{
    for (int i = 0; i < 5; ++i) {
        Scratch::write(m_folder.path(), QByteArray::number(i));
        const HealthStart start(m_folder);
        const QDateTime after = QDateTime::currentDateTimeUtc();
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > after); // They are named by the millisecond.
    }
    const QStringList kept = m_folder.damaged();
    QCOMPARE(kept.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(Scratch::read(m_folder.scratch->path(u"state/"_s + kept.at(i))), QByteArray::number(i + 2));
}

void TestHealthFileDamage::cannotBeSetAside()
{
    Scratch::write(m_folder.path(), "what somebody may want back");
    m_folder.giveAway();
    const QByteArray folder = QFile::encodeName(m_folder.scratch->path(u"state"_s));
    const Unprivileged user(m_folder.scratch->path(u"state"_s));
    QVERIFY(::chmod(folder.constData(), 0555) == 0);
    {
        HealthStart start(m_folder);
        QVERIFY(::chmod(folder.constData(), 0755) == 0); // Writable now, yet it is not written over.
        start.feed.probe(1);
        start.file->save();
    }
    QCOMPARE(Scratch::read(m_folder.path()), QByteArrayLiteral("what somebody may want back"));
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY2(m_folder.lines.first().contains("cannot be set aside"), m_folder.lines.first().constData());
}

/// It is there, byte for byte, when that Nova comes back.
void TestHealthFileDamage::ofANewerNova()
{
    const QByteArray newer = wrapHealthFile("what only that one can read", healthFileVersion + 1);
    Scratch::write(m_folder.path(), newer);
    {
        HealthStart start(m_folder);
        start.feed.probe(4);
        start.file->save();
        QCOMPARE(start.feed.history().minutes.size(), 1); // In memory.
    }
    QCOMPARE(Scratch::read(m_folder.path()), newer);
    QCOMPARE(m_folder.damaged().size(), 0);
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY2(m_folder.lines.first().contains("newer Nova"), m_folder.lines.first().constData());
}

void TestHealthFileDamage::aNewerNovaComesMeanwhile_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("it wrote the history")
        << u"printf '\\002' | dd of=health-history bs=1 seek=8 conv=notrunc status=none"_s;
    QTest::newRow("it brought the folder to another format") << u"echo '{\"format\":2}' > version"_s;
    QTest::newRow("it is about to") << u"mkdir before-format-2.unfinished"_s;
}

/// Two Novas of different versions on one folder, as in a rolling upgrade: the older one saves nothing from then on.
void TestHealthFileDamage::aNewerNovaComesMeanwhile()
{
    QFETCH(const QString, how);
    m_folder.someFile();
    QByteArray then;
    {
        HealthStart start(m_folder);
        start.feed.probe(4);
        m_folder.scratch->shell(u"cd state && "_s + how);
        then = Scratch::read(m_folder.path());
    } // It would save here.
    QCOMPARE(Scratch::read(m_folder.path()), then);
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY2(m_folder.lines.first().contains("newer Nova") || m_folder.lines.first().contains("format 2"),
             m_folder.lines.first().constData());
}

QTEST_GUILESS_MAIN(TestHealthFileDamage)
#include "tst_health_file_damage.moc"
