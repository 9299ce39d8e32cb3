#include "core/health/health_history_file.h"
#include "core/health/health_history_format.h"
#include "tests/core/memory_sink.h"
#include "tests/core/unprivileged.h"
#include "tests/health/health_feed.h"
#include "tests/support/scratch.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// The history on the disk: what is saved is there at the next start, and no file whatever keeps Nova from starting.
class TestHealthFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void roundTrip();
    void savesByItself();
    void savesNothingNew();
    void gapOfARestart();
    void openMinuteGoesOn();
    void cutOffAnywhere();
    void anyByteIsDifferent();
    void soundOutsideOnly();
    void cannotBeUsed_data();
    void cannotBeUsed();
    void keepsThreeDamagedOnes();
    void noFolder();
    void cannotBeWritten();
    void cannotBeSetAside();
    void killedInTheMiddle();
    void straysGo();

private:
    /// A start of Nova: loads.
    struct Start {
        explicit Start(const Scratch &scratch, QByteArrayList &lines,
                       std::chrono::milliseconds every = std::chrono::hours(1))
        {
            logger.addSink(std::make_unique<MemorySink>(lines));
            file = std::make_unique<HealthHistoryFile>(feed.recorder, scratch.path() + u"/state"_s, logger, every);
            file->load();
        }
        HealthFeed feed;
        Logger logger{LogLevel::Debug, LogFormat::Json};
        std::unique_ptr<HealthHistoryFile> file;
    };

    [[nodiscard]] QString path() const { return m_scratch->path(u"state/health-history"_s); }
    [[nodiscard]] QStringList damaged() const
    {
        return QDir(m_scratch->path(u"state"_s)).entryList({u"health-history.damaged-*"_s}, QDir::AllEntries);
    }
    /// For Unprivileged: lets everybody through to the folder, and makes the history that of the user it becomes.
    void giveAway() const
    {
        m_scratch->shell(u"chmod 755 . && if [ $(id -u) = 0 ]; then chown -h 65534 state/*; fi"_s);
    }
    /// The file after a few hours of two servers.
    QByteArray someFile();

    std::unique_ptr<Scratch> m_scratch;
    QByteArrayList m_lines;
};

void TestHealthFile::init()
{
    m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
    m_lines.clear();
    QVERIFY(QDir().mkdir(m_scratch->path(u"state"_s)));
}

QByteArray TestHealthFile::someFile()
{
    Start start(*m_scratch, m_lines);
    for (const QString &name : {u"gmail"_s, u"größe"_s}) {
        start.feed.server = name;
        start.feed.interval = 60;
        start.feed.probe(40 * 60, HealthStatus::Healthy, 30);
        start.feed.record(HealthStatus::Unreachable, -1, u"Nicht erreichbar: «%1»."_s.arg(name));
    }
    start.file.reset();
    return Scratch::read(path());
}

void TestHealthFile::roundTrip()
{
    Start first(*m_scratch, m_lines);
    first.feed.interval = 60;
    first.feed.probe(40 * 60, HealthStatus::Healthy, 30);
    first.feed.probe(3, HealthStatus::Unreachable, -1);
    first.feed.probe(30, HealthStatus::AuthRequired, 2000);
    first.feed.recorder.pause(first.feed.server, first.feed.now);
    const HealthHistory before = first.feed.history();
    first.file.reset();
    struct stat standing = {};
    QVERIFY(::stat(QFile::encodeName(path()).constData(), &standing) == 0);
    QCOMPARE(standing.st_mode & 07777U, 0600U);

    Start second(*m_scratch, m_lines);
    second.feed.now = first.feed.now;
    const HealthHistory after = second.feed.history();
    QCOMPARE(after.minutes, before.minutes);
    QCOMPARE(after.hours, before.hours);
    QCOMPARE(after.outages, before.outages);
    QCOMPARE(after.since, before.since);
    QCOMPARE(after.uptime24h, before.uptime24h);
    QCOMPARE(after.uptime30d, before.uptime30d);
    QCOMPARE(after.p95Ms, before.p95Ms);
    QVERIFY2(m_lines.isEmpty(), m_lines.value(0).constData());
}

void TestHealthFile::savesByItself()
{
    Start start(*m_scratch, m_lines, std::chrono::milliseconds(10));
    start.feed.probe(1);
    QTRY_VERIFY(QFile::exists(path()));
    const QByteArray first = Scratch::read(path());
    start.feed.probe(1);
    QTRY_VERIFY(Scratch::read(path()) != first);
}

