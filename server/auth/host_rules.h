#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>
#include <vector>

namespace nova
{

/// Which names this server goes by. A page of a stranger whose name was pointed at this machine (DNS rebinding) comes
/// with that stranger's Host; a page that merely calls us comes with its own Origin. Both are stopped here.
/// Immutable; any thread.
class HostRules
{
public:
    /// Known by default: localhost, 127.0.0.1, [::1] and the address bound to, each with `port`.
    /// `allowedHosts` are added as they are written ("nova.example.org", "nova.example.org:8443"); `allowedOrigins`
    /// are whole origins ("https://nova.example.org").
    /// With `tls` this server's own origins are https.
    HostRules(const QString &boundHost, quint16 port, const QStringList &allowedHosts,
              const QStringList &allowedOrigins, bool tls = false);

    /// Exactly one Host, and a known one with the right port.
    [[nodiscard]] bool acceptsHost(const std::vector<QByteArray> &hostHeaders) const;

    /// Exactly one Host, and an address rather than a name, with any port. Nobody can point an address elsewhere, as
    /// one can a name of one's own: this is no way in for DNS rebinding.
    [[nodiscard]] static bool isAddress(const std::vector<QByteArray> &hostHeaders);

    /// No Origin at all (not a browser's cross-origin call), this server's own, or an allowed one.
    /// `host` is the Host header that acceptsHost() or isAddress() has accepted.
    [[nodiscard]] bool acceptsOrigin(const std::vector<QByteArray> &originHeaders, const QByteArray &host) const;

private:
    QByteArray m_scheme;        ///< "http://"
    QSet<QByteArray> m_hosts;   ///< Lower case, with port as it has to be sent.
    QSet<QByteArray> m_origins; ///< Lower case.
};

} // namespace nova
