#include "app/desktop/desktop_app.h"

#include "app/desktop/app_icon.h"
#include "app/desktop/health_notices.h"
#include "app/desktop/notifier.h"
#include "app/desktop/prompt_notices.h"
#include "app/desktop/tray.h"
#include "app/desktop/viewmodels/connections_model.h"
#include "app/desktop/viewmodels/details_model.h"
#include "app/desktop/viewmodels/events_model.h"
#include "app/desktop/viewmodels/prompt_model.h"
#include "app/desktop/viewmodels/restart_model.h"
#include "app/desktop/viewmodels/server_actions.h"
#include "app/desktop/viewmodels/server_form.h"
#include "app/desktop/viewmodels/servers_model.h"
#include "app/desktop/viewmodels/settings_model.h"
#include "app/desktop/viewmodels/status_model.h"
#include "app/desktop/viewmodels/text_draft.h"
#include "app/desktop/viewmodels/transfer_model.h"
#include "app/desktop/viewmodels/versions_model.h"
#include "core/transfer/local_foreign_files.h"

#include <QApplication>
#include <QOpenGLContext>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStyle>

using namespace Qt::StringLiterals;

// The QML modules are static libraries; naming their plugins links them in.
Q_IMPORT_QML_PLUGIN(NovaSettingsPlugin)
Q_IMPORT_QML_PLUGIN(NovaSettings_EditingPlugin)
Q_IMPORT_QML_PLUGIN(NovaSettings_PicturesPlugin)
Q_IMPORT_QML_PLUGIN(NovaSettings_ViewModelsPlugin)

namespace nova
{

namespace
{

/// A remote display or a virtual machine may have no OpenGL; Qt Quick would end the program there. It can paint
/// without.
void avoidMissingOpenGl()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return;
    QOpenGLContext context;
    if (!context.create())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

} // namespace

struct DesktopApp::Parts {
    Parts(NovaService &service, const Options &options, const Surroundings &around)
        : servers(service)
        , prompt(service)
        , status(service)
        , details(service)
        , restart(service)
        , connections(service, around.connections)
        , events(service)
        , form(service)
        , actions(service)
        , foreignFiles(LocalForeignFiles::ofThisUser())
        , transfer(service, *foreignFiles)
        , promptDraft(service, DocumentKind::Prompt)
        , promptVersions(service, DocumentKind::Prompt)
        , catalogDraft(service, DocumentKind::Catalog)
        , catalogVersions(service, DocumentKind::Catalog)
        , settings(service, around.settings)
        , tray(servers, status, pause)
        , notices(service)
        , healthNotices(service, HealthAlerts::Options{options.mutedServers})
        , notifier(QDBusConnection::sessionBus())
        , healthNotifier(QDBusConnection::sessionBus())
    {
    }

    /// There is something that somebody has typed and not saved, of whichever Nova.
    [[nodiscard]] bool hasDrafts() const
    {
        return promptDraft.isDirty() || catalogDraft.isDirty() || !promptDraft.keptFor().isEmpty() ||
               !catalogDraft.keptFor().isEmpty();
    }

