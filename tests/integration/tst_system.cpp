#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// --system: whose files they are, whoever calls. (That it means /etc/nova-settings is for the tests of the packages.)
class TestSystem : public QObject
{
    Q_OBJECT

    static constexpr uint nobody = 65534;

    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray errors;
    };
    static Run run(const QStringList &arguments)
    {
        QProcess process;
        process.start(NovaProcess::program(), arguments);
        if (!process.waitForFinished(20'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void rootBecomesTheOwner()
    {
        if (::geteuid() != 0)
            QSKIP("only root can become somebody else");
        const Scratch scratch;
        scratch.shell(u"chown -R 65534:65534 . && chmod 755 ."_s);
        NovaProcess nova(scratch.path(), {u"--system"_s});
        QVERIFY(nova.start());
        QFile status(u"/proc/%1/status"_s.arg(nova.process().processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray lines = status.readAll();
        // Real, effective, saved and of the file system: none of them is root's.
        QVERIFY2(lines.contains("\nUid:\t65534\t65534\t65534\t65534\n"), lines.constData());
        QVERIFY2(lines.contains("\nGid:\t65534\t65534\t65534\t65534\n"), lines.constData());
        QVERIFY(!lines.contains("\nGroups:\t0"));
        QCOMPARE(nova.call("PUT", u"/api/mcp/gmail/toggle"_s, "{}").status, 200);
        QCOMPARE(QFileInfo(scratch.catalog()).ownerId(), nobody);
        QCOMPARE(QFileInfo(scratch.path(u"configs/backups"_s)).ownerId(), nobody);
        QCOMPARE(QFileInfo(scratch.path(u"state/token"_s)).ownerId(), nobody);

        // And so with a command.
        const Scratch another;
        another.shell(u"chown -R 65534:65534 . && chmod 755 ."_s);
        const QString state = another.path(u"state"_s);
        const Run token = run({u"--system"_s, u"--root"_s, another.path(), u"--state-dir"_s, state, u"token"_s});
        QVERIFY2(token.code == 0, token.errors.constData());
        QVERIFY(token.out.trimmed().size() >= 32);
        QCOMPARE(QFileInfo(state + u"/token"_s).ownerId(), nobody);
    }

    void rootDoesNotServe()
    {
        if (::geteuid() != 0)
            QSKIP("only root's folders are root's");
        const Scratch scratch;
        const Run refused = run({u"--system"_s, u"--root"_s, scratch.path(), u"--state-dir"_s, scratch.path(u"state"_s),
                                 u"--port"_s, u"0"_s});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errors.contains("belongs to root"), refused.errors.constData());
        QVERIFY(!QFileInfo::exists(scratch.path(u"state"_s)));
    }

    void withoutItsFolder()
    {
        const Run refused = run({u"--system"_s, u"--root"_s, u"/nowhere"_s});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errors.contains("no folder /nowhere"), refused.errors.constData());
        QCOMPARE(run({u"--system"_s, u"--root"_s, u"/nowhere"_s, u"--version"_s}).code, 0);
    }

    /// Others keep their rights, and name folders as ever.
    void anybodyElse()
    {
        if (::geteuid() == 0)
            QSKIP("root becomes somebody else");
        const Scratch scratch;
        NovaProcess nova(scratch.path(), {u"--system"_s});
        QVERIFY(nova.start());
        QCOMPARE(QFileInfo(scratch.path(u"state/token"_s)).ownerId(), ::geteuid());
    }
};

QTEST_GUILESS_MAIN(TestSystem)
#include "tst_system.moc"
