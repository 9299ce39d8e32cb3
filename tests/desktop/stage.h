#pragma once

#include "app/desktop/desktop_app.h"
#include "tests/desktop/staged_nova.h"
#include "tests/qml/fake_settings.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace nova::test
{

/// The real window in front of a StagedNova, and what can be made to be seen in it.
class Stage
{
public:
    /// One thing to look at: a page, a dialog, a state.
    struct Scene {
        const char *name;
        std::function<bool(Stage &)> show; ///< False where it does not come to be.
    };

    /// What QApplication has to be told before any window: the fonts, and nothing that blinks.
    static void prepare();
    /// Every page, every dialog, and the states that are no everyday sight.
    [[nodiscard]] static const QList<Scene> &scenes();
    [[nodiscard]] static const Scene &scene(const QString &name);

    explicit Stage(const DesktopApp::Options &options, QSize size = {1040, 680});
    ~Stage();

    [[nodiscard]] StagedNova &nova() { return m_nova; }
    [[nodiscard]] DesktopApp &app() { return *m_app; }
    [[nodiscard]] QQuickWindow &window() { return *m_app->window(); }

    /// What can be seen of that object name.
    [[nodiscard]] QQuickItem *item(const QString &name) { return item(name, *window().contentItem()); }
    [[nodiscard]] static QQuickItem *item(const QString &name, QQuickItem &within);
    [[nodiscard]] bool waitFor(const QString &name);
    void key(Qt::Key key, Qt::KeyboardModifiers with = {});
    [[nodiscard]] bool page(Qt::Key number, const QString &item);
    /// The window when nothing in it changes any more; null where it does not come to rest.
    [[nodiscard]] QImage picture();

private:
    StagedNova m_nova;
    FakeSettings m_settings;
    std::unique_ptr<DesktopApp> m_app;
};

} // namespace nova::test
