#include "tests/bench/scenarios/toggle_latency.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/durable_save.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/workload.h"
#include "tests/bench/ws_crowd.h"

#include <QDir>

#include <array>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int clients = 100;
/// Between two toggles: nobody clicks faster, and what the last one left to do is done.
constexpr std::chrono::milliseconds pause{10};

/// Both are waited for at once, so that neither's time is counted into the other's.
Clock::time_point waitForAnswerAndCrowd(HttpWire &rest, WsCrowd &crowd)
{
    const Clock::time_point end = Clock::now() + deadline;
    std::optional<Clock::time_point> answeredAt;
    while (!answeredAt || !crowd.haveAll()) {
        // A descriptor of -1 is passed over: after its answer the REST connection has nothing to say.
        std::array<pollfd, 2> wanted{pollfd{answeredAt ? -1 : rest.descriptor(), POLLIN, 0},
                                     pollfd{crowd.descriptor(), POLLIN, 0}};
        ::poll(wanted.data(), wanted.size(), pollTimeout(end));
        if ((wanted[0].revents & POLLIN) != 0) {
            const int status = rest.receive();
            if (status != 0 && status != 200)
                throw CannotRun(u"a toggle was answered with status %1"_s.arg(status));
            if (status == 200)
                answeredAt = Clock::now();
        }
        if ((wanted[1].revents & POLLIN) != 0)
            crowd.read();
        if (Clock::now() >= end)
            throw CannotRun(
                u"a toggle did not reach all of %1 clients, or had no answer, within %2 s"_s.arg(clients).arg(
                    deadline.count()));
    }
    return *answeredAt;
}

} // namespace

QString ToggleLatency::name() const
{
    return u"toggle"_s;
}

QList<Figure> ToggleLatency::figures() const
{
    constexpr auto percentiles = Figure::Shows::Percentiles;
    return {
        {.id = u"toggle.fan_out"_s,
         .title = u"REST toggle to the last of 100 clients"_s,
         .unit = u"ms"_s,
         .shows = percentiles,
         .target = 10},
        {.id = u"toggle.answer"_s, .title = u"REST toggle to its answer"_s, .unit = u"ms"_s, .shows = percentiles},
        {.id = u"toggle.disk"_s, .title = u"  the disk alone, the same save"_s, .unit = u"ms"_s, .shows = percentiles}};
}

void ToggleLatency::run(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    HttpWire rest(running.port(), running.token());
    WsCrowd crowd(running.port(), running.token(), clients);
    const QString folder = running.scratch().path(u"disk"_s);
    QDir().mkpath(folder);
    for (int i = 0; i < m_toggles; ++i) {
        crowd.stayUntil(Clock::now() + pause);
        const Clock::time_point saving = Clock::now();
        durableSave(folder + u"/catalog"_s, catalogText());
        report.add(u"toggle.disk"_s, candidate.who, millisecondsBetween(saving, Clock::now()));

        crowd.stayUntil(Clock::now() + pause);
        crowd.expect("\"mcp_toggled\"");
        // All are on in the beginning: the first time around switches them off, the second on, and so forth.
        const bool enabled = (i / serverCount) % 2 == 1;
        const Clock::time_point begin = Clock::now();
        rest.send("PUT", "/api/mcp/" + serverName(i % serverCount) + "/toggle",
                  enabled ? R"({"enabled": true})" : R"({"enabled": false})");
        const Clock::time_point answeredAt = waitForAnswerAndCrowd(rest, crowd);
        report.add(u"toggle.answer"_s, candidate.who, millisecondsBetween(begin, answeredAt));
        report.add(u"toggle.fan_out"_s, candidate.who, millisecondsBetween(begin, crowd.completedAt()));
    }
}

} // namespace nova::bench