    ServersModel servers;
    PromptModel prompt;
    StatusModel status;
    DetailsModel details;
    RestartModel restart;
    ConnectionsModel connections;
    EventsModel events;
    ServerForm form;
    ServerActions actions;
    const std::unique_ptr<ForeignFiles> foreignFiles;
    TransferModel transfer;
    TextDraft promptDraft;
    VersionsModel promptVersions;
    TextDraft catalogDraft;
    VersionsModel catalogVersions;
    SettingsModel settings;
    NotificationPause pause;
    Tray tray;
    PromptNotices notices;
    HealthNotices healthNotices;
    Notifier notifier;
    Notifier healthNotifier;      ///< Of its own: a prompt that changed does not take an alert away.
    QQmlApplicationEngine engine; ///< Last: what it shows goes before what is shown.
};

void DesktopApp::prepare()
{
    QCoreApplication::setApplicationName(u"nova-settings"_s);
    QGuiApplication::setApplicationDisplayName(tr("Nova Settings"));
    QGuiApplication::setDesktopFileName(u"nova-settings"_s);
    QQuickStyle::setStyle(u"Basic"_s);
}

DesktopApp::DesktopApp(NovaService &service, const Options &options, const Surroundings &surroundings)
    : m_options(options)
    , m_parts(std::make_unique<Parts>(service, options, surroundings))
{
    QGuiApplication::setWindowIcon(appIcon());
    connect(&m_parts->notices, &PromptNotices::raised, this, [this](const Notice &notice) {
        if (m_options.notifications && !m_parts->pause.isActive())
            m_parts->notifier.show(notice);
    });
    connect(&m_parts->healthNotices, &HealthNotices::raised, this, [this](const Notice &notice) {
        if (m_options.notifications && m_options.healthAlerts && !m_parts->pause.isActive())
            m_parts->healthNotifier.show(notice);
    });
    for (const Notifier *notifier : {&m_parts->notifier, &m_parts->healthNotifier}) {
        connect(notifier, &Notifier::undeliverable, &m_parts->tray, &Tray::showMessage);
        connect(notifier, &Notifier::activated, this, &DesktopApp::follow);
    }
    connect(&m_parts->tray, &Tray::openRequested, this, &DesktopApp::open);
    connect(&m_parts->tray, &Tray::quitRequested, this, &DesktopApp::leave);
    m_parts->tray.show();

    avoidMissingOpenGl();
    load();
    if (!options.startInTray || !m_parts->tray.isReachable())
        open();
}

DesktopApp::~DesktopApp() = default;

void DesktopApp::load()
{
    QQmlApplicationEngine &engine = m_parts->engine;
    engine.addImportPath(u"qrc:/qt/qml"_s); // Not among the defaults before Qt 6.5.
    const bool still = QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
    engine.setInitialProperties({{u"servers"_s, QVariant::fromValue(&m_parts->servers)},
                                 {u"prompt"_s, QVariant::fromValue(&m_parts->prompt)},
                                 {u"status"_s, QVariant::fromValue(&m_parts->status)},
                                 {u"details"_s, QVariant::fromValue(&m_parts->details)},
                                 {u"restart"_s, QVariant::fromValue(&m_parts->restart)},
                                 {u"connections"_s, QVariant::fromValue(&m_parts->connections)},
                                 {u"events"_s, QVariant::fromValue(&m_parts->events)},
                                 {u"form"_s, QVariant::fromValue(&m_parts->form)},
                                 {u"actions"_s, QVariant::fromValue(&m_parts->actions)},
                                 {u"transfer"_s, QVariant::fromValue(&m_parts->transfer)},
                                 {u"promptDraft"_s, QVariant::fromValue(&m_parts->promptDraft)},
                                 {u"promptVersions"_s, QVariant::fromValue(&m_parts->promptVersions)},
                                 {u"catalogDraft"_s, QVariant::fromValue(&m_parts->catalogDraft)},
                                 {u"catalogVersions"_s, QVariant::fromValue(&m_parts->catalogVersions)},
                                 {u"settings"_s, QVariant::fromValue(&m_parts->settings)},
                                 {u"scheme"_s, m_options.theme},
                                 {u"moreContrast"_s, m_options.moreContrast},
                                 {u"reducedMotion"_s, still},
                                 {u"rightToLeft"_s, QGuiApplication::isRightToLeft()}});
    connect(&engine, &QQmlApplicationEngine::quit, qApp, &QCoreApplication::quit);
    engine.load(QUrl(u"qrc:/qt/qml/NovaSettings/Main.qml"_s));
    if (QQuickWindow *main = window())
        main->installEventFilter(this);
}

QQuickWindow *DesktopApp::window() const
{
    return m_parts->engine.rootObjects().isEmpty()
               ? nullptr
               : qobject_cast<QQuickWindow *>(m_parts->engine.rootObjects().first());
}

int DesktopApp::exec()
{
    if (!window())
        return 1; // The engine has said what is wrong with its files.
    return QCoreApplication::exec();
}

void DesktopApp::apply(const Options &options)
{
    m_options = options;
    m_parts->healthNotices.setMuted(options.mutedServers);
    if (QQuickWindow *main = window()) {
        main->setProperty("scheme", options.theme);
        main->setProperty("moreContrast", options.moreContrast);
    }
}

void DesktopApp::setTheme(const QString &theme)
{
    Options options = m_options;
    options.theme = theme;
    apply(options);
}

void DesktopApp::setNotifications(bool on)
{
    m_options.notifications = on;
}

NotificationPause &DesktopApp::pause()
{
    return m_parts->pause;
}

void DesktopApp::open()
{
    if (QQuickWindow *main = window()) {
        main->show();
        main->raise();
        main->requestActivate();
    }
}

void DesktopApp::openServer(const QString &name)
{
    open();
    if (QQuickWindow *main = window())
        QMetaObject::invokeMethod(main, "openServer", Q_ARG(QString, name));
}

void DesktopApp::follow(const QString &action, const Notice &notice)
{
    // A server of that name on the Nova that is shown by now is another one.
    const bool isShown = notice.address == m_parts->connections.currentAddress();
    if (action == u"pause"_s) {
        m_parts->pause.pauseFor(std::chrono::hours(1));
    } else if (!isShown) {
        open();
    } else if (action == u"check"_s) {
        m_parts->servers.check(notice.server);
    } else {
        openServer(notice.server);
        // What a restart does is said before it is done.
        if (action == u"restart"_s)
            QMetaObject::invokeMethod(window(), "openRestart", Q_ARG(QString, m_parts->details.service()));
    }
}

void DesktopApp::end()
{
    m_ending = true;
    QCoreApplication::quit();
}

void DesktopApp::leave()
{
    if (QQuickWindow *main = window())
        QMetaObject::invokeMethod(main, "leave"); // Asks what shall become of drafts.
    else
        QCoreApplication::quit();
}

bool DesktopApp::eventFilter(QObject *watched, QEvent *event)
{
    // Closing hides the window where the tray can bring it back, and ends the program where nothing can.
    if (event->type() == QEvent::Close) {
        const bool ends = !m_options.closeToTray || !m_parts->tray.isReachable();
        QGuiApplication::setQuitOnLastWindowClosed(ends);
        if (ends && !m_ending && (m_parts->hasDrafts())) {
            event->ignore();
            leave();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nova
