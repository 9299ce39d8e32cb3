#include "core/service/state_json.h"
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

Reply<ServerSaved> answerSaved(const ApiContext &context, const Responder &respond, int status)
{
    return replyTo<ServerSaved>(context.mailbox, respond, [status](const ServerSaved &saved) {
        Response response = Response::json(status, {{u"name"_s, saved.name},
                                                    {u"changed"_s, saved.changed},
                                                    {u"revision"_s, saved.revision},
                                                    {u"backup_id"_s, saved.backupId}});
        response.with("ETag", etag(saved.revision));
        if (status == 201) // A name is made of characters that need no encoding.
            response.with("Location", "/api/mcp/" + saved.name.toUtf8());
        return response;
    });
}

void add(ApiContext &context, const Request &request, const Responder &respond)
{
    auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    const QJsonValue name = body->take(u"name");
    if (!name.isString())
        return respond(problem({ErrorCode::InvalidInput, u"«name» has to be the name of the new server."_s}));
    context.service.addServer({name.toString(), *body, *match}, callerOf(request), answerSaved(context, respond, 201));
}

void change(ApiContext &context, const Request &request, const Responder &respond)
{
    auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    const QJsonValue newName = body->take(u"name");
    if (!newName.isString() && !newName.isUndefined())
        return respond(problem({ErrorCode::InvalidInput, u"«name» has to be the new name of the server."_s}));
    const auto renamed = newName.isString() ? std::optional(newName.toString()) : std::nullopt;
    context.service.changeServer({request.parameter(u"name"), *body, renamed, *match}, callerOf(request),
                                 answerSaved(context, respond, 200));
}

void move(ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    const QJsonValue before = body->value(u"before");
    if (!before.isString() && !before.isNull())
        return respond(problem(
            {ErrorCode::InvalidInput, u"«before» has to be the name of a server, or null for the end of the file."_s}));
    const auto target = before.isString() ? std::optional(before.toString()) : std::nullopt;
    context.service.moveServer({request.parameter(u"name"), target, *match}, callerOf(request),
                               answerSaved(context, respond, 200));
}

void remove(ApiContext &context, const Request &request, const Responder &respond)
{
    const auto match = ifMatch(request);
    if (!match)
        return respond(match.error());
    context.service.removeServer({request.parameter(u"name"), *match}, callerOf(request),
                                 answerSaved(context, respond, 200));
}

void readOne(const ApiContext &context, const Request &request, const Responder &respond)
{
    const NovaStatePtr state = context.service.state();
    const auto &catalog = state->catalog;
    for (const ServerEntry &server : catalog->servers) {
        if (server.name != request.parameter(u"name"))
            continue;
        return respond(revisionedLive(request, compactJson(toJson(server, *state->health)), catalog->file.revision));
    }
    respond(problem({ErrorCode::NotFound, u"There is no server named %1."_s.arg(request.parameter(u"name"))}));
}

} // namespace

void addMcpRoutes(Router &router, ApiContext &context)
{
    using Handler = void (*)(ApiContext &, const Request &, const Responder &);
    const auto handledBy = [&context](Handler handler) {
        return [&context, handler](const Request &request, const Responder &respond) {
            handler(context, request, respond);
        };
    };
    router.add({.method = "GET",
                .pattern = u"/api/mcp"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    const auto [text, revision] = context.stateText.catalog();
                    respond(revisionedLive(request, text, revision));
                }});
    router.add({.method = "POST", .pattern = u"/api/mcp"_s, .body = Route::Body::Json, .handler = handledBy(add)});
    router.add({.method = "GET",
                .pattern = u"/api/mcp/{name}"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    readOne(context, request, respond);
                }});
    router.add(
        {.method = "PATCH", .pattern = u"/api/mcp/{name}"_s, .body = Route::Body::Json, .handler = handledBy(change)});
    router.add({.method = "DELETE", .pattern = u"/api/mcp/{name}"_s, .handler = handledBy(remove)});
    router.add({.method = "PUT",
                .pattern = u"/api/mcp/{name}/toggle"_s,
                .body = Route::Body::Json,
                .handler = handledBy(toggle)});
    router.add({.method = "PUT",
                .pattern = u"/api/mcp/{name}/position"_s,
                .body = Route::Body::Json,
                .handler = handledBy(move)});
}

} // namespace nova
