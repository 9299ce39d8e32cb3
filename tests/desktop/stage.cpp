#include "tests/desktop/stage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStyleHints>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

void Stage::prepare()
{
    QLocale::setDefault(QLocale::c());
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QGuiApplication::styleHints()->setCursorFlashTime(0);
}

Stage::Stage(const DesktopApp::Options &options, QSize size)
{
    m_settings.status = FakeNova::loaded(u"/srv/nova/configs/nova.yaml"_s, u"s1"_s);
    m_settings.served = {true, u"http://127.0.0.1:8765"_s, true};
    DesktopApp::Options quiet = options;
    quiet.notifications = false;
    m_app = std::make_unique<DesktopApp>(m_nova, quiet, DesktopApp::Surroundings{&m_settings, nullptr});
    if (!m_app->window())
        qFatal("the window could not be made");
    window().setProperty("reducedMotion", true);
    window().resize(size);
    QCursor::setPos(window().screen()->geometry().bottomRight()); // Over nothing.
    if (!QTest::qWaitForWindowActive(&window()) ||
        !QTest::qWaitFor([&] { return window().contentItem()->width() == size.width(); }))
        qFatal("the window does not come up");
}

Stage::~Stage() = default;

QQuickItem *Stage::item(const QString &name, QQuickItem &within)
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

bool Stage::waitFor(const QString &name)
{
    return QTest::qWaitFor([&] { return item(name) != nullptr; });
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers with)
{
    QTest::keyClick(&window(), key, with);
}

bool Stage::page(Qt::Key number, const QString &item)
{
    key(number, Qt::ControlModifier);
    return waitFor(item);
}

QImage Stage::picture()
{
    constexpr int alike = 3; // In a row.
    QElapsedTimer waited;
    waited.start();
    QImage last;
    for (int same = 0; same < alike;) {
        if (std::chrono::milliseconds(waited.elapsed()) > 5s)
            return {};
        QTest::qWait(60);
        const QImage now = window().grabWindow().convertToFormat(QImage::Format_RGB32);
        same = now == last ? same + 1 : 0;
        last = now;
    }
    return last;
}

const Stage::Scene &Stage::scene(const QString &name)
{
    const auto found = std::find_if(scenes().begin(), scenes().end(),
                                    [&](const Scene &scene) { return QLatin1StringView(scene.name) == name; });
    if (found == scenes().end())
        qFatal("there is no scene %s", qPrintable(name));
    return *found;
}

} // namespace nova::test
