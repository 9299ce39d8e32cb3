#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `import FILE|-`: adds the servers of another program's list that have a place in the catalog and are not there yet.
[[nodiscard]] int runImport(const CommandLine &command, const Locations &locations);

} // namespace nova
