#include "tests/mcp/wire_reply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova::test
{

WireReply httpReply(int status, const QByteArray &contentType, const QByteArray &body, const QList<HttpHeader> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    if (!contentType.isEmpty())
        bytes += "Content-Type: " + contentType + "\r\n";
    for (const HttpHeader &header : headers)
        bytes += header.name + ": " + header.value + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return {bytes};
}

WireReply jsonReply(const QJsonObject &json, int status)
{
    return httpReply(status, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject rpcResult(const SeenRequest &request, const QJsonObject &result)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, request.json[u"id"]}, {u"result"_s, result}};
}

QJsonObject rpcError(const SeenRequest &request, int code, const QString &message, const QJsonObject &data)
{
    QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    if (!data.isEmpty())
        error[u"data"_s] = data;
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, request.json[u"id"]}, {u"error"_s, error}};
}

WireReply silence()
{
    return {};
}

WireReply endless(const QByteArray &contentType, const QByteArray &pattern, std::chrono::milliseconds pause)
{
    WireReply reply{"HTTP/1.1 200 Scripted\r\nContent-Type: " + contentType + "\r\nConnection: close\r\n\r\n"};
    reply.then = WireReply::Then::Repeat;
    reply.pattern = pattern;
    reply.pause = pause;
    return reply;
}

Fault always(const WireReply &reply)
{
    return [reply](const SeenRequest &) { return reply; };
}

Fault on(const QString &call, const WireReply &reply)
{
    return on(call, [reply](const SeenRequest &) { return reply; });
}

Fault on(const QString &call, const std::function<WireReply(const SeenRequest &)> &reply)
{
    return [call, reply](const SeenRequest &request) {
        return request.call() == call ? std::optional(reply(request)) : std::nullopt;
    };
}

} // namespace nova::test