void TestHealthFile::savesNothingNew()
{
    const QByteArray file = someFile();
    const QFileInfo before(path());
    m_scratch->shell(u"touch -d 2001-02-03T04:05:06Z state/health-history"_s);
    Start(*m_scratch, m_lines).file->save();
    QCOMPARE(Scratch::read(path()), file);
    QCOMPARE(QFileInfo(path()).lastModified().date().year(), 2001);
}

void TestHealthFile::gapOfARestart()
{
    // Killed: nobody has said pause.
    {
        Start start(*m_scratch, m_lines);
        start.feed.probe(4);
        start.feed.probe(2, HealthStatus::Unreachable, -1);
    }
    Start start(*m_scratch, m_lines);
    start.feed.now = start.feed.now.addSecs(6 * 15 + 20);
    QCOMPARE(start.feed.history().outages.first().until, start.feed.now.addSecs(-35));
    start.feed.probe(1);
    QCOMPARE(start.feed.history().uptime24h, 100.0 * (60 + 15) / (60 + 15 + 15));
}

void TestHealthFile::openMinuteGoesOn()
{
    {
        Start start(*m_scratch, m_lines);
        start.feed.probe(2);
    }
    Start start(*m_scratch, m_lines);
    start.feed.now = start.feed.now.addSecs(30);
    start.feed.probe(2, HealthStatus::Degraded, 40);
    QCOMPARE(start.feed.history().minutes.size(), 1);
    QCOMPARE(start.feed.history().minutes.first().probes, 4);
    QCOMPARE(start.feed.history().minutes.first().healthy, 2);
}

void TestHealthFile::cutOffAnywhere()
{
    const QByteArray file = someFile();
    QVERIFY(file.size() > 1000);
    for (qsizetype i = 0; i < 200; ++i) {
        // Each of the first hundred lengths, then some as far as one byte less than all.
        const qsizetype length = i < 100 ? i : 100 + (i - 100) * (file.size() - 101) / 99;
        QVERIFY(!unwrapHealthFile(file.first(length)).problem.isEmpty());
    }
    QVERIFY(unwrapHealthFile(file).problem.isEmpty());
    QVERIFY(!unwrapHealthFile(QByteArray(file + 'x')).problem.isEmpty());
}

