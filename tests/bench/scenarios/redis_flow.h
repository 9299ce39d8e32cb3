#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// Events of other programs, from a PUBLISH on a real redis-server through the bridge to a WebSocket client: one after
/// the other, and as many as go. Nova alone: the peer knows no Redis.
class RedisFlow final : public Scenario
{
public:
    RedisFlow(int singles, int flood)
        : m_singles(singles)
        , m_flood(flood)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_singles;
    const int m_flood;
};

} // namespace nova::bench
