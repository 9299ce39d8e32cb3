#pragma once

#include <chrono>

namespace nova
{

/// How long to wait before the next try: twice as long after each that led nowhere, and at random between half of that
/// and all of it, so that many clients do not come back in the same instant after a restart.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest);

    [[nodiscard]] std::chrono::milliseconds next();
    /// A try led somewhere.
    void reset() { m_failures = 0; }

private:
    const std::chrono::milliseconds m_first;
    const std::chrono::milliseconds m_longest;
    int m_failures = 0;
};

} // namespace nova
