#pragma once

#include "app/desktop/desktop_app.h"
#include "app/desktop/host_settings.h"
#include "app/host/nova_host.h"
#include "tests/support/scratch.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace nova::test
{

/// The whole program with its settings page open, in a folder of its own.
class SettingsFixture
{
public:
    /// `settings`: the text of nova.yaml; none: there is no such file.
    explicit SettingsFixture(const QByteArray &settings = {});
    ~SettingsFixture();

    [[nodiscard]] NovaHost &host() { return *m_host; }
    [[nodiscard]] HostSettings &settings() { return *m_settings; }
    [[nodiscard]] QQuickWindow &window() { return *m_app->window(); }
    [[nodiscard]] QString file() const { return m_files.path(QStringLiteral("configs/nova.yaml")); }
    [[nodiscard]] QString autostartFile() const
    {
        return m_files.path(QStringLiteral("autostart/nova-settings.desktop"));
    }
    [[nodiscard]] QString root() const { return m_files.path(); }
    [[nodiscard]] QByteArray text() const { return Scratch::read(file()); }

    /// Shows the window and opens the page; false where that does not come to be.
    [[nodiscard]] bool open();
    /// What can be seen of that object name, in the row of a setting or anywhere.
    [[nodiscard]] QQuickItem *item(const QString &name, QQuickItem *within = nullptr);
    [[nodiscard]] QQuickItem *control(const QString &setting, const QString &name);
    void click(QQuickItem *item);
    /// Types into the field of a setting, instead of what is in it.
    void type(const QString &setting, const QString &text);
    void toggle(const QString &setting);
    void apply();
    [[nodiscard]] QString words(const QString &item);
    [[nodiscard]] QString problem(const QString &setting);
    [[nodiscard]] QImage picture(const QString &name);

private:
    Scratch m_files;
    std::unique_ptr<NovaHost> m_host;
    std::unique_ptr<HostSettings> m_settings;
    std::unique_ptr<DesktopApp> m_app;
};

} // namespace nova::test
