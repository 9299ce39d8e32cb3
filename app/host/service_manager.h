#pragma once

#include "core/base/mailbox.h"

#include <QTimer>

namespace nova
{

/// Tells systemd how this program does, as sd_notify(3) says; where systemd has not started it, nobody is told
/// anything. Core thread.
///
/// The watchdog is fed only while every thread answers: one that hangs is as good as a program that does.
class ServiceManager final : public QObject
{
    Q_OBJECT

public:
    /// Calls what it is given, on this thread, when all threads have answered.
    using RollCall = std::function<void(const Mailbox::Work &)>;

    explicit ServiceManager(RollCall rollCall);

    /// The start is over. Feeds the watchdog from now on, where there is one.
    void ready();
    /// A line for people, in `systemctl status`. Told with ready() at first.
    void setStatus(const QString &status);
    /// Does `work`, and tells that it is under way until all threads have answered behind it.
    void reload(const std::function<void()> &work);
    /// The end has begun.
    void stopping();

private:
    void notify(const QString &lines) const;
    void feed();

    const RollCall m_rollCall;
    QString m_status;
    QTimer m_watchdog;
    bool m_ready = false;
    bool m_stopping = false;
    bool m_asking = false; ///< For the watchdog.
    int m_reloads = 0;     ///< That are under way.
};

} // namespace nova
