#include "core/service/local_nova.h"

// What follows the settings while it runs.

namespace nova
{

void LocalNova::setPace(const Pace &pace)
{
    for (ManagedText *text : {&m_catalog, &m_prompt})
        text->document().configure(pace.watching, pace.timing, pace.keepVersions);
    m_health.configure(pace.health);
    if (const Catalog *catalog = catalogOf(m_catalog.document().text()))
        m_health.setCatalog(*catalog);
}

void LocalNova::setRedis(const std::optional<RedisBridge::Options> &redis)
{
    m_remote.setRedis(redis);
}

void LocalNova::setRestartRules(const RestartRules &rules)
{
    m_restarts.setRules(rules);
    replaceState([this](NovaState &next) { next.restarts = m_restarts.state(); });
}

} // namespace nova
