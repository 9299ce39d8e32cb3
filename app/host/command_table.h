#pragma once

#include "app/host/command_line.h"

namespace nova
{

/// A flag. The reader of the command line, the help, and the tests of the man pages and completions all use the table.
struct OptionSpec {
    /// Where it may stand.
    enum class Group {
        Always,  ///< Everywhere.
        Running, ///< Where Nova runs; commands find the running one by it.
        Command, ///< With the commands that name it.
    };

    QString name;
    QString letter{};
    QString value{}; ///< What follows it, as the help calls it; empty for a switch.
    QString text;    ///< What it does, in a line.
    Group group = Group::Command;
    QStringList choices{}; ///< All that may follow, where that is a few words.
};

/// A command that prints something and ends.
struct CommandSpec {
    QString name;
    CommandLine::Action action;
    QString arguments; ///< As the help writes them: "NAME [on|off]".
    qsizetype least;   ///< How many there have to be,
    qsizetype most;    ///< and may be.
    QString text;      ///< What it does, in a line.
    QString details;   ///< The rest, for «help COMMAND».
    QStringList options;
    QString example;
};

[[nodiscard]] const QList<OptionSpec> &optionTable();
[[nodiscard]] const QList<CommandSpec> &commandTable();

/// Null where there is none.
[[nodiscard]] const OptionSpec *findOption(const QString &name);
[[nodiscard]] const CommandSpec *findCommand(const QString &name);

} // namespace nova
