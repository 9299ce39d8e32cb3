#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// A catalog of 500 servers (about 100 kB): how long it takes to check it, to switch one of them, and for how long the
/// thread that would draw the window is held meanwhile.
class LargeCatalog final : public Scenario
{
public:
    explicit LargeCatalog(int rounds)
        : m_rounds(rounds)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    void run(const Candidate &candidate, Report &report) const override;

private:
    void measureProgram(const Candidate &candidate, Report &report) const;
    void measureCoreThread(Report &report) const;

    const int m_rounds;
};

} // namespace nova::bench
