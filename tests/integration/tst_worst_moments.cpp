#include "tests/integration/faulty_nova.h"
#include "tests/integration/kept_texts.h"

#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// What chance brings once in a long while, at exactly the moment it does harm: an editor that saves between Nova's
/// look at the file and its own save, and a kill -9 at each step of a save.
class TestWorstMoments : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaultyNova> m_nova;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEditorInTheWorstMoment();
    void twoEditorsInTheWorstMoments();
    void anEditorThatCannotBePutBack();
    void killedAtAStep_data();
    void killedAtAStep();
    void killedWithAnEditorsText();
};

void TestWorstMoments::initTestCase()
{
    if (!FaultyNova::isPossible())
        QSKIP("this sanitizer does not work together with a library that stands before the C library");
}

void TestWorstMoments::init()
{
    m_nova = std::make_unique<FaultyNova>();
    QVERIFY2(m_nova->start(), m_nova->errors().constData());
}

void TestWorstMoments::cleanup()
{
    m_nova->stop();
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
    m_nova.reset();
}

/// An editor saves after Nova has read the file, and right before it puts its own text in place.
void TestWorstMoments::anEditorInTheWorstMoment()
{
    const QByteArray before = Scratch::read(m_nova->scratch.catalog()), edited = before + "# by an editor\n";
    const QString swap = u"swap 1 0 %1\n"_s.arg(m_nova->scratch.catalog());
    const auto etag = m_nova->call({"GET", "/api/config"}).etag;
    Scratch::write(m_nova->scratch.catalog() + u".editor1", edited);
    m_nova->fault(swap);
    const auto stale = m_nova->call({"PUT", "/api/config", before + "# by Nova\n", "application/yaml", etag});
    QVERIFY2(stale.status == 412, stale.body.constData());
    QCOMPARE(Scratch::read(m_nova->scratch.catalog()), edited);

    Scratch::write(m_nova->scratch.catalog() + u".editor1", edited + "# and again\n");
    m_nova->fault(swap + u'\n'); // Another text, so that it is counted anew.
    QCOMPARE(m_nova->toggle().status, 200);
    QVERIFY(Scratch::read(m_nova->scratch.catalog()).endsWith("# by an editor\n# and again\n"));
}

/// A second editor saves over Nova's text in the moment in which Nova puts the first one's back.
void TestWorstMoments::twoEditorsInTheWorstMoments()
{
    const QByteArray before = Scratch::read(m_nova->scratch.catalog());
    const auto etag = m_nova->call({"GET", "/api/config"}).etag;
    Scratch::write(m_nova->scratch.catalog() + u".editor1", before + "# by an editor\n");
    Scratch::write(m_nova->scratch.catalog() + u".editor2", before + "# by another\n");
    m_nova->fault(u"swap 1 0 %1\n"_s.arg(m_nova->scratch.catalog()));
    const auto stale = m_nova->call({"PUT", "/api/config", before + "# by Nova\n", "application/yaml", etag});
    QVERIFY2(stale.status == 412, stale.body.constData());
    QCOMPARE(Scratch::read(m_nova->scratch.catalog()), QByteArray(before + "# by another\n"));
}

/// The same, and then the disk fails, so that the editor's text cannot be put back: it is not thrown away.
void TestWorstMoments::anEditorThatCannotBePutBack()
{
    const QByteArray before = Scratch::read(m_nova->scratch.catalog()), edited = before + "# by an editor\n";
    Scratch::write(m_nova->scratch.catalog() + u".editor1", edited);
    m_nova->fault(u"swap 1 0 %1\nrenameat2 2 %2 %1\n"_s.arg(m_nova->scratch.catalog()).arg(EIO));
    const auto answer = m_nova->toggle();
    m_nova->fault({});
    QVERIFY2(answer.status == 500, answer.body.constData());
    const QStringList left = temporariesBelow(m_nova->scratch.path());
    QCOMPARE(left.size(), 1);
    QCOMPARE(Scratch::read(left.first()), edited);
    QVERIFY2(answer.json()[u"detail"].toString().contains(left.first()), answer.body.constData());
    m_nova->stop();
    QVERIFY(m_nova->start()); // Clears up, and keeps what is nowhere else.
    QVERIFY(isKept(m_nova->scratch.path(u"configs/backups"_s), edited));
}

