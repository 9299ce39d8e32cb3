#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

void toggle(ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    ToggleCommand command{request.parameter(u"name"), std::nullopt, *match};
    const QJsonValue enabled = body->value(u"enabled");
    if (enabled.isBool())
        command.enabled = enabled.toBool();
    else if (!enabled.isUndefined())
        return respond(problem({ErrorCode::InvalidInput, u"«enabled» has to be true or false."_s}));
    context.service.toggle(command, callerOf(request),
                           replyTo<Toggled>(context.mailbox, respond, [](const Toggled &toggled) {
                               return Response::json(200, {{u"name"_s, toggled.name},
                                                           {u"enabled"_s, toggled.enabled},
                                                           {u"changed"_s, toggled.changed},
                                                           {u"revision"_s, toggled.revision}})
                                   .with("ETag", etag(toggled.revision));
                           }));
}

} // namespace

void addMcpRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/api/mcp"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    const auto [text, revision] = context.stateText.catalog();
                    respond(revisioned(request, text, revision));
                }});
    router.add({.method = "PUT",
                .pattern = u"/api/mcp/{name}/toggle"_s,
                .body = Route::Body::Json,
                .handler = [&context](const Request &request, const Responder &respond) {
                    toggle(context, request, respond);
                }});
}

} // namespace nova
