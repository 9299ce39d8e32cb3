#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

/// Events that come in by POST and go out to all: how long until the last of 100 clients has one, and how many
/// deliveries a second there are at 1,000 and at 5,000 clients. Beside Bun, whose server is made for this.
class FanOut final : public Scenario
{
public:
    FanOut(int singles, std::chrono::seconds window)
        : m_singles(singles)
        , m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return Peer::Bun; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    void measureLatency(const Candidate &candidate, Report &report) const;
    void measureRate(const Candidate &candidate, int clients, const QString &figure, Report &report) const;

    const int m_singles;
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
