#include "app/remote/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace nova
{

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
    : m_first(first)
    , m_longest(longest)
{
}

std::chrono::milliseconds Backoff::next()
{
    constexpr int enough = 16; // Doublings; further ones would only overflow.
    const auto ceiling = std::min(m_longest, m_first * (1 << std::min(m_failures, enough)));
    ++m_failures;
    const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    return std::chrono::milliseconds(qint64(double(ceiling.count()) * share));
}

} // namespace nova
