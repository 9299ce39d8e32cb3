#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// From the start of the process to the first 200 on /health, several times.
class StartUp final : public Scenario
{
public:
    explicit StartUp(int times)
        : m_times(times)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_times;
};

} // namespace nova::bench
