#include "core/health/health_monitor.h"

#include <QEventLoop>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr std::chrono::milliseconds closeInterval{500};
constexpr std::chrono::seconds longestSettling{60};
constexpr int healthyUntilSettled = 3;
} // namespace

struct HealthMonitor::Entry {
    Entry(const MonitoredServer &server, const ServerWatch::Options &options)
        : watch(server, options)
    {
    }

    ServerWatch watch;
    std::vector<Checked> askers;     ///< Told by the check that is running.
    std::vector<Checked> nextAskers; ///< Told by the one after it.
    bool isWatchedClosely = false;
    bool isSettling = false;
    int healthyInARow = 0;
    Time settlingUntil{};
};

HealthMonitor::HealthMonitor(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_schedule(options.maxConcurrent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HealthMonitor::run);
}

HealthMonitor::~HealthMonitor() = default;

HealthReportPtr HealthMonitor::report(const QString &name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? nullptr : found->second->watch.report();
}

void HealthMonitor::configure(const ServerWatch::Options &servers, int maxConcurrent)
{
    m_options.servers = servers;
    m_options.maxConcurrent = maxConcurrent;
    m_schedule.setMaxConcurrent(maxConcurrent);
    for (const auto &[name, entry] : m_entries) {
        const auto before = entry->watch.interval();
        entry->watch.configure(servers);
        if (!entry->watch.server().entry.enabled || entry->watch.isChecking() || entry->watch.interval() == before)
            continue;
        const bool neverAsked = !entry->watch.report()->checkedAt.isValid();
        m_schedule.forget(name);
        if (neverAsked && entry->watch.interval().count() > 0)
            m_schedule.now(name, now());
        else
            scheduleNext(name, *entry);
    }
    run();
}

void HealthMonitor::setServers(const QList<MonitoredServer> &servers)
{
    QSet<QString> names;
    for (const MonitoredServer &server : servers) {
        const QString &name = server.entry.name;
        names.insert(name);
        const auto found = m_entries.find(name);
        if (found == m_entries.end()) {
            add(server);
            continue;
        }
        ServerWatch &watch = found->second->watch;
        const bool same =
            watch.server().entry.enabled == server.entry.enabled && !watch.server().isAskedOtherwise(server);
        if (same) {
            const bool otherPace = watch.server().entry.intervalSeconds != server.entry.intervalSeconds;
            watch.describe(server);
            // Who waits for the first check still does.
            if (otherPace && server.entry.enabled && !watch.isChecking() && watch.report()->checkedAt.isValid())
                scheduleNext(name, *found->second);
            continue;
        }
        auto old = std::move(found->second);
        m_entries.erase(found);
        dismiss(std::move(old));
        add(server);
    }
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (names.contains(entry->first)) {
            ++entry;
            continue;
        }
        m_schedule.forget(entry->first);
        auto old = std::move(entry->second);
        entry = m_entries.erase(entry);
        dismiss(std::move(old));
    }
    run();
}

void HealthMonitor::add(const MonitoredServer &server)
{
    const QString name = server.entry.name;
    m_schedule.forget(name);
    const auto &entry = m_entries[name] = std::make_unique<Entry>(server, m_options.servers);
    if (server.entry.enabled && entry->watch.interval().count() > 0)
        m_schedule.now(name, now());
    Q_EMIT reported(name, entry->watch.report());
}

void HealthMonitor::dismiss(std::unique_ptr<Entry> entry)
{
    std::vector<Checked> askers = std::exchange(entry->askers, {});
    askers.insert(askers.end(), entry->nextAskers.begin(), entry->nextAskers.end());
    entry->nextAskers.clear();
    for (const Checked &checked : askers)
        checked(failure(ErrorCode::Conflict, u"The server was changed while it was being checked."_s));
    if (!entry->watch.isChecking()) {
        entry->watch.endSession(m_client, m_options.environment, {});
        return;
    }
    Entry *key = entry.get(); // What it is told just now may be a session: that is to be ended.
    m_leaving.emplace(key, std::move(entry));
}

