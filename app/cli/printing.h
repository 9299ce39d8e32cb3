#pragma once

#include "app/host/command_line.h"

#include <QJsonObject>
#include <QString>

namespace nova
{

/// One line on the standard output.
void print(const QString &line);
/// The same as compact JSON, for scripts.
void print(const QJsonObject &object);

/// Says what went wrong on the standard error stream, and for scripts as JSON on the standard output, too. Gives `code`
/// back.
int fail(const CommandLine &command, const Error &error, int code = 1);

/// Whether somebody still reads the standard output.
[[nodiscard]] bool hasReader();

/// What a command wrote is out: its exit code, or 1 where it could not be written. A reader who went early is fine.
[[nodiscard]] int finishOutput(int code);

} // namespace nova
