#pragma once

#include <QtGlobal>
#include <array>
#include <chrono>
#include <functional>

namespace nova
{

/// How many events and deliveries there were in the last minute, by the second. Takes the same little memory however
/// many there are.
class EventRate
{
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    static constexpr int windowSeconds = 60;

    struct Rates {
        double events = 0;     ///< A second, on the average of the window.
        double deliveries = 0; ///< The same.
    };

    explicit EventRate(Clock clock = &std::chrono::steady_clock::now);

    /// An event went out, to that many clients.
    void add(int deliveries);

    /// Of the present second, as far as it has come, and the 59 before it.
    [[nodiscard]] Rates perSecond() const;

private:
    struct Bucket {
        qint64 second = -1; ///< Of the clock; what was in it before is forgotten when another second needs the place.
        qint64 events = 0;
        qint64 deliveries = 0;
    };

    [[nodiscard]] qint64 now() const;

    const Clock m_clock;
    std::array<Bucket, windowSeconds> m_buckets{};
};

} // namespace nova
