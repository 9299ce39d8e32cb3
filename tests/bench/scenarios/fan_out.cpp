#include "tests/bench/scenarios/fan_out.h"

#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/workload.h"
#include "tests/bench/ws_crowd.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr std::chrono::milliseconds pause{5};
/// Not counted.
constexpr std::chrono::milliseconds warmingUp{500};

/// Sends one event to the whole crowd; until the last client has it.
double broadcast(HttpWire &rest, WsCrowd &crowd, int number)
{
    crowd.expect(broadcastMarker(number));
    const Clock::time_point begin = Clock::now();
    rest.send("POST", "/ws/broadcast", broadcastBody(number));
    crowd.waitForAll();
    rest.waitForOk();
    return millisecondsBetween(begin, crowd.completedAt());
}

} // namespace

QString FanOut::name() const
{
    return u"fanout"_s;
}

QList<Figure> FanOut::figures() const
{
    return {{.id = u"fanout.latency"_s,
             .title = u"POST to the last of 100 clients"_s,
             .unit = u"ms"_s,
             .shows = Figure::Shows::Percentiles,
             .ratioTarget = 1},
            {.id = u"fanout.rate_1000"_s,
             .title = u"deliveries to 1,000 clients"_s,
             .unit = u"/s"_s,
             .ratioTarget = 1,
             .moreIsBetter = true},
            {.id = u"fanout.rate_5000"_s,
             .title = u"deliveries to 5,000 clients"_s,
             .unit = u"/s"_s,
             .ratioTarget = 1,
             .moreIsBetter = true}};
}

void FanOut::run(const Candidate &candidate, Report &report) const
{
    measureLatency(candidate, report);
    measureRate(candidate, 1000, u"fanout.rate_1000"_s, report);
    measureRate(candidate, 5000, u"fanout.rate_5000"_s, report);
}

void FanOut::measureLatency(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    HttpWire rest(running.port(), running.token());
    WsCrowd crowd(running.port(), running.token(), 100);
    for (int number = -m_singles / 4; number < m_singles; ++number) {
        crowd.stayUntil(Clock::now() + pause);
        const double milliseconds = broadcast(rest, crowd, number);
        if (number >= 0) // The first ones warm up what is compiled as it runs.
            report.add(u"fanout.latency"_s, candidate.who, milliseconds);
    }
}

void FanOut::measureRate(const Candidate &candidate, int clients, const QString &figure, Report &report) const
{
    const RunningCandidate running(candidate);
    HttpWire rest(running.port(), running.token());
    WsCrowd crowd(running.port(), running.token(), clients);
    int number = 0;
    for (const Clock::time_point end = Clock::now() + warmingUp; Clock::now() < end; ++number)
        broadcast(rest, crowd, number);
    const int before = number;
    const Clock::time_point begin = Clock::now();
    for (const Clock::time_point end = begin + m_window; Clock::now() < end; ++number)
        broadcast(rest, crowd, number);
    const double events = number - before;
    report.add(figure, candidate.who, events * clients * 1000 / millisecondsBetween(begin, Clock::now()));
}

} // namespace nova::bench
