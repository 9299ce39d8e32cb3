#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"
#include "app/host/served_settings.h"
#include "app/host/settings_layers.h"
#include "core/log/logger.h"
#include "core/service/local_nova.h"
#include "core/settings/settings_document.h"
#include "core/state/state_folder.h"
#include "server/web_server.h"

namespace nova
{

/// One running Nova: settings, log, files, and the web side if it is wanted. What the desktop and the headless program
/// have in common. Core thread.
///
/// It follows its settings while it runs, be they changed by changeSettings() or by somebody in the file. What cannot
/// be followed (a port that is taken) changes nothing: what was in force stays. A web side that a change closes or
/// moves accepts nobody any more from then on, and goes when the change is in the file: whoever asked for it there is
/// answered, and where the file cannot be written it is opened again.
class NovaHost final : public QObject
{
    Q_OBJECT

public:
    /// Reads the settings (file, environment, flags, in this order) and makes the log. An error is worth exit code 2.
    [[nodiscard]] static Result<std::unique_ptr<NovaHost>> create(const CommandLine &command);
    ~NovaHost() override;

    /// Reads and watches the settings alone, for a program that shows the Nova of another machine. Others need not call
    /// it.
    void openSettings();
    /// Reads and watches the files, and opens the web side where the settings want it. With `serve` it is wanted
    /// whatever they say, and it is an error if it cannot be had; else that is a settingsProblem().
    [[nodiscard]] Result<void> start(bool serve);
    /// Reads the files again: settings, catalog, prompt, certificate.
    void reload();
    /// Calls `answered` when every thread that has work for others has shown that it goes on: those of the files and of
    /// the web side. Behind a reload(), that has been done by then.
    void rollCall(const Mailbox::Work &answered);
    void stop();

    [[nodiscard]] LocalNova &nova() { return *m_nova; }
    [[nodiscard]] Logger &logger() { return m_logger; }
    [[nodiscard]] const CommandLine &command() const { return m_command; }
    [[nodiscard]] const Locations &locations() const { return m_locations; }
    /// Where the web side listens; empty while it does not.
    [[nodiscard]] const WebServer::Listening &listening() const { return m_web.listening; }
    /// Why the files of the state folder are left as they are; empty where they are not.
    [[nodiscard]] QString stateProblem() const { return m_nova->state()->instance->stateProblem; }
    /// A link that signs one browser in, once.
    void makeLink(const Reply<QString> &reply);

    /// In force.
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// What the file says, or said last when it was valid.
    [[nodiscard]] const Settings &settingsInFile() const { return m_inFile; }
    [[nodiscard]] const DocumentStatus &settingsFile() const { return m_file.status(); }
    /// Why what the file says is not in force; empty where it is.
    [[nodiscard]] QString settingsProblem() const { return m_problem; }
    /// Called once, on the core thread.
    using Changed = std::function<void(const Result<void> &)>;
    /// Changes the settings: first the running program, then the file. Where one of them fails, both are as before.
    /// With `ifMatch` only where that is the revision of the file. `done` is told while a web side that goes can still
    /// answer.
    void changeSettings(const SettingChanges &changes, const std::optional<QString> &ifMatch, const Caller &caller,
                        const Changed &done);

Q_SIGNALS:
    /// Other settings are in force, or the file stands otherwise, or the web side does.
    void settingsChanged();

private:
    struct Web {
        std::unique_ptr<WebServer> server;
        WebServer::Listening listening;
        Settings::Server settings; ///< With which it was opened.
        int door = 0;              ///< Which of all that there were.
        QByteArray token;
        bool outdated = false;  ///< There is another token now.
        bool dismissed = false; ///< It does not come back.
    };

    NovaHost(Settings settings, Locations locations, const CommandLine &command, const StateStanding &state);
    [[nodiscard]] bool wantsWeb(const Settings &settings) const;
    [[nodiscard]] bool servesAs(const Settings &settings) const;
    [[nodiscard]] Result<Web> openWeb(const Settings::Server &server);
    [[nodiscard]] std::optional<Web> reopenWeb(const Settings::Server &server, bool evenOutdated = false);
    void reloadToken();
    void takeWeb(Web web);
    void leaveWeb();
    void dismissWeb();
    [[nodiscard]] Result<void> moveWeb(const Settings &next);

    /// Lets the running program be as `next` says; as before where that cannot be.
    [[nodiscard]] Result<void> follow(const Settings &next);
    void followFile();
    void takeFile();
    void onSaved(const Result<void> &saved, const SettingChanges &changes, const Caller &caller, const Changed &done);
    [[nodiscard]] Result<Settings> settingsAfter(const SettingChanges &changes,
                                                 const std::optional<QString> &ifMatch) const;

    const CommandLine m_command;
    const Locations m_locations;
    bool m_settingsOpen = false;
    bool m_running = false;
    Settings m_settings;           ///< In force.
    const Settings::Redis m_redis; ///< With which m_nova was made.
    Settings m_inFile;
    Logger m_logger;
    QtMessageBridge m_qtMessages;
    std::shared_ptr<Mailbox> m_mailbox; ///< Core thread.
    std::unique_ptr<LocalNova> m_nova;
    std::unique_ptr<Worker> m_worker; ///< Declared before the document that uses it; stopped before that goes.
    Document m_file;
    QString m_problem;
    ServedSettings m_served; ///< Outlives the web sides.
    Web m_web;
    std::vector<Web> m_leaving; ///< Closed to others: until a change is in the file, and all have their answers.
    int m_door = 0;             ///< Grows with every web side that was opened.
    bool m_serve = false;       ///< Whatever the settings say.
    bool m_saving = false;      ///< A change of the settings is on its way into the file.
};

/// What may be restarted, and how, as the settings say.
[[nodiscard]] RestartRules restartRules(const Settings &settings, const Locations &locations);

} // namespace nova
