#include "tests/bench/event_flow.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/workload.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{
constexpr std::chrono::milliseconds nap{2};
}

EventFlow::EventFlow(const RunningCandidate &running, int clients, std::chrono::milliseconds interval)
    : m_interval(interval)
    , m_rest(running.port(), running.token())
    , m_crowd(running.port(), running.token(), clients)
    , m_thread([this](const std::stop_token &stop) { flow(stop); })
{
}

double EventFlow::finish()
{
    m_thread.finish();
    return m_eventsASecond;
}

void EventFlow::flow(const std::stop_token &stop)
{
    const Clock::time_point begin = Clock::now();
    const qint64 before = m_crowd.received();
    Clock::time_point turn = begin;
    bool isAnswered = true;
    for (int number = 0; !stop.stop_requested();) {
        if (isAnswered && Clock::now() >= turn) {
            m_crowd.expect(broadcastMarker(number));
            m_rest.send("POST", "/ws/broadcast", broadcastBody(number));
            isAnswered = false;
            turn += m_interval;
            ++number;
        }
        // Now and then everything at once: waking up for every message would cost the program that sends it, too.
        std::this_thread::sleep_for(nap);
        m_crowd.read();
        if (isAnswered)
            continue;
        const int status = m_rest.receive();
        if (status != 0 && status != 200)
            throw CannotRun(u"an event was answered with status %1"_s.arg(status));
        isAnswered = status == 200;
    }
    const double received = double(m_crowd.received() - before);
    m_eventsASecond = received / m_crowd.size() * 1000 / millisecondsBetween(begin, Clock::now());
}

} // namespace nova::bench
