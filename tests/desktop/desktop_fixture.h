#pragma once

#include "app/desktop/desktop_app.h"
#include "core/service/local_nova.h"
#include "tests/support/scratch.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>

namespace nova::test
{

/// The whole desktop program over files in a temporary folder, with a real window.
class DesktopFixture
{
public:
    explicit DesktopFixture(const DesktopApp::Options &options = {},
                            Scratch::Content content = Scratch::Content::Examples);
    ~DesktopFixture();

    [[nodiscard]] Scratch &files() { return m_files; }
    [[nodiscard]] DesktopApp &app() { return *m_app; }
    [[nodiscard]] QQuickWindow &window() { return *m_app->window(); }

    /// The first item of that object name that can be seen; null if there is none.
    [[nodiscard]] QQuickItem *item(const QString &name);
    [[nodiscard]] QQuickItem *item(const QString &name, QQuickItem &within);
    /// The row of a server.
    [[nodiscard]] QQuickItem *row(const QString &server);
    [[nodiscard]] QQuickItem *switchOf(const QString &server);
    [[nodiscard]] bool isOn(const QString &server);
    void click(QQuickItem &item);

    /// What the window shows; also kept as a picture for people.
    [[nodiscard]] QImage picture(const QString &name);
    /// A colour of design/tokens.json.
    [[nodiscard]] static QColor token(const QString &theme, const QString &name);

private:
    Scratch m_files;
    Logger m_logger{LogLevel::Error, LogFormat::Console};
    std::unique_ptr<LocalNova> m_nova;
    std::unique_ptr<DesktopApp> m_app;
};

} // namespace nova::test
