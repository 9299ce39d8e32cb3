#pragma once

#include "app/desktop/app_icon.h"
#include "app/desktop/notice.h"
#include "app/desktop/notification_pause.h"
#include "app/desktop/viewmodels/servers_model.h"
#include "app/desktop/viewmodels/status_model.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace nova
{

/// The icon in the panel, with a switch for each server in its menu. Owned by the DesktopApp; UI thread.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(ServersModel &servers, const StatusModel &status, NotificationPause &pause, QObject *parent = nullptr);
    ~Tray() override;

    void show();
    /// Whether there is a panel that shows the icon, so that a closed window can be had back.
    [[nodiscard]] bool isReachable() const;
    void showMessage(const Notice &notice);
    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    /// What the icon says of everything.
    [[nodiscard]] Badge badge() const;
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    void listServers();
    void updateServers(int first, int last);
    void updateStatus();
    void updateReachable();
    void addPauseMenu();
    void updatePause();

    ServersModel &m_servers;
    const StatusModel &m_status;
    NotificationPause &m_pause;
    QMenu m_menu;
    QList<QAction *> m_switches; ///< In the order of the model; owned by the menu.
    QAction *m_summary =
        nullptr;              ///< How everything is, in the menu's first line; owned by the menu, as are the others.
    QAction *m_end = nullptr; ///< The separator behind the switches.
    QMenu *m_pauseMenu = nullptr;
    QAction *m_resume = nullptr;
    QSystemTrayIcon m_icon;
    Badge m_badge = Badge::None;
};

} // namespace nova
