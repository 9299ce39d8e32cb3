#include "server/api/api.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// Whether this Nova is of use, for those who decide where requests go. Whether it runs at all is GET /health.

namespace nova
{

namespace
{

/// A file that could not be read since the start: all that is known of it is that there is one. Once something is in
/// force, a file that went bad leaves it so; and a file that is missing is one that nobody has written yet.
bool isUnknown(const DocumentStatus &file)
{
    using State = DocumentStatus::State;
    return file.revision.isEmpty() && file.state != State::Loaded && file.state != State::Missing;
}

Response readiness(const NovaState &state)
{
    QJsonArray missing;
    if (isUnknown(state.catalog->file))
        missing.append(u"catalog"_s);
    if (isUnknown(state.prompt->file))
        missing.append(u"prompt"_s);
    if (missing.isEmpty() && !state.instance->stopping)
        return Response::json(200, {{u"status"_s, u"ready"_s}});
    return Response::json(
               503, {{u"status"_s, state.instance->stopping ? u"stopping"_s : u"starting"_s}, {u"missing"_s, missing}})
        .with("Retry-After", "1");
}

} // namespace

void addReadyRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "GET",
                .pattern = u"/ready"_s,
                .access = Access::Probe,
                .handler = [&context](const Request &, const Responder &respond) {
                    respond(readiness(*context.service.state()));
                }});
}

} // namespace nova
