#include "app/desktop/health_notices.h"

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
    , m_alerts(options, now())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HealthNotices::tell);
    connect(&service, &NovaService::stateChanged, this, &HealthNotices::takeState);
    takeState(service.state());
}

HealthNotices::~HealthNotices() = default;

void HealthNotices::takeState(const NovaStatePtr &state)
{
    if (state->health == m_health && state->catalog == m_catalog && state->restarts == m_restarts)
        return;
    m_health = state->health;
    m_catalog = state->catalog;
    m_restarts = state->restarts;
    m_alerts.take(*state, now());
    tell();
}

void HealthNotices::tell()
{
    const HealthAlerts::Time time = now();
    if (const auto notice = m_alerts.tell(time))
        Q_EMIT raised(*notice);
    if (const auto next = m_alerts.next())
        m_timer.start(std::max(HealthAlerts::Time(1), *next - time));
    else
        m_timer.stop();
}

} // namespace nova
