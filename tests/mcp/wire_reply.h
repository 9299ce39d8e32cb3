#pragma once

#include "tests/mcp/seen_request.h"

#include <QJsonObject>

#include <chrono>
#include <functional>

namespace nova::test
{

/// What a server does about a request: bytes, and what comes after them.
struct WireReply {
    enum class Then { Next, Close, Repeat };

    QByteArray bytes;
    Then then = Then::Next;
    QByteArray pattern{};               ///< Of Repeat: sent again and again, for ever.
    std::chrono::milliseconds pause{0}; ///< Between two of them; 0: as fast as it is taken.
    std::chrono::milliseconds delay{0}; ///< Before all of it.
    bool byteByByte = false;            ///< Every byte in a piece of its own.
};

/// Something that is not as it should be: an answer instead of the script's own, or nothing for that one.
using Fault = std::function<std::optional<WireReply>(const SeenRequest &)>;

[[nodiscard]] WireReply httpReply(int status, const QByteArray &contentType, const QByteArray &body,
                                  const QList<HttpHeader> &headers = {});
[[nodiscard]] WireReply jsonReply(const QJsonObject &json, int status = 200);
[[nodiscard]] QJsonObject rpcResult(const SeenRequest &request, const QJsonObject &result);
[[nodiscard]] QJsonObject rpcError(const SeenRequest &request, int code, const QString &message,
                                   const QJsonObject &data = {});
/// The request is never answered.
[[nodiscard]] WireReply silence();
/// A head, and then this for ever.
[[nodiscard]] WireReply endless(const QByteArray &contentType, const QByteArray &pattern,
                                std::chrono::milliseconds pause = {});

/// The same answer to everything, or to one method alone.
[[nodiscard]] Fault always(const WireReply &reply);
[[nodiscard]] Fault on(const QString &call, const WireReply &reply);
[[nodiscard]] Fault on(const QString &call, const std::function<WireReply(const SeenRequest &)> &reply);

} // namespace nova::test
