#include "core/health/health_history_json.h"
#include "core/health/health_json.h"
#include "core/service/state_json.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

// How servers are and were, and restarts.

namespace nova
{

namespace
{

void check(ApiContext &context, const Request &request, const Responder &respond)
{
    const QString name = request.parameter(u"name");
    context.service.check(name, callerOf(request),
                          replyTo<HealthReportPtr>(context.mailbox, respond, [name](const HealthReportPtr &report) {
                              QJsonObject json = toJson(*report);
                              json[u"name"_s] = name;
                              return Response::json(200, json);
                          }));
}

void history(ApiContext &context, const Request &request, const Responder &respond)
{
    context.service.readHistory(request.parameter(u"name"),
                                replyTo<HealthHistory>(context.mailbox, respond, [](const HealthHistory &history) {
                                    return Response::json(200, toJson(history));
                                }));
}

void restart(ApiContext &context, const Request &request, const Responder &respond)
{
    context.service.restart(request.parameter(u"service"), callerOf(request),
                            replyTo<RestartResult>(context.mailbox, respond, [](const RestartResult &result) {
                                return Response::json(200, toJson(result));
                            }));
}

} // namespace

void addHealthRoutes(Router &router, ApiContext &context)
{
    using Handler = void (*)(ApiContext &, const Request &, const Responder &);
    const auto add = [&](const char *method, const QString &pattern, Handler handler) {
        router.add({.method = method,
                    .pattern = pattern,
                    .handler = [&context, handler](const Request &request, const Responder &respond) {
                        handler(context, request, respond);
                    }});
    };
    add("POST", u"/api/mcp/{name}/check"_s, check);
    add("GET", u"/api/mcp/{name}/history"_s, history);
    add("POST", u"/api/admin/restart/{service}"_s, restart);
}

} // namespace nova
