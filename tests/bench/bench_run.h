#pragma once

#include "tests/bench/scenario.h"

#include <QMap>

#include <memory>
#include <vector>

namespace nova::bench
{

/// Takes the candidates through the scenarios in turn (A B A B, so that what else the machine does meets both alike).
class BenchRun
{
public:
    struct Options {
        int rounds = 3;
        bool quick = false;
        QString only; ///< The name of the one scenario to run; all where empty.
    };
    explicit BenchRun(const Options &options);

    [[nodiscard]] QStringList names() const;
    /// A scenario whose peer is not among `peers` is measured with Nova alone. Progress and failures go to the standard
    /// error stream. False if a scenario could not be carried through.
    [[nodiscard]] bool run(const Candidate &nova, const QMap<Peer, Candidate> &peers, Report &report) const;

private:
    const Options m_options;
    std::vector<std::unique_ptr<Scenario>> m_scenarios;
};

} // namespace nova::bench
