#pragma once

#include <functional>
#include <future>
#include <stop_token>

namespace nova::bench
{

/// Something that goes on in a thread of its own beside what is measured.
class Background
{
public:
    /// Has to look at the token often, and to return when a stop is asked for.
    using Work = std::function<void(const std::stop_token &)>;
    explicit Background(Work work);
    /// Ends it, whatever came of it.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Ends it; throws what it threw.
    void finish();

private:
    std::stop_source m_stop;
    std::future<void> m_done; ///< Waits when it goes.
};

} // namespace nova::bench
