#include "tests/mcp/server_script.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

QByteArray event(const QByteArray &data, const QByteArray &newline)
{
    QByteArray text;
    for (const QByteArray &line : data.split('\n'))
        text += "data: " + line + newline;
    return text + newline;
}

QByteArray noise(const QJsonValue &id, const QByteArray &newline)
{
    const QJsonObject progress{{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, u"notifications/progress"_s}};
    // A request of the server's own, which happens to have the same id.
    const QJsonObject ping{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, u"ping"_s}};
    QByteArray text = ": hello" + newline + newline + ":" + newline;
    text += "id: 7" + newline + "retry: 100" + newline + "data" + newline + newline; // To prime a client.
    text += "event: message" + newline + event(QJsonDocument(progress).toJson(QJsonDocument::Compact), newline);
    text += event(QJsonDocument(ping).toJson(QJsonDocument::Indented).trimmed(), newline);
    return text + ": not long now" + newline + "event: message" + newline;
}

} // namespace

WireReply ServerScript::reply(const QJsonObject &json, const QList<HttpHeader> &headers) const
{
    WireReply reply;
    if (form == Form::Json) {
        reply = httpReply(200, "application/json; charset=utf-8", QJsonDocument(json).toJson(), headers);
    } else {
        reply.bytes = "HTTP/1.1 200 Scripted\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
        for (const HttpHeader &header : headers)
            reply.bytes += header.name + ": " + header.value + "\r\n";
        reply.bytes += "\r\n";
        if (form == Form::NoisySse)
            reply.bytes += noise(json[u"id"], newline) + event(QJsonDocument(json).toJson().trimmed(), newline);
        else
            reply.bytes += event(QJsonDocument(json).toJson(QJsonDocument::Compact), newline);
    }
    reply.byteByByte = byteByByte;
    return reply;
}

QJsonObject ServerScript::toolList() const
{
    QJsonArray list;
    for (const QString &name : tools)
        list.append(QJsonObject{{u"name"_s, name}, {u"inputSchema"_s, QJsonObject{{u"type"_s, u"object"_s}}}});
    return {{u"tools"_s, list}};
}

QJsonObject ServerScript::capabilities() const
{
    return offersTools ? QJsonObject{{u"tools"_s, QJsonObject()}} : QJsonObject();
}

QJsonObject ServerScript::serverInfo() const
{
    return {{u"name"_s, serverName}, {u"version"_s, serverVersion}};
}

} // namespace nova::test
