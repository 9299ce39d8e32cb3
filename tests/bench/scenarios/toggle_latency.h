#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// From a toggle over REST to its answer and to the last of 100 WebSocket clients.
class ToggleLatency final : public Scenario
{
public:
    explicit ToggleLatency(int toggles)
        : m_toggles(toggles)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_toggles;
};

} // namespace nova::bench
