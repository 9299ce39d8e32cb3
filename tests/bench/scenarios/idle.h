#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

/// Memory and CPU while nothing happens, with nobody connected and with 20 clients.
class Idle final : public Scenario
{
public:
    /// Looks for so long at each of the two.
    explicit Idle(std::chrono::seconds window)
        : m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    void run(const Candidate &candidate, Report &report) const override;

private:
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
