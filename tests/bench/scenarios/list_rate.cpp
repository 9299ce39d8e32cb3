#include "tests/bench/scenarios/list_rate.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/event_flow.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"

#include <poll.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr size_t connections = 16;
constexpr int listeners = 1000;
constexpr std::chrono::milliseconds interval{10}; ///< Between two events.
/// Not counted.
constexpr std::chrono::milliseconds warmingUp{300};

/// Keeps one request going on every connection until `end`; how many were answered.
int askUntil(Clock::time_point end, std::vector<HttpWire> &wires, std::vector<pollfd> &wanted)
{
    int answers = 0;
    while (Clock::now() < end) {
        ::poll(wanted.data(), wanted.size(), pollTimeout(end));
        for (size_t i = 0; i < connections; ++i) {
            const int status = wanted[i].revents != 0 ? wires[i].receive() : 0;
            if (status == 0)
                continue;
            if (status != 200)
                throw CannotRun(u"the list was answered with status %1"_s.arg(status));
            ++answers;
            wires[i].send("GET", "/api/mcp");
        }
    }
    return answers;
}

} // namespace

QString ListRate::name() const
{
    return u"list"_s;
}

QList<Figure> ListRate::figures() const
{
    return {{.id = u"list.rate"_s,
             .title = u"GET /api/mcp, 20 servers, 16 connections"_s,
             .unit = u"/s"_s,
             .ratioTarget = 1,
             .moreIsBetter = true},
            {.id = u"list.under_load"_s,
             .title = u"  of it, while 1,000 clients get 100 events a second"_s,
             .unit = u"×"_s,
             .target = 0.5,
             .moreIsBetter = true},
            {.id = u"list.events"_s,
             .title = u"  events a second that they got then"_s,
             .unit = u"/s"_s,
             .moreIsBetter = true}};
}

void ListRate::run(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    std::vector<HttpWire> wires;
    std::vector<pollfd> wanted;
    wires.reserve(connections);
    for (size_t i = 0; i < connections; ++i) {
        HttpWire &wire = wires.emplace_back(running.port(), running.token());
        if (!wire.isConnected())
            throw CannotRun(u"connection %1 was refused"_s.arg(i + 1));
        wanted.push_back({wire.descriptor(), POLLIN, 0});
        wire.send("GET", "/api/mcp");
    }
    const auto rate = [&] {
        askUntil(Clock::now() + warmingUp, wires, wanted);
        const Clock::time_point begin = Clock::now();
        const int answers = askUntil(begin + m_window, wires, wanted);
        return answers * 1000 / millisecondsBetween(begin, Clock::now());
    };
    const double alone = rate();
    EventFlow flow(running, listeners, interval);
    const double underLoad = rate();
    report.add(u"list.rate"_s, candidate.who, alone);
    report.add(u"list.under_load"_s, candidate.who, underLoad / alone);
    report.add(u"list.events"_s, candidate.who, flow.finish());
}

} // namespace nova::bench
