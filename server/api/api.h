#pragma once

#include "core/service/nova_service.h"
#include "core/settings/settings_service.h"
#include "server/api/state_text.h"
#include "server/auth/gatekeeper.h"
#include "server/http/router.h"
#include "server/metrics/server_metrics.h"
#include "server/ws/web_socket_hub.h"

namespace nova
{

/// What the handlers of the API work with. Server thread; outlives the router.
struct ApiContext {
    NovaService &service;
    StateText &stateText;
    const EventLog &log;
    Gatekeeper &gatekeeper;
    WebSocketHub &hub;
    ServerMetrics &metrics;
    std::shared_ptr<Mailbox> mailbox;    ///< Of the server thread: answers and events come by it, in order.
    SettingsService *settings = nullptr; ///< Null: nobody can read or change them here.
};

/// The table of all routes; each of the others adds those of one resource.
void addRoutes(Router &router, ApiContext &context);
void addStateRoutes(Router &router, ApiContext &context);    ///< /health, /api/state
void addReadyRoutes(Router &router, ApiContext &context);    ///< /ready
void addMcpRoutes(Router &router, ApiContext &context);      ///< /api/mcp
void addHealthRoutes(Router &router, ApiContext &context);   ///< a server's check and history, restarts
void addPromptRoutes(Router &router, ApiContext &context);   ///< /api/prompt
void addConfigRoutes(Router &router, ApiContext &context);   ///< /api/config
void addSettingsRoutes(Router &router, ApiContext &context); ///< /api/settings
void addTransferRoutes(Router &router, ApiContext &context); ///< /api/transfer
void addSessionRoutes(Router &router, ApiContext &context);  ///< /api/session
void addBusRoutes(Router &router, ApiContext &context);      ///< /api/tasks, /api/events, Redis
void addMetricsRoutes(Router &router, ApiContext &context);  ///< /metrics, /api/metrics
void addHubRoutes(Router &router, ApiContext &context);      ///< /ws
void addOpenApiRoutes(Router &router);                       ///< /api/openapi.json
void addWebRoutes(Router &router);                           ///< / and the web client's files

} // namespace nova
