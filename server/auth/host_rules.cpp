#include "server/auth/host_rules.h"

namespace nova
{

HostRules::HostRules(const QString &boundHost, quint16 port, const QStringList &allowedHosts,
                     const QStringList &allowedOrigins, bool tls)
    : m_scheme(tls ? "https://" : "http://")
{
    QByteArrayList names{"localhost", "127.0.0.1", "[::1]"};
    const bool everywhere = boundHost.isEmpty() || boundHost == u"0.0.0.0" || boundHost == u"::";
    if (!everywhere)
        names.append(boundHost.contains(u':') ? '[' + boundHost.toUtf8() + ']' : boundHost.toUtf8());
    for (const QByteArray &name : std::as_const(names)) {
        m_hosts.insert(name.toLower() + ':' + QByteArray::number(port));
        if (port == (tls ? 443 : 80))
            m_hosts.insert(name.toLower()); // RFC 9110 §4.2.3: the default port may be left out.
    }
    for (const QString &host : allowedHosts) {
        m_hosts.insert(host.toUtf8().toLower());
        // A name without a port stands for the default ports of a proxy in front, and for this server's own.
        if (!host.contains(u':'))
            m_hosts.insert(host.toUtf8().toLower() + ':' + QByteArray::number(port));
    }
    for (const QString &origin : allowedOrigins)
        m_origins.insert(origin.toUtf8().toLower());
}

bool HostRules::acceptsHost(const std::vector<QByteArray> &hostHeaders) const
{
    return hostHeaders.size() == 1 && m_hosts.contains(hostHeaders.front().toLower());
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
