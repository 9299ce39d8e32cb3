#include "app/host/service_manager.h"

#include <QPointer>

#include <ctime>
#include <systemd/sd-daemon.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

qint64 monotonicMicroseconds()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

ServiceManager::ServiceManager(RollCall rollCall)
    : m_rollCall(std::move(rollCall))
{
    // Half of the time that it has, as sd_watchdog_enabled(3) advises.
    uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0)
        m_watchdog.setInterval(std::chrono::milliseconds(std::max<uint64_t>(microseconds / 2000, 1)));
    m_watchdog.callOnTimeout(this, &ServiceManager::feed);
}

void ServiceManager::notify(const QString &lines) const
{
    ::sd_notify(0, lines.toUtf8().constData()); // Does nothing without NOTIFY_SOCKET.
}

void ServiceManager::ready()
{
    m_ready = true;
    notify(u"READY=1\nSTATUS="_s + m_status);
    if (m_watchdog.interval() > 0)
        m_watchdog.start();
}

void ServiceManager::setStatus(const QString &status)
{
    if (m_stopping || std::exchange(m_status, status) == status)
        return;
    if (m_ready && m_reloads == 0)
        notify(u"STATUS="_s + status);
}

void ServiceManager::reload(const std::function<void()> &work)
{
    if (m_stopping)
        return;
    ++m_reloads;
    notify(u"RELOADING=1\nMONOTONIC_USEC=%1\nSTATUS=Reading the files again"_s.arg(monotonicMicroseconds()));
    work();
    m_rollCall([self = QPointer(this)] {
        if (self && --self->m_reloads == 0 && !self->m_stopping)
            self->notify(u"READY=1\nSTATUS="_s + self->m_status);
    });
}

void ServiceManager::stopping()
{
    if (!std::exchange(m_stopping, true))
        notify(u"STOPPING=1\nSTATUS=Ending"_s);
}

void ServiceManager::feed()
{
    if (std::exchange(m_asking, true))
        return; // Somebody has not answered yet.
    m_rollCall([self = QPointer(this)] {
        if (!self)
            return;
        self->m_asking = false;
        self->notify(u"WATCHDOG=1"_s);
    });
}

} // namespace nova
