#include "core/transfer/foreign_export.h"
#include "core/transfer/import_plan.h"
#include "server/api/api.h"
#include "server/api/api_helpers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// Servers from the lists of other programs, and for them. Nothing is changed here: what is to be added is added by
// POST /api/mcp.

namespace nova
{

namespace
{

QString wordFor(ForeignForm form)
{
    switch (form) {
    case ForeignForm::ClaudeDesktop:
        return u"claude_desktop"_s;
    case ForeignForm::ClaudeCode:
        return u"claude_code"_s;
    case ForeignForm::Cursor:
        return u"cursor"_s;
    case ForeignForm::VsCode:
        break;
    }
    return u"vs_code"_s;
}

QString wordFor(ImportItem::Kind kind)
{
    switch (kind) {
    case ImportItem::Kind::New:
        return u"new"_s;
    case ImportItem::Kind::Present:
        return u"present"_s;
    case ImportItem::Kind::Impossible:
        break;
    }
    return u"impossible"_s;
}

QJsonObject itemObject(const ImportItem &item)
{
    const ForeignServer &server = item.server;
    const bool isPossible = item.kind != ImportItem::Kind::Impossible;
    return {{u"name"_s, item.name},
            {u"written_name"_s, server.name},
            {u"url"_s, server.url},
            {u"description"_s, server.description},
            {u"enabled"_s, server.enabled},
            {u"kind"_s, wordFor(item.kind)},
            {u"why"_s, item.why},
            {u"notes"_s, QJsonArray::fromStringList(server.notes)},
            {u"variables"_s, QJsonArray::fromStringList(server.variables)},
            {u"place"_s, server.place},
            {u"line"_s, server.line},
            {u"fields"_s, isPossible ? server.fields() : QJsonObject()}};
}

void preview(const ApiContext &context, const Request &request, const Responder &respond)
{
    const auto body = jsonBody(request);
    const auto text = textBody(request);
    if (!body || !text)
        return respond(body ? text.error() : body.error());
    const QJsonValue file = body->value(u"file_name");
    if (!file.isString() && !file.isUndefined())
        return respond(problem({ErrorCode::InvalidInput, u"«file_name» has to be the name of the file."_s}));
    const auto config = readForeign(*text, formOfPath(file.toString()));
    if (!config)
        return respond(problem(config.error()));
    QJsonArray servers;
    const QList<ImportItem> plan = planImport(*config, context.service.state()->catalog->servers);
    for (const ImportItem &item : plan)
        servers.append(itemObject(item));
    respond(Response::json(200, {{u"title"_s, config->title()}, {u"servers"_s, servers}}));
}

tl::expected<ForeignForm, Response> formIn(const Request &request)
{
    const QString asked = request.query.queryItemValue(u"form"_s, QUrl::FullyDecoded);
    QStringList words;
    for (const ForeignForm form : foreignForms) {
        if (wordFor(form) == asked)
            return form;
        words.append(wordFor(form));
    }
    return tl::unexpected(
        problem({ErrorCode::InvalidInput, u"«form» has to be one of %1."_s.arg(words.join(u", "_s))}));
}

Response exported(const Request &request, ForeignForm form, const StoredText &text)
{
    const CatalogPtr catalog = readCatalog(text.bytes); // The state's has no headers.
    if (!catalog->valid())
        return problem({ErrorCode::Conflict,
                        u"The catalog has errors. Mend them first, so that nothing is left out."_s,
                        {},
                        catalog->errors});
    const QString asked = request.query.queryItemValue(u"names"_s, QUrl::FullyDecoded);
    const auto names = serversToExport(*catalog, asked.split(u',', Qt::SkipEmptyParts));
    if (!names)
        return problem(names.error());
    const ForeignExport made = exportServers(*catalog, *names, form);
    return Response::json(200, {{u"form"_s, wordFor(form)},
                                {u"title"_s, titleOf(form)},
                                {u"text"_s, QString::fromUtf8(made.text)},
                                {u"notes"_s, QJsonArray::fromStringList(made.notes)},
                                {u"destination"_s, destinationOf(form)},
                                {u"file_name"_s, fileNameFor(form)},
                                {u"names"_s, QJsonArray::fromStringList(*names)}});
}

} // namespace

void addTransferRoutes(Router &router, ApiContext &context)
{
    router.add({.method = "POST",
                .pattern = u"/api/transfer/import"_s,
                .body = Route::Body::Json,
                .handler = [&context](const Request &request, const Responder &respond) {
                    preview(context, request, respond);
                }});
    router.add({.method = "GET",
                .pattern = u"/api/transfer/export"_s,
                .handler = [&context](const Request &request, const Responder &respond) {
                    const auto form = formIn(request);
                    if (!form)
                        return respond(form.error());
                    context.service.readText(
                        DocumentKind::Catalog, u"current"_s,
                        replyTo<StoredText>(context.mailbox, respond, [request, form = *form](const StoredText &text) {
                            return exported(request, form, text);
                        }));
                }});
}

} // namespace nova
