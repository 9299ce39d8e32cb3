#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

/// What it costs to look after 500 servers every 15 s, and how soon it shows that one has died, or is back.
class Health final : public Scenario
{
public:
    explicit Health(std::chrono::seconds window)
        : m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    /// Nobody else asks servers as Nova does.
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
