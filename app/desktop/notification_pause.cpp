#include "app/desktop/notification_pause.h"

namespace nova
{

NotificationPause::NotificationPause(QObject *parent)
    : QObject(parent)
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &NotificationPause::resume);
}

NotificationPause::~NotificationPause() = default;

void NotificationPause::pauseFor(std::chrono::milliseconds time)
{
    m_end.start(time);
    set(true, QDateTime::currentDateTime().addMSecs(time.count()));
}

void NotificationPause::pauseUntilResumed()
{
    m_end.stop();
    set(true, {});
}

void NotificationPause::resume()
{
    m_end.stop();
    set(false, {});
}

void NotificationPause::set(bool active, const QDateTime &until)
{
    m_active = active;
    m_until = until;
    Q_EMIT changed();
}

} // namespace nova
