#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"
#include "core/settings/settings_table.h"
#include "server/auth/token_file.h"

namespace nova
{

/// The settings' file has the first word; NOVA_… variables are over it, and flags over both.

/// Settings as the program runs with them, where the file says `settings`. Refuses what cannot be together; findings
/// name the setting as their path.
[[nodiscard]] Result<Settings> withOverrides(Settings settings, const CommandLine &command);

/// Which settings something else than the file decides: by the name of the setting, what does it ("--port",
/// "NOVA_SERVER_PORT").
[[nodiscard]] QMap<QString, QString> overridesOf(const CommandLine &command);

/// What is in the file, with the overrides.
[[nodiscard]] Result<Settings> effectiveSettings(const CommandLine &command, const Locations &locations);

/// Where the token is, as the settings say.
[[nodiscard]] TokenFile tokenFileOf(const Settings::Server &server, const Locations &locations);

[[nodiscard]] bool isLoopback(const QString &host);

} // namespace nova
