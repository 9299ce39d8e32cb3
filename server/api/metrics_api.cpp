#include "core/service/state_json.h"
#include "server/api/api.h"
#include "server/metrics/server_metrics.h"

using namespace Qt::StringLiterals;

// Numbers, for those who watch over the program: all of them for Prometheus, and some in JSON.

namespace nova
{

namespace
{

void prometheus(const ApiContext &context, const Responder &respond)
{
    respond(Response{200, "text/plain; version=0.0.4; charset=utf-8",
                     context.metrics.prometheusText(*context.service.state(), context.log.lastSeq())}
                .with("Cache-Control", "no-store"));
}

} // namespace

void addMetricsRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/metrics"_s,
                .handler = [&context](const Request &, const Responder &respond) { prometheus(context, respond); }});
    router.add({.method = "GET",
                .pattern = u"/api/metrics/websocket-connections"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(200, context.metrics.connections()));
                }});
    router.add({.method = "GET",
                .pattern = u"/api/metrics/event-throughput"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(200, context.metrics.throughput()));
                }});
    router.add({.method = "GET",
                .pattern = u"/api/metrics/redis-health"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(200, toJson(*context.service.state()->redis)));
                }});
}

} // namespace nova
