#pragma once

#include "core/service/nova_service.h"

#include <QStringList>
#include <memory>

class QQuickWindow;

namespace nova
{

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
    };

    /// What has to be said before the QApplication is made.
    static void prepare();

    DesktopApp(NovaService &service, const Options &options);
    ~DesktopApp() override;

    /// Runs until somebody ends the program; the exit code.
    int exec();

    [[nodiscard]] QQuickWindow *window() const;
    void setTheme(const QString &theme);
    void setNotifications(bool on);
    /// Shows the window and brings it to the front.
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;

    void load(const QString &theme);

    const std::unique_ptr<Parts> m_parts;
};

} // namespace nova
