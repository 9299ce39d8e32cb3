#include "app/host/settings_options.h"

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
