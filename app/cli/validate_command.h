#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"

namespace nova
{

/// `validate [FILE|-]`: checks a file, the standard input, or the catalog that is in use.
[[nodiscard]] int runValidate(const CommandLine &command, const Locations &locations);

} // namespace nova
