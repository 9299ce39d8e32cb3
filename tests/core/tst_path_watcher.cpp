#include "core/documents/path_watcher.h"
#include "core/documents/watch_points.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is watched for a path, and that a hint comes when what it leads to is another.
class TestPathWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchPoints_data();
    void watchPoints();
    void watchPointsOfARelativePath();
    void symlinksInACircleEnd();
    void hintsAtEachOfManyChanges_data();
    void hintsAtEachOfManyChanges();
    void followsThePathNotTheOldFile();
    void staysQuietAboutOtherFiles();
    void looksNowAndThenWhateverIsNotified();
};

void TestPathWatcher::watchPoints_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("points"); // In the scratch folder; "." is that folder itself.
    QTest::newRow("a file") << u"mkdir -p a/b && touch a/b/f"_s << u"a/b/f"_s
                            << QStringList{u"a"_s, u"a/b"_s, u"a/b/f"_s};
    QTest::newRow("no file yet") << u"mkdir -p a/b"_s << u"a/b/f"_s << QStringList{u"a"_s, u"a/b"_s};
    QTest::newRow("no folder yet") << u"mkdir a"_s << u"a/b/c/f"_s << QStringList{u"."_s, u"a"_s};
    QTest::newRow("a file in place of a folder")
        << u"mkdir a && touch a/b"_s << u"a/b/f"_s << QStringList{u"a"_s, u"a/b"_s};
    QTest::newRow("a symlink") << u"mkdir a b && touch b/f && ln -s ../b/f a/f"_s << u"a/f"_s
                               << QStringList{u"."_s, u"a"_s, u"b"_s, u"b/f"_s};
    QTest::newRow("an absolute symlink") << u"mkdir a b && touch b/f && ln -s $PWD/b/f a/f"_s << u"a/f"_s
                                         << QStringList{u"."_s, u"a"_s, u"b"_s, u"b/f"_s};
    QTest::newRow("a symlink to a symlink") << u"mkdir a b c && touch c/f && ln -s ../b/f a/f && ln -s ../c/f b/f"_s
                                            << u"a/f"_s << QStringList{u"."_s, u"a"_s, u"b"_s, u"c"_s, u"c/f"_s};
    QTest::newRow("a dangling symlink") << u"mkdir a b && ln -s ../b/f a/f"_s << u"a/f"_s
                                        << QStringList{u"."_s, u"a"_s, u"b"_s};
    QTest::newRow("a folder by symlink") << u"mkdir -p real/v1 && touch real/v1/f && ln -s real/v1 a"_s << u"a/f"_s
                                         << QStringList{u"."_s, u"real"_s, u"real/v1"_s, u"real/v1/f"_s};
    QTest::newRow("Kubernetes") << u"mkdir -p a/..1 && touch a/..1/f && ln -s ..1 a/..data && ln -s ..data/f a/f"_s
                                << u"a/f"_s << QStringList{u"."_s, u"a"_s, u"a/..1"_s, u"a/..1/f"_s};
    QTest::newRow("dots and slashes") << u"mkdir -p a/b && touch a/f"_s << u"a//b/.././f"_s
                                      << QStringList{u"."_s, u"a"_s, u"a/f"_s};
}

void TestPathWatcher::watchPoints()
{
    QFETCH(QString, prepare);
    QFETCH(QString, path);
    QFETCH(QStringList, points);
    const Scratch scratch(Scratch::Content::Empty);
    scratch.shell(prepare);
    // Folders above the scratch folder may be watched, too; what happens there is not our concern.
    QStringList found;
    const QStringList all = nova::watchPoints(scratch.path(path));
    for (const QString &point : all) {
        QVERIFY2(QFileInfo::exists(point) && QDir::isAbsolutePath(point), qPrintable(point));
        if (point == scratch.path())
            found.append(u"."_s);
        else if (point.startsWith(scratch.path() + u'/'))
            found.append(point.mid(scratch.path().size() + 1));
    }
    found.sort();
    QCOMPARE(found, points);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

void TestPathWatcher::watchPointsOfARelativePath()
{
    const Scratch scratch(Scratch::Content::Empty);
    scratch.shell(u"touch f"_s);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(scratch.path()));
    const QStringList points = nova::watchPoints(u"f"_s);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(points.contains(scratch.path(u"f"_s)) && points.contains(scratch.path()));
}

