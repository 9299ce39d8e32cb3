#pragma once

#include <QByteArray>

#include <chrono>

namespace nova::bench
{

/// Events over the API, at a steady rate, on connections enough not to wait for one answer before the next.
class PostStorm
{
public:
    PostStorm(quint16 port, const QByteArray &token)
        : m_port(port)
        , m_token(token)
    {
    }

    /// Sends for so long; how many events a second were taken. Throws where one is refused.
    [[nodiscard]] double blow(int perSecond, std::chrono::milliseconds time) const;

private:
    const quint16 m_port;
    const QByteArray m_token;
};

} // namespace nova::bench
