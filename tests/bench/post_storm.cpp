#include "tests/bench/post_storm.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/workload.h"

#include <poll.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{
constexpr size_t connections = 64;
} // namespace

double PostStorm::blow(int perSecond, std::chrono::milliseconds time) const
{
    std::vector<HttpWire> wires;
    std::vector<pollfd> wanted;
    std::vector<bool> busy(connections);
    wires.reserve(connections);
    for (size_t i = 0; i < connections; ++i) {
        const HttpWire &wire = wires.emplace_back(m_port, m_token);
        if (!wire.isConnected())
            throw CannotRun(u"connection %1 was refused"_s.arg(i + 1));
        wanted.push_back({wire.descriptor(), POLLIN, 0});
    }
    const Clock::time_point begin = Clock::now();
    int sent = 0;
    int taken = 0;
    while (Clock::now() < begin + time || taken < sent) {
        if (Clock::now() > begin + time + deadline)
            throw CannotRun(u"events are not answered"_s);
        const bool goesOn = Clock::now() < begin + time;
        const auto due = int(millisecondsBetween(begin, Clock::now()) * perSecond / 1000);
        for (size_t i = 0; goesOn && i < connections && sent < due; ++i) {
            if (busy[i])
                continue;
            wires[i].send("POST", "/ws/broadcast", broadcastBody(sent++));
            busy[i] = true;
        }
        ::poll(wanted.data(), wanted.size(), 1);
        for (size_t i = 0; i < connections; ++i) {
            const int status = wanted[i].revents != 0 ? wires[i].receive() : 0;
            if (status == 0)
                continue;
            if (status >= 300)
                throw CannotRun(u"an event was answered with status %1"_s.arg(status));
            ++taken;
            busy[i] = false;
        }
    }
    return taken * 1000 / millisecondsBetween(begin, Clock::now());
}

} // namespace nova::bench
