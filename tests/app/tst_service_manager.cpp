#include "app/host/service_manager.h"
#include "tests/support/notify_socket.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// What systemd is told: by the real program in the order in which it lives, and by ServiceManager where threads hang.
class TestServiceManager : public QObject
{
    Q_OBJECT

    Scratch m_scratch;

    [[nodiscard]] std::unique_ptr<NotifySocket> listen(const QString &name)
    {
        auto socket = std::make_unique<NotifySocket>(m_scratch.path(name));
        qputenv("NOTIFY_SOCKET", QFile::encodeName(socket->path()));
        return socket;
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            qunsetenv(name);
    }

    void fromStartToEnd()
    {
        const QByteArrayList turns{"READY", "RELOADING", "STOPPING"};
        const auto socket = listen(u"life"_s);
        qputenv("WATCHDOG_USEC", "200000"); // Few enough for a socket that holds ten messages.
        NovaProcess nova(m_scratch.path());
        QVERIFY(nova.start());
        QTRY_COMPARE(socket->told(turns), QByteArrayList{"READY=1"});
        QTRY_VERIFY(socket->told({"WATCHDOG"}).size() >= 2);
        const QByteArray status = "STATUS=Serving at " + nova.address().toUtf8() + '/';
        QCOMPARE(socket->told({"STATUS"}), QByteArrayList{status});

        nova.signal(SIGHUP);
        QTRY_COMPARE(socket->told(turns), (QByteArrayList{"READY=1", "RELOADING=1", "READY=1"}));
        QCOMPARE(socket->told({"MONOTONIC_USEC"}).size(), 1);
        QCOMPARE(socket->told({"STATUS"}).last(), status);

        nova.signal(SIGTERM);
        QCOMPARE(nova.waitForEnd(), 0);
        QCOMPARE(socket->told(turns), (QByteArrayList{"READY=1", "RELOADING=1", "READY=1", "STOPPING=1"}));
    }

    /// A thread that hangs is found by systemd: nothing feeds the watchdog any more, and a reload does not end.
    void withAThreadThatHangs()
    {
        const auto socket = listen(u"hang"_s);
        qputenv("WATCHDOG_USEC", "40000");
        bool hangs = false;
        int asked = 0;
        ServiceManager manager([&](const Mailbox::Work &answered) {
            ++asked;
            if (!hangs)
                answered();
        });
        manager.ready();
        QTRY_VERIFY(socket->told({"WATCHDOG"}).size() > 1);

        hangs = true;
        manager.reload([] {});
        const int before = asked;
        QTRY_COMPARE(asked, before + 1);
        const auto fed = socket->told({"WATCHDOG"}).size();
        // The timer has turned many times when another one of the same length has.
        int turns = 0;
        QTimer timer;
        timer.callOnTimeout(&manager, [&turns] { ++turns; });
        timer.start(20);
        QTRY_VERIFY(turns > 4);
        QCOMPARE(socket->told({"WATCHDOG"}).size(), fed);
        QCOMPARE(asked, before + 1); // Whoever does not answer is not asked once more.
        QCOMPARE(socket->told({"READY", "RELOADING"}), (QByteArrayList{"READY=1", "RELOADING=1"}));
    }

    /// The files are read anew behind RELOADING and before READY; two reloads at once are one to others.
    void reload()
    {
        const auto socket = listen(u"reload"_s);
        std::vector<Mailbox::Work> answers;
        ServiceManager manager([&](const Mailbox::Work &answered) { answers.push_back(answered); });
        manager.setStatus(u"well"_s);
        manager.ready();
        manager.reload([&] { QCOMPARE(socket->told({"RELOADING"}).size(), 1); });
        manager.reload([] {});
        manager.setStatus(u"better"_s);
        answers[0]();
        QCOMPARE(socket->told({"READY"}).size(), 1);
        answers[1]();
        QCOMPARE(socket->told({"READY"}).size(), 2);
        QCOMPARE(socket->told({"STATUS"}).last(), QByteArray("STATUS=better"));
        manager.setStatus(u"best"_s);
        QCOMPARE(socket->told({"STATUS"}).last(), QByteArray("STATUS=best"));
        manager.stopping();
        const auto told = socket->messages();
        manager.stopping();
        manager.reload([] { QFAIL("there is nothing to read any more"); });
        manager.setStatus(u"gone"_s);
        QCOMPARE(socket->messages(), told);
    }

    void withoutSystemd()
    {
        const NotifySocket nobodyKnows(m_scratch.path(u"unknown"_s));
        int asked = 0;
        ServiceManager manager([&](const Mailbox::Work &) { ++asked; });
        manager.ready();
        manager.reload([] {});
        QCOMPARE(asked, 1);
        QCOMPARE(NotifySocket(m_scratch.path(u"another"_s)).messages(), QByteArrayList());
    }

    /// A watchdog that is somebody else's, as systemd tells it to what this program starts.
    void watchdogOfAnotherProgram()
    {
        const auto socket = listen(u"other"_s);
        qputenv("WATCHDOG_USEC", "40000");
        qputenv("WATCHDOG_PID", "1");
        ServiceManager manager([](const Mailbox::Work &answered) { answered(); });
        manager.ready();
        int turns = 0;
        QTimer timer;
        timer.callOnTimeout(&manager, [&turns] { ++turns; });
        timer.start(20);
        QTRY_VERIFY(turns > 4);
        QCOMPARE(socket->told({"WATCHDOG"}), QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(TestServiceManager)
#include "tst_service_manager.moc"
