#pragma once

#include "tests/bench/loopback_socket.h"

namespace nova::bench
{

/// One keep-alive HTTP connection, one request at a time.
class HttpWire
{
public:
    HttpWire(quint16 port, const QByteArray &token);

    [[nodiscard]] bool isConnected() const { return m_socket.isConnected(); }
    [[nodiscard]] int descriptor() const { return m_socket.descriptor(); }
    void send(const QByteArray &method, const QByteArray &path, const QByteArray &json = {});
    /// Reads what has come; the status once the whole answer is there, else 0.
    [[nodiscard]] int receive();
    /// Waits for the whole answer; throws unless its status is 200.
    void waitForOk();
    /// The same; the body of that answer.
    [[nodiscard]] QByteArray waitForBody();

private:
    LoopbackSocket m_socket;
    const QByteArray m_heads; ///< The headers that every request has.
    QByteArray m_buffer;
    bool m_wantsBody = false; ///< Whoever counts answers does not look at them.
    QByteArray m_body;
};

} // namespace nova::bench
