#pragma once

#include "tests/bench/background.h"

#include <QByteArray>
#include <QtGlobal>

#include <map>
#include <mutex>
#include <set>

namespace nova::bench
{

/// Many MCP servers of revision 2026-07-28, each at a loopback address of its own (127.1.0.1 and so on), so that each
/// takes a connection of its own, as on many machines. Answers at once, with five tools. A thread of its own.
class McpServers
{
public:
    explicit McpServers(int count);
    ~McpServers();
    Q_DISABLE_COPY_MOVE(McpServers)

    [[nodiscard]] QByteArray url(int server) const;
    /// From now on connections to it are refused; those that were open are reset. Done within milliseconds.
    void kill(int server);
    void revive(int server);

private:
    struct Connection {
        int server = 0;
        QByteArray input;
    };

    void serve(const std::stop_token &stop);
    [[nodiscard]] int listenAt(int server, quint16 port) const;
    void accept(int listener);
    void read(int fd);
    void answer(int fd, QByteArray &input) const;
    void obey();

    std::mutex m_mutex;
    std::set<int> m_toKill, m_toRevive;
    int m_epoll = -1;
    quint16 m_port = 0;
    std::map<int, int> m_listeners; ///< Server by descriptor.
    std::map<int, Connection> m_connections;
    std::unique_ptr<Background> m_thread;
};

} // namespace nova::bench
