#pragma once

#include "core/catalog/catalog.h"
#include "core/health/secret_filter.h"
#include "core/mcp/mcp_exchange.h"

#include <QProcessEnvironment>

#include <chrono>

namespace nova
{

/// A server as the monitor knows it: its entry, and the headers that the entry only names.
struct MonitoredServer {
    ServerEntry entry;
    QList<HeaderTemplate> headers;

    /// Whether a probe of the one says nothing about the other.
    [[nodiscard]] bool isAskedOtherwise(const MonitoredServer &other) const;
};

/// A server as it can be asked: every variable filled in. Made for one check and gone after it, with its secrets.
struct ProbeTarget {
    ProbeKind kind = ProbeKind::Auto;
    McpEndpoint endpoint;
    McpEndpoint healthEndpoint; ///< No URL: there is none. Credentials only where it is the same server.
    std::chrono::milliseconds timeout{5000};
    SecretFilter secrets;

    QStringList missing; ///< Variables that are not set: it cannot be asked.
    QString problem;     ///< Why else it cannot be asked; one sentence.
};

[[nodiscard]] ProbeTarget makeTarget(const MonitoredServer &server, const QProcessEnvironment &environment,
                                     std::chrono::milliseconds usualTimeout);

} // namespace nova
