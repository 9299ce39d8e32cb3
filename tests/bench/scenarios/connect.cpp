#include "tests/bench/scenarios/connect.h"

#include "tests/bench/process_figures.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/ws_crowd.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int clients = 1000;
/// What greeting them took, and is not needed any more, may be given back first.
constexpr std::chrono::seconds settling{1};

} // namespace

QString Connect::name() const
{
    return u"connect"_s;
}

QList<Figure> Connect::figures() const
{
    return {
        {.id = u"connect.time"_s,
         .title = u"1,000 clients connect until the last is greeted"_s,
         .unit = u"ms"_s,
         .target = 150},
        {.id = u"connect.memory"_s, .title = u"  private memory for each of them"_s, .unit = u"KiB"_s, .target = 20}};
}

void Connect::run(const Candidate &candidate, Report &report) const
{
    for (int i = 0; i < m_times; ++i) {
        const RunningCandidate running(candidate);
        const double before = memoryOf(running.processId()).privateMegabytes;
        WsCrowd crowd(running.port(), running.token(), clients);
        report.add(u"connect.time"_s, candidate.who, crowd.connectMilliseconds());
        crowd.stayUntil(Clock::now() + settling);
        const double megabytes = memoryOf(running.processId()).privateMegabytes - before;
        report.add(u"connect.memory"_s, candidate.who, megabytes * 1e6 / 1024 / clients);
    }
}

} // namespace nova::bench