void TestHealthFile::anyByteIsDifferent()
{
    QByteArray file = someFile();
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
void TestHealthFile::soundOutsideOnly()
{
    const QByteArray file = someFile();
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

void TestHealthFile::cannotBeUsed_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << u": > health-history"_s << u"no history"_s;
    QTest::newRow("text") << u"echo hello > health-history"_s << u"no history"_s;
    QTest::newRow("half") << u"head -c 500 health-history > h && mv h health-history"_s << u"cut off"_s;
    QTest::newRow("appended") << u"echo >> health-history"_s << u"longer than it says"_s;
    QTest::newRow("one byte") << u"printf x | dd of=health-history bs=1 seek=700 conv=notrunc status=none"_s
                              << u"checksum"_s;
    QTest::newRow("newer") << u"printf '\\002' | dd of=health-history bs=1 seek=8 conv=notrunc status=none"_s
                           << u"version 2"_s;
    QTest::newRow("huge") << u"truncate -s 1T health-history || truncate -s 4G health-history"_s << u"bytes"_s;
    QTest::newRow("folder") << u"rm health-history && mkdir health-history"_s << u"not a regular file"_s;
    QTest::newRow("FIFO") << u"rm health-history && mkfifo health-history"_s << u"not a regular file"_s;
    QTest::newRow("link to itself") << u"rm health-history && ln -s health-history health-history"_s
                                    << u"cannot be opened"_s;
    QTest::newRow("unreadable") << u"chmod 0 health-history"_s << u"cannot be opened"_s;
}

void TestHealthFile::cannotBeUsed()
{
    QFETCH(const QString, how);
    QFETCH(const QString, said);
    someFile();
    m_scratch->shell(u"cd state && "_s + how);
    giveAway();
    const Unprivileged user(m_scratch->path(u"state"_s));
    {
        Start start(*m_scratch, m_lines);
        QVERIFY(start.feed.recorder.servers().isEmpty());
        start.feed.probe(4);
    }
    QCOMPARE(m_lines.size(), 1);
    QVERIFY2(m_lines.first().contains("\"warning\"") && m_lines.first().contains(said.toUtf8()),
             m_lines.first().constData());
    // A link to nowhere is not listed by its kind.
    QCOMPARE(QDir(m_scratch->path(u"state"_s))
                 .entryList({u"health-history.damaged-*"_s}, QDir::AllEntries | QDir::System | QDir::Hidden)
                 .size(),
             1);
    Start again(*m_scratch, m_lines); // What was seen meanwhile is in a new file.
    QCOMPARE(again.feed.history().minutes.size(), 1);
    QCOMPARE(m_lines.size(), 1);
}

void TestHealthFile::keepsThreeDamagedOnes()
{
    for (int i = 0; i < 5; ++i) {
        Scratch::write(path(), QByteArray::number(i));
        const QDateTime before = QDateTime::currentDateTimeUtc();
        Start start(*m_scratch, m_lines);
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > before); // They are named by the millisecond.
    }
    const QStringList kept = damaged();
    QCOMPARE(kept.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(Scratch::read(m_scratch->path(u"state/"_s + kept.at(i))), QByteArray::number(i + 2));
}

void TestHealthFile::noFolder()
{
    m_scratch->shell(u"rmdir state"_s);
    Start start(*m_scratch, m_lines);
    QVERIFY(m_lines.isEmpty());
    for (int i = 0; i < 20; ++i) {
        start.feed.probe(1);
        start.file->save();
    }
    QCOMPARE(start.feed.history().hours.first().probes, 20);
    start.feed.probe(1);
    start.file.reset(); // Tries once more: twice at least, and warns once.
    QCOMPARE(m_lines.size(), 1);
    QVERIFY2(m_lines.first().contains("cannot be saved"), m_lines.first().constData());
}

void TestHealthFile::cannotBeWritten()
{
    const QByteArray file = someFile();
    giveAway();
    const Unprivileged user(m_scratch->path(u"state"_s));
    QVERIFY(::chmod(QFile::encodeName(m_scratch->path(u"state"_s)).constData(), 0555) == 0);
    Start start(*m_scratch, m_lines, std::chrono::milliseconds(2));
    start.feed.probe(1);
    m_lines.clear();
    start.file->save();
    start.file.reset();
    QVERIFY(::chmod(QFile::encodeName(m_scratch->path(u"state"_s)).constData(), 0755) == 0);
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(m_lines.first().contains("cannot be saved"));
}

void TestHealthFile::cannotBeSetAside()
{
    Scratch::write(path(), "what somebody may want back");
    giveAway();
    const QByteArray folder = QFile::encodeName(m_scratch->path(u"state"_s));
    const Unprivileged user(m_scratch->path(u"state"_s));
    QVERIFY(::chmod(folder.constData(), 0555) == 0);
    {
        Start start(*m_scratch, m_lines);
        QVERIFY(::chmod(folder.constData(), 0755) == 0); // Writable now, yet it is not written over.
        start.feed.probe(1);
        start.file->save();
    }
    QCOMPARE(Scratch::read(path()), QByteArrayLiteral("what somebody may want back"));
    QCOMPARE(m_lines.size(), 1);
    QVERIFY2(m_lines.first().contains("cannot be set aside"), m_lines.first().constData());
}

void TestHealthFile::killedInTheMiddle()
{
    // A child that does nothing but save different histories is killed while it is at it.
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--keep-saving"_s, m_scratch->path(u"state"_s)});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY(QFile::exists(path()));
        const QDateTime seen = QFileInfo(path()).lastModified();
        QTRY_VERIFY(QFileInfo(path()).lastModified() != seen);
        QVERIFY(::kill(pid_t(child.processId()), SIGKILL) == 0);
        QVERIFY(child.waitForFinished());
        const QByteArray file = Scratch::read(path());
        const HealthFileContent content = unwrapHealthFile(file);
        QCOMPARE(content.problem, QString());
        QVERIFY(HealthRecorder().restore(content.payload));
    }
}

void TestHealthFile::straysGo()
{
    const QString stray = m_scratch->path(u"state/.health-history.a1B2c3.tmp"_s);
    const QString fresh = m_scratch->path(u"state/.health-history.d4E5f6.tmp"_s);
    Scratch::write(stray, "half");
    Scratch::write(fresh, "of another Nova, which is at it");
    m_scratch->shell(u"touch -d '1 hour ago' state/.health-history.a1B2c3.tmp"_s);
    const Start start(*m_scratch, m_lines);
    QVERIFY(!QFile::exists(stray));
    QVERIFY(QFile::exists(fresh));
}

namespace
{

/// What killedInTheMiddle() kills. Ends by itself should nobody do so.
int keepSaving(const QString &folder)
{
    Logger logger(LogLevel::Error, LogFormat::Json);
    HealthFeed feed;
    feed.interval = 60;
    feed.probe(10'000);
    for (int i = 0; i < 20'000; ++i) {
        feed.probe(1);
        HealthHistoryFile(feed.recorder, folder, logger).save();
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--keep-saving")
        return keepSaving(QString::fromLocal8Bit(argv[2]));
    TestHealthFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_health_file.moc"
