#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `token`: the token of the Nova on these files, made now if there is none yet; with --rotate a new one.
[[nodiscard]] int runToken(const CommandLine &command, const Locations &locations);

} // namespace nova