void TestPathWatcher::symlinksInACircleEnd()
{
    const Scratch scratch(Scratch::Content::Empty);
    scratch.shell(u"ln -s b a && ln -s a b && ln -s self/x self"_s);
    for (const QString &name : {u"a"_s, u"b/f"_s, u"self"_s})
        QVERIFY(nova::watchPoints(scratch.path(name)).contains(scratch.path()));
}

void TestPathWatcher::hintsAtEachOfManyChanges_data()
{
    QTest::addColumn<bool>("polling");
    QTest::newRow("notifications") << false;
    QTest::newRow("polling") << true;
}

void TestPathWatcher::hintsAtEachOfManyChanges()
{
    QFETCH(bool, polling);
    const Scratch scratch(Scratch::Content::Empty);
    scratch.write(scratch.path(u"f"_s), "0\n");
    PathWatcher watcher(scratch.path(u"f"_s), {polling, 5ms, 1h});
    QSignalSpy hints(&watcher, &PathWatcher::hint);
    watcher.start();
    QCOMPARE(watcher.isPolling(), polling);
    for (int i = 1; i <= 30; ++i) {
        hints.clear();
        const QByteArray text(i, 'x'); // Another size each time: time stamps alone are as coarse as the clock's tick.
        if (i % 3 == 0)
            scratch.write(scratch.path(u"f"_s), text);
        else if (i % 3 == 1)
            scratch.replace(scratch.path(u"f"_s), text);
        else
            scratch.shell(u"rm f"_s);
        QVERIFY2(!hints.isEmpty() || hints.wait(), QByteArray::number(i).constData());
    }
}

void TestPathWatcher::followsThePathNotTheOldFile()
{
    const Scratch scratch(Scratch::Content::Empty);
    scratch.write(scratch.path(u"f"_s), "one\n");
    PathWatcher watcher(scratch.path(u"f"_s), {false, 1h, 1h});
    QSignalSpy hints(&watcher, &PathWatcher::hint);
    watcher.start();
    // A second name keeps the old file alive, and with it a watch on it that no longer means this path.
    scratch.shell(u"ln f kept && echo two, longer > new && mv new f"_s);
    QVERIFY(!hints.isEmpty() || hints.wait());
    hints.clear();
    scratch.shell(u"echo three >> f"_s);
    QVERIFY(!hints.isEmpty() || hints.wait());
}

void TestPathWatcher::staysQuietAboutOtherFiles()
{
    const Scratch scratch(Scratch::Content::Empty);
    scratch.write(scratch.path(u"f"_s), "0\n");
    PathWatcher watcher(scratch.path(u"f"_s), {false, 1h, 1h});
    PathWatcher other(scratch.path(u"g"_s), {false, 1h, 1h});
    QSignalSpy hints(&watcher, &PathWatcher::hint), otherHints(&other, &PathWatcher::hint);
    watcher.start();
    other.start();
    for (int i = 1; i <= 10; ++i) {
        otherHints.clear();
        scratch.replace(scratch.path(u"g"_s), QByteArray(i, 'x'));
        QVERIFY(!otherHints.isEmpty() || otherHints.wait()); // It was told of the change in the same folder …
    }
    QCOMPARE(hints.size(), 0); // … and so was this one, whose file is the same.
    scratch.replace(scratch.path(u"f"_s), "another\n");
    QVERIFY(!hints.isEmpty() || hints.wait());
}

void TestPathWatcher::looksNowAndThenWhateverIsNotified()
{
    // A folder three levels up is not watched: only the safety look can see that it was exchanged.
    const Scratch scratch(Scratch::Content::Empty);
    scratch.shell(u"mkdir -p a/b/c/d n/b/c/d && echo one > a/b/c/d/f && echo other > n/b/c/d/f"_s);
    PathWatcher watcher(scratch.path(u"a/b/c/d/f"_s), {false, 1h, 20ms});
    QSignalSpy hints(&watcher, &PathWatcher::hint);
    watcher.start();
    scratch.shell(u"mv a old && mv n a"_s);
    QVERIFY(!hints.isEmpty() || hints.wait());
    hints.clear();
    scratch.shell(u"echo again >> a/b/c/d/f"_s); // And the new one is watched from then on.
    QVERIFY(!hints.isEmpty() || hints.wait());
}

QTEST_GUILESS_MAIN(TestPathWatcher)
#include "tst_path_watcher.moc"
