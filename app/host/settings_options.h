#pragma once

#include "app/host/locations.h"
#include "core/service/local_nova.h"
#include "core/settings/settings.h"

namespace nova
{

/// What the settings mean for the parts of a local Nova.

[[nodiscard]] LocalNova::Pace paceOf(const Settings &settings);
/// How files are watched.
[[nodiscard]] Document::Options documentOptions(const Settings &settings);
/// What every local Nova here is made of, whoever it is for: its files, its name, its pace. It talks to no Redis,
/// restarts nothing and has no state folder.
[[nodiscard]] LocalNova::Options novaOptions(const Settings &settings, const Locations &locations);
/// Nothing without an address. The address has been checked with the settings.
[[nodiscard]] std::optional<RedisBridge::Options> redisOptions(const Settings &settings);

} // namespace nova
