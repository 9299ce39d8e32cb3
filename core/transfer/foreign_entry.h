#pragma once

#include "core/transfer/foreign_config.h"
#include "core/transfer/json_node.h"

namespace nova
{

/// One entry of a list of servers in the words of the catalog, or why it has no place there. Pure.
[[nodiscard]] ForeignServer readForeignEntry(const QString &name, const JsonNode &entry);

/// Whether an entry names a place where a server is: an address or a command.
[[nodiscard]] bool isForeignEntry(const JsonNode &entry);

} // namespace nova
