#include "server/api/api.h"

namespace nova
{

void addRoutes(Router &router, ApiContext &context)
{
    addStateRoutes(router, context);
    addReadyRoutes(router, context);
    addMcpRoutes(router, context);
    addHealthRoutes(router, context);
    addPromptRoutes(router, context);
    addConfigRoutes(router, context);
    addSettingsRoutes(router, context);
    addTransferRoutes(router, context);
    addSessionRoutes(router, context);
    addBusRoutes(router, context);
    addMetricsRoutes(router, context);
    addHubRoutes(router, context);
    addOpenApiRoutes(router);
    addWebRoutes(router);
}

} // namespace nova
