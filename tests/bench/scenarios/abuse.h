#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

/// How soon a polite client is answered while others misbehave: slow senders, a flood of pings, a client that never
/// reads, a thousand connects a second. Nova alone.
class Abuse final : public Scenario
{
public:
    explicit Abuse(std::chrono::seconds window)
        : m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
