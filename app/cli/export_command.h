#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `export [NAME ...] --for PROGRAM`: servers of the catalog as another program reads them.
[[nodiscard]] int runExport(const CommandLine &command, const Locations &locations);

} // namespace nova
