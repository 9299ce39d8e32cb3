#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"
#include "core/log/logger.h"
#include "core/service/local_nova.h"
#include "core/settings/settings.h"
#include "server/web_server.h"

namespace nova
{

/// One running Nova: settings, log, files, and the web side if it is wanted. What the desktop and the headless program
/// have in common. Core thread.
class NovaHost
{
public:
    /// Reads the settings (file, environment, flags, in this order) and makes the log. An error is worth exit code 2.
    [[nodiscard]] static Result<std::unique_ptr<NovaHost>> create(const CommandLine &command);
    ~NovaHost();
    Q_DISABLE_COPY_MOVE(NovaHost)

    /// Reads and watches the files; with `serve`, opens the web side.
    [[nodiscard]] Result<void> start(bool serve);
    /// Reads the files again: catalog, prompt, certificate.
    void reload();
    void stop();

    [[nodiscard]] LocalNova &nova() { return *m_nova; }
    [[nodiscard]] Logger &logger() { return m_logger; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const Locations &locations() const { return m_locations; }
    /// Where the web side listens; empty while it does not.
    [[nodiscard]] const WebServer::Listening &listening() const { return m_listening; }

private:
    NovaHost(Settings settings, Locations locations, bool authenticate);
    [[nodiscard]] Result<void> openWeb();

    const Settings m_settings;
    const Locations m_locations;
    const bool m_authenticate;
    Logger m_logger;
    QtMessageBridge m_qtMessages;
    std::shared_ptr<Mailbox> m_mailbox; ///< Core thread.
    std::unique_ptr<LocalNova> m_nova;
    std::unique_ptr<WebServer> m_web;
    WebServer::Listening m_listening;
};

/// What may be restarted, and how, as the settings say.
[[nodiscard]] RestartRules restartRules(const Settings &settings, const Locations &locations);

/// Settings as the program runs with them.
[[nodiscard]] Result<Settings> effectiveSettings(const CommandLine &command, const Locations &locations);

} // namespace nova
