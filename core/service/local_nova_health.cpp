#include "core/service/local_nova.h"

#include "core/service/state_json.h"

using namespace Qt::StringLiterals;

// How LocalNova tells of the health of servers, and restarts them.

namespace nova
{

void LocalNova::publishHealth(QJsonObject data)
{
    const NovaStatePtr now = state();
    data[u"overall"_s] = toString(overallOf(*now->health, *now->redis));
    publish(makeEvent(EventType::SystemHealth, data, m_instance));
}

void LocalNova::onHealthChanged(const QStringList &news)
{
    replaceState([this](NovaState &next) { next.health = m_health.state(); });
    if (news.isEmpty())
        return;
    QJsonArray servers;
    for (const QString &name : news) {
        QJsonObject server = toJson(m_health.state()->servers.value(name));
        server[u"name"_s] = name;
        servers.append(server);
    }
    publishHealth({{u"servers"_s, servers}});
}

void LocalNova::check(QString server, Caller caller, Reply<HealthReportPtr> reply)
{
    Q_UNUSED(caller) // It changes nothing that an audit would tell of.
    m_mailbox->post([this, server = std::move(server), reply = std::move(reply)] { m_health.check(server, reply); });
}

void LocalNova::readHistory(QString server, Reply<HealthHistory> reply)
{
    m_mailbox->post([this, server = std::move(server), reply = std::move(reply)] { reply(m_health.history(server)); });
}

QStringList LocalNova::serversOf(const QString &service) const
{
    QStringList names;
    const auto catalog = state()->catalog;
    for (const ServerEntry &server : catalog->servers) {
        if (server.service == service)
            names.append(server.name);
    }
    return names;
}

void LocalNova::restart(QString service, Caller caller, Reply<RestartResult> reply)
{
    m_mailbox->post([this, service = std::move(service), caller = std::move(caller), reply = std::move(reply)] {
        const QStringList servers = serversOf(service);
        m_restarts.start(service, servers, [this, service, caller, reply](const Result<RestartResult> &result) {
            auditRestart(service, caller, result);
            reply(result);
        });
    });
}

void LocalNova::onRestartChanged(const RestartRun &run)
{
    // It shows in the health of its servers: asked closely while it runs, and until they are well again.
    if (run.state == RestartRun::State::Running)
        m_health.monitor().watchClosely(run.servers);
    else
        m_health.monitor().settle(run.servers);
    replaceState([this](NovaState &next) { next.restarts = m_restarts.state(); });
    publishHealth({{u"servers"_s, QJsonArray()}, {u"restart"_s, toJson(run)}});
}

void LocalNova::auditRestart(const QString &service, const Caller &caller, const Result<RestartResult> &result)
{
    constexpr qsizetype enough = 80; // A name that is refused may be anything.
    QJsonObject fields{{u"service"_s, service.left(enough)}};
    if (result) {
        fields[u"argv"_s] = QJsonArray::fromStringList(result->argv);
        fields[u"exit_code"_s] = result->exitCode;
        fields[u"timed_out"_s] = result->timedOut;
        fields[u"duration_ms"_s] = result->durationMs;
    } else {
        fields[u"refused"_s] = result.error().message.left(2 * enough);
    }
    audit(u"restart"_s, caller, fields);
}

} // namespace nova
