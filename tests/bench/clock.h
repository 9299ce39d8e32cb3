#pragma once

#include <chrono>

namespace nova::bench
{

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double millisecondsBetween(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// What is left until `end`, for poll(): never negative, rounded up so that it does not spin.
[[nodiscard]] inline int pollTimeout(Clock::time_point end)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    return left > 0 ? int(left) : 0;
}

/// Longer than anything that still counts as working.
inline constexpr std::chrono::seconds deadline{10};

} // namespace nova::bench
