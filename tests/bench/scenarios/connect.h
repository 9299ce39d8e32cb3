#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// A thousand WebSocket clients that connect all at once, as after a restart, and what each of them then costs.
class Connect final : public Scenario
{
public:
    explicit Connect(int times)
        : m_times(times)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return Peer::Bun; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_times;
};

} // namespace nova::bench
