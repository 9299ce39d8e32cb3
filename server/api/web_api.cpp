#include "core/documents/file_reading.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"
#include "server/http/conditional.h"
#include "server/http/content_coding.h"

#include <QFile>
#include <QJsonArray>
#include <QResource>

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

constexpr auto identity = "identity"; ///< As it is.

/// A file of the web client in every content coding that there is of it, the best one first.
struct WebFile {
    QByteArrayList codings;
    std::vector<Response> answers; ///< One for each coding.
};

/// As the build made it, from the program's own resources: its bytes stay where they are, no copy, no disk.
void addCoding(WebFile &file, const QJsonObject &entry, const QByteArray &coding, const QString &path)
{
    Response response{200, entry[u"content_type"].toString().toLatin1(),
                      QResource(QString(u":/web/"_s + path)).uncompressedData()};
    // Of these bytes, so that each coding has its own (RFC 9110 §8.8.3.3).
    response.with("ETag", etag(revisionOf(response.body).left(32)));
    response.with("Vary", "Accept-Encoding");
    // Names that hold a hash of the content never change it; the page itself is asked for each time.
    response.with("Cache-Control", entry[u"immutable"].toBool() ? "public, max-age=31536000, immutable" : "no-cache");
    if (coding != identity)
        response.with("Content-Encoding", coding);
    file.codings.append(coding);
    file.answers.push_back(std::move(response));
}

void addFile(Router &router, const QJsonObject &entry)
{
    const QString path = entry[u"path"].toString();
    const QJsonObject coded = entry[u"encodings"].toObject();
    WebFile file;
    for (const char *coding : {"br", "gzip"}) {
        if (const QString name = coded[QLatin1StringView(coding)].toString(); !name.isEmpty())
            addCoding(file, entry, coding, name);
    }
    addCoding(file, entry, identity, path);
    const auto handler = [file](const Request &request, const Responder &respond) {
        if (const auto chosen = chooseCoding(request.head.all("Accept-Encoding"), file.codings))
            respond(unlessKnown(request.head, file.answers[size_t(*chosen)]));
        else
            respond(problem(406, u"There is no form of this file that Accept-Encoding takes; there is: %1."_s.arg(
                                     QString::fromLatin1(file.codings.join(", "))))
                        .with("Vary", "Accept-Encoding"));
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
        addFile(router, entry.toObject());
}

} // namespace nova
