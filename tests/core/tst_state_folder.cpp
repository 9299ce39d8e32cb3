#include "core/state/state_copies.h"
#include "core/state/state_folder.h"
#include "core/state/state_lock.h"
#include "tests/core/unprivileged.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The version of the state folder, and the way from one to the next. So far there is one format only: the steps here
/// are the test's own.
class TestStateFolder : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scratch> m_scratch;

    [[nodiscard]] QString folder() const { return m_scratch->path(u"state"_s); }
    [[nodiscard]] QString pathOf(const QString &name) const { return folder() + u'/' + name; }
    [[nodiscard]] QByteArray text(const QString &name) const { return Scratch::read(pathOf(name)); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(pathOf(name)).path());
        Scratch::write(pathOf(name), bytes);
    }
    void shell(const QString &command) const { m_scratch->shell(u"cd state && "_s + command); }
    /// All files and folders with what is in them.
    [[nodiscard]] QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> all;
        const QStringList names = QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString &name : names)
            all[name] = text(name);
        return all;
    }

    /// To 2: a line more in `notes`, twice as careless as it could be. To 3: `notes` becomes `letters`.
    [[nodiscard]] std::vector<StateMigration> steps(const std::function<void()> &inTheMiddle = {}) const
    {
        const auto addLine = [this, inTheMiddle](const QString &) -> Result<void> {
            const QByteArray before = text(u"notes"_s);
            write(u"notes"_s, "half");
            write(u"extra"_s, "half");
            if (inTheMiddle)
                inTheMiddle();
            write(u"notes"_s, before + "two\n");
            write(u"extra"_s, "whole");
            return {};
        };
        const auto rename = [this](const QString &) -> Result<void> {
            QFile::rename(pathOf(u"notes"_s), pathOf(u"letters"_s));
            return {};
        };
        return {{2, {u"notes"_s, u"extra"_s}, addLine}, {3, {u"notes"_s, u"letters"_s}, rename}};
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
        QVERIFY(QDir().mkpath(folder()));
        m_scratch->shell(u"chmod 755 ."_s); // For who gives up root's rights.
    }

    void aNewFolder()
    {
        const StateStanding standing = openStateFolder(folder(), u"0.1.0"_s);
        QVERIFY(standing.mayWrite && standing.problem.isEmpty());
        QCOMPARE(standing.migratedFrom, 0);
        QCOMPARE(text(u"version"_s), QByteArray("{\"format\":1,\"written_by\":\"0.1.0\"}\n"));
    }

    /// As it was before there was a version.
    void anOldFolder()
    {
        write(u"token"_s, "abc\n");
        write(u"health-history"_s, "some");
        QVERIFY(openStateFolder(folder(), u"0.2.0"_s).mayWrite);
        QCOMPARE(text(u"token"_s), QByteArray("abc\n"));
        QCOMPARE(text(u"health-history"_s), QByteArray("some"));
        QCOMPARE(readStateVersion(folder()).writtenBy, u"0.2.0"_s);
    }

    void stepByStep()
    {
        write(u"notes"_s, "one\n");
        const StateStanding standing = openStateFolder(folder(), u"3.0.0"_s, 3, steps());
        QVERIFY2(standing.mayWrite, qPrintable(standing.problem));
        QCOMPARE(standing.migratedFrom, 1);
        QCOMPARE(readStateVersion(folder()).format, 3);
        QCOMPARE(text(u"letters"_s), QByteArray("one\ntwo\n"));
        QCOMPARE(text(u"before-format-2/notes"_s), QByteArray("one\n"));
        QCOMPARE(text(u"before-format-3/notes"_s), QByteArray("one\ntwo\n"));
        // And once only.
        const auto then = everything();
        QCOMPARE(openStateFolder(folder(), u"3.0.0"_s, 3, steps()).migratedFrom, 0);
        QCOMPARE(everything(), then);
    }

    void killedInTheMiddle()
    {
        write(u"notes"_s, "one\n");
        const pid_t child = ::fork();
        if (child == 0) {
            const auto dies = steps([] { ::raise(SIGKILL); });
            [[maybe_unused]] const auto never = openStateFolder(folder(), u"2.0.0"_s, 2, dies);
            ::_exit(1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(text(u"notes"_s), QByteArray("half"));

        // An older Nova that starts now leaves it alone.
        const auto then = everything();
        const StateStanding older = openStateFolder(folder(), u"1.0.0"_s, 1, {});
        QVERIFY(!older.mayWrite);
        QVERIFY2(older.problem.contains(u"newer Nova"_s), qPrintable(older.problem));
        QCOMPARE(everything(), then);

        // The newer one begins again, with what there was.
        QCOMPARE(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).migratedFrom, 1);
        QCOMPARE(text(u"notes"_s), QByteArray("one\ntwo\n"));
        QCOMPARE(text(u"extra"_s), QByteArray("whole"));
        QCOMPARE(text(u"before-format-2/notes"_s), QByteArray("one\n"));
        QVERIFY(!QDir(pathOf(u"before-format-2.unfinished"_s)).exists());
    }

    /// Between the version and the last of it; and while the copies are being made.
    void killedBeforeAndBehind()
    {
        write(u"notes"_s, "one\ntwo\n");
        write(u"before-format-2.unfinished/notes"_s, "one\n");
        QVERIFY(writeStateVersion(folder(), 2, u"2.0.0"_s));
        QCOMPARE(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).migratedFrom, 0);
        QCOMPARE(text(u"notes"_s), QByteArray("one\ntwo\n"));
        QCOMPARE(text(u"before-format-2/notes"_s), QByteArray("one\n"));

        init();
        write(u"notes"_s, "one\n");
        write(u"before-format-2.copying/notes"_s, "o");
        QCOMPARE(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).migratedFrom, 1);
        QCOMPARE(text(u"notes"_s), QByteArray("one\ntwo\n"));
        QCOMPARE(text(u"before-format-2/notes"_s), QByteArray("one\n"));
    }

    void aStepThatFails()
    {
        write(u"notes"_s, "one\n");
        auto failing = steps();
        failing[0].run = [this](const QString &) -> Result<void> {
            write(u"notes"_s, "half");
            return failure(ErrorCode::NoSpace, u"The disk is full."_s);
        };
        const StateStanding standing = openStateFolder(folder(), u"2.0.0"_s, 2, failing);
        QVERIFY(!standing.mayWrite);
        QVERIFY2(standing.problem.contains(u"The disk is full."_s), qPrintable(standing.problem));
        QCOMPARE(everything(), (QMap<QString, QByteArray>{{u"notes"_s, "one\n"}}));
        QCOMPARE(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).migratedFrom, 1);
    }

    /// Who went back by hand, wrote something, and goes forward again: the copies of the first time are not mixed in.
    void forwardAgain()
    {
        write(u"notes"_s, "one\n");
        QVERIFY(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).mayWrite);
        shell(u"rm extra version && cp before-format-2/* . && echo back >> notes"_s);
        QVERIFY(openStateFolder(folder(), u"2.0.0"_s, 2, steps()).mayWrite);
        QCOMPARE(text(u"notes"_s), QByteArray("one\nback\ntwo\n"));
        QCOMPARE(QDir(folder()).entryList({u"before-format-2*"_s}, QDir::Dirs).size(), 2);
    }

    void newer_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("said");
        QTest::newRow("newer") << QByteArray(R"({"format":7,"written_by":"9.8.7"})") << u"Nova 9.8.7"_s;
        QTest::newRow("with more in it") << QByteArray(R"({"format":2,"since":[1]})") << u"format 2"_s;
        for (const QByteArray garbage : {"", "2", "{}", "{\"format\":0}", "{\"format\":\"1\"}", "[1]", "\xff\xfe", "{"})
            QTest::addRow("garbage: %s", garbage.toPercentEncoding().constData()) << garbage << u"not known"_s;
    }

    void newer()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QString, said);
        write(u"version"_s, version);
        write(u"health-history"_s, "of theirs");
        const auto then = everything();
        const StateStanding standing = openStateFolder(folder(), u"0.1.0"_s);
        QVERIFY(!standing.mayWrite);
        QVERIFY2(standing.problem.contains(said), qPrintable(standing.problem));
        QCOMPARE(whyNotOurs(folder()), standing.problem);
        QCOMPARE(everything(), then);
    }

    void versionIsNoFile()
    {
        shell(u"mkdir version"_s);
        QVERIFY(!openStateFolder(folder(), u"0.1.0"_s).mayWrite);
        shell(u"rmdir version && mkfifo version"_s);
        QVERIFY(!openStateFolder(folder(), u"0.1.0"_s).mayWrite);
    }

    void aFolderThatCannotBe()
    {
        QVERIFY(openStateFolder(u"/nowhere/at/all"_s, u"0.1.0"_s).mayWrite);
        const Unprivileged user(folder());
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
        // Nothing has to be done there, so that it can run; saves say for themselves that they cannot be.
        QVERIFY(openStateFolder(folder(), u"0.1.0"_s).mayWrite);
        QVERIFY(!openStateFolder(folder(), u"2.0.0"_s, 2, steps()).mayWrite);
        QCOMPARE(everything().size(), 0);
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void oneAtATime()
    {
        {
            const auto mine = StateLock::take(folder(), std::chrono::milliseconds(0));
            QVERIFY(mine);
            QVERIFY(!StateLock::take(folder(), std::chrono::milliseconds(20)));
        }
        QVERIFY(StateLock::take(folder(), std::chrono::milliseconds(0)));
        QVERIFY(StateLock::take(u"/nowhere"_s, std::chrono::milliseconds(0)));
    }
};

QTEST_GUILESS_MAIN(TestStateFolder)
#include "tst_state_folder.moc"
