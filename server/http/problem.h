#pragma once

#include "core/base/result.h"
#include "server/http/http_message.h"

namespace nova
{

/// An error answer as application/problem+json (RFC 9457); `instance` and `request_id` are added by the connection.
[[nodiscard]] Response problem(int status, const QString &detail);

/// 401 with the challenge that belongs to it (RFC 9110 §15.5.2).
[[nodiscard]] Response unauthorized(const QString &detail);

/// The same as problem() for a failed command, with `errors[]` where it has findings in a text.
[[nodiscard]] Response problem(const Error &error);

[[nodiscard]] int httpStatus(ErrorCode code);

} // namespace nova
