#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace nova
{

/// Whether notifications are held back for now. It lasts for this run of the program. Owned by the DesktopApp; UI
/// thread.
class NotificationPause : public QObject
{
    Q_OBJECT

public:
    explicit NotificationPause(QObject *parent = nullptr);
    ~NotificationPause() override;

    [[nodiscard]] bool isActive() const { return m_active; }
    /// When it ends by itself; invalid where it does not.
    [[nodiscard]] QDateTime until() const { return m_until; }

    void pauseFor(std::chrono::milliseconds time);
    void pauseUntilResumed();
    void resume();

Q_SIGNALS:
    void changed();

private:
    void set(bool active, const QDateTime &until);

    bool m_active = false;
    QDateTime m_until;
    QTimer m_end;
};

} // namespace nova
