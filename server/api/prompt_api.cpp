#include "core/service/state_json.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

void savePrompt(ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    if (request.head.value("If-Match").isEmpty())
        return respond(
            problem(428, u"A whole text is replaced only with If-Match: send the revision you started from."_s));
    const QJsonValue content = body->value(u"content");
    if (!content.isString())
        return respond(problem({ErrorCode::InvalidInput, u"«content» has to be the whole text of the prompt."_s}));
    const auto answer = [](const PromptSaved &saved) {
        return Response::json(200, {{u"revision"_s, saved.revision}, {u"changed"_s, saved.changed}})
            .with("ETag", etag(saved.revision));
    };
    context.service.savePrompt({content.toString().toUtf8(), *match}, callerOf(request),
                               replyTo<PromptSaved>(context.mailbox, respond, answer));
}

} // namespace

void addPromptRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/api/prompt"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    const auto prompt = context.service.state()->prompt;
                    const QByteArray text =
                        QJsonDocument(toJson(*prompt, Content::Always)).toJson(QJsonDocument::Compact);
                    respond(revisioned(request, text, prompt->file.revision));
                }});
    router.add({.method = "PUT",
                .pattern = u"/api/prompt"_s,
                .body = Route::Body::Json,
                .handler = [&context](const Request &request, const Responder &respond) {
                    savePrompt(context, request, respond);
                }});
}

} // namespace nova
