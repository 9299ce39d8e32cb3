#include "tests/bench/scenarios/start_up.h"

#include "tests/bench/running_candidate.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

QString StartUp::name() const
{
    return u"start"_s;
}

QList<Figure> StartUp::figures() const
{
    return {{.id = u"start"_s, .title = u"start to the first 200 on /health"_s, .unit = u"ms"_s, .target = 100}};
}

void StartUp::run(const Candidate &candidate, Report &report) const
{
    for (int i = 0; i < m_times; ++i)
        report.add(u"start"_s, candidate.who, RunningCandidate(candidate).startMilliseconds());
}

} // namespace nova::bench
