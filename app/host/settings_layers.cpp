#include "app/host/settings_layers.h"

#include "core/redis/redis_address.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct Flag {
    QString name;
    QString setting;
    std::optional<QString> value;
};

QList<Flag> flagsOf(const CommandLine &command)
{
    return {{u"--host"_s, u"server.host"_s, command.host},
            {u"--port"_s, u"server.port"_s, command.port},
            {u"--log-level"_s, u"log.level"_s, command.logLevel},
            {u"--log-format"_s, u"log.format"_s, command.logFormat}};
}

tl::unexpected<Error> refused(const QString &setting, const QString &message)
{
    return failure(ErrorCode::InvalidInput, message, {},
                   {{Diagnostic::Severity::Error, u"value"_s, message, {}, setting}});
}

/// What each of them may be, but not together, or not in this build.
Result<void> checkTogether(const Settings &settings, bool authenticate)
{
    const Settings::Server &server = settings.server;
    if (!authenticate && !isLoopback(server.host))
        return refused(u"server.host"_s,
                       u"--no-auth works on loopback only, and server.host is %1."_s.arg(server.host));
    if (server.tlsCertificate.isEmpty() != server.tlsKey.isEmpty()) {
        const QString present = server.tlsKey.isEmpty() ? u"server.tls_certificate"_s : u"server.tls_key"_s;
        const QString missing = server.tlsKey.isEmpty() ? u"server.tls_key"_s : u"server.tls_certificate"_s;
        return refused(missing, u"%1 is set without %2; TLS needs both."_s.arg(present, missing));
    }
    if (!settings.redis.url.isEmpty() && parseRedisUrl(settings.redis.url)->tls)
        return refused(u"redis.url"_s, u"redis.url asks for TLS (rediss://), which this build cannot do: use redis:// "
                                       "through a tunnel such as stunnel, or a unix socket."_s);
    return {};
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

Result<Settings> withOverrides(Settings settings, const CommandLine &command)
{
    if (const auto read = readEnvironment(QProcessEnvironment::systemEnvironment(), settings); !read)
        return tl::unexpected(read.error());
    const std::vector<Setting> table = settingsTable(settings);
    for (const Flag &flag : flagsOf(command)) {
        const Setting &setting = *findSetting(table, flag.setting);
        if (flag.value && !setting.set({*flag.value}))
            return failure(ErrorCode::InvalidInput,
                           u"%1 is «%2»; it has to be %3."_s.arg(flag.name, *flag.value, setting.expects));
    }
    return checkTogether(settings, command.authenticate).map([&] { return settings; });
}

QMap<QString, QString> overridesOf(const CommandLine &command)
{
    QMap<QString, QString> overrides;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    for (const Setting &setting : table) {
        if (environment.contains(setting.variable()))
            overrides.insert(setting.name, setting.variable());
    }
    for (const Flag &flag : flagsOf(command)) {
        if (flag.value)
            overrides.insert(flag.setting, flag.name);
    }
    if (command.serve) // --port asks for it, too.
        overrides.insert(u"server.enabled"_s, command.port ? u"--port"_s : u"--serve"_s);
    return overrides;
}

TokenFile tokenFileOf(const Settings::Server &server, const Locations &locations)
{
    return TokenFile(locations.state, locations.besideSettings(server.tokenFile));
}

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
    return withOverrides(settings, command);
}

} // namespace nova
