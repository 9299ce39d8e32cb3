#include "app/host/nova_host.h"

#include "app/host/settings_options.h"
#include "core/log/sinks.h"
#include "server/auth/token_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// A file that a setting names: as it is, or beside the settings' file.
QString beside(const QString &settings, const QString &file)
{
    return file.isEmpty() ? file : QDir(QFileInfo(settings).path()).absoluteFilePath(file);
}

Document::Options fileOptions(const Settings &settings)
{
    Document::Options options;
    options.watching = paceOf(settings).watching;
    options.timing = paceOf(settings).timing;
    return options;
}

LocalNova::Options novaOptions(const Settings &settings, const Locations &locations)
{
    const LocalNova::Pace pace = paceOf(settings);
    LocalNova::Options options;
    options.catalogPath = locations.catalog();
    options.promptPath = locations.prompt();
    options.instance = u"nova-settings@"_s + QSysInfo::machineHostName();
    options.version = QCoreApplication::applicationVersion();
    options.keepVersions = pace.keepVersions;
    options.documents = fileOptions(settings);
    options.redis = redisOptions(settings);
    options.health.monitor = pace.health;
    options.health.stateFolder = locations.state;
    options.restart = restartRules(settings, locations);
    return options;
}

} // namespace

RestartRules restartRules(const Settings &settings, const Locations &locations)
{
    return {settings.restart.allowedServices, settings.restart.command,
            beside(locations.settings(), settings.restart.composeFile), locations.root};
}

Result<std::unique_ptr<NovaHost>> NovaHost::create(const CommandLine &command)
{
    const Locations locations = findLocations(command.root, command.state);
    const auto settings = effectiveSettings(command, locations);
    if (!settings)
        return tl::unexpected(settings.error());
    if (!QDir(locations.state).exists() && QDir().mkpath(locations.state))
        QFile::setPermissions(locations.state, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return std::unique_ptr<NovaHost>(new NovaHost(*settings, locations, command));
}

NovaHost::NovaHost(Settings settings, Locations locations, const CommandLine &command)
    : m_command(command)
    , m_locations(std::move(locations))
    , m_settings(std::move(settings))
    , m_redis(m_settings.redis)
    , m_logger(m_settings.log.level, m_settings.log.format)
    , m_qtMessages(m_logger)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_worker(std::make_unique<Worker>(u"nova-settings"_s))
    , m_file(m_locations.settings(), interpretSettings, fileOptions(m_settings), *m_worker)
{
    m_logger.addSink(std::make_unique<StandardErrorSink>());
    m_logger.addSink(std::make_unique<FileSink>(m_locations.state + u"/nova-settings.log"_s));
    writeFirstContent(m_locations);
    m_nova = std::make_unique<LocalNova>(novaOptions(m_settings, m_locations), m_logger);
    connect(&m_file, &Document::changed, this, &NovaHost::followFile);
}

NovaHost::~NovaHost()
{
    stop();
    m_worker.reset();
}

void NovaHost::openSettings()
{
    if (!std::exchange(m_settingsOpen, true))
        m_file.start();
}

Result<void> NovaHost::start(bool serve)
{
    m_serve = serve;
    m_running = true;
    m_nova->start();
    if (m_settings.redis != m_redis)
        m_nova->setRedis(redisOptions(m_settings));
    openSettings();
    if (m_serve) {
        auto web = openWeb(m_settings.server);
        if (!web)
            return tl::unexpected(web.error());
        takeWeb(std::move(*web));
    }
    followFile(); // Opens the web side where the settings want it; a window is of use without one.
    return {};
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
    options.tlsCertificate = beside(m_locations.settings(), server.tlsCertificate);
    options.tlsKey = beside(m_locations.settings(), server.tlsKey);
    options.instance = m_nova->state()->instance->name;
    options.version = QCoreApplication::applicationVersion();
    if (options.authenticate) {
        const auto token = TokenFile(m_locations.state).loadOrCreate();
        if (!token)
            return tl::unexpected(token.error());
        options.token = *token;
    }
    Web web{std::make_unique<WebServer>(options, *m_nova, m_nova->events(), m_logger), {}};
    web.server->onClients(m_mailbox, [this, door = ++m_door](int clients) {
        if (door == m_door) // Not the last word of one that was closed.
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

void NovaHost::takeWeb(Web web)
{
    m_web = std::move(web);
    m_nova->setServing(m_web.listening.address);
}

void NovaHost::closeWeb()
{
    if (!m_web.server)
        return;
    m_web.server->stop();
    m_web = {};
    m_nova->setServing({});
}

void NovaHost::reload()
{
    m_nova->reload();
    m_file.reload();
    if (!m_web.server)
        return;
    if (const auto read = m_web.server->reloadTls(); !read)
        m_logger.error("http"_L1, u"the certificate in use stays: %1"_s.arg(read.error().message));
}

void NovaHost::stop()
{
    m_nova->stop();
    if (m_web.server)
        m_web.server->stop();
    m_web = {};
}

} // namespace nova
