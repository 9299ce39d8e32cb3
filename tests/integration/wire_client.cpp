#include "tests/integration/wire_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace nova::test
{

static QByteArray valueOf(const QByteArray &head, const QByteArray &name)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf(QByteArray("\r\n" + name + ": "));
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 4;
    return head.mid(begin, head.indexOf("\r\n", begin) - begin);
}

WireClient::WireClient(quint16 port, const QString &token)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_common("Host: 127.0.0.1:" + QByteArray::number(port) + "\r\nAuthorization: Bearer " + token.toUtf8() + "\r\n")
{
    const struct timeval patience = {30, 0}; // Whoever does not answer at all must not hold up the tests for ever.
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int yes = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr generic = {};
    static_assert(sizeof generic == sizeof address);
    memcpy(&generic, &address, sizeof address);
    if (::connect(m_descriptor, &generic, sizeof generic) != 0)
        ::close(std::exchange(m_descriptor, -1));
}

WireClient::~WireClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool WireClient::send(const Request &request)
{
    QByteArray bytes = request.method + ' ' + request.path + " HTTP/1.1\r\n" + m_common;
    if (!request.ifMatch.isEmpty())
        bytes += "If-Match: " + request.ifMatch + "\r\n";
    if (!request.body.isEmpty())
        bytes += "Content-Type: " + request.type + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body;
    for (QByteArrayView rest(bytes); !rest.isEmpty();) {
        const ssize_t sent = ::send(m_descriptor, rest.data(), size_t(rest.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        rest = rest.sliced(sent);
    }
    return true;
}

bool WireClient::fill()
{
    char buffer[65536];
    const ssize_t got = ::recv(m_descriptor, buffer, sizeof buffer, 0);
    if (got > 0)
        m_received.append(buffer, got);
    return got > 0;
}

WireClient::Answer WireClient::receive()
{
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QByteArray head = m_received.left(end + 2);
    const qsizetype whole = end + 4 + valueOf(head, "content-length").toLongLong();
    while (m_received.size() < whole) {
        if (!fill())
            return {};
    }
    const Answer answer{head.mid(9, 3).toInt(), valueOf(head, "etag"), valueOf(head, "content-type"),
                        m_received.mid(end + 4, whole - end - 4)};
    m_received.remove(0, whole);
    return answer;
}

WireClient::Answer WireClient::call(const Request &request)
{
    return send(request) ? receive() : Answer();
}

} // namespace nova::test
