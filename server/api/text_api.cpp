#include "core/documents/text_position.h"
#include "core/service/state_json.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"
#include "server/http/conditional.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The two texts, the catalog's and the prompt's, and their earlier versions: one set of routes for both.

namespace nova
{

namespace
{

/// One of the texts as a resource: where it is, and its media type.
struct TextResource {
    DocumentKind kind;
    QString path;     ///< "/api/config"
    QString versions; ///< "/api/config/backups"
    QByteArray mediaType;
};

/// A text as it is, for those who ask for its media type; else in JSON, which a text that is not UTF-8 cannot be in.
Response answerText(const Request &request, const TextResource &resource, const StoredText &text)
{
    if (accepts(request, resource.mediaType))
        return unlessKnown(request.head,
                           Response{200, resource.mediaType, text.bytes}.with("ETag", etag(text.revision)));
    if (const qsizetype bad = firstInvalidUtf8(text.bytes); bad >= 0)
        return problem({ErrorCode::Conflict, u"The text is not valid UTF-8: byte 0x%1 at offset %2. Ask for it with "
                                             "«Accept: %3» to have the bytes as they are."_s
                                                 .arg(quint8(text.bytes.at(bad)), 2, 16, QChar(u'0'))
                                                 .arg(bad)
                                                 .arg(QString::fromLatin1(resource.mediaType))});
    return revisioned(request,
                      compactJson({{u"id"_s, text.id},
                                   {u"revision"_s, text.revision},
                                   {u"bytes"_s, text.bytes.size()},
                                   {u"lines"_s, countLines(text.bytes)},
                                   {u"content"_s, QString::fromUtf8(text.bytes)}}),
                      text.revision);
}

Reply<TextSaved> answerSaved(const ApiContext &context, const Responder &respond)
{
    return replyTo<TextSaved>(context.mailbox, respond, [](const TextSaved &saved) {
        return Response::json(
                   200,
                   {{u"revision"_s, saved.revision}, {u"changed"_s, saved.changed}, {u"backup_id"_s, saved.backupId}})
            .with("ETag", etag(saved.revision));
    });
}

void read(const ApiContext &context, const TextResource &resource, const QString &id, const Request &request,
          const Responder &respond)
{
    context.service.readText(resource.kind, id,
                             replyTo<StoredText>(context.mailbox, respond, [request, resource](const StoredText &text) {
                                 return answerText(request, resource, text);
                             }));
}

void save(const ApiContext &context, const TextResource &resource, const Request &request, const Responder &respond)
{
    const auto text = textBody(request);
    const auto match = ifMatch(request);
    if (!text || !match)
        return respond(text ? match.error() : text.error());
    if (request.head.value("If-Match").isEmpty())
        return respond(
            problem(428, u"A whole text is replaced only with If-Match: send the revision you started from."_s));
    context.service.saveText({resource.kind, *text, *match}, callerOf(request), answerSaved(context, respond));
}

void restore(const ApiContext &context, const TextResource &resource, const Request &request, const Responder &respond)
{
    const auto match = ifMatch(request);
    if (!match)
        return respond(match.error());
    context.service.restore({resource.kind, request.parameter(u"id"), *match}, callerOf(request),
                            answerSaved(context, respond));
}

Response versionList(const QList<DocumentVersion> &versions)
{
    QJsonArray list;
    for (const DocumentVersion &version : versions)
        list.append(QJsonObject{{u"id"_s, version.id},
                                {u"time"_s, version.time.toString(Qt::ISODateWithMs)},
                                {u"cause"_s, version.cause},
                                {u"revision"_s, version.revision},
                                {u"bytes"_s, version.bytes},
                                {u"added"_s, version.lines.added},
                                {u"removed"_s, version.lines.removed}});
    return Response::json(200, {{u"versions"_s, list}});
}

Response difference(const TextDiff &diff)
{
    return Response::json(200, {{u"from"_s, diff.from},
                                {u"to"_s, diff.to},
                                {u"added"_s, diff.lines.added},
                                {u"removed"_s, diff.lines.removed},
                                {u"diff"_s, QString::fromUtf8(diff.unified)}});
}

void validate(const ApiContext &context, const TextResource &resource, const Request &request, const Responder &respond)
{
    const auto text = textBody(request);
    if (!text)
        return respond(text.error());
    context.service.validate(resource.kind, *text,
                             replyTo<InterpretationPtr>(context.mailbox, respond, [](const InterpretationPtr &meaning) {
                                 return Response::json(200, {{u"valid"_s, meaning->valid()},
                                                             {u"errors"_s, toJson(meaning->errors)},
                                                             {u"warnings"_s, toJson(meaning->warnings)}});
                             }));
}

void addTextRoutes(Router &router, ApiContext &context, const TextResource &resource)
{
    router.add({.method = "PUT",
                .pattern = resource.path,
                .body = Route::Body::Text,
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    save(context, resource, request, respond);
                }});
    router.add({.method = "GET",
                .pattern = resource.versions,
                .handler = [&context, resource](const Request &, const Responder &respond) {
                    context.service.listVersions(
                        resource.kind, replyTo<QList<DocumentVersion>>(context.mailbox, respond, versionList));
                }});
    router.add({.method = "GET",
                .pattern = QString(resource.versions + u"/{id}"_s),
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    read(context, resource, request.parameter(u"id"), request, respond);
                }});
    router.add({.method = "GET",
                .pattern = QString(resource.versions + u"/{id}/diff"_s),
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    const QString to = request.query.queryItemValue(u"to"_s, QUrl::FullyDecoded);
                    context.service.compareTexts(resource.kind, request.parameter(u"id"),
                                                 to.isEmpty() ? u"current"_s : to,
                                                 replyTo<TextDiff>(context.mailbox, respond, difference));
                }});
    router.add({.method = "POST",
                .pattern = QString(resource.path + u"/restore/{id}"_s),
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    restore(context, resource, request, respond);
                }});
}

} // namespace

void addPromptRoutes(Router &router, ApiContext &context)
{
    const TextResource resource{DocumentKind::Prompt, u"/api/prompt"_s, u"/api/prompt/versions"_s, "text/markdown"};
    router.add({.method = "GET",
                .pattern = resource.path,
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    const auto prompt = context.service.state()->prompt;
                    if (accepts(request, resource.mediaType))
                        respond(answerText(request, resource, {{}, prompt->text, prompt->file.revision}));
                    else
                        respond(
                            revisioned(request, compactJson(toJson(*prompt, Content::Always)), prompt->file.revision));
                }});
    addTextRoutes(router, context, resource);
}

void addConfigRoutes(Router &router, ApiContext &context)
{
    const TextResource resource{DocumentKind::Catalog, u"/api/config"_s, u"/api/config/backups"_s, "application/yaml"};
    // What is in the file, be it valid or not: somebody may be about to mend it.
    router.add({.method = "GET",
                .pattern = resource.path,
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    read(context, resource, u"current"_s, request, respond);
                }});
    router.add({.method = "POST",
                .pattern = u"/api/config/validate"_s,
                .body = Route::Body::Text,
                .handler = [&context, resource](const Request &request, const Responder &respond) {
                    validate(context, resource, request, respond);
                }});
    addTextRoutes(router, context, resource);
}

} // namespace nova
