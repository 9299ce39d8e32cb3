#pragma once

#include "app/host/command_table.h"

namespace nova
{

/// What --help prints. `program` is the name it was called by.
[[nodiscard]] QString overviewHelp(const QString &program);
[[nodiscard]] QString commandHelp(const QString &program, const CommandSpec &command);

} // namespace nova
