#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace nova
{

/// What a JSON-RPC 2.0 response says: a result, or an error.
struct RpcReply {
    bool isError = false;
    QJsonObject result;
    int code = 0;
    QString message{};
    QJsonObject data{};
};

[[nodiscard]] QByteArray rpcRequest(int id, const QString &method, const QJsonObject &params);
[[nodiscard]] QByteArray rpcNotification(const QString &method);

/// The response to request `id` that `text` is. Nothing where it is something else: another message, or no JSON-RPC at
/// all. An error without an id is taken: a server that could not read the request has none to give (JSON-RPC §5).
[[nodiscard]] std::optional<RpcReply> rpcReply(const QByteArray &text, int id);

} // namespace nova
