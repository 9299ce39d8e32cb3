#pragma once

#include "tests/bench/candidate.h"
#include "tests/bench/report.h"

namespace nova::bench
{

/// One way of using the program, done to Nova and to the peer alike.
class Scenario
{
public:
    Scenario() = default;
    virtual ~Scenario() = default;
    Q_DISABLE_COPY_MOVE(Scenario)

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QList<Figure> figures() const = 0;
    /// Beside which one Nova is measured. None: alone.
    [[nodiscard]] virtual std::optional<Peer> peer() const { return Peer::Node; }
    /// One round: starts the candidate afresh, measures, adds the values. Throws CannotRun.
    virtual void run(const Candidate &candidate, Report &report) const = 0;
};

} // namespace nova::bench
