#pragma once

#include "core/catalog/catalog.h"
#include "core/transfer/json_node.h"

#include <optional>

namespace nova
{

/// `npx mcp-remote ADDRESS`: how programs that can only run commands are led to a server with an address.
struct RemoteBridge {
    QString url;
    QList<HeaderTemplate> headers;
    bool sseOnly = false;
};

/// The bridge that an entry with a `command` is; nothing where it is any other command. What its `env` sets is put
/// into the headers. Pure.
[[nodiscard]] std::optional<RemoteBridge> remoteBridge(const JsonNode &entry);

} // namespace nova
