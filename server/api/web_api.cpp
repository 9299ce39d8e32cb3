#include "core/documents/file_reading.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"
#include "server/http/conditional.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

#ifdef NOVA_HAS_WEB
/// The linker drops the resources of a static library that nothing refers to. (The macro works outside namespaces
/// only.)
static void loadWebClient()
{
    Q_INIT_RESOURCE(nova_web);
}
#else
static void loadWebClient() {}
#endif

namespace nova
{

namespace
{

/// One file of the web client, from the program's own resources. Its bytes stay where they are: no copy, no disk.
void addFile(Router &router, const QString &path, const QByteArray &contentType, bool immutable)
{
    QFile file(u":/web/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    Response response{200, contentType, file.readAll()};
    response.with("ETag", etag(revisionOf(response.body).left(32)));
    // Names that hold a hash of the content never change it; the page itself is asked for each time.
    response.with("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    const auto handler = [response](const Request &request, const Responder &respond) {
        respond(unlessKnown(request.head, response));
    };
    const QString route = path == u"index.html" ? u"/"_s : u'/' + path;
    router.add({.method = "GET", .pattern = route, .access = Access::Public, .handler = handler});
}

} // namespace

void addWebRoutes(Router &router)
{
    loadWebClient();
    QFile manifest(u":/web/manifest.json"_s);
    if (!manifest.open(QIODevice::ReadOnly)) {
        router.add({.method = "GET",
                    .pattern = u"/"_s,
                    .access = Access::Public,
                    .handler = [](const Request &, const Responder &respond) {
                        respond({200, "text/plain; charset=utf-8",
                                 "Nova Settings is running. This build has no web page; the API is at /api/state.\n"});
                    }});
        return;
    }
    const QJsonArray files = QJsonDocument::fromJson(manifest.readAll()).object()[u"files"].toArray();
    for (const QJsonValue &entry : files)
        addFile(router, entry[u"path"].toString(), entry[u"content_type"].toString().toLatin1(),
                entry[u"immutable"].toBool());
}

} // namespace nova
