#include "server/net/acceptor.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr std::chrono::milliseconds pause{100};
constexpr int acceptsPerTurn = 64; ///< Then those who are here have their turn.

Stream::Peer peerFrom(const sockaddr_storage &storage)
{
    const auto *address = reinterpret_cast<const sockaddr *>(&storage);
    const auto port = storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 *>(address)->sin6_port
                                                    : reinterpret_cast<const sockaddr_in *>(address)->sin_port;
    const QHostAddress host(address);
    bool isIpv4 = false;
    const quint32 ipv4 = host.toIPv4Address(&isIpv4);
    return {isIpv4 ? QHostAddress(ipv4) : host, ntohs(port)};
}

} // namespace

Acceptor::Acceptor(Poller &poller)
    : m_poller(poller)
{
    m_server.setListenBacklogSize(4096); // With Qt's 50, a thousand clients at once wait for seconds.
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, [this] { watch(true); });
}

Acceptor::~Acceptor()
{
    close();
}

Result<void> Acceptor::listenOn(const QString &host, quint16 port)
{
    const QHostAddress address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull())
        return failure(ErrorCode::InvalidInput,
                       u"server.host is «%1»; it has to be an IP address of this machine, or localhost."_s.arg(host));
    if (m_server.listen(address, port)) {
        m_server.pauseAccepting();
        const int on = 1; // Those that are accepted inherit it: an event goes out when it happens.
        ::setsockopt(int(m_server.socketDescriptor()), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(true);
        return {};
    }
    if (m_server.serverError() == QAbstractSocket::AddressInUseError)
        return failure(ErrorCode::Conflict,
                       u"Port %1 on %2 is taken by another program. Choose another with --port."_s.arg(port).arg(host));
    if (m_server.serverError() == QAbstractSocket::SocketAddressNotAvailableError)
        return failure(ErrorCode::InvalidInput,
                       u"server.host is «%1»; that is no address of this machine."_s.arg(host));
    if (m_server.serverError() == QAbstractSocket::SocketAccessError)
        return failure(ErrorCode::PermissionDenied,
                       u"Port %1 on %2 may not be listened on without more rights."_s.arg(port).arg(host));
    return failure(ErrorCode::Io,
                   u"Cannot listen on %1 port %2: %3."_s.arg(host).arg(port).arg(m_server.errorString()));
}

void Acceptor::close()
{
    m_again.stop();
    watch(false);
    m_server.close();
}

void Acceptor::watch(bool on)
{
    if (on == (m_watched >= 0))
        return;
    if (!on) {
        m_poller.remove(std::exchange(m_watched, -1), *this);
        return;
    }
    m_watched = int(m_server.socketDescriptor());
    if (!m_poller.add(m_watched, EPOLLIN, *this)) {
        m_watched = -1;
        m_again.start();
    }
}

void Acceptor::onEvents(quint32)
{
    for (int i = 0; i < acceptsPerTurn; ++i) {
        sockaddr_storage address = {};
        socklen_t size = sizeof address;
        const int descriptor =
            ::accept4(m_watched, reinterpret_cast<sockaddr *>(&address), &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor >= 0) {
            Q_EMIT accepted(descriptor, peerFrom(address));
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            const QString why = QString::fromLocal8Bit(std::strerror(errno));
            watch(false);
            m_again.start();
            Q_EMIT exhausted(why);
            return;
        } else if (errno != ECONNABORTED && errno != EINTR) {
            return; // There are no more, or none that anybody could have (accept(2) passes the network's errors on).
        }
    }
}

} // namespace nova
