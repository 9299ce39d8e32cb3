#include "core/mcp/json_rpc.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova
{

QByteArray rpcRequest(int id, const QString &method, const QJsonObject &params)
{
    return QJsonDocument(
               QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}})
        .toJson(QJsonDocument::Compact);
}

QByteArray rpcNotification(const QString &method)
{
    return QJsonDocument(QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}}).toJson(QJsonDocument::Compact);
}

namespace
{

std::optional<RpcReply> replyIn(const QJsonObject &message, int id)
{
    if (message[u"jsonrpc"] != u"2.0"_s)
        return std::nullopt;
    const QJsonValue messageId = message[u"id"];
    const bool isOurs = messageId.isDouble() && messageId.toDouble() == id;
    if (message[u"error"].isObject() && (isOurs || messageId.isNull() || messageId.isUndefined())) {
        const QJsonObject error = message[u"error"].toObject();
        return RpcReply{true, {}, error[u"code"].toInt(), error[u"message"].toString(), error[u"data"].toObject()};
    }
    if (isOurs && message[u"result"].isObject())
        return RpcReply{false, message[u"result"].toObject()};
    return std::nullopt;
}

} // namespace

std::optional<RpcReply> rpcReply(const QByteArray &text, int id)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        return replyIn(document.object(), id);
    // Revision 2025-03-26 knew batches.
    const QJsonArray batch = document.array();
    for (const QJsonValue &message : batch) {
        if (const auto reply = replyIn(message.toObject(), id))
            return reply;
    }
    return std::nullopt;
}

} // namespace nova
