#include "tests/desktop/settings_fixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

SettingsFixture::SettingsFixture(const QByteArray &settings)
{
    if (!settings.isEmpty())
        Scratch::write(file(), settings);
    CommandLine command;
    command.root = m_files.path();
    command.state = m_files.path(u"state"_s);
    auto host = NovaHost::create(command);
    if (!host)
        qFatal("%s", qPrintable(host.error().message));
    m_host = std::move(*host);
    if (const auto started = m_host->start(false); !started)
        qFatal("%s", qPrintable(started.error().message));
    m_settings = std::make_unique<HostSettings>(*m_host, m_files.path(u"autostart"_s));
    const auto options = [this] {
        DesktopApp::Options now;
        now.theme = m_host->settings().desktop.theme;
        now.moreContrast = m_host->settings().desktop.contrast == u"high";
        now.notifications = m_host->settings().desktop.notifications;
        return now;
    };
    m_app =
        std::make_unique<DesktopApp>(m_host->nova(), options(), DesktopApp::Surroundings{m_settings.get(), nullptr});
    QObject::connect(m_settings.get(), &SettingsHost::changed, m_app.get(), [=, this] { m_app->apply(options()); });
    if (!m_app->window())
        qFatal("the window could not be made");
}

SettingsFixture::~SettingsFixture()
{
    m_app.reset();
    m_settings.reset();
    m_host->stop();
}

bool SettingsFixture::open()
{
    window().requestActivate();
    if (!QTest::qWaitForWindowActive(&window()))
        return false;
    QTest::keyClick(&window(), Qt::Key_6, Qt::ControlModifier);
    return QTest::qWaitFor([this] { return item(u"setting:log.format"_s) != nullptr; });
}

QQuickItem *SettingsFixture::item(const QString &name, QQuickItem *within)
{
    const QList<QQuickItem *> children = (within ? within : window().contentItem())->childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (child->objectName() == name)
            return child;
        if (QQuickItem *found = item(name, child))
            return found;
    }
    return nullptr;
}

QQuickItem *SettingsFixture::control(const QString &setting, const QString &name)
{
    QQuickItem *row = item(u"setting:"_s + setting);
    return row ? item(name, row) : nullptr;
}

void SettingsFixture::click(QQuickItem *item)
{
    QVERIFY(item);
    item->forceActiveFocus(Qt::TabFocusReason); // Brings it into view.
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(&window(), Qt::LeftButton, {}, middle.toPoint());
}

void SettingsFixture::type(const QString &setting, const QString &text)
{
    QQuickItem *field = control(setting, u"field"_s);
    QVERIFY(field);
    field->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_Delete);
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, &window(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    QCOMPARE(field->property("text").toString(), text);
}

void SettingsFixture::toggle(const QString &setting)
{
    QQuickItem *control = this->control(setting, u"switch"_s);
    QVERIFY(control);
    control->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_Space);
}

void SettingsFixture::apply()
{
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
}

QString SettingsFixture::words(const QString &name)
{
    const QQuickItem *found = item(name);
    return found ? found->property("text").toString() : QString();
}

QString SettingsFixture::problem(const QString &setting)
{
    const QQuickItem *found = control(setting, u"problem"_s);
    return found ? found->property("text").toString() : QString();
}

QImage SettingsFixture::picture(const QString &name)
{
    const QImage image = window().grabWindow();
    QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
    image.save(QStringLiteral(NOVA_SCREENSHOTS "/%1.png").arg(name));
    return image;
}

} // namespace nova::test
