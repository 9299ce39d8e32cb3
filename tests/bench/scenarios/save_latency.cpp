#include "tests/bench/scenarios/save_latency.h"

#include "tests/bench/running_candidate.h"
#include "tests/bench/workload.h"
#include "tests/bench/ws_crowd.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

QString SaveLatency::name() const
{
    return u"save"_s;
}

QList<Figure> SaveLatency::figures() const
{
    return {{.id = u"save.in_place"_s,
             .title = u"save in place to the client"_s,
             .unit = u"ms"_s,
             .shows = Figure::Shows::Percentiles,
             .target = 500},
            {.id = u"save.rename"_s,
             .title = u"save by rename to the client"_s,
             .unit = u"ms"_s,
             .shows = Figure::Shows::Percentiles,
             .target = 500}};
}

void SaveLatency::run(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate);
    WsCrowd client(running.port(), running.token(), 1);
    const QString prompt = running.scratch().prompt();
    for (int i = 0; i < m_saves; ++i) {
        // A person does not save in step with the program's timers: different moments, past the window of the save
        // before.
        client.stayUntil(Clock::now() + std::chrono::milliseconds(200 + 37 * (i % 7)));
        const QByteArray marker = "saved for the " + QByteArray::number(i + 1) + ". time";
        client.expect(marker);
        const bool inPlace = i % 2 == 0;
        const Clock::time_point begin = Clock::now();
        if (inPlace)
            test::Scratch::write(prompt, promptText(marker));
        else
            test::Scratch::replace(prompt, promptText(marker));
        client.waitForAll();
        report.add(inPlace ? u"save.in_place"_s : u"save.rename"_s, candidate.who,
                   millisecondsBetween(begin, client.completedAt()));
    }
}

} // namespace nova::bench
