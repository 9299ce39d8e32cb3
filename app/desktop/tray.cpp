#include "app/desktop/tray.h"

#include "app/desktop/viewmodels/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

namespace
{
/// A menu longer than this is not quick any more: the window has a filter.
constexpr int switchesInMenu = 20;
} // namespace

Tray::Tray(ServersModel &servers, const StatusModel &status, NotificationPause &pause, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_status(status)
    , m_pause(pause)
{
    connect(m_menu.addAction(tr("Open Nova Settings")), &QAction::triggered, this, &Tray::openRequested);
    m_summary = m_menu.addAction(QString());
    m_summary->setEnabled(false);
    m_menu.addSeparator();
    m_end = m_menu.addSeparator();
    addPauseMenu();
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });

    connect(&servers, &QAbstractItemModel::rowsInserted, this, &Tray::listServers);
    connect(&servers, &QAbstractItemModel::rowsRemoved, this, &Tray::listServers);
    connect(&servers, &QAbstractItemModel::rowsMoved, this, &Tray::listServers);
    connect(&servers, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { updateServers(first.row(), last.row()); });
    connect(&servers, &ServersModel::reachableChanged, this, &Tray::updateReachable);
    connect(&status, &StatusModel::changed, this, &Tray::updateStatus);
    connect(&servers, &ServersModel::countsChanged, this, &Tray::updateStatus);
    connect(&pause, &NotificationPause::changed, this, &Tray::updatePause);
    listServers();
    updateStatus();
    updatePause();
}

Tray::~Tray() = default;

void Tray::show()
{
    m_icon.show();
}

bool Tray::isReachable() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::showMessage(const Notice &notice)
{
    m_icon.showMessage(notice.title, notice.text, appIcon());
}

void Tray::addPauseMenu()
{
    m_pauseMenu = m_menu.addMenu(tr("Pause notifications"));
    connect(m_pauseMenu->addAction(tr("For an hour")), &QAction::triggered, this, [this] { m_pause.pauseFor(1h); });
    connect(m_pauseMenu->addAction(tr("For eight hours")), &QAction::triggered, this, [this] { m_pause.pauseFor(8h); });
    connect(m_pauseMenu->addAction(tr("Until I resume them")), &QAction::triggered, &m_pause,
            &NotificationPause::pauseUntilResumed);
    m_resume = m_menu.addAction(QString());
    connect(m_resume, &QAction::triggered, &m_pause, &NotificationPause::resume);
}

void Tray::updatePause()
{
    m_pauseMenu->menuAction()->setVisible(!m_pause.isActive());
    m_resume->setVisible(m_pause.isActive());
    m_resume->setText(m_pause.until().isValid()
                          ? tr("Resume notifications (paused until %1)").arg(clockWords(m_pause.until().time()))
                          : tr("Resume notifications"));
}

void Tray::listServers()
{
    for (QAction *action : std::as_const(m_switches))
        m_menu.removeAction(action);
    qDeleteAll(std::exchange(m_switches, {}));
    const int shown = std::min(m_servers.count(), switchesInMenu);
    for (int row = 0; row < shown; ++row) {
        const QString name = m_servers.index(row).data(ServersModel::NameRole).toString();
        auto *action = new QAction(name, &m_menu);
        action->setCheckable(true);
        // The click has ticked the entry already; what it shows from now on is what the model says.
        connect(action, &QAction::triggered, this, [this, name] { m_servers.toggleByName(name); });
        m_menu.insertAction(m_end, action);
        m_switches.append(action);
    }
    updateServers(0, shown - 1);
    updateReachable();
}

void Tray::updateServers(int first, int last)
{
    for (int row = first; row <= last && row < m_switches.size(); ++row) {
        const QModelIndex server = m_servers.index(row);
        const QString name = server.data(ServersModel::NameRole).toString();
        QAction &action = *m_switches[row];
        action.setChecked(server.data(ServersModel::WantedRole).toBool());
        // An ampersand in a text of a menu would be the mark of a key; names have none.
        action.setText(server.data(ServersModel::NeedsRole).toBool()
                           ? tr("%1 · %2").arg(name, server.data(ServersModel::WordsRole).toString())
                           : name);
    }
}

void Tray::updateReachable()
{
    for (QAction *action : std::as_const(m_switches))
        action->setEnabled(m_servers.isReachable());
}

Badge Tray::badge() const
{
    if (!m_status.linkHeadline().isEmpty())
        return Badge::Cut; // What is known is how it was.
    if (!m_status.headline().isEmpty() || m_status.overall() == Overall::Down)
        return Badge::Down;
    if (m_servers.needingCount() > 0)
        return Badge::Degraded;
    if (m_status.redisMark() == StatusModel::Mark::Attention)
        return Badge::Cut;
    return m_status.overall() == Overall::Degraded ? Badge::Degraded : Badge::None;
}

void Tray::updateStatus()
{
    // Every change of the state comes by here; an icon is drawn in many sizes.
    if (const Badge now = badge(); m_icon.icon().isNull() || now != m_badge) {
        m_badge = now;
        m_icon.setIcon(appIcon(now));
    }
    const QString away = m_status.linkHeadline();
    QString summary = m_servers.count() > 0 ? m_servers.summary() : tr("No servers");
    if (!away.isEmpty())
        summary = away;
    else if (const QString machine = m_status.machine(); !machine.isEmpty())
        summary = tr("%1: %2").arg(machine, summary);
    m_summary->setText(summary);
    QString tip = tr("Nova Settings");
    if (m_servers.count() > 0 || !m_status.machine().isEmpty())
        tip = tr("Nova Settings: %1").arg(summary);
    if (!away.isEmpty()) {
        if (tip != m_icon.toolTip())
            m_icon.setToolTip(tip);
        return; // How its servers are is not known now.
    }
    if (m_status.overall() == Overall::Down)
        tip += u'\n' + tr("No server that is on can be used.");
    else if (const QStringList needing = m_servers.needingNames(); !needing.isEmpty())
        tip += u'\n' + (needing.size() == 1 ? tr("Needs you: %1") : tr("Need you: %1")).arg(namesWords(needing));
    if (m_status.redisMark() == StatusModel::Mark::Attention)
        tip += u'\n' + tr("Redis is away: other machines are not heard.");
    if (!m_status.headline().isEmpty())
        tip += u'\n' + m_status.headline();
    if (tip != m_icon.toolTip())
        m_icon.setToolTip(tip);
}

} // namespace nova