void TestWorstMoments::killedAtAStep_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line"); ///< %1: the folder. Instead of failing with an error the program dies.
    QTest::addColumn<bool>("inVersions");
    QTest::addColumn<bool>("isNew"); ///< Whether the new text is in the file by then.
    const struct {
        const char *title;
        const char *line;
        bool isPlaced;
    } steps[] = {
        {"before writing", "write 1 0 %1/.*.tmp", false},    {"half written", "short 1 0 %1/.*.tmp", false},
        {"before syncing", "fsync 1 0 %1/.*.tmp", false},    {"before putting in place", "renameat2 1 0 %1/*", false},
        {"before syncing the folder", "fsync 1 0 %1", true},
    };
    for (const auto &step : steps) {
        for (const char *name : {"toggle", "config", "prompt", "restore"}) {
            for (const bool inVersions : {false, true})
                QTest::addRow("%s: %s%s", name, step.title, inVersions ? ", of the version" : "")
                    << QString::fromLatin1(name) << QString::fromLatin1(step.line) << inVersions
                    << (step.isPlaced && !inVersions);
        }
    }
}

void TestWorstMoments::killedAtAStep()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    QFETCH(bool, inVersions);
    QFETCH(bool, isNew);
    const FaultyNova::Write write = m_nova->prepare(name);
    const QByteArray before = Scratch::read(write.path);
    const QStringList kept = keptIds(write.versions);
    m_nova->fault(line.arg(inVersions ? write.versions : write.folder));
    QCOMPARE(m_nova->call(write.request).status, 0);
    QVERIFY(m_nova->isKilled());
    const QByteArray after = Scratch::read(write.path);
    QCOMPARE(after == before, !isNew);

    QVERIFY2(m_nova->start(), m_nova->errors().constData());
    QCOMPARE(temporariesBelow(m_nova->scratch.path()), QStringList());
    QCOMPARE(Scratch::read(write.path), after);
    QVERIFY(!isNew || isKept(write.versions, before));
    // Perhaps the old text was kept already. Nothing else has become a version: no half of a text, no unsaved one.
    const QStringList ids = keptIds(write.versions);
    for (const QString &id : ids) {
        const KeptText text = keptText(write.versions, id);
        QVERIFY2(kept.contains(id) || (text.isWhole() && text.text == before), qPrintable(id));
    }
    const auto again = m_nova->call(
        {"PUT", name == u"prompt" ? "/api/prompt" : "/api/config", after + "# again\n", "text/plain", "*"});
    QVERIFY2(again.status == 200, again.body.constData());
}

/// Killed while the only copy of what an editor has saved is under the temporary name.
void TestWorstMoments::killedWithAnEditorsText()
{
    const FaultyNova::Write write = m_nova->prepare(u"toggle"_s);
    const QByteArray edited = Scratch::read(write.path) + "# by an editor\n";
    Scratch::write(write.path + u".editor1", edited);
    m_nova->fault(u"swap 1 0 %1\nrenameat2 2 0 %1\n"_s.arg(write.path));
    QCOMPARE(m_nova->toggle().status, 0);
    QVERIFY(m_nova->isKilled());
    QVERIFY(!isKept(write.versions, edited));
    QVERIFY2(m_nova->start(), m_nova->errors().constData());
    QVERIFY(isKept(write.versions, edited));
    QVERIFY(keptIds(write.versions).last().contains(u"-recovered-"));
}

QTEST_GUILESS_MAIN(TestWorstMoments)
#include "tst_worst_moments.moc"
