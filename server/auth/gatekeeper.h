#pragma once

#include "server/auth/host_rules.h"
#include "server/auth/sessions.h"
#include "server/auth/throttle.h"
#include "server/http/router.h"

#include <tl/expected.hpp>

namespace nova
{

/// The one place that decides who may call: Host, then Origin, then authentication, for every route and the WebSocket
/// upgrade alike. Server thread.
class Gatekeeper
{
public:
    struct Options {
        bool authenticate = true; ///< False only on loopback, by --no-auth.
        QByteArray token;
        HostRules hosts;
        bool tls = false; ///< Cookies go back over TLS only.
        quint16 port = 0; ///< Part of the cookie's name: two instances on one host keep their sessions apart.
    };

    explicit Gatekeeper(Options options);

    /// Whether the request was meant for this server at all. To be asked first. `route` is null where there is none.
    [[nodiscard]] tl::expected<void, Response> checkSource(const RequestHead &head, const Route *route) const;

    /// Who calls: "token", "session", or "none" where nobody has to be known. `source` is whom the throttle counts.
    [[nodiscard]] tl::expected<QString, Response> checkCaller(const RequestHead &head, const Route &route,
                                                              const QString &source);

    /// The caller's session cookie; empty where there is none.
    [[nodiscard]] QByteArray sessionCookie(const RequestHead &head) const;
    /// A header value that sets the cookie for whoever sent `head`; an empty `value` takes it away.
    [[nodiscard]] QByteArray setCookie(const RequestHead &head, const QByteArray &value) const;

    /// A token from a form: counted like one from a header.
    [[nodiscard]] tl::expected<void, Response> checkToken(const QByteArray &token, const QString &source);

    [[nodiscard]] Sessions &sessions() { return m_sessions; }
    [[nodiscard]] bool authenticates() const { return m_options.authenticate; }

private:
    const Options m_options;
    Sessions m_sessions;
    Throttle m_throttle;
};

} // namespace nova
