#include "tests/desktop/fake_notifications.h"

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{
const QString connection = u"fake-notifications"_s;
}

FakeNotifications::FakeNotifications()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connection))
{
    m_listening = m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
                  m_bus.registerService(u"org.freedesktop.Notifications"_s);
}

FakeNotifications::~FakeNotifications()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    QDBusConnection::disconnectFromBus(connection);
}

void FakeNotifications::click(quint32 id, const QString &action)
{
    Q_EMIT ActionInvoked(id, action);
    Q_EMIT NotificationClosed(id, 2);
}

quint32 FakeNotifications::Notify(const QString &program, quint32 replaces, const QString &icon, const QString &title,
                                  const QString &text, const QStringList &actions, const QVariantMap &hints,
                                  int timeout)
{
    Q_UNUSED(program)
    Q_UNUSED(icon)
    Q_UNUSED(hints)
    Q_UNUSED(timeout)
    const quint32 id = replaces > 0 ? replaces : ++m_lastId;
    shown.append({id, replaces, title, text, actions});
    return id;
}

} // namespace nova::test
