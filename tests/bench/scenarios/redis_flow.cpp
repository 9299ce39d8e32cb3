#include "tests/bench/scenarios/redis_flow.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/loopback_socket.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/ws_crowd.h"
#include "tests/redis/redis_server.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int batch = 200; ///< Events on the wire at once.

QByteArray publishCommand(int number)
{
    const QByteArray json =
        R"({"id":"00000000-0000-4000-8000-)" + QByteArray::number(number).rightJustified(12, '0') +
        R"(","type":"task_updated","timestamp":"2026-11-23T10:15:30.123Z","data":{"task":{"id":"t-)" +
        QByteArray::number(number) + R"(","status":"running","title":"One of many"}},"source":)" + R"("bench@box"})";
    return "*3\r\n$7\r\nPUBLISH\r\n$11\r\nnova_events\r\n$" + QByteArray::number(json.size()) + "\r\n" + json + "\r\n";
}

/// Publishes [from, to) and waits until Redis has taken them.
void publish(LoopbackSocket &redis, int from, int to)
{
    QByteArray commands;
    for (int i = from; i < to; ++i)
        commands += publishCommand(i);
    redis.send(commands);
    QByteArray answers;
    while (answers.count('\n') < to - from) {
        redis.waitForReadable();
        redis.receiveInto(answers);
    }
    if (answers.contains("-ERR") || answers.contains(":0\r\n"))
        throw CannotRun(u"Nova does not hear what is published"_s);
}

QByteArray markerOf(int number)
{
    return "\"t-" + QByteArray::number(number) + '"';
}

void waitUntilConnected(HttpWire &rest)
{
    const Clock::time_point end = Clock::now() + deadline;
    for (;;) {
        rest.send("GET", "/api/health/redis");
        int status = 0;
        while ((status = rest.receive()) == 0 && Clock::now() < end) {
        }
        if (status == 200)
            return;
        if (Clock::now() >= end)
            throw CannotRun(u"Nova does not connect to Redis"_s);
    }
}

} // namespace

QString RedisFlow::name() const
{
    return u"redis"_s;
}

QList<Figure> RedisFlow::figures() const
{
    return {
        {.id = u"redis.latency"_s,
         .title = u"Redis PUBLISH to a WebSocket client"_s,
         .unit = u"ms"_s,
         .shows = Figure::Shows::Percentiles,
         .target = 5},
        {.id = u"redis.rate"_s,
         .title = u"events from Redis through the bridge"_s,
         .unit = u"/s"_s,
         .target = 20'000,
         .moreIsBetter = true},
        {.id = u"redis.growth"_s, .title = u"  private memory that %1 of them add"_s.arg(m_flood), .unit = u"MB"_s}};
}

void RedisFlow::run(const Candidate &candidate, Report &report) const
{
    test::RedisServer server;
    if (!server.start())
        throw CannotRun(u"redis-server does not start; is it installed?"_s);
    qputenv("NOVA_REDIS_URL", server.url().toUtf8());
    const RunningCandidate running(candidate);
    qunsetenv("NOVA_REDIS_URL");
    HttpWire rest(running.port(), running.token());
    waitUntilConnected(rest);
    WsCrowd crowd(running.port(), running.token(), 1);
    LoopbackSocket redis(server.port());

    int number = 0;
    for (int i = 0; i < m_singles; ++i) {
        crowd.stayUntil(Clock::now() + std::chrono::milliseconds(2));
        crowd.expect(markerOf(number));
        const Clock::time_point begin = Clock::now();
        publish(redis, number, number + 1);
        ++number;
        crowd.waitForAll();
        report.add(u"redis.latency"_s, Who::Nova, millisecondsBetween(begin, crowd.completedAt()));
    }

    // What the ring of events and the memory of ids take once is not growth: the first flood fills them.
    double before = 0;
    for (const bool counted : {false, true}) {
        before = memoryOf(running.processId()).privateMegabytes;
        crowd.expect(markerOf(number + m_flood - 1));
        const Clock::time_point begin = Clock::now();
        for (const int end = number + m_flood; number < end; number += batch) {
            publish(redis, number, number + batch);
            crowd.read();
        }
        crowd.waitForAll();
        if (counted)
            report.add(u"redis.rate"_s, Who::Nova, m_flood * 1000.0 / millisecondsBetween(begin, crowd.completedAt()));
    }
    report.add(u"redis.growth"_s, Who::Nova, memoryOf(running.processId()).privateMegabytes - before);
}

} // namespace nova::bench
