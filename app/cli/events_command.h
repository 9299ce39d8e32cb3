#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `events [--follow]`: what a running Nova remembers of what happened, and what happens from now on. Ends with 0 when
/// it is interrupted, and when nobody reads any more.
[[nodiscard]] int runEvents(const CommandLine &command, const Locations &locations);

} // namespace nova
