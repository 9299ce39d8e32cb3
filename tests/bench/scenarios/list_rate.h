#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

/// How often GET /api/mcp is answered on 16 connections that ask without pause. The same while a crowd listens
/// to events.
class ListRate final : public Scenario
{
public:
    explicit ListRate(std::chrono::seconds window)
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
