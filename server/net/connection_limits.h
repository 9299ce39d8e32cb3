#pragma once

#include <QHash>
#include <QHostAddress>

namespace nova
{

/// Counts the connections that are open, in all and from each source, against their limits. Server thread.
class ConnectionLimits
{
public:
    struct Options {
        int total = 10'128; ///< Below the descriptor limit: at it, nothing could be accepted.
        int perAddress = 0; ///< 0: as many as there may be in all. Never counts for the loopback.
    };
    enum class Verdict { Admitted, TooMany, TooManyFromAddress };

    explicit ConnectionLimits(Options options)
        : m_options(options)
    {
    }

    /// Counts a new connection unless it is one too many.
    [[nodiscard]] Verdict admit(const QHostAddress &address);
    /// An admitted one is over.
    void release(const QHostAddress &address);

    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] const Options &options() const { return m_options; }

private:
    [[nodiscard]] bool countsByAddress(const QHostAddress &address) const;

    const Options m_options;
    int m_open = 0;
    QHash<QString, int> m_bySource; ///< Only sources with open connections.
};

} // namespace nova
