#pragma once

#include "app/desktop/notice.h"
#include "app/desktop/notification_pause.h"
#include "core/service/nova_service.h"

#include <QStringList>
#include <memory>

class QQuickWindow;

namespace nova
{

class ConnectionsHost;
class SettingsHost;

/// The desktop program: the view models, the window, the tray icon and the notifications, put together around a
/// NovaService that somebody else owns and that lives longer. UI thread.
///
///     nova::DesktopApp::prepare();
///     QApplication application(argc, argv);
///     … make and start the service …
///     nova::DesktopApp desktop(service, options);
///     return desktop.exec();
class DesktopApp : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString theme = QStringLiteral("system"); ///< "light", "dark" or "system".
        bool notifications = true;
        bool startInTray = false;   ///< Without a window, where there is a tray to open it from.
        bool healthAlerts = true;   ///< When a server goes down or comes back; with `notifications` alone.
        QStringList mutedServers{}; ///< Of which no alert tells.
        bool closeToTray = true;    ///< Closing the window leaves the program in the tray, where there is one.
        bool moreContrast = false;  ///< Lines and texts that stand out more.
    };

    /// The program around it, null where there is none; it lives longer.
    struct Surroundings {
        SettingsHost *settings;       ///< What the settings page shows and changes.
        ConnectionsHost *connections; ///< The other Novas that can be shown.
    };

    /// What has to be said before the QApplication is made.
    static void prepare();

    DesktopApp(NovaService &service, const Options &options, const Surroundings &surroundings = {});
    ~DesktopApp() override;

    /// Runs until somebody ends the program; the exit code.
    int exec();

    [[nodiscard]] QQuickWindow *window() const;
    /// Other settings, from now on.
    void apply(const Options &options);
    void setTheme(const QString &theme);
    void setNotifications(bool on);
    [[nodiscard]] NotificationPause &pause();
    /// Shows the window and brings it to the front.
    void open();
    /// The same, with the details of that server; without a name just the window.
    void openServer(const QString &name);
    /// Ends the program now, whatever there is that is not saved.
    void end();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;

    void load();
    /// Does what somebody asked for by clicking a notification.
    void follow(const QString &action, const Notice &notice);
    /// Ends the program, unless there are drafts and somebody wants to keep them.
    void leave();

    Options m_options;
    const std::unique_ptr<Parts> m_parts;
    bool m_ending = false;
};

} // namespace nova
