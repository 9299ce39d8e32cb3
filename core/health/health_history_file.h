#pragma once

#include "core/base/worker.h"
#include "core/health/health_recorder.h"
#include "core/log/logger.h"

#include <QTimer>
#include <atomic>

namespace nova
{

/// Brings what a HealthRecorder knows to the file `health-history` in the state folder, and back at the next start.
///
/// Lives in the core thread; the disk is waited for in a thread of its own, but for load() and the end. Nothing about
/// the file is ever a failure of Nova's: what goes wrong is a warning, once until it goes well again.
class HealthHistoryFile
{
public:
    static constexpr std::chrono::milliseconds usually = std::chrono::minutes(5);

    /// The recorder and the logger outlive it. `every`: how long after each other it is saved, if there is something
    /// new.
    HealthHistoryFile(HealthRecorder &recorder, const QString &stateFolder, Logger &logger,
                      std::chrono::milliseconds every = usually);
    /// Saves what is not saved yet, and waits for it.
    ~HealthHistoryFile();
    Q_DISABLE_COPY_MOVE(HealthHistoryFile)

    [[nodiscard]] QString path() const { return m_path; }

    /// Nothing in the folder is written or set aside; to be called before load().
    void keepOff() { m_keepOff = true; }
    /// Once, before there is something to record. A file that cannot be used is set aside as
    /// `health-history.damaged-<time>`; the newest three of them are kept. One of a newer Nova stays where it is, and
    /// nothing is saved.
    void load();
    /// Saves in the background, if something is different from what is in the file and no save is under way.
    void save();

private:
    void setAside(const QString &problem);
    [[nodiscard]] bool isLeftToNewer();
    void leaveToNewer(const QString &problem);
    void write(const QByteArray &payload, quint64 changes);

    HealthRecorder &m_recorder;
    Logger &m_logger;
    const QString m_folder;
    const QString m_path;
    QTimer m_timer;
    std::atomic<quint64> m_saved = 0; ///< The recorder's changes() that are in the file.
    std::atomic<bool> m_saving = false;
    bool m_warned = false; ///< Of the last save; only in the worker's thread.
    /// There is a file that could neither be used nor be set aside, or one that a newer Nova will want back.
    std::atomic<bool> m_keepOff = false;
    std::unique_ptr<Worker> m_worker;
};

} // namespace nova
