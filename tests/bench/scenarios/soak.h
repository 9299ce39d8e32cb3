#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// Crowds that come, listen and go, half of them with a close frame and half with a reset, over and over: what is left
/// of them in memory. Nova alone.
class Soak final : public Scenario
{
public:
    /// From six: the first five are not counted.
    explicit Soak(int rounds)
        : m_rounds(rounds)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_rounds;
};

} // namespace nova::bench
