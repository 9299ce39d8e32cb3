#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/server_words.h"
#include "app/desktop/viewmodels/servers_model.h"
#include "app/desktop/viewmodels/words.h"
#include "core/base/caller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What the rows say of the health of their servers.

namespace nova
{

namespace
{

using Role = ServersModel::Role;

/// What differs with every look.
const QList<int> figureRoles{Role::WordsRole,   Role::LatencyRole,  Role::LatencyMsRole,
                             Role::CheckedRole, Role::BarKindsRole, Role::BarLatenciesRole};
/// And what differs only when there is something to tell.
const QList<int> newsRoles{Role::MarkRole,   Role::NeedsRole, Role::WorksRole,   Role::SummaryRole,
                           Role::ActionRole, Role::ToolsRole, Role::ProtocolRole};

/// The next of 50, 100, 200, 500, 1000, …: bars are not to change their height with every answer.
int roundScale(int slowest)
{
    int scale = 50;
    for (int step = 0; scale < slowest; ++step)
        scale = step % 3 == 2 ? scale * 5 / 2 : scale * 2;
    return scale;
}

} // namespace

HealthReport ServersModel::Row::report() const
{
    if (health && entry.enabled)
        return *health;
    HealthReport none;
    none.status = entry.enabled ? HealthStatus::Checking : HealthStatus::Disabled;
    return none;
}

bool ServersModel::Row::needsPerson() const
{
    return health && entry.enabled && nova::needsPerson(*health);
}

bool ServersModel::Row::works() const
{
    return health && entry.enabled &&
           (health->status == HealthStatus::Healthy ||
            (health->status == HealthStatus::Degraded && !nova::needsPerson(*health)));
}

int ServersModel::enabledCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.wanted(); }));
}

int ServersModel::needingCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.needsPerson(); }));
}

int ServersModel::workingCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.works(); }));
}

QStringList ServersModel::needingNames() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (row.needsPerson())
            names.append(row.entry.name);
    }
    return names;
}

QString ServersModel::summary() const
{
    if (m_rows.isEmpty())
        return {};
    const int on = enabledCount();
    const int needing = needingCount();
    QStringList words{tr("%1 on").arg(on)};
    if (needing > 0)
        words << (needing == 1 ? tr("1 needs you") : tr("%1 need you").arg(needing));
    words << tr("%1 off").arg(count() - on);
    return words.join(u" · "_s);
}

QVariant ServersModel::healthData(const Row &row, int role) const
{
    switch (role) {
    case MarkRole:
        return int(markOf(row.report().status));
    case NeedsRole:
        return row.needsPerson();
    case WorksRole:
        return row.works();
    case WordsRole:
        return healthWords(row.report(), QDateTime::currentDateTime());
    case SummaryRole:
        return row.report().summary;
    case LatencyMsRole:
        return row.report().latencyMs;
    case ActionRole:
        return row.report().action;
    case ToolsRole:
        return toolsWords(row.report().toolCount);
    case LatencyRole:
        return latencyWords(row.report().latencyMs);
    case ProtocolRole:
        return row.report().protocolVersion;
    case CheckedRole: {
        const QDateTime checked = row.report().checkedAt;
        return checked.isValid() ? tr("checked %1").arg(agoWords(checked, QDateTime::currentDateTime())) : QString();
    }
    case BarKindsRole:
        return QVariant::fromValue(barKinds(row.bar));
    case BarLatenciesRole:
        return QVariant::fromValue(barLatencies(row.bar));
    case ServiceRole:
        return row.restartable ? row.entry.service : QString();
    case RestartingRole:
        return row.restarting;
    case AskingRole:
        return row.asking;
    default:
        return {};
    }
}

void ServersModel::takeHealth(const HealthState &health)
{
    const int needing = needingCount();
    const int working = workingCount();
    for (int place = 0; place < count(); ++place) {
        const auto known = health.servers.constFind(m_rows[place].entry.name);
        if (known == health.servers.constEnd())
            updateHealth(place, {}, {});
        else
            updateHealth(place, known->report, known->bar);
    }
    updateLatencyScale();
    if (needing != needingCount() || working != workingCount())
        Q_EMIT countsChanged();
}

void ServersModel::updateHealth(int place, const HealthReportPtr &report, const QList<HealthBarSlot> &bar)
{
    Row &row = m_rows[place];
    if (row.health == report)
        return;
    const HealthReportPtr before = std::exchange(row.health, report);
    row.bar = bar;
    const bool isNews = !before || !report || report->isNewsAfter(*before);
    rowChanged(place, isNews ? figureRoles + newsRoles : figureRoles);
}

QList<int> ServersModel::rolesOfHealth()
{
    return figureRoles + newsRoles;
}

void ServersModel::updateLatencyScale()
{
    int slowest = 0;
    for (const Row &row : std::as_const(m_rows)) {
        for (const HealthBarSlot &slot : row.bar)
            slowest = std::max(slowest, slot.latencyMs);
    }
    const int scale = roundScale(slowest);
    if (scale == m_latencyScaleMs)
        return;
    m_latencyScaleMs = scale;
    Q_EMIT latencyScaleChanged();
}

void ServersModel::updateAges()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {WordsRole, CheckedRole});
}

void ServersModel::takeRestarts(const RestartState &restarts)
{
    QStringList running;
    for (const RestartRun &run : restarts.runs) {
        if (run.state == RestartRun::State::Running)
            running.append(run.service);
    }
    for (int place = 0; place < count(); ++place) {
        Row &row = m_rows[place];
        const bool restartable = !row.entry.service.isEmpty() && restarts.allowed.contains(row.entry.service);
        const bool restarting = running.contains(row.entry.service);
        QList<int> roles;
        if (std::exchange(row.restartable, restartable) != restartable)
            roles << ServiceRole;
        if (std::exchange(row.restarting, restarting) != restarting)
            roles << RestartingRole;
        rowChanged(place, roles);
    }
}

void ServersModel::check(const QString &name)
{
    const int place = rowOf(name);
    if (place < 0 || m_rows[place].asking || !m_rows[place].entry.enabled)
        return;
    const NovaStatePtr state = m_service.state();
    if (!state->link->isUp()) {
        Q_EMIT failed(name, whyNotEditable(*state));
        return;
    }
    m_rows[place].asking = true;
    rowChanged(place, {AskingRole});
    m_service.check(name, {Origin::Ui, u"desktop"_s}, {m_mailbox, [this, name](const Result<HealthReportPtr> &) {
                                                           // What came of it is in the state; a failure means that it
                                                           // is off or gone, which shows too.
                                                           const int now = rowOf(name);
                                                           if (now < 0)
                                                               return;
                                                           m_rows[now].asking = false;
                                                           rowChanged(now, {AskingRole});
                                                       }});
}

} // namespace nova
