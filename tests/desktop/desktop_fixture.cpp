#include "tests/desktop/desktop_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

DesktopFixture::DesktopFixture(const DesktopApp::Options &options, Scratch::Content content)
    : m_files(content)
{
    LocalNova::Options local;
    local.catalogPath = m_files.catalog();
    local.promptPath = m_files.prompt();
    local.instance = u"nova-settings@test"_s;
    local.version = u"0"_s;
    local.health.monitor.servers.interval = {}; // Nobody is asked.
    m_nova = std::make_unique<LocalNova>(local, m_logger);
    m_nova->start();
    m_app = std::make_unique<DesktopApp>(*m_nova, options);
    if (!m_app->window())
        qFatal("the window could not be made");
}

DesktopFixture::~DesktopFixture() = default;

QQuickItem *DesktopFixture::item(const QString &name)
{
    return item(name, *window().contentItem());
}

QQuickItem *DesktopFixture::item(const QString &name, QQuickItem &within)
{
    const QList<QQuickItem *> children = within.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (child->objectName() == name)
            return child;
        if (QQuickItem *found = item(name, *child))
            return found;
    }
    return nullptr;
}

QQuickItem *DesktopFixture::row(const QString &server)
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

QQuickItem *DesktopFixture::switchOf(const QString &server)
{
    QQuickItem *found = row(server);
    return found ? item(u"switch"_s, *found) : nullptr;
}

bool DesktopFixture::isOn(const QString &server)
{
    const QQuickItem *control = switchOf(server);
    return control && control->property("on").toBool();
}

void DesktopFixture::click(QQuickItem &item)
{
    const QPointF middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
    QTest::mouseClick(&window(), Qt::LeftButton, {}, middle.toPoint());
}

QImage DesktopFixture::picture(const QString &name)
{
    const QImage image = window().grabWindow();
    QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
    image.save(QStringLiteral(NOVA_SCREENSHOTS "/%1.png").arg(name));
    return image;
}

QColor DesktopFixture::token(const QString &theme, const QString &name)
{
    QFile file(QStringLiteral(NOVA_TOKENS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QColor(QJsonDocument::fromJson(file.readAll())[u"color"_s][theme][name].toString());
}

} // namespace nova::test
