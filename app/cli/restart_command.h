#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `restart SERVICE`: restarts a service of docker compose through the Nova that runs on these files, so that everybody
/// sees it; where none runs, by itself under the same rules. Prints what the command writes as it comes.
/// 0 if it worked, 1 if not. Needs an application object; runs its event loop.
[[nodiscard]] int runRestart(const CommandLine &command, const Locations &locations);

} // namespace nova
