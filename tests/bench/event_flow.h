#pragma once

#include "tests/bench/background.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/ws_crowd.h"

#include <optional>

namespace nova::bench
{

/// Events that come in by POST at a steady pace and go out to a crowd that reads them, in a thread of their own. Where
/// the program has not answered the last one yet, the next one waits, and what is behind is made up for.
class EventFlow
{
public:
    EventFlow(const RunningCandidate &running, int clients, std::chrono::milliseconds interval);
    Q_DISABLE_COPY_MOVE(EventFlow)

    /// Ends it; how many events a second each client got. Throws where the program failed.
    [[nodiscard]] double finish();

private:
    void flow(const std::stop_token &stop);

    const std::chrono::milliseconds m_interval;
    HttpWire m_rest;
    WsCrowd m_crowd;
    double m_eventsASecond = 0;
    Background m_thread; ///< The last one: it uses the others.
};

} // namespace nova::bench
