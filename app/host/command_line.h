#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <optional>

namespace nova
{

/// What the program was asked to do. Both programs understand the same words.
struct CommandLine {
    enum class Action { Run, PrintHelp, PrintVersion, PrintToken, RotateToken, Validate, List, Probe, Restart };

    Action action = Action::Run;
    bool headless = false;
    bool system = false; ///< On the folders of the machine, see takeSystem().
    bool serve = false;  ///< The desktop shall serve the web side, too.
    bool authenticate = true;
    bool json = false;
    QString root;
    QString state;
    QString connect; ///< The desktop shall show the Nova at that address.
    std::optional<QString> host;
    std::optional<QString> port;
    std::optional<QString> logLevel;
    std::optional<QString> logFormat;
    QString file;           ///< Of `validate`; empty for the catalog.
    QString target;         ///< Of `probe`: an address or the name of a server; of `restart`: a service.
    QStringList headers;    ///< Of `probe`: «Name: value».
    int timeoutSeconds = 0; ///< Of `probe`; 0: what the catalog says, or 5.
    QString help;           ///< The text for PrintHelp.
};

/// Reads the arguments (the program's name first). An unknown flag, command or missing value is an error in one
/// sentence; it is worth exit code 2.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace nova
