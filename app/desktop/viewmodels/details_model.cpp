#include "app/desktop/viewmodels/details_model.h"

#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

namespace
{

/// Of a server that is off, or that nobody has looked at.
HealthReportPtr reportWithout(const ServerEntry &entry)
{
    HealthReport report;
    report.status = entry.enabled ? HealthStatus::Checking : HealthStatus::Disabled;
    return std::make_shared<HealthReport>(report);
}

} // namespace

DetailsModel::DetailsModel(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_nova(service)
    , m_watch(service)
    , m_history(service)
    , m_report(reportWithout({}))
{
    m_ages.setTimerType(Qt::VeryCoarseTimer);
    m_ages.setInterval(30s);
    connect(&m_ages, &QTimer::timeout, this, &DetailsModel::changed);
    m_ages.start();
    connect(&m_watch, &LinkWatch::switched, this, [this] { setName({}); });
    connect(&service, &NovaService::stateChanged, this, &DetailsModel::takeState);
}

DetailsModel::~DetailsModel() = default;

void DetailsModel::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_catalog.reset();
    m_report = reportWithout({});
    m_history.read(name);
    takeState(m_nova.state());
    Q_EMIT nameChanged();
}

void DetailsModel::takeState(const NovaStatePtr &state)
{
    if (m_name.isEmpty())
        return;
    bool isOther = state->catalog != m_catalog || state->restarts != m_restarts;
    if (isOther) {
        m_catalog = state->catalog;
        m_restarts = state->restarts;
        const auto found = std::find_if(m_catalog->servers.begin(), m_catalog->servers.end(),
                                        [this](const ServerEntry &entry) { return entry.name == m_name; });
        if (found == m_catalog->servers.end())
            return setName({});
        m_entry = *found;
        m_service = m_restarts->allowed.contains(m_entry.service) ? m_entry.service : QString();
    }
    const HealthState::Server server = state->health->servers.value(m_name);
    const HealthReportPtr &known = server.report;
    m_bar = server.bar;
    if (!known || !m_entry.enabled) {
        m_report = reportWithout(m_entry);
    } else if (known != m_report) {
        m_report = known;
        isOther = true;
        m_history.read(m_name);
    }
    if (isOther)
        Q_EMIT changed();
}

int DetailsModel::mark() const
{
    return int(markOf(m_report->status));
}

QString DetailsModel::words() const
{
    return healthWords(*m_report, QDateTime::currentDateTime());
}

QString DetailsModel::program() const
{
    return QString(m_report->serverName + u' ' + m_report->serverVersion).trimmed();
}

QString DetailsModel::latency() const
{
    return latencyWords(m_report->latencyMs);
}

QString DetailsModel::checked() const
{
    return m_report->checkedAt.isValid() ? agoWords(m_report->checkedAt, QDateTime::currentDateTime()) : QString();
}

QString DetailsModel::checkedAt() const
{
    return QLocale().toString(m_report->checkedAt.toLocalTime(), QLocale::LongFormat);
}

QString DetailsModel::lastHealthy() const
{
    if (m_report->status == HealthStatus::Healthy || !m_report->lastHealthyAt.isValid())
        return {};
    return agoWords(m_report->lastHealthyAt, QDateTime::currentDateTime());
}

QList<int> DetailsModel::barKinds() const
{
    return nova::barKinds(m_bar);
}

QList<int> DetailsModel::barLatencies() const
{
    return nova::barLatencies(m_bar);
}

QString DetailsModel::toolsWords() const
{
    return nova::toolsWords(m_report->toolCount);
}

} // namespace nova
