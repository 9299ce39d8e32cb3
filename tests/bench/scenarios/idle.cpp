#include "tests/bench/scenarios/idle.h"

#include "tests/bench/process_figures.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/ws_crowd.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int clients = 20;
/// What a start or a connection leaves to do is done by then.
constexpr std::chrono::seconds settling{2};
/// A program that uses less than this in a minute is at 0.0 % in `top`, and its ticks in /proc stand still.
constexpr double idleMilliseconds = 10;

double cpuPerMinute(const RunningCandidate &running, WsCrowd &crowd, std::chrono::seconds window)
{
    const Clock::time_point begin = Clock::now();
    const double before = cpuMilliseconds(running.processId());
    crowd.stayUntil(begin + window);
    const double used = cpuMilliseconds(running.processId()) - before;
    return used * 60'000 / millisecondsBetween(begin, Clock::now());
}

} // namespace

QString Idle::name() const
{
    return u"idle"_s;
}

QList<Figure> Idle::figures() const
{
    return {{.id = u"idle.memory"_s, .title = u"idle memory (RSS)"_s, .unit = u"MB"_s, .target = 25},
            {.id = u"idle.memory_private"_s, .title = u"  of it private"_s, .unit = u"MB"_s},
            {.id = u"idle.memory_20"_s, .title = u"idle memory (RSS), 20 clients"_s, .unit = u"MB"_s},
            {.id = u"idle.cpu"_s, .title = u"idle CPU in a minute"_s, .unit = u"ms"_s, .target = idleMilliseconds},
            {.id = u"idle.cpu_20"_s,
             .title = u"idle CPU in a minute, 20 clients"_s,
             .unit = u"ms"_s,
             .target = idleMilliseconds}};
}

void Idle::run(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    WsCrowd nobody(running.port(), running.token(), 0);
    nobody.stayUntil(Clock::now() + settling);
    const Memory memory = memoryOf(running.processId());
    report.add(u"idle.memory"_s, candidate.who, memory.residentMegabytes);
    report.add(u"idle.memory_private"_s, candidate.who, memory.privateMegabytes);
    report.add(u"idle.cpu"_s, candidate.who, cpuPerMinute(running, nobody, m_window));

    WsCrowd some(running.port(), running.token(), clients);
    some.stayUntil(Clock::now() + settling);
    report.add(u"idle.memory_20"_s, candidate.who, memoryOf(running.processId()).residentMegabytes);
    report.add(u"idle.cpu_20"_s, candidate.who, cpuPerMinute(running, some, m_window));
}

} // namespace nova::bench
