#include "core/health/health_history_format.h"
#include "tests/core/unprivileged.h"
#include "tests/health/health_folder.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// The history on the disk: what is saved is there at the next start.
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
    void noFolder();
    void cannotBeWritten();
    void killedInTheMiddle();
    void straysGo();

private:
    HealthFolder m_folder;
};

void TestHealthFile::init()
{
    m_folder.renew();
}

void TestHealthFile::roundTrip()
{
    HealthStart first(m_folder);
    first.feed.interval = 60;
    first.feed.probe(40 * 60, HealthStatus::Healthy, 30);
    first.feed.probe(3, HealthStatus::Unreachable, -1);
    first.feed.probe(30, HealthStatus::AuthRequired, 2000);
    first.feed.recorder.pause(first.feed.server, first.feed.now);
    const HealthHistory before = first.feed.history();
    first.file.reset();
    struct stat standing = {};
    QVERIFY(::stat(QFile::encodeName(m_folder.path()).constData(), &standing) == 0);
    QCOMPARE(standing.st_mode & 07777U, 0600U);

    HealthStart second(m_folder);
    second.feed.now = first.feed.now;
    const HealthHistory after = second.feed.history();
    QCOMPARE(after.minutes, before.minutes);
    QCOMPARE(after.hours, before.hours);
    QCOMPARE(after.outages, before.outages);
    QCOMPARE(after.since, before.since);
    QCOMPARE(after.uptime24h, before.uptime24h);
    QCOMPARE(after.uptime30d, before.uptime30d);
    QCOMPARE(after.p95Ms, before.p95Ms);
    QVERIFY2(m_folder.lines.isEmpty(), m_folder.lines.value(0).constData());
}

void TestHealthFile::savesByItself()
{
    HealthStart start(m_folder, std::chrono::milliseconds(10));
    start.feed.probe(1);
    QTRY_VERIFY(QFile::exists(m_folder.path()));
    const QByteArray first = Scratch::read(m_folder.path());
    start.feed.probe(1);
    QTRY_VERIFY(Scratch::read(m_folder.path()) != first);
}

void TestHealthFile::savesNothingNew()
{
    const QByteArray file = m_folder.someFile();
    const QFileInfo before(m_folder.path());
    m_folder.scratch->shell(u"touch -d 2001-02-03T04:05:06Z state/health-history"_s);
    HealthStart(m_folder).file->save();
    QCOMPARE(Scratch::read(m_folder.path()), file);
    QCOMPARE(QFileInfo(m_folder.path()).lastModified().date().year(), 2001);
}

void TestHealthFile::gapOfARestart()
{
    // Killed: nobody has said pause.
    {
        HealthStart start(m_folder);
        start.feed.probe(4);
        start.feed.probe(2, HealthStatus::Unreachable, -1);
    }
    HealthStart start(m_folder);
    start.feed.now = start.feed.now.addSecs(6 * 15 + 20);
    QCOMPARE(start.feed.history().outages.first().until, start.feed.now.addSecs(-35));
    start.feed.probe(1);
    QCOMPARE(start.feed.history().uptime24h, 100.0 * (60 + 15) / (60 + 15 + 15));
}

void TestHealthFile::openMinuteGoesOn()
{
    {
        HealthStart start(m_folder);
        start.feed.probe(2);
    }
    HealthStart start(m_folder);
    start.feed.now = start.feed.now.addSecs(30);
    start.feed.probe(2, HealthStatus::Degraded, 40);
    QCOMPARE(start.feed.history().minutes.size(), 1);
    QCOMPARE(start.feed.history().minutes.first().probes, 4);
    QCOMPARE(start.feed.history().minutes.first().healthy, 2);
}

void TestHealthFile::noFolder()
{
    m_folder.scratch->shell(u"rmdir state"_s);
    HealthStart start(m_folder);
    QVERIFY(m_folder.lines.isEmpty());
    for (int i = 0; i < 20; ++i) {
        start.feed.probe(1);
        start.file->save();
    }
    QCOMPARE(start.feed.history().hours.first().probes, 20);
    start.feed.probe(1);
    start.file.reset(); // Tries once more: twice at least, and warns once.
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY2(m_folder.lines.first().contains("cannot be saved"), m_folder.lines.first().constData());
}

void TestHealthFile::cannotBeWritten()
{
    const QByteArray file = m_folder.someFile();
    m_folder.giveAway();
    const Unprivileged user(m_folder.scratch->path(u"state"_s));
    QVERIFY(::chmod(QFile::encodeName(m_folder.scratch->path(u"state"_s)).constData(), 0555) == 0);
    HealthStart start(m_folder, std::chrono::milliseconds(2));
    start.feed.probe(1);
    m_folder.lines.clear();
    start.file->save();
    start.file.reset();
    QVERIFY(::chmod(QFile::encodeName(m_folder.scratch->path(u"state"_s)).constData(), 0755) == 0);
    QCOMPARE(m_folder.lines.size(), 1);
    QVERIFY(m_folder.lines.first().contains("cannot be saved"));
}

void TestHealthFile::killedInTheMiddle()
{
    // A child that does nothing but save different histories is killed while it is at it.
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--keep-saving"_s, m_folder.scratch->path(u"state"_s)});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY(QFile::exists(m_folder.path()));
        const QDateTime seen = QFileInfo(m_folder.path()).lastModified();
        QTRY_VERIFY(QFileInfo(m_folder.path()).lastModified() != seen);
        QVERIFY(::kill(pid_t(child.processId()), SIGKILL) == 0);
        QVERIFY(child.waitForFinished());
        const QByteArray file = Scratch::read(m_folder.path());
        const HealthFileContent content = unwrapHealthFile(file);
        QCOMPARE(content.problem, QString());
        QVERIFY(HealthRecorder().restore(content.payload));
    }
}

void TestHealthFile::straysGo()
{
    const QString stray = m_folder.scratch->path(u"state/.health-history.a1B2c3.tmp"_s);
    const QString fresh = m_folder.scratch->path(u"state/.health-history.d4E5f6.tmp"_s);
    Scratch::write(stray, "half");
    Scratch::write(fresh, "of another Nova, which is at it");
    m_folder.scratch->shell(u"touch -d '1 hour ago' state/.health-history.a1B2c3.tmp"_s);
    const HealthStart start(m_folder);
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
