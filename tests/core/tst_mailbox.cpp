#include "core/base/reply.h"
#include "core/base/worker.h"

#include <QTest>

#include <thread>

using namespace nova;
using namespace Qt::StringLiterals;

/// Mailbox, Reply and Worker: the only ways between threads.
class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrderButNeverAtOnce();
    void manyPostsCostOneWakeUp();
    void workPostedByWorkWaitsForTheNextTurn();
    void takesPostsOfManyThreadsAndKeepsTheOrderOfEach();
    void dropsWhatIsLeftWhenItDies();
    void replyRunsInTheMailboxThread();
    void replyWithoutAnyoneToHearIt();
    void workerRunsInOrderInItsOwnThread();
    void workerFinishesWhatWasPosted();
};

void TestMailbox::runsInOrderButNeverAtOnce()
{
    Mailbox mailbox;
    QList<int> ran;
    for (int i = 0; i < 100; ++i)
        mailbox.post([&ran, i] { ran.append(i); });
    QVERIFY(ran.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(ran.size(), 100);
    QVERIFY(std::is_sorted(ran.begin(), ran.end()));
}

void TestMailbox::manyPostsCostOneWakeUp()
{
    class Counter : public QObject
    {
    public:
        int events = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            events += event->type() >= QEvent::User ? 1 : 0;
            return false;
        }
    };
    Mailbox mailbox;
    Counter counter;
    mailbox.installEventFilter(&counter);
    int ran = 0;
    for (int i = 0; i < 1000; ++i)
        mailbox.post([&ran] { ++ran; });
    QCoreApplication::processEvents();
    QCOMPARE(ran, 1000);
    QCOMPARE(counter.events, 1);

    mailbox.post([&ran] { ++ran; });
    QCoreApplication::processEvents();
    QCOMPARE(ran, 1001);
    QCOMPARE(counter.events, 2);
}

void TestMailbox::workPostedByWorkWaitsForTheNextTurn()
{
    Mailbox mailbox;
    QStringList ran;
    mailbox.post([&] {
        ran.append(u"first"_s);
        mailbox.post([&] { ran.append(u"third"_s); });
    });
    mailbox.post([&] { ran.append(u"second"_s); });
    mailbox.drain();
    QCOMPARE(ran, QStringList({u"first"_s, u"second"_s}));
    QCoreApplication::processEvents();
    QCOMPARE(ran, QStringList({u"first"_s, u"second"_s, u"third"_s}));
}

void TestMailbox::takesPostsOfManyThreadsAndKeepsTheOrderOfEach()
{
    constexpr int threadCount = 4, postsEach = 2000;
    Mailbox mailbox;
    std::array<QList<int>, threadCount> ran;
    bool inOwnThread = true;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < threadCount; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < postsEach; ++i)
                    mailbox.post([&, t, i] {
                        ran[size_t(t)].append(i);
                        inOwnThread = inOwnThread && QThread::currentThread() == mailbox.thread();
                    });
            });
        }
        for (const auto &list : ran)
            QTRY_COMPARE(list.size(), postsEach);
    }
    QVERIFY(inOwnThread);
    for (const auto &list : ran)
        QVERIFY(std::is_sorted(list.begin(), list.end()));
}

void TestMailbox::dropsWhatIsLeftWhenItDies()
{
    const auto held = std::make_shared<int>(0);
    bool ran = false;
    auto mailbox = std::make_unique<Mailbox>();
    mailbox->post([&ran, held] { ran = true; });
    QCOMPARE(held.use_count(), 2);
    mailbox.reset();
    QCOMPARE(held.use_count(), 1);
    QCoreApplication::processEvents();
    QVERIFY(!ran);
}

void TestMailbox::replyRunsInTheMailboxThread()
{
    const auto mailbox = std::make_shared<Mailbox>();
    QThread *thread = nullptr;
    QList<int> values;
    const Reply<int> reply(mailbox, [&](const Result<int> &result) {
        thread = QThread::currentThread();
        values.append(result.value_or(-1));
    });
    const Reply<int> copy = reply;
    std::jthread([&] {
        reply(7);
        copy(failure(ErrorCode::Io, u"no"_s));
    }).join();
    QVERIFY(values.isEmpty());
    QTRY_COMPARE(values, QList<int>({7, -1}));
    QCOMPARE(thread, QThread::currentThread());
}

void TestMailbox::replyWithoutAnyoneToHearIt()
{
    Reply<int>()(1); // Nobody asked.

    auto mailbox = std::make_shared<Mailbox>();
    bool called = false;
    const Reply<int> reply(mailbox, [&](const Result<int> &) { called = true; });
    mailbox.reset();
    reply(1); // Whoever asked has gone.
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestMailbox::workerRunsInOrderInItsOwnThread()
{
    Mailbox back;
    QList<int> ran;
    QString name;
    bool elsewhere = true;
    Worker worker(u"test-worker"_s);
    for (int i = 0; i < 500; ++i)
        worker.post([&, i, main = QThread::currentThread()] {
            back.post([&, i, thread = QThread::currentThread(), main, called = QThread::currentThread()->objectName()] {
                ran.append(i);
                name = called;
                elsewhere = elsewhere && thread != main;
            });
        });
    QTRY_COMPARE(ran.size(), 500);
    QVERIFY(std::is_sorted(ran.begin(), ran.end()));
    QVERIFY(elsewhere);
    QCOMPARE(name, u"test-worker"_s);
}

void TestMailbox::workerFinishesWhatWasPosted()
{
    std::atomic<int> ran = 0;
    for (int round = 0; round < 20; ++round) {
        Worker worker(u"test-worker"_s);
        for (int i = 0; i < 50; ++i)
            worker.post([&ran] { ++ran; });
    }
    QCOMPARE(ran.load(), 1000);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
