#include "tests/mcp/fault_cases.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

using Kind = McpFinding::Kind;
using Expected = FaultCase::Expected;
using Then = WireReply::Then;

const QStringList first{u"server/discover"_s};
const QStringList both{u"server/discover"_s, u"initialize"_s};
const QStringList modernAll{u"server/discover"_s, u"tools/list"_s};
const QStringList notified{u"server/discover"_s, u"initialize"_s, u"notifications/initialized"_s};
const QStringList legacyAll{u"server/discover"_s, u"initialize"_s, u"notifications/initialized"_s, u"tools/list"_s};

const QList<HttpHeader> challenge{{"WWW-Authenticate", "Bearer realm=\"mcp\""}};

/// The same whatever era the server is of: it never gets so far as to show it.
FaultCase same(const char *name, const WireReply &reply, const Expected &expected, bool hangs = false)
{
    return {name, always(reply), expected, expected, hangs};
}

WireReply byteByByte(WireReply reply)
{
    reply.byteByByte = true;
    return reply;
}

QByteArray manyHeaders()
{
    QByteArray headers = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 100; ++i)
        headers += "X-Filler: " + QByteArray(1000, 'x') + "\r\n";
    return headers + "\r\n";
}

} // namespace

QList<FaultCase> faultsOfEverything()
{
    const QByteArray page = "<!doctype html><title>Welcome</title>";
    const QByteArray comment = ": still here\n\n";
    const QByteArray notification = "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}\n\n";
    const HttpFailure timedOut = HttpFailure::TimedOut;
    return {
        same("401 with a challenge", httpReply(401, {}, {}, challenge), {Kind::WantsCredentials, first, {}, 401}),
        same("403 with a challenge", httpReply(403, {}, {}, challenge), {Kind::WantsCredentials, first, {}, 403}),
        same("401 without", httpReply(401, "text/html", page), {Kind::NotMcp, first, {}, 401}),
        same("403 without", httpReply(403, {}, {}), {Kind::NotMcp, first, {}, 403}),
        same("429", httpReply(429, "text/plain", "later"), {Kind::Busy, first, {}, 429}),
        same("302 to nowhere", httpReply(302, {}, {}), {Kind::NotMcp, first, {}, 302}),
        same("404, a page", httpReply(404, "text/html", page), {Kind::NotMcp, both, {}, 404}),
        same("405", httpReply(405, {}, {}), {Kind::NotMcp, both, {}, 405}),
        same("406, byte by byte", byteByByte(httpReply(406, "text/plain", "no")), {Kind::NotMcp, both, {}, 406}),
        same("500", httpReply(500, "text/plain", "oops"), {Kind::NoAnswer, both, {}, 500}),
        same("502 of a proxy", httpReply(502, "text/html", page), {Kind::NoAnswer, both, {}, 502}),
        same("a page", httpReply(200, "text/html", page), {Kind::NotMcp, first, {}, 200}),
        same("an empty 200", httpReply(200, {}, {}), {Kind::NotMcp, first, {}, 200}),
        same("202", httpReply(202, {}, {}), {Kind::NotMcp, first, {}, 202}),
        same("204", {"HTTP/1.1 204 No\r\n\r\n"}, {Kind::NotMcp, first, {}, 204}),
        same("other JSON", httpReply(200, "application/json", "{\"status\":\"UP\"}"), {Kind::NotMcp, first, {}, 200}),
        same("no JSON", httpReply(200, "application/json", "{\"jsonrpc\":"), {Kind::NotMcp, first, {}, 200}),
        same("an empty stream", httpReply(200, "text/event-stream", {}), {Kind::NotMcp, first, {}, 200}),
        same("a stream without the reply", httpReply(200, "text/event-stream", comment + notification),
             {Kind::NotMcp, first, {}, 200}),
        same("HTTP/0.9", {"hello\n", Then::Close}, {Kind::NotMcp, first, HttpFailure::NotHttp}),
        same("closed", {{}, Then::Close}, {Kind::NoAnswer, first, HttpFailure::Broken}),
        same("cut", {"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"json", Then::Close},
             {Kind::NoAnswer, first, HttpFailure::Broken, 200}),
        same("a body without an end", endless("application/json", QByteArray(65536, ' ')),
             {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("an event without an end", endless("text/event-stream", "data: " + QByteArray(65536, 'x') + "\n"),
             {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("a flood of comments", endless("text/event-stream", comment.repeated(1000)),
             {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("a flood of notifications", endless("text/event-stream", notification.repeated(1000)),
             {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("huge headers", {manyHeaders()}, {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("one huge header", {"HTTP/1.1 200 OK\r\nX: " + QByteArray(300'000, 'x') + "\r\n\r\n"},
             {Kind::NotMcp, first, HttpFailure::TooLarge, 200}),
        same("elsewhere", httpReply(307, {}, {}, {{"Location", "http://other.invalid/mcp"}}),
             {Kind::NotMcp, first, {}, 307}),
        same("another port", httpReply(308, {}, {}, {{"Location", "http://127.0.0.1:1/mcp"}}),
             {Kind::NotMcp, first, {}, 308}),
        same("another scheme", httpReply(302, {}, {}, {{"Location", "ftp://127.0.0.1/mcp"}}),
             {Kind::NotMcp, first, {}, 302}),
        same("round and round", httpReply(307, {}, {}, {{"Location", "/mcp"}}),
             {Kind::NotMcp, first + first + first + first, {}, 307}),
        same("304", {"HTTP/1.1 304 Same\r\n\r\n"}, {Kind::NotMcp, first, {}, 304}),
        same("silence", silence(), {Kind::NoAnswer, both, timedOut}, true),
        same("drips its head", {"HTTP/1.1 200", Then::Repeat, "K", 50ms}, {Kind::NoAnswer, both, timedOut}, true),
        same("drips its body", endless("application/json", " ", 50ms), {Kind::NoAnswer, first, timedOut, 200}, true),
        same("drips comments", endless("text/event-stream", comment, 20ms), {Kind::NoAnswer, first, timedOut, 200},
             true),
    };
}

QList<FaultCase> faultsOfOneMethod()
{
    const auto wrongId = [](const SeenRequest &request) {
        QJsonObject reply = rpcResult(request, {{u"supportedVersions"_s, QJsonArray{u"2026-07-28"_s}},
                                                {u"protocolVersion"_s, u"2025-11-25"_s},
                                                {u"capabilities"_s, QJsonObject()}});
        reply[u"id"_s] = 4711;
        return std::optional(jsonReply(reply));
    };
    const auto wrongVersion = [](const SeenRequest &request) -> std::optional<WireReply> {
        if (request.rpc() == u"initialize")
            return jsonReply(rpcResult(request, {{u"protocolVersion"_s, u"1999-01-01"_s}}));
        const QJsonObject data{{u"supported"_s, QJsonArray{u"2099-01-01"_s}}};
        if (request.json[u"params"][u"_meta"].isObject() && request.path.endsWith("modern"))
            return jsonReply(rpcError(request, -32022, u"Unsupported protocol version"_s, data), 400);
        return std::nullopt;
    };
    const auto error = [](const SeenRequest &request) { return jsonReply(rpcError(request, -32603, u"Sorry"_s)); };
    const auto noTools = [](const SeenRequest &request) {
        return jsonReply(rpcResult(request, {{u"tools"_s, u"many"_s}}));
    };
    const QString tools = u"tools/list"_s;
    const auto toolsFail = [&](const char *name, const Fault &fault, HttpFailure failure = {}, bool hangs = false) {
        return FaultCase{
            name, fault, {Kind::ToolsFailed, modernAll, failure}, {Kind::ToolsFailed, legacyAll, failure}, hangs};
    };
    return {
        toolsFail("tools: an error", on(tools, error)),
        toolsFail("tools: no list", on(tools, noTools)),
        toolsFail("tools: 500", on(tools, httpReply(500, {}, {}))),
        toolsFail("tools: 404", on(tools, httpReply(404, {}, {}))),
        toolsFail("tools: a page", on(tools, httpReply(200, "text/html", "<p>"))),
        toolsFail("tools: closed", on(tools, {{}, Then::Close}), HttpFailure::Broken),
        toolsFail("tools: endless", on(tools, endless("application/json", QByteArray(65536, ' '))),
                  HttpFailure::TooLarge),
        toolsFail("tools: silence", on(tools, silence()), HttpFailure::TimedOut, true),
        toolsFail("tools: comments", on(tools, endless("text/event-stream", ":\n", 20ms)), HttpFailure::TimedOut, true),
        {"tools: 401 with a challenge",
         on(tools, httpReply(401, {}, {}, challenge)),
         {Kind::WantsCredentials, modernAll, {}, 401},
         {Kind::WantsCredentials, legacyAll, {}, 401}},
        {"no version in common",
         wrongVersion,
         {Kind::NoCommonVersion, first, {}, 400},
         {Kind::NoCommonVersion, both, {}, 200}},
        {"the reply to another request", wrongId, {Kind::NotMcp, first, {}, 200}, {Kind::NotMcp, first, {}, 200}},
        {"initialize: 401",
         on(u"initialize"_s, httpReply(401, {}, {}, challenge)),
         {Kind::Healthy, modernAll},
         {Kind::WantsCredentials, both, {}, 401}},
        {"initialize: an error", on(u"initialize"_s, error), {Kind::Healthy, modernAll}, {Kind::NotMcp, both, {}, 200}},
        {"initialized: refused",
         on(u"notifications/initialized"_s, httpReply(400, {}, {})),
         {Kind::Healthy, modernAll},
         {Kind::NotMcp, notified, {}, 400}},
        {"initialized: closed",
         on(u"notifications/initialized"_s, {{}, Then::Close}),
         {Kind::Healthy, modernAll},
         {Kind::NoAnswer, notified, HttpFailure::Broken}},
        {"discover: an error without an id",
         on(u"server/discover"_s, jsonReply(rpcError({}, -32600, u"Invalid"_s), 400)),
         {Kind::NotMcp, both, {}, 400},
         {Kind::Healthy, legacyAll}},
        {"discover: 500",
         on(u"server/discover"_s, httpReply(500, {}, {})),
         {Kind::NotMcp, both, {}, 400},
         {Kind::Healthy, legacyAll}},
        {"discover: silence",
         on(u"server/discover"_s, silence()),
         {Kind::NoAnswer, both, HttpFailure::TimedOut},
         {Kind::Healthy, legacyAll}},
    };
}

} // namespace nova::test
