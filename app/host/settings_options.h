#pragma once

#include "core/service/local_nova.h"
#include "core/settings/settings.h"

namespace nova
{

/// What the settings mean for the parts of a local Nova.

[[nodiscard]] LocalNova::Pace paceOf(const Settings &settings);
/// Nothing without an address. The address has been checked with the settings.
[[nodiscard]] std::optional<RedisBridge::Options> redisOptions(const Settings &settings);

} // namespace nova
