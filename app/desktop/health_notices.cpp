#include "app/desktop/health_notices.h"

#include "app/desktop/viewmodels/link_words.h"

namespace nova
{

namespace
{

HealthAlerts::Time now()
{
    return std::chrono::duration_cast<HealthAlerts::Time>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

HealthNotices::HealthNotices(NovaService &service, const HealthAlerts::Options &options, QObject *parent)
    : QObject(parent)
    , m_watch(service)
    , m_options(options)
    , m_alerts(options, now())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HealthNotices::tell);
    connect(&m_watch, &LinkWatch::switched, this, [this] {
        m_options.quietBegin = true;
        m_begun = false;
    });
    connect(&service, &NovaService::stateChanged, this, &HealthNotices::takeState);
    takeState(service.state());
}

HealthNotices::~HealthNotices() = default;

void HealthNotices::setMuted(const QStringList &names)
{
    m_options.muted = names;
    m_alerts.setMuted(names);
}

void HealthNotices::beginAnew()
{
    m_alerts = HealthAlerts(m_options, now());
    m_begun = true;
}

void HealthNotices::takeState(const NovaStatePtr &state)
{
    m_link = state->link;
    if (!m_begun) {
        m_timer.stop();
        if (!m_link->isUp())
            return; // The list of a Nova that has not answered is no list without servers.
        beginAnew();
    } else if (state->health == m_health && state->catalog == m_catalog && state->restarts == m_restarts) {
        return;
    }
    m_health = state->health;
    m_catalog = state->catalog;
    m_restarts = state->restarts;
    m_alerts.take(*state, now());
    tell();
}

void HealthNotices::tell()
{
    const HealthAlerts::Time time = now();
    if (auto notice = m_alerts.tell(time)) {
        if (m_link->isRemote()) {
            notice->title = tr("%1: %2").arg(novaName(m_link->address), notice->title);
            notice->address = m_link->address;
        }
        Q_EMIT raised(*notice);
    }
    if (const auto next = m_alerts.next())
        m_timer.start(std::max(HealthAlerts::Time(1), *next - time));
    else
        m_timer.stop();
}

} // namespace nova
