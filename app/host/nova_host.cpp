#include "app/host/nova_host.h"

#include "core/log/sinks.h"
#include "server/auth/token_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

Document::Options documentOptions(const Settings &settings)
{
    Document::Options options;
    options.watching.polling = settings.watch.polling;
    options.timing.length = std::chrono::milliseconds(settings.watch.windowMs);
    return options;
}

std::optional<RedisBridge::Options> redisOptions(const Settings &settings)
{
    if (settings.redis.url.isEmpty())
        return std::nullopt;
    RedisBridge::Options options;
    options.address = parseRedisUrl(settings.redis.url).value(); // Checked with the settings.
    options.channel = settings.redis.channel;
    return options;
}

/// A file that a setting names: as it is, or beside the settings' file.
QString beside(const QString &settings, const QString &file)
{
    return file.isEmpty() ? file : QDir(QFileInfo(settings).path()).absoluteFilePath(file);
}

LocalHealth::Options healthOptions(const Settings &settings, const Locations &locations)
{
    LocalHealth::Options options;
    options.monitor.servers.interval = std::chrono::seconds(settings.health.intervalSeconds);
    options.monitor.servers.timeout = std::chrono::seconds(settings.health.timeoutSeconds);
    options.monitor.servers.failuresBeforeDown = settings.health.failuresBeforeDown;
    options.monitor.maxConcurrent = settings.health.maxConcurrent;
    options.stateFolder = locations.state;
    return options;
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

struct Flag {
    QString name;
    QString setting;
    std::optional<QString> value;
};

Result<void> applyFlag(const Flag &flag, const std::vector<Setting> &table)
{
    for (const Setting &setting : table) {
        if (flag.value && setting.name == flag.setting && !setting.set({*flag.value}))
            return failure(ErrorCode::InvalidInput,
                           u"%1 is «%2»; it has to be %3."_s.arg(flag.name, *flag.value, setting.expects));
    }
    return {};
}

} // namespace

Result<Settings> effectiveSettings(const CommandLine &command, const Locations &locations)
{
    Settings settings;
    QFile file(locations.settings());
    if (file.exists() && !file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::PermissionDenied,
                       u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
    if (file.isOpen()) {
        if (const auto read = readSettings(file.readAll(), file.fileName(), settings); !read)
            return tl::unexpected(read.error());
    }
    if (const auto read = readEnvironment(QProcessEnvironment::systemEnvironment(), settings); !read)
        return tl::unexpected(read.error());
    const std::vector<Setting> table = settingsTable(settings);
    const QList<Flag> flags{{u"--host"_s, u"server.host"_s, command.host},
                            {u"--port"_s, u"server.port"_s, command.port},
                            {u"--log-level"_s, u"log.level"_s, command.logLevel},
                            {u"--log-format"_s, u"log.format"_s, command.logFormat}};
    for (const Flag &flag : flags) {
        if (const auto applied = applyFlag(flag, table); !applied)
            return tl::unexpected(applied.error());
    }
    if (!command.authenticate && !isLoopback(settings.server.host))
        return failure(ErrorCode::InvalidInput,
                       u"--no-auth works on loopback only, and server.host is %1."_s.arg(settings.server.host));
    if (settings.server.tlsCertificate.isEmpty() != settings.server.tlsKey.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"%1 is set without %2; TLS needs both."_s.arg(
                           settings.server.tlsKey.isEmpty() ? u"server.tls_certificate"_s : u"server.tls_key"_s,
                           settings.server.tlsKey.isEmpty() ? u"server.tls_key"_s : u"server.tls_certificate"_s));
    if (!settings.redis.url.isEmpty() && parseRedisUrl(settings.redis.url)->tls)
        return failure(ErrorCode::InvalidInput, u"redis.url asks for TLS (rediss://), which this build cannot do: use "
                                                "redis:// through a tunnel such as stunnel, or a unix socket."_s);
    return settings;
}

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
    return std::unique_ptr<NovaHost>(new NovaHost(*settings, locations, command.authenticate));
}

NovaHost::NovaHost(Settings settings, Locations locations, bool authenticate)
    : m_settings(std::move(settings))
    , m_locations(std::move(locations))
    , m_authenticate(authenticate)
    , m_logger(m_settings.log.level, m_settings.log.format)
    , m_qtMessages(m_logger)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_logger.addSink(std::make_unique<StandardErrorSink>());
    m_logger.addSink(std::make_unique<FileSink>(m_locations.state + u"/nova-settings.log"_s));
    writeFirstContent(m_locations);
    m_nova = std::make_unique<LocalNova>(
        LocalNova::Options{m_locations.catalog(), m_locations.prompt(),
                           u"nova-settings@"_s + QSysInfo::machineHostName(), QCoreApplication::applicationVersion(),
                           m_settings.backups.keep, documentOptions(m_settings), redisOptions(m_settings),
                           healthOptions(m_settings, m_locations), restartRules(m_settings, m_locations)},
        m_logger);
}

NovaHost::~NovaHost()
{
    stop();
}

Result<void> NovaHost::start(bool serve)
{
    m_nova->start();
    return serve ? openWeb() : Result<void>();
}

Result<void> NovaHost::openWeb()
{
    WebServer::Options options;
    options.host = m_settings.server.host;
    options.port = m_settings.server.port;
    options.authenticate = m_authenticate;
    options.allowedHosts = m_settings.server.allowedHosts;
    options.allowedOrigins = m_settings.server.allowedOrigins;
    options.maxClients = m_settings.server.maxClients;
    options.maxClientsPerAddress = m_settings.server.maxClientsPerAddress;
    options.tlsCertificate = beside(m_locations.settings(), m_settings.server.tlsCertificate);
    options.tlsKey = beside(m_locations.settings(), m_settings.server.tlsKey);
    options.instance = m_nova->state()->instance->name;
    options.version = QCoreApplication::applicationVersion();
    if (m_authenticate) {
        const auto token = TokenFile(m_locations.state).loadOrCreate();
        if (!token)
            return tl::unexpected(token.error());
        options.token = *token;
    }
    m_web = std::make_unique<WebServer>(options, *m_nova, m_nova->events(), m_logger);
    m_web->onClients(m_mailbox, [this](int clients) { m_nova->setClients(clients); });
    const auto listening = m_web->start();
    if (!listening) {
        m_web.reset();
        return tl::unexpected(listening.error());
    }
    m_listening = *listening;
    m_nova->setServing(m_listening.address);
    if (options.tlsCertificate.isEmpty() && !isLoopback(options.host))
        m_logger.warning("http"_L1, u"token and sessions travel unencrypted; set server.tls_certificate and "
                                    "server.tls_key, or put a proxy with TLS in front"_s);
    m_logger.info("http"_L1, u"listening"_s,
                  {{u"address"_s, m_listening.address}, {u"authentication"_s, m_authenticate}});
    return {};
}

void NovaHost::reload()
{
    m_nova->reload();
    if (!m_web)
        return;
    if (const auto read = m_web->reloadTls(); !read)
        m_logger.error("http"_L1, u"the certificate in use stays: %1"_s.arg(read.error().message));
}

void NovaHost::stop()
{
    m_nova->stop();
    if (m_web)
        m_web->stop();
    m_web.reset();
}

} // namespace nova
