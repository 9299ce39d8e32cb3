#include "core/mcp/json_rpc.h"
#include "core/mcp/sse_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// The two formats a reply comes in: event streams (WHATWG, HTML, "Interpreting an event stream") and JSON-RPC 2.0.
class TestMcpMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEventStreams_data();
    void readsEventStreams();
    void tellsRepliesFromOtherMessages_data();
    void tellsRepliesFromOtherMessages();
    void keepsWhatAnErrorSays();
    void writesRequests();
};

void TestMcpMessages::readsEventStreams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("events");
    const auto row = [](const char *name, const QByteArray &stream, const QList<QByteArray> &events) {
        QTest::newRow(name) << stream << events;
    };
    row("nothing", "", {});
    row("one", "data: a\n\n", {"a"});
    row("LF, CRLF and CR", "data: a\n\ndata: b\r\n\r\ndata: c\r\r", {"a", "b", "c"});
    row("mixed in one event", "data: a\rdata: b\r\ndata: c\n\n", {"a\nb\nc"});
    row("without a space", "data:a\n\n", {"a"});
    row("of two spaces one stays", "data:  a\n\n", {" a"});
    row("a colon in it", "data: {\"a\":1}\n\n", {"{\"a\":1}"});
    row("comments", ": x\n:\n\ndata: a\n: in it\n\n:\n\n", {"a"});
    row("many empty lines", "\n\n\ndata: a\n\n\n\n", {"a"});
    row("event, id and retry", "event: message\nid: 1\nretry: 5\ndata: a\n\n", {"a"});
    row("an event without data", "event: ping\n\ndata: a\n\n", {"a"});
    row("empty data", "data\n\ndata:\n\ndata: \n\n", {"", "", ""});
    row("two lines of empty data", "data\ndata\n\n", {"\n"});
    row("another field that begins so", "database: x\ndata : y\ndat: z\n\n", {});
    row("capitals", "DATA: a\n\n", {});
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {"a"});
    row("a second one is no mark",
        "data: a\n\n\xEF\xBB\xBF"
        "data: b\n\n",
        {"a"});
    row("not ended: discarded", "data: a\n\ndata: b\n", {"a"});
    row("not even the line", "data: a", {});
    row("a zero byte", QByteArray("data: a\0b\n\n", 11), {QByteArray("a\0b", 3)});
    row("spaces are a line", "data: a\n \n\n", {"a"});
}

void TestMcpMessages::readsEventStreams()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, events);
    for (qsizetype size = 1; size <= std::max<qsizetype>(1, stream.size()); ++size) {
        SseReader reader;
        QList<QByteArray> found;
        for (qsizetype at = 0; at < stream.size(); at += size) {
            reader.feed(QByteArrayView(stream).sliced(at, std::min(size, stream.size() - at)));
            while (const auto event = reader.next())
                found.append(*event);
        }
        QVERIFY2(found == events, QByteArray::number(size).constData()); // In pieces of this size.
    }
}

void TestMcpMessages::tellsRepliesFromOtherMessages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // result, error, or nothing
    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    const QByteArray two = "\"jsonrpc\":\"2.0\"";
    row("a result", "{" + two + ",\"id\":7,\"result\":{}}", u"result"_s);
    row("an error", "{" + two + ",\"id\":7,\"error\":{\"code\":-1,\"message\":\"m\"}}", u"error"_s);
    row("an error without an id", "{" + two + ",\"error\":{\"code\":-1,\"message\":\"m\"}}", u"error"_s);
    row("an error whose id is null", "{" + two + ",\"id\":null,\"error\":{\"code\":-1,\"message\":\"m\"}}", u"error"_s);
    row("a result without an id", "{" + two + ",\"result\":{}}", {});
    row("another id", "{" + two + ",\"id\":8,\"result\":{}}", {});
    row("an error for another id", "{" + two + ",\"id\":8,\"error\":{\"code\":-1,\"message\":\"m\"}}", {});
    row("an id between", "{" + two + ",\"id\":7.5,\"result\":{}}", {});
    row("the id as a text", "{" + two + ",\"id\":\"7\",\"result\":{}}", {});
    row("a request with our id", "{" + two + ",\"id\":7,\"method\":\"ping\"}", {});
    row("a notification", "{" + two + ",\"method\":\"notifications/progress\"}", {});
    row("a result that is no object", "{" + two + ",\"id\":7,\"result\":[]}", {});
    row("an error that is no object", "{" + two + ",\"id\":7,\"error\":\"no\"}", {});
    row("JSON-RPC 1.0", "{\"jsonrpc\":\"1.0\",\"id\":7,\"result\":{}}", {});
    row("no version", "{\"id\":7,\"result\":{}}", {});
    row("other JSON", "{\"status\":\"ok\"}", {});
    row("a text", "\"2.0\"", {});
    row("nothing", "", {});
    row("half of it", "{" + two + ",\"id\":7,\"result\":{", {});
    row("HTML", "<!doctype html><title>x</title>", {});
    row("a batch", "[{" + two + ",\"method\":\"n\"},{" + two + ",\"id\":7,\"result\":{}}]", u"result"_s);
    row("a batch for others", "[{" + two + ",\"id\":8,\"result\":{}},5,null,\"x\",[]]", {});
    row("an empty batch", "[]", {});
    row("as deep as it gets", QByteArray(5000, '[') + QByteArray(5000, ']'), {});
    row("in UTF-16", QByteArray::fromHex("fffe7b00"), {});
}

void TestMcpMessages::tellsRepliesFromOtherMessages()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto reply = rpcReply(text, 7);
    QCOMPARE(!reply ? QString() : (reply->isError ? u"error"_s : u"result"_s), expected);
}

void TestMcpMessages::keepsWhatAnErrorSays()
{
    const auto reply = rpcReply("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32022,\"message\":\"Unsupported\","
                                "\"data\":{\"supported\":[\"2026-07-28\"]}}}",
                                1);
    QVERIFY(reply);
    QCOMPARE(reply->code, -32022);
    QCOMPARE(reply->message, u"Unsupported"_s);
    QCOMPARE(reply->data[u"supported"], QJsonValue(QJsonArray{u"2026-07-28"_s}));
}

void TestMcpMessages::writesRequests()
{
    const QByteArray line = rpcRequest(3, u"tools/list"_s, {{u"cursor"_s, u"a\nb"_s}});
    QVERIFY(!line.contains('\n'));
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    QCOMPARE(request, (QJsonObject{{u"jsonrpc"_s, u"2.0"_s},
                                   {u"id"_s, 3},
                                   {u"method"_s, u"tools/list"_s},
                                   {u"params"_s, QJsonObject{{u"cursor"_s, u"a\nb"_s}}}}));
    QVERIFY(!QJsonDocument::fromJson(rpcNotification(u"n"_s)).object().contains(u"id"_s));
}

QTEST_GUILESS_MAIN(TestMcpMessages)
#include "tst_mcp_messages.moc"
