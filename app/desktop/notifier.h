#pragma once

#include "app/desktop/notice.h"

#include <QDBusConnection>
#include <QObject>
#include <optional>

class QDBusPendingCallWatcher;

namespace nova
{

/// Shows messages through the desktop's notification service (Desktop Notifications Specification 1.2,
/// org.freedesktop.Notifications), without ever waiting for it. A new message replaces the one before, so that a burst
/// of saves is one bubble. Owned by the DesktopApp; UI thread.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);
    ~Notifier() override;

    void show(const Notice &notice);

Q_SIGNALS:
    /// Somebody clicked the message («default») or one of its buttons.
    void activated(const QString &action, const nova::Notice &notice);
    /// There is no notification service; the tray may have a way of its own to show it.
    void undeliverable(const nova::Notice &notice);

private Q_SLOTS:
    void onActionInvoked(quint32 id, const QString &action);
    void onActivationToken(quint32 id, const QString &token);
    void onClosed(quint32 id, quint32 reason);

private:
    /// What the service can show; asked once, with the first message.
    void askCapabilities();
    void send(const Notice &notice);
    void finish(QDBusPendingCallWatcher *call, const Notice &notice);
    void sendNext();

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities;
    quint32 m_shown = 0; ///< The service's number of the message on screen; 0 for none.
    Notice m_notice;     ///< The one on screen.
    bool m_busy = false; ///< Until the service has answered, later messages wait: only the newest counts.
    std::optional<Notice> m_next;
};

} // namespace nova
