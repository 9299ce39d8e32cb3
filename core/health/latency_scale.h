#pragma once

#include <QtGlobal>
#include <array>

namespace nova
{

/// A latency in one byte: exact up to 40 ms, then steps of 4.3 % up to five minutes (and no further).
[[nodiscard]] quint8 latencyCode(int milliseconds);

/// The middle of what has this code: within 2.2 % of each of them, and rounded.
[[nodiscard]] int latencyOf(quint8 code);

/// Counts latencies by their codes, for percentiles by nearest rank.
class LatencyHistogram
{
public:
    void add(quint8 code)
    {
        ++m_counts[code];
        ++m_total;
    }
    [[nodiscard]] bool isEmpty() const { return m_total == 0; }
    /// The code of the smallest latency that `percent` of all do not exceed. Not for an empty one.
    [[nodiscard]] quint8 percentile(unsigned percent) const;

private:
    std::array<quint32, 256> m_counts{};
    quint64 m_total = 0;
};

} // namespace nova
