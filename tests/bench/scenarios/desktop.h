#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

class RunningDesktop;

/// The window: how soon it is there, what it takes, how soon a switch moves, and whether it keeps painting while events
/// pour in and while much is scrolled.
class Desktop final : public Scenario
{
public:
    /// Starts it so often, and looks for so long at rest and at a storm.
    Desktop(int starts, std::chrono::seconds window)
        : m_starts(starts)
        , m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    void atRest(RunningDesktop &desktop, Report &report) const;
    void toggles(RunningDesktop &desktop, Report &report) const;
    void storm(RunningDesktop &desktop, Report &report) const;
    void scrolling(const QString &program, Report &report) const;

    const int m_starts;
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
