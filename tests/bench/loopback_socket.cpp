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

LoopbackSocket::LoopbackSocket(quint16 port, Connect connect)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | (connect == Connect::Begin ? SOCK_NONBLOCK : 0), 0))
{
    if (m_fd < 0)
        throw CannotRun(u"no more sockets: "_s + qt_error_string(errno));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 && errno != EINPROGRESS) {
        ::close(std::exchange(m_fd, -1));
        return;
    }
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect == Connect::Wait)
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

LoopbackSocket &LoopbackSocket::operator=(LoopbackSocket &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

void LoopbackSocket::send(const QByteArray &bytes) const
{
    if (::send(m_fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
        throw CannotRun(u"a request cannot be sent: "_s + qt_error_string(errno));
}

qsizetype LoopbackSocket::sendSome(QByteArrayView bytes) const
{
    const ssize_t sent = ::send(m_fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        throw CannotRun(u"a connection cannot be written to: "_s + qt_error_string(errno));
    return std::max<ssize_t>(sent, 0);
}

qsizetype LoopbackSocket::receive(std::span<char> room) const
{
    for (;;) {
        const ssize_t got = ::recv(m_fd, room.data(), room.size(), 0);
        if (got > 0)
            return got;
        if (got < 0 && errno == EAGAIN)
            return 0;
        if (got == 0 || errno != EINTR)
            throw CannotRun(u"the other side closed a connection"_s);
    }
}

void LoopbackSocket::receiveInto(QByteArray &buffer) const
{
    std::array<char, 65536> chunk; // Not initialised: it is filled by the call.
    qsizetype got = 0;
    do {
        got = receive(chunk);
        buffer.append(chunk.data(), got);
    } while (size_t(got) == chunk.size());
}

void LoopbackSocket::closeRudely() const
{
    const linger atOnce{1, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

bool LoopbackSocket::hasEnded() const
{
    pollfd wanted{m_fd, POLLRDHUP, 0};
    return ::poll(&wanted, 1, 0) > 0;
}

void LoopbackSocket::waitForEnd() const
{
    std::array<char, 4096> chunk;
    for (;;) {
        waitForReadable();
        const ssize_t got = ::recv(m_fd, chunk.data(), chunk.size(), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return;
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
