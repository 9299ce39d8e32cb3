#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `toggle NAME [on|off]`.
[[nodiscard]] int runToggle(const CommandLine &command, const Locations &locations);

} // namespace nova
