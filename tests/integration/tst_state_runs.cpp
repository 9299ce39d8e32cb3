#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// Whole runs of Nova on state folders of other versions.
class TestStateRuns : public QObject
{
    Q_OBJECT

    /// All files of the state folder but the log, which every Nova adds to.
    static QMap<QString, QByteArray> stateOf(const Scratch &scratch)
    {
        QMap<QString, QByteArray> all;
        const QDir folder(scratch.path(u"state"_s));
        const QStringList names = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            if (!name.startsWith(u"nova-settings.log"_s))
                all[name] = Scratch::read(folder.filePath(name));
        }
        return all;
    }

    /// Something to remember: a server that cannot be reached.
    static void runOnce(const Scratch &scratch, QJsonObject *state = nullptr)
    {
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QCOMPARE(nova.call("POST", u"/api/mcp/gone/check"_s).status, 200);
        if (state)
            *state = nova.call("GET", u"/api/state"_s).json();
        nova.signal(SIGTERM);
        QCOMPARE(nova.waitForEnd(), 0);
    }
    static void prepare(const Scratch &scratch)
    {
        Scratch::write(scratch.catalog(), "gone:\n  url: http://127.0.0.1:1/mcp\n");
    }

private Q_SLOTS:
    void anOldFolder()
    {
        const Scratch scratch;
        prepare(scratch);
        runOnce(scratch);
        QVERIFY(QFile::remove(scratch.path(u"state/version"_s)));
        const QByteArray token = Scratch::read(scratch.path(u"state/token"_s));
        const QByteArray history = Scratch::read(scratch.path(u"state/health-history"_s));
        QVERIFY(!history.isEmpty());
        QJsonObject state;
        runOnce(scratch, &state);
        QCOMPARE(state[u"instance"][u"state_problem"].toString(), QString());
        QCOMPARE(Scratch::read(scratch.path(u"state/token"_s)), token);
        QVERIFY(Scratch::read(scratch.path(u"state/health-history"_s)) != history); // It goes on.
        QVERIFY(Scratch::read(scratch.path(u"state/version"_s)).contains("\"format\":1"));
        QCOMPARE(stateOf(scratch).keys(), (QStringList{u"health-history"_s, u"token"_s, u"version"_s}));
    }

    void aNewerFolder()
    {
        const Scratch scratch;
        prepare(scratch);
        runOnce(scratch);
        Scratch::write(scratch.path(u"state/version"_s), "{\"format\":2,\"written_by\":\"9.0.0\"}\n");
        Scratch::write(scratch.path(u"state/unheard-of"_s), "1");
        const auto then = stateOf(scratch);
        QJsonObject state;
        runOnce(scratch, &state);
        QCOMPARE(stateOf(scratch), then);
        const QString problem = state[u"instance"][u"state_problem"].toString();
        QVERIFY2(problem.contains(u"Nova 9.0.0"_s), qPrintable(problem));
        QVERIFY(Scratch::read(scratch.path(u"state/nova-settings.log"_s)).contains("\"category\":\"state\""));
    }
};

QTEST_GUILESS_MAIN(TestStateRuns)
#include "tst_state_runs.moc"
