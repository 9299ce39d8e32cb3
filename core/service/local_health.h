#pragma once

#include "core/health/health_history_file.h"
#include "core/health/health_monitor.h"
#include "core/service/health_state.h"

namespace nova
{

/// The health part of a local Nova: the monitor that asks, the recorder that remembers, and the state made from both.
/// Core thread.
class LocalHealth final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        HealthMonitor::Options monitor{};
        QString stateFolder;     ///< Of the history; empty: it is not kept.
        bool stateIsOurs = true; ///< False: it is read there, and nothing is written.
    };

    LocalHealth(const Options &options, Logger &logger, QObject *parent = nullptr);
    ~LocalHealth() override;

    /// Reads the history.
    void start();
    /// Ends sessions and saves the history. Waits, a second at most.
    void stop();

    /// Another pace; setCatalog() has to follow.
    void configure(const HealthMonitor::Options &options);
    /// The servers in force.
    void setCatalog(const Catalog &catalog);
    [[nodiscard]] std::shared_ptr<const HealthState> state() const { return m_state; }

    void check(const QString &name, const HealthMonitor::Checked &checked);
    [[nodiscard]] Result<HealthHistory> history(const QString &name) const;
    [[nodiscard]] HealthMonitor &monitor() { return m_monitor; }

Q_SIGNALS:
    /// state() is another one. `news`: the servers of which there is something to tell; none where only times and
    /// small things differ.
    void changed(const QStringList &news);

private:
    void take(const QString &name, const HealthReportPtr &report);
    void record(const QString &name, const HealthReport &report);
    void logChange(const QString &name, const HealthReport &before, const HealthReport &after);
    void flush();

    Logger &m_logger;
    HealthMonitor m_monitor;
    HealthRecorder m_recorder;
    std::unique_ptr<HealthHistoryFile> m_file;
    std::shared_ptr<const HealthState> m_state;
    HealthState m_next;                     ///< What m_state will be.
    QHash<QString, HealthReportPtr> m_told; ///< The reports that were news.
    QHash<QString, int> m_intervals;        ///< In seconds, by server.
    QStringList m_news;
    QTimer m_newsTimer;  ///< Several that change at once are told at once.
    QTimer m_quietTimer; ///< What is no news can wait longer.
    int m_interval;
};

} // namespace nova
