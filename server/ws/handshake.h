#pragma once

#include "server/http/http_message.h"

#include <tl/expected.hpp>

namespace nova
{

/// Checks a request for the form of a WebSocket's opening handshake (RFC 6455 §4.2.1). Its answer, a whole head with
/// status 101, or why it cannot be had. Extensions and subprotocols that are offered are left aside.
[[nodiscard]] tl::expected<QByteArray, Response> answerHandshake(const RequestHead &head);

} // namespace nova
