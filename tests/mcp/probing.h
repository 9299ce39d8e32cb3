#pragma once

#include "core/health/health_check.h"
#include "core/mcp/mcp_probe.h"

namespace nova::test
{

/// Long enough that nothing here takes as long, unless it hangs.
constexpr std::chrono::milliseconds patient{8000};
/// For what hangs: the test waits so long for it.
constexpr std::chrono::milliseconds impatient{500};

/// One probe, from its beginning to its end.
[[nodiscard]] McpFinding probe(HttpClient &client, const QUrl &url, const McpMemory &memory = {},
                               std::chrono::milliseconds deadline = patient, const QList<HttpHeader> &headers = {});
/// One check, of a server as the catalog has it.
[[nodiscard]] CheckResult checkOnce(HttpClient &client, const MonitoredServer &server,
                                    const QProcessEnvironment &environment = {},
                                    std::chrono::milliseconds timeout = patient);
/// One request; what came back.
[[nodiscard]] HttpReply fetch(HttpClient &client, HttpRequest request);
/// The entry of a server at this address.
[[nodiscard]] MonitoredServer serverAt(const QUrl &url, ProbeKind kind = ProbeKind::Mcp);

/// Every text of a finding, to look for what must not be there.
[[nodiscard]] QStringList textsOf(const McpFinding &finding);

} // namespace nova::test
