#include "tests/bench/loopback_socket.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace nova::bench
{

LoopbackSocket::LoopbackSocket(quint16 port)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (m_fd < 0)
        throw CannotRun(u"no more sockets: "_s + qt_error_string(errno));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(std::exchange(m_fd, -1));
        return;
    }
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(m_fd, F_SETFL, O_NONBLOCK);
}

LoopbackSocket::~LoopbackSocket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

LoopbackSocket::LoopbackSocket(LoopbackSocket &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

void LoopbackSocket::send(const QByteArray &bytes) const
{
    if (::send(m_fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
        throw CannotRun(u"a request cannot be sent: "_s + qt_error_string(errno));
}

void LoopbackSocket::receiveInto(QByteArray &buffer) const
{
    std::array<char, 65536> chunk; // Not initialised: it is filled by the call.
    for (;;) {
        const ssize_t got = ::recv(m_fd, chunk.data(), chunk.size(), 0);
        if (got > 0) {
            buffer.append(chunk.data(), got);
            if (size_t(got) < chunk.size())
                return;
        } else if (got < 0 && errno == EINTR) {
            continue;
        } else if (got < 0 && errno == EAGAIN) {
            return;
        } else {
            throw CannotRun(u"the other side closed a connection"_s);
        }
    }
}

void LoopbackSocket::waitForReadable() const
{
    const Clock::time_point end = Clock::now() + deadline;
    pollfd wanted{m_fd, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&wanted, 1, pollTimeout(end));
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0)
        throw CannotRun(u"no answer within %1 s"_s.arg(deadline.count()));
}

} // namespace nova::bench
