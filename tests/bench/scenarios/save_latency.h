#pragma once

#include "tests/bench/scenario.h"

namespace nova::bench
{

/// From the save of the prompt in an editor to a WebSocket client that has the new text.
class SaveLatency final : public Scenario
{
public:
    explicit SaveLatency(int saves)
        : m_saves(saves)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    void run(const Candidate &candidate, Report &report) const override;

private:
    const int m_saves;
};

} // namespace nova::bench
