#include "tests/desktop/remote_desktop.h"

#include "tests/support/free_port.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

RemoteDesktop::RemoteDesktop(const DesktopApp::Options &options)
    : m_port(freePort())
{
    LocalNova::Options local;
    local.catalogPath = m_here.catalog();
    local.promptPath = m_here.prompt();
    local.instance = u"nova-settings@here"_s;
    local.health.monitor.servers.interval = {}; // Nobody is asked.
    m_local = std::make_unique<LocalNova>(local, m_logger);
    m_local->start();
    m_connections = std::make_unique<Connections>(m_here.path(u"connections.json"_s), m_store,
                                                  [this]() -> Result<NovaService *> { return m_local.get(); });
    m_connections->use({});
    m_app = std::make_unique<DesktopApp>(m_connections->service(), options,
                                         DesktopApp::Surroundings{nullptr, m_connections.get()});
    if (!m_app->window())
        qFatal("the window could not be made");
}

RemoteDesktop::~RemoteDesktop() = default;

bool RemoteDesktop::startOther()
{
    m_other = std::make_unique<NovaProcess>(m_there.path(), QStringList{u"--port"_s, QString::number(m_port)});
    return m_other->start();
}

void RemoteDesktop::killOther()
{
    m_other->signal(SIGKILL);
    (void)m_other->waitForEnd();
}

bool RemoteDesktop::connectByDialog(const QString &token)
{
    if (!QTest::qWaitForWindowActive(&window()) || !click(u"connectionButton"_s) || !click(u"connectToAnother"_s))
        return false;
    if (!QTest::qWaitFor([this] { return has(u"connectAddress"_s) && window().activeFocusItem(); }))
        return false;
    type(u"http://127.0.0.1:%1"_s.arg(m_port));
    press(Qt::Key_Return);
    type(token);
    press(Qt::Key_Return);
    return QTest::qWaitFor([this] { return link().isRemote() && !has(u"connectAddress"_s); });
}

QQuickItem *RemoteDesktop::item(const QString &name)
{
    return find(name, *window().contentItem());
}

QQuickItem *RemoteDesktop::find(const QString &name, QQuickItem &within)
{
    const QList<QQuickItem *> children = within.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (child->objectName() == name)
            return child;
        if (QQuickItem *found = find(name, *child))
            return found;
    }
    return nullptr;
}

QQuickItem *RemoteDesktop::row(const QString &server)
{
    QQuickItem *list = item(u"serverList"_s);
    if (!list)
        return nullptr;
    const QList<QQuickItem *> rows = list->property("contentItem").value<QQuickItem *>()->childItems();
    for (QQuickItem *candidate : rows) {
        if (candidate->isVisible() && candidate->property("name").toString() == server)
            return candidate;
    }
    return nullptr;
}

bool RemoteDesktop::isEnabled(const QString &name)
{
    const QQuickItem *found = item(name);
    return found && found->isEnabled();
}

QString RemoteDesktop::textOf(const QString &name)
{
    const QQuickItem *found = item(name);
    return found ? found->property("text").toString() : QString();
}

bool RemoteDesktop::hasKeyboard(const QString &name)
{
    const QQuickItem *found = item(name);
    return found && found->hasActiveFocus();
}

bool RemoteDesktop::click(const QString &name)
{
    if (!QTest::qWaitFor([this, &name] { return isEnabled(name); }))
        return false;
    window().grabWindow(); // What was just shown has its place from the next picture on.
    QQuickItem *found = item(name);
    if (found)
        click(*found);
    return found != nullptr;
}

void RemoteDesktop::click(QQuickItem &item)
{
    const QPointF middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
    QTest::mouseClick(&window(), Qt::LeftButton, {}, middle.toPoint());
}

void RemoteDesktop::type(const QString &text)
{
    for (const QChar character : text)
        QTest::keyClick(&window(), character.toLatin1());
}

void RemoteDesktop::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
}

void RemoteDesktop::picture(const QString &name)
{
    QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_app->setTheme(theme);
        window().grabWindow().save(QStringLiteral(NOVA_SCREENSHOTS "/%1-%2.png").arg(name, theme));
    }
}

} // namespace nova::test
