#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QJsonObject sessionJson(Gatekeeper &gatekeeper, const std::optional<QByteArray> &session)
{
    if (!gatekeeper.authenticates())
        return {{u"authenticated"_s, true}, {u"who"_s, u"none"_s}};
    if (!session)
        return {{u"authenticated"_s, false}, {u"who"_s, u"none"_s}};
    return {{u"authenticated"_s, true},
            {u"who"_s, u"session"_s},
            {u"csrf_token"_s, QString::fromLatin1(gatekeeper.sessions().csrfToken(*session))}};
}

void logIn(Gatekeeper &gatekeeper, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    if (!body)
        return respond(body.error());
    const QByteArray code = body->value(u"code").toString().toUtf8();
    const QByteArray token = body->value(u"token").toString().toUtf8();
    if (!token.isEmpty()) {
        if (const auto checked = gatekeeper.checkToken(token, request.source); !checked)
            return respond(checked.error());
    } else if (code.isEmpty()) {
        return respond(problem({ErrorCode::InvalidInput, u"Send «code», from the one-time link, or «token»."_s}));
    } else if (!gatekeeper.sessions().redeemCode(code)) {
        return respond(unauthorized(
            u"This link has been used or is too old. Sign in with the token; «nova-settingsd token» prints it."_s));
    }
    const QByteArray cookie = gatekeeper.sessions().start();
    respond(Response::json(200, sessionJson(gatekeeper, gatekeeper.sessions().check(cookie)))
                .with("Set-Cookie", gatekeeper.setCookie(request.head, cookie)));
}

} // namespace

void addSessionRoutes(Router &router, ApiContext &context)
{
    Gatekeeper &gatekeeper = context.gatekeeper;
    router.add({.method = "GET",
                .pattern = u"/api/session"_s,
                .access = Access::Public,
                .handler = [&gatekeeper](const Request &request, const Responder &respond) {
                    const auto session = gatekeeper.sessions().check(gatekeeper.sessionCookie(request.head));
                    respond(Response::json(200, sessionJson(gatekeeper, session)));
                }});
    router.add({.method = "POST",
                .pattern = u"/api/session"_s,
                .access = Access::Public,
                .body = Route::Body::Json,
                .handler = [&gatekeeper](const Request &request, const Responder &respond) {
                    logIn(gatekeeper, request, respond);
                }});
    router.add({.method = "DELETE",
                .pattern = u"/api/session"_s,
                .handler = [&gatekeeper](const Request &request, const Responder &respond) {
                    gatekeeper.sessions().end(gatekeeper.sessionCookie(request.head));
                    respond(Response{204, {}, {}}.with("Set-Cookie", gatekeeper.setCookie(request.head, {})));
                }});
}

} // namespace nova
