#pragma once

#include "core/catalog/server_entry.h"

#include <QJsonArray>

namespace nova
{

/// What is different between two catalogs, as the event `config_validated` tells it: for every server that was added,
/// removed or modified an object {name, change, fields}. `fields` names what differs; the values are not given.
[[nodiscard]] QJsonArray catalogChanges(const QList<ServerEntry> &before, const QList<ServerEntry> &after);

/// The servers of both whose `enabled` differs, as they are after.
[[nodiscard]] QList<ServerEntry> flippedServers(const QList<ServerEntry> &before, const QList<ServerEntry> &after);

} // namespace nova
