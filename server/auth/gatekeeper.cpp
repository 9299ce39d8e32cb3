#include "server/auth/gatekeeper.h"

#include "server/auth/secrets.h"
#include "server/http/problem.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool isWrite(const QByteArray &method)
{
    return method != "GET" && method != "HEAD";
}

tl::unexpected<Response> refuse(int status, const QString &detail)
{
    return tl::unexpected(problem(status, detail));
}

tl::unexpected<Response> askForToken(const QString &detail)
{
    return tl::unexpected(unauthorized(detail));
}

} // namespace

Gatekeeper::Gatekeeper(Options options)
    : m_options(std::move(options))
    , m_sessions(m_options.token)
{
}

tl::expected<void, Response> Gatekeeper::checkSource(const RequestHead &head, const Route *route) const
{
    const auto hosts = head.all("Host");
    if (hosts.size() != 1)
        return refuse(400, u"The request has to have exactly one Host header."_s);
    const bool isProbe = route && route->access == Access::Probe && HostRules::isAddress(hosts);
    if (!isProbe && !m_options.hosts.acceptsHost(hosts))
        return refuse(421, u"This server does not go by that name. Add it to server.allowed_hosts if it should."_s);
    if (!m_options.hosts.acceptsOrigin(head.all("Origin"), hosts.front()))
        return refuse(403,
                      u"Pages of that origin may not call here. Add it to server.allowed_origins if they should."_s);
    return {};
}

tl::expected<QString, Response> Gatekeeper::checkCaller(const RequestHead &head, const Route &route,
                                                        const QString &source)
{
    if (!m_options.authenticate || route.access != Access::Authenticated)
        return u"none"_s;
    const auto credentials = head.all("Authorization");
    if (!credentials.empty()) {
        const QByteArray &value = credentials.front();
        if (credentials.size() > 1 || value.left(7).compare("Bearer ", Qt::CaseInsensitive) != 0)
            return askForToken(u"Send the token as «Authorization: Bearer …»."_s);
        return checkToken(value.mid(7).trimmed(), source).map([] { return u"token"_s; });
    }
    const auto session = m_sessions.check(sessionCookie(head));
    if (!session)
        return askForToken(u"This needs the token; «nova-settingsd token» prints it."_s);
    if (isWrite(head.method) && !sameSecret(head.value("X-CSRF-Token"), m_sessions.csrfToken(*session)))
        return refuse(403, u"A write from a browser session needs its X-CSRF-Token; GET /api/session gives it."_s);
    return u"session"_s;
}

tl::expected<void, Response> Gatekeeper::checkToken(const QByteArray &token, const QString &source)
{
    if (sameSecret(token, m_options.token)) {
        m_throttle.noteRight(source);
        return {};
    }
    if (const int wait = m_throttle.noteWrong(source)) {
        Response response = problem(429, u"Too many wrong tokens from this address; wait %1 seconds."_s.arg(wait));
        response.with("Retry-After", QByteArray::number(wait));
        return tl::unexpected(response);
    }
    return askForToken(u"That is not the token; «nova-settingsd token» prints it."_s);
}

QByteArray Gatekeeper::sessionCookie(const RequestHead &head) const
{
    const QByteArray name = "nova_session_" + QByteArray::number(m_options.port) + '=';
    for (const QByteArray &header : head.all("Cookie")) {
        const auto cookies = header.split(';');
        for (const QByteArray &cookie : cookies) {
            if (cookie.trimmed().startsWith(name))
                return cookie.trimmed().mid(name.size());
        }
    }
    return {};
}

QByteArray Gatekeeper::setCookie(const RequestHead &head, const QByteArray &value) const
{
    // A page that came by TLS from a proxy says so by its origin; no header of the proxy's has to be believed for that.
    const bool secure = m_options.tls || head.value("Origin").toLower().startsWith("https://");
    return "nova_session_" + QByteArray::number(m_options.port) + '=' + value +
           "; Path=/; HttpOnly; SameSite=Strict; " + (secure ? "Secure; Max-Age=" : "Max-Age=") +
           QByteArray::number(value.isEmpty() ? 0 : Sessions::lifeSeconds);
}

} // namespace nova
