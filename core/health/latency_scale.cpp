#include "core/health/latency_scale.h"

#include <algorithm>
#include <cmath>

namespace nova
{

namespace
{

constexpr int exactUpTo = 40;
constexpr int longest = 300'000;

/// The lower end of what each code stands for.
using Scale = std::array<double, 256>;

const Scale &scale()
{
    static const Scale ends = [] {
        Scale made{};
        const double step = std::pow(double(longest) / exactUpTo, 1.0 / double(made.size() - 1 - exactUpTo));
        for (size_t code = 0; code < made.size(); ++code)
            made.at(code) = code <= exactUpTo ? double(code) : exactUpTo * std::pow(step, double(code) - exactUpTo);
        return made;
    }();
    return ends;
}

} // namespace

quint8 latencyCode(int milliseconds)
{
    const auto above = std::upper_bound(scale().begin(), scale().end(), double(std::max(milliseconds, 0)));
    return quint8(above - scale().begin() - 1);
}

int latencyOf(quint8 code)
{
    if (code <= exactUpTo || code == scale().size() - 1)
        return int(std::lround(scale().at(code)));
    return int(std::lround(std::sqrt(scale().at(code) * scale().at(code + 1U))));
}

quint8 LatencyHistogram::percentile(unsigned percent) const
{
    const quint64 rank = std::max<quint64>(1, (m_total * percent + 99) / 100);
    quint64 reached = 0;
    for (size_t code = 0; code < m_counts.size(); ++code) {
        reached += m_counts.at(code);
        if (reached >= rank)
            return quint8(code);
    }
    return 0;
}

} // namespace nova
