#include "server/api/api_helpers.h"

#include "server/http/conditional.h"

using namespace Qt::StringLiterals;

namespace nova
{

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

tl::expected<QJsonObject, Response> jsonBody(const Request &request)
{
    if (request.body.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            problem(400, u"The body is not valid JSON: %1 at offset %2."_s.arg(error.errorString()).arg(error.offset)));
    if (!document.isObject())
        return tl::unexpected(problem(400, u"The body has to be a JSON object."_s));
    return document.object();
}

tl::expected<QByteArray, Response> textBody(const Request &request)
{
    if (mediaTypeOf(request.head) != "application/json")
        return request.body;
    const auto body = jsonBody(request);
    if (!body)
        return tl::unexpected(body.error());
    const QJsonValue content = body->value(u"content");
    if (!content.isString())
        return tl::unexpected(problem({ErrorCode::InvalidInput, u"«content» has to be the whole text."_s}));
    return content.toString().toUtf8();
}

bool accepts(const Request &request, const QByteArray &mediaType)
{
    const QByteArray first = request.head.value("Accept").split(',').first().split(';').first().trimmed().toLower();
    return first == mediaType || first == "text/plain";
}

tl::expected<std::optional<QString>, Response> ifMatch(const Request &request)
{
    const auto values = request.head.all("If-Match");
    if (values.empty() || (values.size() == 1 && values.front().trimmed() == "*"))
        return std::optional<QString>();
    const QByteArray value = values.front().trimmed();
    if (values.size() > 1 || value.size() < 2 || !value.startsWith('"') || !value.endsWith('"') || value.contains(','))
        return tl::unexpected(problem(400, u"If-Match has to be one revision in quotes, as the ETag gave it."_s));
    return std::optional(QString::fromUtf8(value.mid(1).chopped(1)).section(u'.', 0, 0));
}

QByteArray etag(const QString &revision)
{
    return '"' + revision.toUtf8() + '"';
}

Response revisioned(const Request &request, const QByteArray &body, const QString &revision)
{
    return unlessKnown(request.head, Response::jsonText(200, body).with("ETag", etag(revision)));
}

Response revisionedLive(const Request &request, const QByteArray &body, const QString &revision)
{
    const size_t checksum = qHashBits(body.constData(), size_t(body.size()), 0);
    return revisioned(request, body, revision + u'.' + QString::number(checksum, 16));
}

Caller callerOf(const Request &request)
{
    return {Origin::Api, request.who, request.address, request.id};
}

} // namespace nova
