#include "server/auth/host_rules.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// As browsers write it in Host: an address in its shortest form and without a zone (RFC 3986 §3.2.2, RFC 5952).
QByteArray nameOf(const QString &boundHost)
{
    QHostAddress address(boundHost);
    if (address.isNull())
        return boundHost.toUtf8();
    address.setScopeId({});
    const QByteArray name = address.toString().toLatin1();
    return name.contains(':') ? QByteArray('[' + name + ']') : name;
}

/// Whether it ends with a port. The colons of an IPv6 address stand in brackets.
bool hasPort(const QString &host)
{
    return host.lastIndexOf(u':') > host.lastIndexOf(u']');
}

} // namespace

HostRules::HostRules(const QString &boundHost, quint16 port, const QStringList &allowedHosts,
                     const QStringList &allowedOrigins, bool tls)
    : m_scheme(tls ? "https://" : "http://")
{
    QByteArrayList names{"localhost", "127.0.0.1", "[::1]"};
    const QByteArray bound = nameOf(boundHost);
    const bool everywhere = bound.isEmpty() || bound == "0.0.0.0" || bound == "[::]";
    if (!everywhere)
        names.append(bound);
    for (const QByteArray &name : std::as_const(names)) {
        m_hosts.insert(name.toLower() + ':' + QByteArray::number(port));
        if (port == (tls ? 443 : 80))
            m_hosts.insert(name.toLower()); // RFC 9110 §4.2.3: the default port may be left out.
    }
    for (const QString &host : allowedHosts) {
        if (host.isEmpty())
            continue; // An empty entry of the settings allows nothing, least of all an empty Host.
        m_hosts.insert(host.toUtf8().toLower());
        // A name without a port stands for the default ports of a proxy in front, and for this server's own.
        if (!hasPort(host))
            m_hosts.insert(host.toUtf8().toLower() + ':' + QByteArray::number(port));
    }
    for (const QString &origin : allowedOrigins) {
        // Every sandboxed frame of any stranger is "null": that names nobody who could be allowed.
        if (const QByteArray name = origin.toUtf8().toLower(); !name.isEmpty() && name != "null")
            m_origins.insert(name);
    }
}

bool HostRules::acceptsHost(const std::vector<QByteArray> &hostHeaders) const
{
    return hostHeaders.size() == 1 && m_hosts.contains(hostHeaders.front().toLower());
}

bool HostRules::isAddress(const std::vector<QByteArray> &hostHeaders)
{
    if (hostHeaders.size() != 1)
        return false;
    static const QRegularExpression form(uR"(\A(?:([0-9.]+)|\[([0-9A-Fa-f:.]+)\])(?::[0-9]{1,5})?\z)"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(hostHeaders.front()));
    const QString four = match.captured(1);
    if (!four.isEmpty()) // Whole: «127.1» is an address to some and a name to others.
        return QHostAddress(four).toString() == four;
    return !match.captured(2).isEmpty() && QHostAddress(match.captured(2)).protocol() == QHostAddress::IPv6Protocol;
}

bool HostRules::acceptsOrigin(const std::vector<QByteArray> &originHeaders, const QByteArray &host) const
{
    if (originHeaders.empty())
        return true;
    if (originHeaders.size() > 1)
        return false;
    const QByteArray origin = originHeaders.front().toLower();
    return origin == m_scheme + host.toLower() || m_origins.contains(origin);
}

} // namespace nova
