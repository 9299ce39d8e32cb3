#include "app/desktop/health_alerts.h"

#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/words.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
QString tr(const char *text)
{
    return QCoreApplication::translate("nova::HealthAlerts", text);
}
} // namespace

HealthAlerts::HealthAlerts(const Options &options, Time now)
    : m_options(options)
    , m_begin(now)
{
}

HealthAlerts::~HealthAlerts() = default;

HealthAlerts::Known HealthAlerts::knownFrom(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unreachable:
        return Known::Down;
    case HealthStatus::Healthy:
        return Known::Up;
    default:
        return Known::Nothing;
    }
}

bool HealthAlerts::isFirstRoundOver(const NovaState &state, Time now) const
{
    if (now >= m_begin + m_options.firstRound)
        return true;
    if (state.catalog->servers.isEmpty())
        return false; // The file has not been read.
    return std::all_of(state.catalog->servers.begin(), state.catalog->servers.end(), [&](const ServerEntry &entry) {
        if (!entry.enabled)
            return true;
        const HealthReportPtr report = state.health->servers.value(entry.name).report;
        const bool isMiss = report && report->status == HealthStatus::Degraded && !needsPerson(*report);
        return report && report->status != HealthStatus::Checking && !isMiss;
    });
}

void HealthAlerts::take(const NovaState &state, Time now)
{
    QStringList restarting;
    for (const RestartRun &run : state.restarts->runs) {
        if (run.state == RestartRun::State::Running)
            restarting += run.servers;
    }
    m_order.clear();
    QHash<QString, Server> servers;
    for (const ServerEntry &entry : state.catalog->servers) {
        if (!entry.enabled || m_options.muted.contains(entry.name))
            continue; // And whatever was told of it is forgotten.
        Server server = m_servers.value(entry.name);
        const HealthReportPtr report = state.health->servers.value(entry.name).report;
        const Known is = report ? knownFrom(report->status) : Known::Nothing;
        // What is neither (credentials wanted, one miss) leaves open what was; a restart is known to whoever asked.
        const bool isDownOnPurpose = is == Known::Down && restarting.contains(entry.name);
        if (is != Known::Nothing && is != server.is && !isDownOnPurpose) {
            server.is = is;
            server.since = now;
            if (is == Known::Up && server.told == Known::Nothing)
                server.told = Known::Up;
        }
        server.restartable = state.restarts->allowed.contains(entry.service);
        m_order.append(entry.name);
        servers.insert(entry.name, server);
    }
    m_servers = servers;
    if (m_firstRound && isFirstRoundOver(state, now))
        endFirstRound();
}

void HealthAlerts::endFirstRound()
{
    m_firstRound = false;
    if (!m_options.quietBegin)
        return;
    for (Server &server : m_servers)
        server.told = server.is;
}

bool HealthAlerts::isNews(const Server &server)
{
    return server.is != server.told && server.is != Known::Nothing;
}

HealthAlerts::Time HealthAlerts::due(const Server &server) const
{
    return std::max(server.since + m_options.together, server.quietUntil);
}

std::optional<HealthAlerts::Time> HealthAlerts::next() const
{
    if (m_firstRound)
        return m_begin + m_options.firstRound;
    std::optional<Time> earliest;
    for (const Server &server : m_servers) {
        if (isNews(server))
            earliest = earliest ? std::min(*earliest, due(server)) : due(server);
    }
    return earliest;
}

std::optional<Notice> HealthAlerts::tell(Time now)
{
    if (m_firstRound && now >= m_begin + m_options.firstRound)
        endFirstRound();
    const auto when = next();
    if (m_firstRound || !when || now < *when)
        return std::nullopt;
    // With the first one that is due go all that may speak, also those that went a moment ago.
    QStringList down, back;
    for (const QString &name : std::as_const(m_order)) {
        Server &server = m_servers[name];
        if (!isNews(server) || now < server.quietUntil)
            continue;
        server.told = server.is;
        server.quietUntil = now + m_options.quiet;
        (server.is == Known::Down ? down : back).append(name);
    }
    return words(down, back);
}

QStringList HealthAlerts::stillDown(const QStringList &but) const
{
    QStringList names;
    for (const QString &name : m_order) {
        if (m_servers.value(name).told == Known::Down && !but.contains(name))
            names.append(name);
    }
    return names;
}

Notice HealthAlerts::words(const QStringList &down, const QStringList &back) const
{
    const QString isBack = back.size() == 1 ? tr("%1 is back").arg(back.first())
                                            : tr("%1 servers are back: %2").arg(back.size()).arg(namesWords(back));
    // The message replaces the one before, so that it has to hold for all.
    const QStringList others = stillDown(down);
    const QString rest = others.isEmpty() ? QString() : tr("Still down: %1.").arg(namesWords(others));
    if (down.isEmpty())
        return {isBack, rest.isEmpty() ? tr("Nothing else is down.") : rest};
    Notice notice;
    notice.title = down.size() == 1 ? tr("%1 cannot be reached").arg(down.first())
                                    : tr("%1 servers cannot be reached: %2").arg(down.size()).arg(namesWords(down));
    QStringList sentences;
    if (!back.isEmpty())
        sentences << QString(isBack + u'.');
    if (!rest.isEmpty())
        sentences << rest;
    if (sentences.isEmpty())
        sentences << tr("Open Nova Settings to see why.");
    notice.text = sentences.join(u' ');
    if (down.size() == 1) {
        notice.server = down.first();
        notice.actions << NoticeAction{u"check"_s, tr("Check now")};
        if (m_servers.value(notice.server).restartable)
            notice.actions << NoticeAction{u"restart"_s, tr("Restart…")};
    }
    notice.actions << NoticeAction{u"pause"_s, tr("Pause for an hour")};
    return notice;
}

} // namespace nova
