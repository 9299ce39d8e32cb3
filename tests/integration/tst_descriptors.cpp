#include "tests/integration/wire_client.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// A system that gives no more files.
class TestDescriptors : public QObject
{
    Q_OBJECT

    using Sockets = std::vector<std::unique_ptr<QTcpSocket>>;

    /// Connects and asks; who answers when is another matter.
    static void askFrom(Sockets &sockets, size_t count, quint16 port)
    {
        const QByteArray question = "GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n\r\n";
        while (sockets.size() < count) {
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost(u"127.0.0.1"_s, port);
            socket->write(question);
        }
    }

    [[nodiscard]] static long answered(const Sockets &sockets)
    {
        return std::count_if(sockets.begin(), sockets.end(),
                             [](const auto &socket) { return socket->peek(12) == "HTTP/1.1 200"; });
    }

    /// Of user and system, from proc_pid_stat(5).
    [[nodiscard]] static double cpuSeconds(const NovaProcess &nova)
    {
        const QByteArray stat =
            Scratch::read(u"/proc/%1/stat"_s.arg(const_cast<NovaProcess &>(nova).process().processId()));
        const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        return (fields.at(11).toDouble() + fields.at(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
    }

    [[nodiscard]] static double pauses(WireClient &client)
    {
        const QByteArray text = client.call({"GET", "/metrics"}).body;
        const QByteArray name = "nova_http_dropped_total{reason=\"no_descriptors\"} ";
        const qsizetype at = text.indexOf(name);
        return at < 0 ? -1 : text.mid(at + name.size()).split('\n').first().toDouble();
    }

private Q_SLOTS:
    /// The limit on connections stays below that on files: who is too much is told, and files can still be written.
    void connectionsStayBelowTheLimit()
    {
        const Scratch scratch;
        NovaProcess nova(scratch.path());
        nova.process().setChildProcessModifier([] {
            const rlimit few{100, 100};
            ::setrlimit(RLIMIT_NOFILE, &few);
        });
        QVERIFY(nova.start());
        QVERIFY(Scratch::read(scratch.path(u"stderr.log"_s)).contains("limit on open files"));
        Sockets sockets;
        askFrom(sockets, 50, nova.port());
        QTRY_COMPARE(answered(sockets), 50);
        // Those refused stay for a moment and hold a file each. No more of them than leave room: where the very last
        // one is gone, UBSan, which opens a pipe to look at a type, takes any object for a bad one and ends the
        // program.
        askFrom(sockets, 60, nova.port());
        QTRY_VERIFY(std::all_of(sockets.begin() + 50, sockets.end(),
                                [](const auto &socket) { return socket->peek(12) == "HTTP/1.1 503"; }));
        sockets.resize(40);
        QTRY_VERIFY2(nova.call("GET", u"/health"_s).status == 200, nova.errors().right(2000).constData());
        QCOMPARE(nova.call("PUT", u"/api/mcp/gmail/toggle"_s).status, 200);
    }

    /// Where the files run out all the same, accepting waits: no spinning, those inside go on, and those outside come
    /// in when there is room again.
    void acceptingWaitsForFiles()
    {
        const Scratch scratch;
        NovaProcess nova(scratch.path());
        QVERIFY(nova.start());
        WireClient inside(nova.port(), nova.token());
        // UBSan looks at each type once, and needs files for it: what a request does has to be over once before. It is
        // counted behind its answer, so the second answer tells that the first one was.
        QCOMPARE(pauses(inside), 0);
        QCOMPARE(pauses(inside), 0);

        const auto pid = pid_t(nova.process().processId());
        rlimit before = {};
        QCOMPARE(::prlimit(pid, RLIMIT_NOFILE, nullptr, &before), 0);
        const rlimit none{4, before.rlim_max};
        QCOMPARE(::prlimit(pid, RLIMIT_NOFILE, &none, nullptr), 0);
        Sockets sockets;
        askFrom(sockets, 20, nova.port());
        QTRY_VERIFY(pauses(inside) >= 1);
        const double cpuThen = cpuSeconds(nova);
        QElapsedTimer elapsed;
        elapsed.start();
        const double pausesThen = pauses(inside);
        QTRY_VERIFY_WITH_TIMEOUT(pauses(inside) >= pausesThen + 8, 20'000);
        const double share = (cpuSeconds(nova) - cpuThen) / (double(elapsed.elapsed()) / 1000);
        QVERIFY2(share < 0.5, qPrintable(u"%1 of a core"_s.arg(share)));
        QCOMPARE(answered(sockets), 0);
        QCOMPARE(::prlimit(pid, RLIMIT_NOFILE, &before, nullptr), 0);
        QTRY_COMPARE(answered(sockets), 20);
        QVERIFY(Scratch::read(scratch.path(u"stderr.log"_s)).contains("no more files can be opened"));
    }
};

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
