#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `list`: the servers of the catalog, with their health where a Nova runs.
[[nodiscard]] int runList(const CommandLine &command, const Locations &locations);

} // namespace nova