void HealthMonitor::check(const QString &name, const Checked &checked)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return checked(failure(ErrorCode::NotFound, u"There is no server named %1."_s.arg(name)));
    Entry &entry = *found->second;
    if (!entry.watch.server().entry.enabled)
        return checked(failure(ErrorCode::Conflict, u"%1 is off; a server that is off is not checked."_s.arg(name)));
    if (m_stopped)
        return checked(failure(ErrorCode::Unavailable, u"Nova is ending."_s));
    entry.nextAskers.push_back(checked);
    if (!entry.watch.isChecking()) {
        m_schedule.now(name, now());
        run();
    }
}

void HealthMonitor::watchClosely(const QStringList &names)
{
    for (const QString &name : names) {
        const auto found = m_entries.find(name);
        if (found == m_entries.end() || !found->second->watch.server().entry.enabled)
            continue;
        found->second->isWatchedClosely = true;
        found->second->isSettling = false;
        if (!found->second->watch.isChecking())
            m_schedule.now(name, now());
    }
    run();
}

void HealthMonitor::settle(const QStringList &names)
{
    watchClosely(names);
    for (const QString &name : names) {
        if (const auto found = m_entries.find(name); found != m_entries.end()) {
            found->second->isSettling = true;
            found->second->healthyInARow = 0;
            found->second->settlingUntil = now() + longestSettling;
        }
    }
}

void HealthMonitor::run()
{
    if (m_stopped)
        return;
    while (const auto name = m_schedule.take(now()))
        start(*name);
    const auto due = m_schedule.nextDue();
    if (!due || !m_schedule.hasPlace()) // Whoever gives up a place calls this again.
        return m_timer.stop();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void HealthMonitor::start(const QString &name)
{
    Entry *entry = m_entries.at(name).get();
    entry->askers = std::exchange(entry->nextAskers, {});
    entry->watch.check(m_client, m_options.environment, [this, name, entry] {
        m_schedule.finished();
        if (const auto leaving = m_leaving.find(entry); leaving != m_leaving.end()) {
            entry->watch.endSession(m_client, m_options.environment, {});
            // It is on the stack still.
            QMetaObject::invokeMethod(
                this, [this, entry] { m_leaving.erase(entry); }, Qt::QueuedConnection);
            m_timer.start(0);
            return;
        }
        onChecked(name);
    });
}

void HealthMonitor::onChecked(const QString &name)
{
    Entry &entry = *m_entries.at(name);
    scheduleNext(name, entry);
    const HealthReportPtr report = entry.watch.report();
    const auto askers = std::exchange(entry.askers, {});
    Q_EMIT reported(name, report);
    for (const Checked &checked : askers)
        checked(report);
    m_timer.start(0); // Not at once: what cannot be asked is finished before its turn has ended.
}

void HealthMonitor::scheduleNext(const QString &name, Entry &entry)
{
    const bool isHealthy = entry.watch.report()->status == HealthStatus::Healthy;
    entry.healthyInARow = isHealthy ? entry.healthyInARow + 1 : 0;
    if (entry.isSettling && (entry.healthyInARow >= healthyUntilSettled || now() > entry.settlingUntil))
        entry.isWatchedClosely = entry.isSettling = false;
    if (!entry.nextAskers.empty())
        m_schedule.now(name, now());
    else if (entry.isWatchedClosely)
        m_schedule.after(name, now(), closeInterval);
    else if (const auto delay = entry.watch.retryDelay())
        m_schedule.after(name, now(), *delay);
    else if (entry.watch.interval().count() > 0)
        m_schedule.regular(name, now(), entry.watch.interval());
}

void HealthMonitor::stop(std::chrono::milliseconds atMost)
{
    if (m_stopped)
        return;
    m_stopped = true;
    m_timer.stop();
    QEventLoop loop;
    QTimer deadline;
    QTimer look;
    connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    // Checks on their way may still open a session; those that have none are not waited for.
    const auto endSessions = [&] {
        for (const auto &[name, entry] : m_entries) {
            if (!entry->watch.isChecking() && entry->watch.hasSession())
                entry->watch.endSession(m_client, m_options.environment, {});
        }
        if (m_client.running() == 0)
            loop.quit();
    };
    connect(&look, &QTimer::timeout, &loop, endSessions);
    look.start(10);
    deadline.start(atMost);
    loop.exec();
}

} // namespace nova
