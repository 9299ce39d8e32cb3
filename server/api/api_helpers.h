#pragma once

#include "core/base/caller.h"
#include "core/base/reply.h"
#include "server/http/problem.h"
#include "server/http/router.h"

namespace nova
{

[[nodiscard]] QByteArray compactJson(const QJsonObject &object);

/// The body as a JSON object: an empty body is an empty object; anything else is a 400.
[[nodiscard]] tl::expected<QJsonObject, Response> jsonBody(const Request &request);

/// The text that a request carries: «content» of a JSON object, or the body itself where it is of another type.
[[nodiscard]] tl::expected<QByteArray, Response> textBody(const Request &request);

/// Whether the caller prefers this media type to JSON: it stands first in Accept.
[[nodiscard]] bool accepts(const Request &request, const QByteArray &mediaType);

/// The revision that If-Match names (RFC 9110 §13.1.1); nothing where there is no such header or it is `*`.
/// More than one, or a weak one, is a 400: no answer of ours could have led to it.
[[nodiscard]] tl::expected<std::optional<QString>, Response> ifMatch(const Request &request);

[[nodiscard]] QByteArray etag(const QString &revision);

/// 304 if the caller has this revision, else `body` with its ETag.
[[nodiscard]] Response revisioned(const Request &request, const QByteArray &body, const QString &revision);

/// The same for what holds more than the file does, and may change while that stays: the tag is the revision, a dot,
/// and a checksum of the body. ifMatch() takes it for the revision.
[[nodiscard]] Response revisionedLive(const Request &request, const QByteArray &body, const QString &revision);

/// Who a command comes from, as the audit line will say it.
[[nodiscard]] Caller callerOf(const Request &request);

/// A Reply that answers the request: `respond` with what `make` makes of the value, or with the error.
template <typename T, typename Make>
[[nodiscard]] Reply<T> replyTo(const std::shared_ptr<Mailbox> &mailbox, const Responder &respond, Make make)
{
    return {mailbox, [respond, make](const Result<T> &result) {
                respond(result ? Response(make(*result)) : problem(result.error()));
            }};
}

} // namespace nova
