#pragma once

#include "core/mcp/mcp_probe.h"

namespace nova
{

/// What a server says about itself, as one line of at most `most` characters: no control characters, no line breaks.
[[nodiscard]] QString plainText(const QString &text, qsizetype most);

/// «everything 2.0.0», or «a server without a name».
[[nodiscard]] QString serverWords(const McpMemory &memory);
/// «error -32601: Method not found»
[[nodiscard]] QString errorWords(const RpcReply &reply);
/// How an exchange ended, in technical words: «HTTP 404, text/html», «connection refused: …».
[[nodiscard]] QString answerWords(const McpAnswer &answer);
/// «connection refused», «no answer in time», …
[[nodiscard]] QString failureWords(HttpFailure failure);

} // namespace nova
