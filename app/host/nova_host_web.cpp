#include "app/host/nova_host.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

// The web side of a running Nova: opened, moved and closed.

namespace nova
{

namespace
{

/// The same door, whoever may come in by it.
bool isSameDoor(const Settings::Server &a, const Settings::Server &b)
{
    return a.port == b.port && a.port != 0;
}

bool isSameServing(Settings::Server a, const Settings::Server &b)
{
    a.enabled = b.enabled; // Off by default and switched off are the same.
    return a == b;
}

/// Of a token that somebody else keeps, the setting that names it.
Error aboutToken(Error error, const Settings::Server &server)
{
    if (!server.tokenFile.isEmpty())
        error.diagnostics = {
            {Diagnostic::Severity::Error, u"cannot_serve"_s, error.message, {}, u"server.token_file"_s}};
    return error;
}

/// With the setting that the failure is about, for the page.
Error aboutWeb(Error error, const Settings::Server &server)
{
    const bool isTls = !server.tlsCertificate.isEmpty() && error.code != ErrorCode::Conflict;
    const QString setting = isTls                                   ? u"server.tls_certificate"_s
                            : error.code == ErrorCode::InvalidInput ? u"server.host"_s
                                                                    : u"server.port"_s;
    if (error.code == ErrorCode::Conflict) // Without the hint for those who are at a command line.
        error.message = u"Port %1 on %2 is taken by another program."_s.arg(server.port).arg(server.host);
    if (error.diagnostics.isEmpty())
        error.diagnostics = {{Diagnostic::Severity::Error, u"cannot_serve"_s, error.message, {}, setting}};
    return error;
}

} // namespace

bool NovaHost::wantsWeb(const Settings &settings) const
{
    return m_running && (m_serve || settings.server.enabled.value_or(false));
}

Result<NovaHost::Web> NovaHost::openWeb(const Settings::Server &server)
{
    WebServer::Options options;
    options.host = server.host;
    options.port = server.port;
    options.authenticate = m_command.authenticate;
    options.allowedHosts = server.allowedHosts;
    options.allowedOrigins = server.allowedOrigins;
    options.maxClients = server.maxClients;
    options.maxClientsPerAddress = server.maxClientsPerAddress;
    options.tlsCertificate = m_locations.besideSettings(server.tlsCertificate);
    options.tlsKey = m_locations.besideSettings(server.tlsKey);
    options.instance = m_nova->state()->instance->name;
    options.version = QCoreApplication::applicationVersion();
    if (options.authenticate) {
        const auto token = tokenFileOf(server, m_locations).loadOrCreate();
        if (!token)
            return tl::unexpected(aboutToken(token.error(), server));
        options.token = *token;
    }
    Web web{std::make_unique<WebServer>(options, *m_nova, m_nova->events(), m_logger, &m_served),
            {},
            server,
            ++m_door,
            options.token};
    web.server->onClients(m_mailbox, [this, door = web.door](int clients) {
        if (door == m_web.door) // Not what is left of one that goes.
            m_nova->setClients(clients);
    });
    const auto listening = web.server->start();
    if (!listening)
        return tl::unexpected(listening.error());
    web.listening = *listening;
    if (options.tlsCertificate.isEmpty() && !isLoopback(options.host))
        m_logger.warning("http"_L1, u"token and sessions travel unencrypted; set server.tls_certificate and "
                                    "server.tls_key, or put a proxy with TLS in front"_s);
    m_logger.info("http"_L1, u"listening"_s,
                  {{u"address"_s, web.listening.address}, {u"authentication"_s, options.authenticate}});
    return web;
}

/// One of those that are leaving, if it is as `server` says.
std::optional<NovaHost::Web> NovaHost::reopenWeb(const Settings::Server &server, bool evenOutdated)
{
    const auto found = std::find_if(m_leaving.begin(), m_leaving.end(), [&](const Web &web) {
        return !web.dismissed && (evenOutdated || !web.outdated) && isSameServing(web.settings, server);
    });
    if (found == m_leaving.end())
        return std::nullopt;
    if (const auto opened = found->server->openDoor(); !opened) {
        m_logger.error("http"_L1, u"the web page could not be served again: %1"_s.arg(opened.error().message));
        return std::nullopt;
    }
    Web web = std::move(*found);
    m_leaving.erase(found);
    return web;
}

void NovaHost::takeWeb(Web web)
{
    m_web = std::move(web);
    m_nova->setServing(m_web.listening.address);
}

/// Nobody comes in any more; those who are in are served until dismissWeb().
void NovaHost::leaveWeb()
{
    if (!m_web.server)
        return;
    m_web.server->closeDoor();
    m_leaving.push_back(std::move(m_web));
    m_web = {};
    m_nova->setServing({});
}

/// Those that are leaving go for good, each when the last of its requests is answered.
void NovaHost::dismissWeb()
{
    for (Web &web : m_leaving) {
        if (std::exchange(web.dismissed, true))
            continue;
        web.server->leave(m_mailbox, [this, door = web.door] {
            std::erase_if(m_leaving, [door](const Web &gone) { return gone.door == door; });
        });
    }
}

Result<void> NovaHost::moveWeb(const Settings &next)
{
    if (!wantsWeb(next)) {
        leaveWeb();
        return {};
    }
    // Where two cannot be open at once, the old one makes room, and comes back if the new one cannot be had.
    const Settings::Server before = m_web.settings;
    const bool makesRoom = m_web.server && isSameDoor(before, next.server);
    if (makesRoom)
        leaveWeb();
    if (auto again = reopenWeb(next.server)) {
        leaveWeb();
        takeWeb(std::move(*again));
        return {};
    }
    auto opened = openWeb(next.server);
    if (!opened) {
        if (makesRoom) {
            if (auto again = reopenWeb(before, true))
                takeWeb(std::move(*again));
        }
        return tl::unexpected(aboutWeb(opened.error(), next.server));
    }
    leaveWeb();
    takeWeb(std::move(*opened));
    return {};
}

/// A token that somebody else keeps may be another one by now. Who came with the old one has to come again.
void NovaHost::reloadToken()
{
    if (m_saving || !m_command.authenticate || m_web.settings.tokenFile.isEmpty())
        return;
    const auto token = tokenFileOf(m_web.settings, m_locations).loadOrCreate();
    if (token && *token == m_web.token)
        return;
    m_web.outdated = token.has_value();
    const Result<void> moved = token ? moveWeb(m_settings) : Result<void>(tl::unexpected(token.error()));
    if (!moved)
        m_logger.error("http"_L1, u"the token in use stays: %1"_s.arg(moved.error().message));
    dismissWeb();
    Q_EMIT settingsChanged();
}

bool NovaHost::servesAs(const Settings &settings) const
{
    return m_web.server ? wantsWeb(settings) && isSameServing(m_web.settings, settings.server) : !wantsWeb(settings);
}

void NovaHost::makeLink(const Reply<QString> &reply)
{
    if (!m_web.server)
        return reply(failure(ErrorCode::Unavailable, u"The web page is not being served."_s));
    QUrl url(m_web.listening.address + u'/');
    if (const QString host = url.host(); host == u"0.0.0.0" || host == u"::")
        url.setHost(u"localhost"_s); // All addresses is no address to go to.
    m_web.server->issueLoginCode({m_mailbox, [url, reply](const Result<QByteArray> &code) mutable {
                                      if (code && !code->isEmpty())
                                          url.setFragment(u"login="_s + QString::fromLatin1(*code));
                                      reply(code.map([&](const QByteArray &) { return url.toString(); }));
                                  }});
}

} // namespace nova
