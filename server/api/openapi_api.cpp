#include "core/documents/file_reading.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

#include <QFile>

using namespace Qt::StringLiterals;

/// The linker drops the resources of a static library that nothing refers to. (The macro works outside namespaces
/// only.)
static void loadDescription()
{
    Q_INIT_RESOURCE(openapi);
}

namespace nova
{

void addOpenApiRoutes(Router &router)
{
    loadDescription();
    QFile file(u":/api/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the description of the API is not part of this program");
    const QByteArray text = file.readAll();
    router.add({.method = "GET",
                .pattern = u"/api/openapi.json"_s,
                .handler = [text, revision = revisionOf(text)](const Request &request, const Responder &respond) {
                    respond(revisioned(request, text, revision));
                }});
}

} // namespace nova
