#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

namespace nova
{

void addStateRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/health"_s,
                .access = Access::Probe,
                .handler = [&context](const Request &, const Responder &respond) {
                    const auto instance = context.service.state()->instance;
                    const qint64 uptime = instance->startedAt.secsTo(QDateTime::currentDateTimeUtc());
                    respond(Response::json(
                        200, {{u"status"_s, u"ok"_s}, {u"version"_s, instance->version}, {u"uptime_s"_s, uptime}}));
                }});
    router.add(
        {.method = "GET", .pattern = u"/api/state"_s, .handler = [&context](const Request &, const Responder &respond) {
             respond(Response::jsonText(200, context.stateText.whole()));
         }});
}

} // namespace nova
