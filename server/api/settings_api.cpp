#include "core/service/state_json.h"
#include "core/settings/settings_json.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Handler = void (*)(const ApiContext &, const Request &, const Responder &);

QJsonObject settingObject(const Setting &setting, const QStringList &byDefault, const SettingsView &view)
{
    return {{u"name"_s, setting.name},
            {u"group"_s, setting.group()},
            {u"title"_s, QString::fromUtf8(setting.title)},
            {u"description"_s, QString::fromUtf8(setting.description)},
            {u"kind"_s, toString(setting.kind)},
            {u"expects"_s, setting.expects},
            {u"least"_s, setting.least},
            {u"most"_s, setting.most},
            {u"choices"_s, QJsonArray::fromStringList(setting.choices)},
            {u"secret"_s, setting.secret},
            {u"local"_s, setting.local},
            {u"default"_s, settingJson(setting, byDefault)},
            {u"in_file"_s, settingJson(setting, view.inFile.value(setting.name))},
            {u"in_force"_s, settingJson(setting, view.inForce.value(setting.name))},
            {u"overridden_by"_s, view.overrides.value(setting.name)}};
}

Response answerView(const Request &request, const SettingsView &view)
{
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    const SettingValues defaults = valuesOf({});
    QJsonArray settings;
    for (const Setting &setting : table)
        settings.append(settingObject(setting, defaults.value(setting.name), view));
    const QByteArray body = compactJson({{u"file"_s, toJson(view.file)},
                                         {u"problem"_s, view.problem},
                                         {u"address"_s, view.address},
                                         {u"settings"_s, settings}});
    return revisionedLive(request, body, view.file.fileRevision);
}

void read(const ApiContext &context, const Request &request, const Responder &respond)
{
    context.settings->read(replyTo<SettingsView>(
        context.mailbox, respond, [request](const SettingsView &view) { return answerView(request, view); }));
}

void change(const ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    const auto match = ifMatch(request);
    if (!body || !match)
        return respond(body ? match.error() : body.error());
    // This web side may be about to go: nothing more shall be asked over this connection.
    const auto last = [respond](Response response) {
        response.close = true;
        respond(std::move(response));
    };
    context.settings->change({*body, *match}, callerOf(request),
                             replyTo<SettingsView>(context.mailbox, last, [](const SettingsView &view) {
                                 return answerView(Request(), view); // Whole, whatever the caller has.
                             }));
}

void testRedis(const ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    if (!body)
        return respond(body.error());
    const QJsonValue url = body->value(u"url");
    if (!url.isString())
        return respond(problem({ErrorCode::InvalidInput, u"«url» has to be the address of a Redis."_s}));
    context.settings->testRedis(
        url.toString(), replyTo<RedisFinding>(context.mailbox, respond, [](const RedisFinding &found) {
            return Response::json(200, {{u"works"_s, found.works}, {u"finding"_s, found.finding}});
        }));
}

} // namespace

void addSettingsRoutes(Router &router, ApiContext &context)
{
    const auto handledBy = [&context](Handler handler) {
        return [&context, handler](const Request &request, const Responder &respond) {
            if (context.settings)
                handler(context, request, respond);
            else
                respond(problem({ErrorCode::NotFound, u"This Nova has no settings that could be reached here."_s}));
        };
    };
    router.add({.method = "GET", .pattern = u"/api/settings"_s, .handler = handledBy(read)});
    router.add(
        {.method = "PATCH", .pattern = u"/api/settings"_s, .body = Route::Body::Json, .handler = handledBy(change)});
    router.add({.method = "POST",
                .pattern = u"/api/settings/test-redis"_s,
                .body = Route::Body::Json,
                .handler = handledBy(testRedis)});
}

} // namespace nova
