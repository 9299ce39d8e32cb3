#pragma once

#include "app/desktop/connections/connections.h"
#include "app/desktop/desktop_app.h"
#include "core/service/local_nova.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace nova::test
{

/// A secret store in memory.
class MemoryStore final : public SecretStore
{
public:
    void read(const QString &key, Read done) override { done(m_secrets.value(key)); }
    void write(const QString &key, const QString &secret, Done done) override
    {
        m_secrets.insert(key, secret);
        done({});
    }
    void remove(const QString &key, Done done) override
    {
        m_secrets.remove(key);
        done({});
    }

private:
    QHash<QString, QString> m_secrets;
};

/// The whole desktop program over this computer's files, and a real program with files of its own to be shown in it.
class RemoteDesktop
{
public:
    explicit RemoteDesktop(const DesktopApp::Options &options = {});
    ~RemoteDesktop();

    [[nodiscard]] Scratch &here() { return m_here; }
    [[nodiscard]] Scratch &there() { return m_there; }
    [[nodiscard]] NovaProcess &other() { return *m_other; }
    [[nodiscard]] DesktopApp &app() { return *m_app; }
    [[nodiscard]] QQuickWindow &window() { return *m_app->window(); }
    [[nodiscard]] NovaService &service() { return m_connections->service(); }
    [[nodiscard]] const LinkState &link() { return *(m_shown = service().state())->link; }
    [[nodiscard]] bool isUp() { return link().phase == LinkState::Phase::Connected; }

    /// Starts the other program, the first time or again, at the same address.
    [[nodiscard]] bool startOther();
    void killOther();
    /// By the dialog, typing, as far as the window says that it is connected; false where it is not.
    [[nodiscard]] bool connectByDialog(const QString &token);

    /// The first item of that object name that can be seen; null if there is none.
    [[nodiscard]] QQuickItem *item(const QString &name);
    [[nodiscard]] static QQuickItem *find(const QString &name, QQuickItem &within);
    [[nodiscard]] QQuickItem *row(const QString &server);
    [[nodiscard]] bool has(const QString &name) { return item(name) != nullptr; }
    [[nodiscard]] bool isEnabled(const QString &name);
    [[nodiscard]] QString textOf(const QString &name);
    [[nodiscard]] bool hasKeyboard(const QString &name);
    /// Waits until it can be seen and used, then clicks it.
    [[nodiscard]] bool click(const QString &name);
    void click(QQuickItem &item);
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// For people, in both themes.
    void picture(const QString &name);

private:
    Scratch m_here{Scratch::Content::Examples};
    Scratch m_there{Scratch::Content::Examples};
    const quint16 m_port;
    Logger m_logger{LogLevel::Error, LogFormat::Console};
    MemoryStore m_store;
    std::unique_ptr<NovaProcess> m_other;
    std::unique_ptr<LocalNova> m_local;
    std::unique_ptr<Connections> m_connections;
    std::unique_ptr<DesktopApp> m_app;
    NovaStatePtr m_shown;
};

} // namespace nova::test
