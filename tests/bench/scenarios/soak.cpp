#include "tests/bench/scenarios/soak.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/workload.h"
#include "tests/bench/ws_crowd.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int clients = 500;
constexpr int eventsEach = 20;
/// What the program keeps for those who come back is full then: that is not growth.
constexpr int eventsBefore = 1500;
/// What is taken once is taken by then.
constexpr int uncounted = 10;

void post(HttpWire &rest, int number)
{
    rest.send("POST", "/ws/broadcast", broadcastBody(number));
    rest.waitForOk();
}

void comeAndGo(const RunningCandidate &running, HttpWire &rest)
{
    WsCrowd polite(running.port(), running.token(), clients / 2);
    WsCrowd rude(running.port(), running.token(), clients / 2);
    for (int number = 0; number < eventsEach; ++number) {
        polite.expect(broadcastMarker(number));
        rude.expect(broadcastMarker(number));
        post(rest, number);
        polite.waitForAll();
        rude.waitForAll();
    }
    rude.leaveRudely();
    polite.leavePolitely();
}

void waitUntilGone(qint64 processId, int descriptors)
{
    const Clock::time_point end = Clock::now() + deadline;
    while (descriptorsOf(processId) > descriptors) {
        if (Clock::now() >= end)
            throw CannotRun(u"%1 descriptors of clients that have gone are still open"_s.arg(descriptorsOf(processId) -
                                                                                             descriptors));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

} // namespace

QString Soak::name() const
{
    return u"soak"_s;
}

QList<Figure> Soak::figures() const
{
    return {{.id = u"soak.growth"_s,
             .title = u"memory after round %1 of 500 clients, less after round %2"_s.arg(m_rounds).arg(uncounted),
             .unit = u"MB"_s,
             .target = 1}};
}

void Soak::run(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    HttpWire rest(running.port(), running.token());
    for (int number = 0; number < eventsBefore; ++number)
        post(rest, number);
    const int descriptors = descriptorsOf(running.processId());
    double before = 0;
    double after = 0;
    for (int round = 1; round <= m_rounds; ++round) {
        comeAndGo(running, rest);
        waitUntilGone(running.processId(), descriptors);
        after = memoryOf(running.processId()).privateMegabytes;
        if (round == uncounted)
            before = after;
    }
    report.add(u"soak.growth"_s, candidate.who, after - before);
}

} // namespace nova::bench
