#include "server/http/problem.h"

#include "core/service/state_json.h"

#include <boost/beast/http/status.hpp>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

Response problemWith(int status, QJsonObject fields)
{
    const auto title = boost::beast::http::obsolete_reason(boost::beast::http::status(status));
    fields[u"type"_s] = u"about:blank"_s;
    fields[u"title"_s] = QString::fromLatin1(title.data(), qsizetype(title.size()));
    fields[u"status"_s] = status;
    Response response = Response::json(status, fields);
    response.contentType = "application/problem+json";
    return response;
}

} // namespace

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
    case ErrorCode::ManagedElsewhere:
        return 409;
    case ErrorCode::StaleRevision:
        return 412;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::PermissionDenied:
        return 403;
    case ErrorCode::NoSpace:
        return 507;
    case ErrorCode::Io:
        return 500;
    case ErrorCode::Unavailable:
        return 503;
    }
    return 500;
}

Response problem(int status, const QString &detail)
{
    return problemWith(status, {{u"detail"_s, detail}});
}

Response unauthorized(const QString &detail)
{
    return problem(401, detail).with("WWW-Authenticate", "Bearer realm=\"nova-settings\"");
}

Response problem(const Error &error)
{
    QJsonObject fields{{u"detail"_s, error.message}};
    if (!error.diagnostics.isEmpty())
        fields[u"errors"_s] = toJson(error.diagnostics);
    return problemWith(httpStatus(error.code), fields);
}

} // namespace nova
