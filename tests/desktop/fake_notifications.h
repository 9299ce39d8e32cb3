#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

namespace nova::test
{

/// The desktop's notification service as far as Nova uses it, on a connection of its own. Keeps what it was told.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        quint32 id = 0;
        quint32 replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };

    FakeNotifications();
    ~FakeNotifications() override;

    [[nodiscard]] bool isListening() const { return m_listening; }
    /// As if somebody clicked it, or one of its buttons.
    void click(quint32 id, const QString &action = QStringLiteral("default"));

    QList<Shown> shown;
    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};

public Q_SLOTS:
    // Named by the specification.
    QStringList GetCapabilities() const { return capabilities; }
    quint32 Notify(const QString &program, quint32 replaces, const QString &icon, const QString &title,
                   const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout);

Q_SIGNALS:
    void ActionInvoked(quint32 id, const QString &action);
    void NotificationClosed(quint32 id, quint32 reason);

private:
    QDBusConnection m_bus;
    bool m_listening = false;
    quint32 m_lastId = 0;
};

} // namespace nova::test
