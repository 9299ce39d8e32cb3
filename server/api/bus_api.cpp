#include "core/service/state_json.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

// What comes from other programs: how the way to them stands, their tasks, and the newest events over HTTP.

namespace nova
{

namespace
{

/// The ring over HTTP, for scripts that poll: as a client that connects with the same position.
void events(const ApiContext &context, const Request &request, const Responder &respond)
{
    const QString epoch = request.query.queryItemValue(u"epoch"_s);
    bool isNumber = false;
    const QString after = request.query.queryItemValue(u"seq"_s);
    const quint64 seq = after.isEmpty() ? 0 : after.toULongLong(&isNumber);
    if (!after.isEmpty() && !isNumber)
        return respond(problem(400, u"«seq» has to be the number of the last event you have."_s));
    const EventLog::Backlog backlog = context.log.since(epoch.isEmpty() ? context.log.epoch() : epoch, seq);
    const QByteArray head = "{\"epoch\":\"" + context.log.epoch().toUtf8() + "\",";
    if (!backlog.complete)
        return respond(
            Response::jsonText(200, head + "\"complete\":false,\"state\":" + context.stateText.whole() + '}'));
    QByteArrayList list;
    for (const LoggedEvent &logged : backlog.events)
        list.append(logged.json);
    const quint64 newest = backlog.events.empty() ? seq : backlog.events.back().event.seq;
    respond(Response::jsonText(200, head + "\"complete\":true,\"seq\":" + QByteArray::number(newest) + ",\"events\":[" +
                                        list.join(',') + "]}"));
}

} // namespace

void addBusRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/api/health/redis"_s,
                .handler = [&context](const Request &, const Responder &respond) {
                    const auto redis = context.service.state()->redis;
                    const bool away = redis->state == RedisStatus::State::Reconnecting;
                    respond(Response::json(away ? 503 : 200, toJson(*redis)));
                }});
    router.add(
        {.method = "GET", .pattern = u"/api/tasks"_s, .handler = [&context](const Request &, const Responder &respond) {
             respond(Response::json(200, toJson(*context.service.state()->tasks)));
         }});
    router.add({.method = "GET",
                .pattern = u"/api/events"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    events(context, request, respond);
                }});
}

} // namespace nova
