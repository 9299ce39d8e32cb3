#include "core/events/event_schema.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"
#include "server/metrics/server_metrics.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

void broadcast(ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    if (!body)
        return respond(body.error());
    const auto type = eventTypeFromString(body->value(u"type").toString());
    if (!type)
        return respond(problem({ErrorCode::InvalidInput, u"«type» has to be one of mcp_toggled, prompt_updated, "
                                                         "config_validated, system_health and task_updated."_s}));
    const QJsonObject data = body->value(u"data").toObject();
    if (const auto findings = checkEventData(*type, data); !findings.isEmpty())
        return respond(problem({ErrorCode::InvalidInput, findings.first().message, {}, findings}));
    context.service.broadcast({*type, data}, callerOf(request),
                              replyTo<Event>(context.mailbox, respond, [&context](const Event &event) {
                                  return Response::json(200, {{u"id"_s, event.id},
                                                              {u"seq"_s, qint64(event.seq)},
                                                              {u"delivered"_s, context.metrics.lastDelivered()}});
                              }));
}

} // namespace

void addHubRoutes(Router &router, ApiContext &context)
{
    for (const QString &path : {u"/ws/"_s, u"/ws"_s})
        router.add({.method = "GET", .pattern = path, .upgrade = true});
    router.add({.method = "GET",
                .pattern = u"/ws/connections"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(
                        200, {{u"count"_s, context.hub.count()}, {u"connections"_s, context.hub.connections()}}));
                }});
    router.add({.method = "GET",
                .pattern = u"/ws/metrics"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(200, context.metrics.hub()));
                }});
    router.add({.method = "POST",
                .pattern = u"/ws/broadcast"_s,
                .body = Route::Body::Json,
                .handler = [&context](const Request &request, const Responder &respond) {
                    broadcast(context, request, respond);
                }});
    router.add({.method = "POST",
                .pattern = u"/ws/ping"_s,
                .body = Route::Body::Json,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(Response::json(200, {{u"pinged"_s, context.hub.pingAll()}}));
                }});
}

} // namespace nova
