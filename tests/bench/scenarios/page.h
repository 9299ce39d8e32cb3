#pragma once

#include "tests/bench/scenario.h"

#include <chrono>

namespace nova::bench
{

class RunningCandidate;

/// The web page in Chromium: how soon it is there, what comes over, what Lighthouse thinks of it, and whether a long
/// list stays smooth while events come in. `page/page.mjs` measures; this starts what it looks at.
class Page final : public Scenario
{
public:
    /// Loads it so often, and looks at the long list for so long.
    Page(int loads, std::chrono::seconds window)
        : m_loads(loads)
        , m_window(window)
    {
    }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QList<Figure> figures() const override;
    [[nodiscard]] std::optional<Peer> peer() const override { return std::nullopt; }
    void run(const Candidate &candidate, Report &report) const override;

private:
    void measure(const QString &part, const RunningCandidate &running, Report &report) const;

    const int m_loads;
    const std::chrono::seconds m_window;
};

} // namespace nova::bench
