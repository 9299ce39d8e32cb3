#include "server/net/stream.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace nova
{

Stream::Peer Stream::peerOf(int descriptor)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &size) != 0)
        return {};
    const auto port = storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(address)->sin6_port
                                                    : reinterpret_cast<sockaddr_in *>(address)->sin_port;
    const QHostAddress host(address);
    bool isIpv4 = false;
    const quint32 ipv4 = host.toIPv4Address(&isIpv4);
    return {isIpv4 ? QHostAddress(ipv4) : host, ntohs(port)};
}

} // namespace nova
