#pragma once

#include <QString>
#include <chrono>
#include <optional>
#include <utility>

namespace nova
{

/// One Nova at a time changes files of a state folder, be they of several versions. Held while it lives; gone with the
/// process, however that ends.
class StateLock
{
public:
    /// Nothing where somebody else holds it for all that time. A folder that cannot be locked (on a network drive, or
    /// because it is not there) is no reason to wait: then nobody is kept out.
    [[nodiscard]] static std::optional<StateLock> take(const QString &folder, std::chrono::milliseconds patience);

    StateLock(StateLock &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    StateLock &operator=(StateLock &&) = delete;
    Q_DISABLE_COPY(StateLock)
    ~StateLock();

private:
    explicit StateLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
};

} // namespace nova
