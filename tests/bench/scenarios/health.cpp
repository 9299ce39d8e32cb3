#include "tests/bench/scenarios/health.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/mcp_servers.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/running_candidate.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int servers = 500;
/// Of the defaults: interval, time for an answer, and the longest wait before a server that was away is asked again.
constexpr double interval = 15, timeout = 5;
/// Until each server was asked several times, and what that leaves in memory is there.
constexpr std::chrono::seconds settling{35};
constexpr const char *intervalSetting = "NOVA_HEALTH_INTERVAL_S";

QByteArray catalog(const McpServers &mcp)
{
    QByteArray text = "# The servers of the bench.\n";
    for (int i = 0; i < servers; ++i)
        text += "server-" + QByteArray::number(i) + ": { url: \"" + mcp.url(i) + "\", probe: mcp }\n";
    return text;
}

/// Asks until the server has this status; throws after a minute.
double secondsUntil(const RunningCandidate &running, int server, const QByteArray &status)
{
    const Clock::time_point begin = Clock::now();
    for (;;) {
        HttpWire rest(running.port(), running.token());
        rest.send("GET", "/api/mcp/server-" + QByteArray::number(server));
        if (rest.waitForBody().contains(QByteArray("\"status\":\"" + status + '"')))
            return millisecondsBetween(begin, Clock::now()) / 1000;
        if (Clock::now() > begin + std::chrono::minutes(1))
            throw CannotRun(u"a server did not become %1 within a minute"_s.arg(QString::fromLatin1(status)));
        QThread::msleep(20);
    }
}

} // namespace

QString Health::name() const
{
    return u"health"_s;
}

QList<Figure> Health::figures() const
{
    return {{.id = u"health.cpu"_s, .title = u"500 servers, every 15 s: of one core"_s, .unit = u"%"_s, .target = 5},
            {.id = u"health.memory"_s, .title = u"  more memory (RSS) than without"_s, .unit = u"MB"_s, .target = 15},
            {.id = u"health.down"_s,
             .title = u"  a server dies: until it is shown as unreachable"_s,
             .unit = u"s"_s,
             .target = interval + timeout},
            {.id = u"health.back"_s,
             .title = u"  it is back: until it is shown as healthy"_s,
             .unit = u"s"_s,
             .target = interval}};
}

void Health::run(const Candidate &candidate, Report &report) const
{
    McpServers mcp(servers);
    const QByteArray text = catalog(mcp);
    double without = 0;
    {
        qputenv(intervalSetting, "0");
        const RunningCandidate running(candidate, text);
        qunsetenv(intervalSetting);
        QThread::sleep(3);
        without = memoryOf(running.processId()).residentMegabytes;
    }
    const RunningCandidate running(candidate, text);
    QThread::sleep(settling.count());
    const double before = cpuMilliseconds(running.processId());
    const Clock::time_point begin = Clock::now();
    QThread::sleep(m_window.count());
    const double used = cpuMilliseconds(running.processId()) - before;
    report.add(u"health.cpu"_s, candidate.who, 100 * used / millisecondsBetween(begin, Clock::now()));
    report.add(u"health.memory"_s, candidate.who, memoryOf(running.processId()).residentMegabytes - without);

    for (const int server : {7, 333}) {
        mcp.kill(server);
        report.add(u"health.down"_s, candidate.who, secondsUntil(running, server, "unreachable"));
        mcp.revive(server);
        report.add(u"health.back"_s, candidate.who, secondsUntil(running, server, "healthy"));
    }
}

} // namespace nova::bench
