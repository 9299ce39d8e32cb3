#pragma once

#include "app/host/command_line.h"

#include <optional>

namespace nova
{

/// Carries out a command that prints something and ends: its exit code (0 fine, 1 the thing failed, 2 usage).
/// Nothing where the command is to run the program.
[[nodiscard]] std::optional<int> runCommand(const CommandLine &command);

} // namespace nova
