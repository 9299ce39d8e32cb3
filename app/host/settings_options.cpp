#include "app/host/settings_options.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace nova
{

LocalNova::Pace paceOf(const Settings &settings)
{
    LocalNova::Pace pace;
    pace.watching.polling = settings.watch.polling;
    pace.timing.length = std::chrono::milliseconds(settings.watch.windowMs);
    pace.keepVersions = settings.backups.keep;
    pace.health.servers.interval = std::chrono::seconds(settings.health.intervalSeconds);
    pace.health.servers.timeout = std::chrono::seconds(settings.health.timeoutSeconds);
    pace.health.servers.failuresBeforeDown = settings.health.failuresBeforeDown;
    pace.health.maxConcurrent = settings.health.maxConcurrent;
    return pace;
}

Document::Options documentOptions(const Settings &settings)
{
    const LocalNova::Pace pace = paceOf(settings);
    Document::Options options;
    options.watching = pace.watching;
    options.timing = pace.timing;
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
    options.documents = documentOptions(settings);
    options.health.monitor = pace.health;
    return options;
}

std::optional<RedisBridge::Options> redisOptions(const Settings &settings)
{
    if (settings.redis.url.isEmpty())
        return std::nullopt;
    RedisBridge::Options options;
    options.address = parseRedisUrl(settings.redis.url).value();
    options.channel = settings.redis.channel;
    return options;
}

} // namespace nova
