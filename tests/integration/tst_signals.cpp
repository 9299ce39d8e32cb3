#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"
#include "tests/support/ws_client.h"

#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// How the program ends, and what SIGHUP does.
class TestSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void ends()
    {
        QFETCH(int, number);
        const Scratch scratch;
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());
        nova.signal(number);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.closeCode(), 1001);
        QCOMPARE(nova.waitForEnd(), 0);
    }

    /// A peer that is stuck does not hold the end up.
    void endsWithAStuckClient()
    {
        const Scratch scratch;
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        QTcpSocket stuck;
        stuck.setReadBufferSize(1);
        stuck.connectToHost(u"127.0.0.1"_s, nova.port());
        stuck.write("GET /health HTTP/1.1\r\n");
        QTRY_COMPARE(stuck.state(), QAbstractSocket::ConnectedState);
        nova.signal(SIGTERM);
        QCOMPARE(nova.waitForEnd(), 0);
    }

    void hangUpReadsTheFilesAgain()
    {
        const Scratch scratch;
        NovaProcess nova(scratch.path(), {u"--port"_s, u"0"_s});
        QVERIFY(nova.start());
        WsClient client(nova.address(), nova.token());
        QTRY_VERIFY(client.greeted());
        nova.signal(SIGHUP);
        QTRY_VERIFY(nova.errors().contains("reloading"));
        Scratch::write(scratch.prompt(), "changed\n");
        nova.signal(SIGHUP);
        QTRY_COMPARE(client.ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(nova.process().state(), QProcess::Running);
    }
};

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_signals.moc"
