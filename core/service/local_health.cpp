#include "core/service/local_health.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr std::chrono::milliseconds newsWaits{40};
constexpr std::chrono::milliseconds restWaits{1000};
constexpr std::chrono::milliseconds endsWithin{1000};

/// That nothing is known yet tells nobody anything, nor that a server is off of which nothing was known before.
bool isWorthTelling(const HealthReport &report, const HealthReportPtr &told)
{
    const bool wasKnown = told && told->status != HealthStatus::Checking && told->status != HealthStatus::Disabled;
    if (report.status == HealthStatus::Checking || (report.status == HealthStatus::Disabled && !wasKnown))
        return false;
    return !told || report.isNewsAfter(*told);
}

int inSeconds(std::chrono::milliseconds interval)
{
    return int(std::chrono::ceil<std::chrono::seconds>(interval).count());
}
} // namespace

LocalHealth::LocalHealth(const Options &options, Logger &logger, QObject *parent)
    : QObject(parent)
    , m_logger(logger)
    , m_monitor(options.monitor)
    , m_state(std::make_shared<HealthState>())
    , m_interval(inSeconds(options.monitor.servers.interval))
{
    if (!options.stateFolder.isEmpty())
        m_file = std::make_unique<HealthHistoryFile>(m_recorder, options.stateFolder, logger);
    if (m_file && !options.stateIsOurs)
        m_file->keepOff();
    for (QTimer *timer : {&m_newsTimer, &m_quietTimer}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &LocalHealth::flush);
    }
    m_newsTimer.setInterval(newsWaits);
    m_quietTimer.setInterval(restWaits);
    connect(&m_monitor, &HealthMonitor::reported, this, &LocalHealth::take);
}

LocalHealth::~LocalHealth() = default;

void LocalHealth::start()
{
    if (m_file)
        m_file->load();
}

void LocalHealth::stop()
{
    m_monitor.stop(endsWithin);
    const QStringList names = m_next.servers.keys();
    for (const QString &name : names)
        m_recorder.pause(name, QDateTime::currentDateTimeUtc());
    m_file.reset();
}

void LocalHealth::configure(const HealthMonitor::Options &options)
{
    m_interval = inSeconds(options.servers.interval);
    m_monitor.configure(options.servers, options.maxConcurrent);
}

void LocalHealth::setCatalog(const Catalog &catalog)
{
    QList<MonitoredServer> servers;
    QSet<QString> names;
    m_intervals.clear();
    for (const ServerEntry &entry : catalog.servers) {
        servers.append({entry, catalog.headers.value(entry.name)});
        names.insert(entry.name);
        m_intervals.insert(entry.name, entry.intervalSeconds > 0 ? entry.intervalSeconds : m_interval);
    }
    const QStringList known = m_next.servers.keys();
    for (const QString &name : known) {
        if (names.contains(name))
            continue;
        m_next.servers.remove(name);
        m_told.remove(name);
        m_news.removeAll(name);
    }
    const QStringList remembered = m_recorder.servers();
    for (const QString &name : remembered) {
        if (!names.contains(name))
            m_recorder.forget(name);
    }
    m_monitor.setServers(servers);
    // Whoever hears of the catalog finds each of its servers here.
    m_state = std::make_shared<HealthState>(m_next);
}

void LocalHealth::take(const QString &name, const HealthReportPtr &report)
{
    record(name, *report);
    const HealthReportPtr told = m_told.value(name);
    const bool isNews = isWorthTelling(*report, told);
    if (told)
        logChange(name, *told, *report);
    HealthState::Server &server = m_next.servers[name];
    server.report = report;
    server.bar = m_recorder.bar(name, std::chrono::minutes(HealthState::barSlots * HealthState::slotSeconds / 60),
                                HealthState::barSlots);
    if (isNews || !told)
        m_told.insert(name, report);
    if (isNews) {
        if (!m_news.contains(name))
            m_news.append(name);
        if (!m_newsTimer.isActive())
            m_newsTimer.start();
    } else if (!m_quietTimer.isActive()) {
        m_quietTimer.start();
    }
}

void LocalHealth::record(const QString &name, const HealthReport &report)
{
    if (report.status == HealthStatus::Disabled) {
        m_recorder.pause(name, QDateTime::currentDateTimeUtc());
        return;
    }
    if (report.status == HealthStatus::Checking)
        return;
    m_recorder.record(name, {report.checkedAt, report.status, report.latencyMs,
                             report.status == HealthStatus::Healthy ? QString() : report.summary,
                             m_intervals.value(name, m_interval)});
}

void LocalHealth::logChange(const QString &name, const HealthReport &before, const HealthReport &after)
{
    if (before.status == after.status)
        return;
    const bool isWell = after.status == HealthStatus::Healthy || after.status == HealthStatus::Disabled ||
                        after.status == HealthStatus::Checking;
    m_logger.log(isWell ? LogLevel::Info : LogLevel::Warning, "health"_L1, u"%1: %2"_s.arg(name, after.summary),
                 {{u"server"_s, name},
                  {u"status"_s, toString(after.status)},
                  {u"was"_s, toString(before.status)},
                  {u"reason"_s, after.reason},
                  {u"detail"_s, after.detail}});
}

void LocalHealth::flush()
{
    m_newsTimer.stop();
    m_quietTimer.stop();
    m_state = std::make_shared<HealthState>(m_next);
    Q_EMIT changed(std::exchange(m_news, {}));
}

void LocalHealth::check(const QString &name, const HealthMonitor::Checked &checked)
{
    m_monitor.check(name, [this, checked](const Result<HealthReportPtr> &report) {
        flush(); // Whoever hears of it finds it in the state.
        checked(report);
    });
}

Result<HealthHistory> LocalHealth::history(const QString &name) const
{
    if (!m_next.servers.contains(name))
        return failure(ErrorCode::NotFound, u"There is no server named %1."_s.arg(name));
    HealthHistory none;
    none.name = name;
    return m_recorder.history(name).value_or(none);
}

} // namespace nova
