#pragma once

#include "core/base/result.h"
#include "core/health/probe_schedule.h"
#include "core/health/server_watch.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <unordered_map>

namespace nova
{

/// Asks every enabled server again and again how it is: spread over the interval, at most so many at once, sooner after
/// a failure. Knows nothing about events or files. Core thread.
class HealthMonitor final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        ServerWatch::Options servers{};
        int maxConcurrent = 16;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); ///< For `${NAME}`.
    };
    using Checked = std::function<void(Result<HealthReportPtr>)>;

    explicit HealthMonitor(const Options &options, QObject *parent = nullptr);
    ~HealthMonitor() override;

    /// Another pace, patience or number at once, from the next checks on.
    void configure(const ServerWatch::Options &servers, int maxConcurrent);

    /// The servers there are from now on. One that is new, or is asked otherwise than before, is asked at once; one
    /// that is gone, off or changed has its session ended.
    void setServers(const QList<MonitoredServer> &servers);
    [[nodiscard]] HealthReportPtr report(const QString &name) const;

    /// Asks now, even while its turn is far off; one that is being asked just then is asked again after that.
    /// Conflict where the server is off, NotFound where there is none.
    void check(const QString &name, const Checked &checked);

    /// A restart begins: these are asked twice a second until settle() has been called and they are healthy again, or
    /// a minute after it.
    void watchClosely(const QStringList &names);
    void settle(const QStringList &names);

    /// Ends every session and stops asking. Waits for the answers up to `atMost`, in a loop of its own.
    void stop(std::chrono::milliseconds atMost);

Q_SIGNALS:
    /// There is a new report: of a check, or because the server went on or off.
    void reported(const QString &name, const nova::HealthReportPtr &report);

private:
    struct Entry;
    using Time = ProbeSchedule::Time;

    void add(const MonitoredServer &server);
    void dismiss(std::unique_ptr<Entry> entry);
    void run();
    void start(const QString &name);
    void onChecked(const QString &name);
    void scheduleNext(const QString &name, Entry &entry);
    [[nodiscard]] static Time now() { return ProbeSchedule::Clock::now(); }

    Options m_options;
    HttpClient m_client;
    ProbeSchedule m_schedule;
    QTimer m_timer;
    std::unordered_map<QString, std::unique_ptr<Entry>> m_entries;
    std::map<Entry *, std::unique_ptr<Entry>>
        m_leaving; ///< Gone, but being asked: their sessions are ended after that.
    bool m_stopped = false;
};

} // namespace nova
