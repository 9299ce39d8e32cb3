#pragma once

#include "app/host/command_line.h"

namespace nova
{

/// Where a Nova of the whole machine has its files: what --system means.
inline constexpr auto systemRoot = "/etc/nova-settings";
inline constexpr auto systemState = "/var/lib/nova-settings";

/// What --system asks for, before anything is read or written: the folders of the machine, where nothing else names
/// them; and, when root calls, the rights of the user whom the root folder belongs to. Else a command of the
/// administrator would leave files behind that the service may not write. Does nothing without --system. An error is
/// worth exit code 2.
///
/// To be called while there is but one thread.
[[nodiscard]] Result<void> takeSystem(CommandLine &command);

} // namespace nova
