#include "tests/bench/bench_run.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/scenarios/abuse.h"
#include "tests/bench/scenarios/connect.h"
#include "tests/bench/scenarios/desktop.h"
#include "tests/bench/scenarios/fan_out.h"
#include "tests/bench/scenarios/health.h"
#include "tests/bench/scenarios/idle.h"
#include "tests/bench/scenarios/large_catalog.h"
#include "tests/bench/scenarios/list_rate.h"
#include "tests/bench/scenarios/page.h"
#include "tests/bench/scenarios/redis_flow.h"
#include "tests/bench/scenarios/save_latency.h"
#include "tests/bench/scenarios/soak.h"
#include "tests/bench/scenarios/start_up.h"
#include "tests/bench/scenarios/toggle_latency.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova::bench
{

BenchRun::BenchRun(const Options &options)
    : m_options(options)
{
    using std::chrono::seconds;
    const bool quick = options.quick;
    m_scenarios.push_back(std::make_unique<StartUp>(quick ? 5 : 10));
    m_scenarios.push_back(std::make_unique<Idle>(seconds(quick ? 5 : 15)));
    m_scenarios.push_back(std::make_unique<SaveLatency>(quick ? 10 : 20));
    m_scenarios.push_back(std::make_unique<ToggleLatency>(200));
    m_scenarios.push_back(std::make_unique<LargeCatalog>(quick ? 20 : 50));
    m_scenarios.push_back(std::make_unique<RedisFlow>(300, quick ? 20'000 : 100'000));
    m_scenarios.push_back(std::make_unique<ListRate>(seconds(quick ? 1 : 3)));
    m_scenarios.push_back(std::make_unique<FanOut>(quick ? 200 : 400, seconds(quick ? 1 : 3)));
    m_scenarios.push_back(std::make_unique<Connect>(quick ? 2 : 5));
    m_scenarios.push_back(std::make_unique<Health>(seconds(quick ? 15 : 30)));
    m_scenarios.push_back(std::make_unique<Soak>(20));
    m_scenarios.push_back(std::make_unique<Desktop>(quick ? 3 : 5, seconds(10)));
    m_scenarios.push_back(std::make_unique<Page>(quick ? 5 : 10, seconds(10)));
    m_scenarios.push_back(std::make_unique<Abuse>(seconds(quick ? 2 : 4)));
}

QStringList BenchRun::names() const
{
    QStringList names;
    for (const auto &scenario : m_scenarios)
        names.append(scenario->name());
    return names;
}

bool BenchRun::run(const Candidate &nova, const QMap<Peer, Candidate> &peers, Report &report) const
{
    bool complete = true;
    for (const auto &scenario : m_scenarios) {
        if (!m_options.only.isEmpty() && scenario->name() != m_options.only)
            continue;
        const std::optional<Peer> peer = scenario->peer();
        const QString peerName = peer ? nameOf(*peer) : QString();
        QList<Candidate> candidates{nova};
        if (peer && peers.contains(*peer))
            candidates.append(peers[*peer]);
        report.declare(scenario->figures(), peerName);
        try {
            for (int round = 1; round <= m_options.rounds; ++round) {
                for (const Candidate &candidate : candidates) {
                    std::fprintf(stderr, "%s: round %d of %d, %s\n", qPrintable(scenario->name()), round,
                                 m_options.rounds, candidate.who == Who::Nova ? "Nova" : qPrintable(peerName));
                    scenario->run(candidate, report);
                }
            }
        } catch (const CannotRun &reason) {
            std::fprintf(stderr, "%s could not be measured: %s\n", qPrintable(scenario->name()), reason.what());
            complete = false;
        }
    }
    return complete;
}

} // namespace nova::bench
