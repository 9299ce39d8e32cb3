#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <optional>

namespace nova
{

/// What the program was asked to do. Both programs understand the same words.
struct CommandLine {
    enum class Action {
        Run,
        PrintHelp,
        PrintVersion,
        PrintToken,
        RotateToken,
        Validate,
        List,
        Toggle,
        Events,
        Probe,
        Restart,
        Export,
        Import
    };

    Action action = Action::Run;
    bool headless = false;
    bool system = false; ///< On the folders of the machine, see takeSystem().
    bool serve = false;  ///< The desktop shall serve the web side, too.
    bool authenticate = true;
    QString root;
    QString state;
    QString connect; ///< The Nova at that address: for the window, or for a command.
    std::optional<QString> host;
    std::optional<QString> port;
    std::optional<QString> logLevel;
    std::optional<QString> logFormat;

    // Of commands.
    bool json = false;
    bool filesAlone = false; ///< As if none ran.
    QString color;           ///< "auto", "always" or "never".
    QString target; ///< Of `probe` an address or a name, of `toggle` a name, of `restart` a service, of `validate` and
                    ///< `import` a file.
    std::optional<bool> enabled; ///< Of `toggle`.
    bool namesAlone = false;     ///< Of `list`.
    bool follow = false;         ///< Of `events`.
    std::optional<int> last;     ///< Of `events`: how many of the newest.
    QStringList types;           ///< Of `events`; none: all.
    QStringList names;           ///< Of `export`; none: all that are on.
    QString form;                ///< Of `export`: "claude-desktop" …
    QString output;              ///< Of `export`: a file.
    bool dryRun = false;         ///< Of `import`.
    QStringList headers;         ///< Of `probe`: «Name: value».
    int timeoutSeconds = 0;      ///< Of `probe`; 0: what the catalog says, or 5.
    QString help;                ///< The text for PrintHelp.
};

/// Reads the arguments (the program's name first). An unknown flag, command or missing value is an error in one
/// sentence; it is worth exit code 2.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace nova
