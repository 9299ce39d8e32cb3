#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `probe URL` or `probe NAME`: asks a server once, as the monitor does, and prints step by step what it found.
/// 0 if it is healthy, 1 if not or if there is no such server, 2 for wrong usage. Needs an application object; runs its
/// event loop.
[[nodiscard]] int runProbe(const CommandLine &command, const Locations &locations);

} // namespace nova
