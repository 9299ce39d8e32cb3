#include "tests/bench/mcp_servers.h"

#include "tests/bench/cannot_run.h"

#include <QRegularExpression>
#include <QStringBuilder>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int addressesInRow = 250;
constexpr int tickMilliseconds = 2;

quint32 addressOf(int server)
{
    return (127u << 24) | (1u << 16) | (quint32(server / addressesInRow) << 8) | quint32(1 + server % addressesInRow);
}

void watch(int epoll, int fd)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

void closeWithReset(int fd)
{
    const linger hard{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(fd);
}

QByteArray replyTo(const QByteArray &body)
{
    static const QRegularExpression number(u"\"id\":([0-9]+)"_s);
    const QByteArray id = number.match(QString::fromLatin1(body)).captured(1).toLatin1();
    QByteArray result = R"({"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},)"
                        R"("_meta":{"io.modelcontextprotocol/serverInfo":{"name":"bench","version":"1"}}})";
    if (body.contains("tools/list")) {
        result = R"({"resultType":"complete","tools":[)";
        for (int tool = 0; tool < 5; ++tool)
            result += (tool == 0 ? "" : ",") + QByteArray(R"({"name":"tool-)") + QByteArray::number(tool) +
                      R"(","description":"Does something useful","inputSchema":{"type":"object"}})";
        result += "]}";
    }
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":)" + result + '}';
}

} // namespace

McpServers::McpServers(int count)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    for (int server = 0; server < count; ++server) {
        const int listener = listenAt(server, m_port);
        if (m_port == 0) {
            sockaddr_in bound{};
            socklen_t length = sizeof bound;
            ::getsockname(listener, reinterpret_cast<sockaddr *>(&bound), &length);
            m_port = ntohs(bound.sin_port);
        }
        m_listeners.emplace(listener, server);
        watch(m_epoll, listener);
    }
    m_thread = std::make_unique<Background>([this](const std::stop_token &stop) { serve(stop); });
}

McpServers::~McpServers()
{
    m_thread.reset();
    for (const auto &[fd, server] : m_listeners)
        ::close(fd);
    for (const auto &[fd, connection] : m_connections)
        ::close(fd);
    ::close(m_epoll);
}

int McpServers::listenAt(int server, quint16 port) const
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(addressOf(server));
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(fd, 16) != 0)
        throw CannotRun(u"no listening at an address of the loopback (127.1.0.1 and so on)"_s);
    return fd;
}

QByteArray McpServers::url(int server) const
{
    const quint32 address = addressOf(server);
    return "http://127.1." + QByteArray::number((address >> 8) & 255) + '.' + QByteArray::number(address & 255) + ':' +
           QByteArray::number(m_port) + "/mcp";
}

void McpServers::kill(int server)
{
    const std::lock_guard lock(m_mutex);
    m_toKill.insert(server);
}

void McpServers::revive(int server)
{
    const std::lock_guard lock(m_mutex);
    m_toRevive.insert(server);
}

void McpServers::obey()
{
    std::set<int> kill, revive;
    {
        const std::lock_guard lock(m_mutex);
        kill.swap(m_toKill);
        revive.swap(m_toRevive);
    }
    for (const int server : kill) {
        std::erase_if(m_listeners, [server](const auto &listener) {
            return listener.second == server && ::close(listener.first) == 0;
        });
        std::erase_if(m_connections, [server](const auto &connection) {
            if (connection.second.server == server)
                closeWithReset(connection.first);
            return connection.second.server == server;
        });
    }
    for (const int server : revive) {
        const int listener = listenAt(server, m_port);
        m_listeners.emplace(listener, server);
        watch(m_epoll, listener);
    }
}

void McpServers::serve(const std::stop_token &stop)
{
    std::array<epoll_event, 64> events{};
    while (!stop.stop_requested()) {
        obey();
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), tickMilliseconds);
        for (int i = 0; i < count; ++i) {
            const int fd = events.at(size_t(i)).data.fd;
            if (m_listeners.contains(fd))
                accept(fd);
            else
                read(fd);
        }
    }
}

void McpServers::accept(int listener)
{
    const int fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0)
        return;
    m_connections[fd].server = m_listeners.at(listener);
    watch(m_epoll, fd);
}

void McpServers::read(int fd)
{
    std::array<char, 8192> room{};
    const ssize_t count = ::recv(fd, room.data(), room.size(), 0);
    if (count <= 0) {
        m_connections.erase(fd);
        ::close(fd);
        return;
    }
    QByteArray &input = m_connections[fd].input;
    input.append(room.data(), count);
    answer(fd, input);
}

void McpServers::answer(int fd, QByteArray &input) const
{
    static const QRegularExpression length(u"content-length: *([0-9]+)"_s, QRegularExpression::CaseInsensitiveOption);
    const qsizetype head = input.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype body = length.match(QString::fromLatin1(input.first(head))).captured(1).toLongLong();
    if (input.size() < head + 4 + body)
        return;
    const QByteArray reply = replyTo(input.sliced(head + 4, body));
    input.remove(0, head + 4 + body);
    const QByteArray bytes =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(reply.size()) +
        "\r\n\r\n" + reply;
    ::send(fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
}

} // namespace nova::bench
