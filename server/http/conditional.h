#pragma once

#include "server/http/http_message.h"

namespace nova
{

/// Whether the values of If-None-Match name this ETag (RFC 9110 §13.1.2): `*`, or lists of tags, compared weakly.
/// What is not well-formed names nothing, so that whoever sends it has the whole answer.
[[nodiscard]] bool isNamed(const std::vector<QByteArray> &ifNoneMatch, const QByteArray &tag);

/// `answer` to a GET as it is; or 304 where the caller has it already, with what a cache needs to know of it.
[[nodiscard]] Response unlessKnown(const RequestHead &head, const Response &answer);

} // namespace nova
