#pragma once

#include "app/host/command_line.h"

class QCoreApplication;

namespace nova
{

/// To be called first thing in main(), before any thread or application object exists.
void prepareProcess();

/// Prints a sentence on the standard error stream, behind the program's name.
void complain(const QString &message);

/// Serves the web side until told to end. The exit code of the program.
[[nodiscard]] int runHeadless(QCoreApplication &application, const CommandLine &command);

} // namespace nova
