#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"
#include "tests/mcp/tls_certificates.h"
#include "tests/support/free_port.h"

#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// What the client makes of servers that are not there, not well, or not what they seem.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeCertificates(m_scratch); }
    void cleanup() { qunsetenv("SSL_CERT_FILE"); }
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void findsNobodyThere();
    void timesOut();
    void tls_data();
    void tls();
    void asksOverIPv6();
    void cancelsItselfAndOthersInsideDone();
    void firstOfTwoFinishedCancelsTheSecond();
    void manyAtOnce();
    void endsWithRequestsOnTheirWay();
    void stopsWhereItIsEnough();
    void sendsWhatItIsTold();
    void survivesAServerThatDropsIdleConnections();

private:
    static HttpRequest get(const QUrl &url)
    {
        HttpRequest request;
        request.url = url.toEncoded();
        request.timeout = patient;
        return request;
    }

    const Scratch m_scratch{Scratch::Content::Empty};
};

void TestHttpClient::saysWhatWentWrong_data()
{
    QTest::addColumn<WireReply>("reply");
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<HttpFailure>("failure");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, WireReply reply, HttpFailure failure, int status,
                        const QByteArray &greeting = {}) {
        QTest::newRow(name) << reply << greeting << failure << status;
    };
    using Then = WireReply::Then;
    row("200 at once", httpReply(200, "text/plain", "ok"), HttpFailure::None, 200);
    row("204 without a length", {"HTTP/1.1 204 No\r\n\r\n"}, HttpFailure::None, 204);
    row("100 first", {"HTTP/1.1 100 Continue\r\nX: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"},
        HttpFailure::None, 200);
    row("chunks", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"}, HttpFailure::None,
        200);
    row("to the end", {"HTTP/1.0 200 OK\r\n\r\nok", Then::Close}, HttpFailure::None, 200);
    row("HTTP/0.9", {"hello, world\n", Then::Close}, HttpFailure::NotHttp, 0);
    row("SSH", {{}, Then::Next}, HttpFailure::NotHttp, 0, "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
    row("SMTP", {{}, Then::Close}, HttpFailure::NotHttp, 0, "220 mail.example ESMTP\r\n");
    row("a TLS alert", {QByteArray::fromHex("15030300020228"), Then::Close}, HttpFailure::NotHttp, 0);
    row("closed at once", {{}, Then::Close}, HttpFailure::Broken, 0);
    row("cut in the head", {"HTTP/1.1 200 OK\r\nContent-", Then::Close}, HttpFailure::Broken, 200);
    row("cut in the body", {"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", Then::Close}, HttpFailure::Broken,
        200);
    row("cut in a chunk", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nshort", Then::Close},
        HttpFailure::Broken, 200);
    row("a wrong chunk", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", Then::Close},
        HttpFailure::Broken, 200);
    row("100 MB", endless("text/html", QByteArray(65536, 'x')), HttpFailure::TooLarge, 200);
    row("announced", {"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n", Then::Repeat, QByteArray(65536, 'x')},
        HttpFailure::TooLarge, 200);
    WireReply heads{"HTTP/1.1 200 OK\r\n", Then::Repeat, "X-Filler: " + QByteArray(2000, 'x') + "\r\n"};
    row("a head without an end", heads, HttpFailure::TooLarge, 200);
    heads.pattern = QByteArray(65536, 'x');
    heads.bytes += "X-Filler: ";
    row("a header without an end", heads, HttpFailure::TooLarge, 200);
    row("100 for ever", {{}, Then::Repeat, "HTTP/1.1 100 Continue\r\n\r\n"}, HttpFailure::TooLarge, 100);
    row("a redirect is not followed", httpReply(302, {}, {}, {{"Location", "http://127.0.0.1:1/"}}), HttpFailure::None,
        302);
    row("a length that is none", {"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", Then::Close}, HttpFailure::NotHttp,
        200);
}

void TestHttpClient::saysWhatWentWrong()
{
    QFETCH(WireReply, reply);
    QFETCH(QByteArray, greeting);
    QFETCH(HttpFailure, failure);
    QFETCH(int, status);
    ScriptedMcpServer server({.greeting = greeting, .fault = always(reply)});
    HttpClient client;
    const HttpReply answer = fetch(client, get(server.url()));
    QVERIFY2(answer.failure == failure,
             qPrintable(u"%1 %2: %3"_s.arg(int(answer.failure)).arg(answer.status).arg(answer.detail)));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.detail.isEmpty(), failure == HttpFailure::None);
    QVERIFY(answer.body.size() <= 1024 * 1024);
    QCOMPARE(client.running(), 0);
}

void TestHttpClient::findsNobodyThere()
{
    HttpClient client;
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s})
        QCOMPARE(fetch(client, get(QUrl(u"http://%1:%2/"_s.arg(host).arg(freePort())))).failure, HttpFailure::Refused);
    QCOMPARE(fetch(client, get(QUrl(u"http://nosuch.invalid/"_s))).failure, HttpFailure::NameUnknown);
}

void TestHttpClient::timesOut()
{
    const QList<WireReply> slow{silence(),
                                endless("text/event-stream", ":\n", std::chrono::milliseconds(20)),
                                {"HTTP/1.1 200", WireReply::Then::Repeat, "x", std::chrono::milliseconds(20)}};
    for (const WireReply &reply : slow) {
        ScriptedMcpServer server({.fault = always(reply)});
        HttpClient client;
        HttpRequest request = get(server.url());
        request.timeout = impatient;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fetch(client, request).failure, HttpFailure::TimedOut);
        QVERIFY(timer.elapsed() >= impatient.count() - 5);
        QVERIFY(timer.elapsed() < 8 * impatient.count());
    }
}

void TestHttpClient::tls_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("host");
    QTest::addColumn<HttpFailure>("failure");
    QTest::newRow("trusted") << u"good"_s << u"good"_s << u"localhost"_s << HttpFailure::None;
    QTest::newRow("by address") << u"good"_s << u"good"_s << u"127.0.0.1"_s << HttpFailure::None;
    QTest::newRow("self-signed") << u"good"_s << QString() << u"localhost"_s << HttpFailure::Tls;
    QTest::newRow("of another authority") << u"good"_s << u"other"_s << u"localhost"_s << HttpFailure::Tls;
    QTest::newRow("for another name") << u"other"_s << u"other"_s << u"localhost"_s << HttpFailure::Tls;
    QTest::newRow("expired") << u"expired"_s << u"expired"_s << u"localhost"_s << HttpFailure::Tls;
    QTest::newRow("no file of authorities") << u"good"_s << u"missing"_s << u"localhost"_s << HttpFailure::Tls;
    QTest::newRow("no TLS at all") << QString() << u"good"_s << u"localhost"_s << HttpFailure::Tls;
}

void TestHttpClient::tls()
{
    QFETCH(QString, certificate);
    QFETCH(QString, trusted);
    QFETCH(QString, host);
    QFETCH(HttpFailure, failure);
    ScriptedMcpServer server({.greeting = certificate.isEmpty() ? "HTTP/1.1 400 Bad Request\r\n\r\n" : "",
                              .fault = always(httpReply(200, "text/plain", "ok"))});
    if (!certificate.isEmpty())
        server.useTls(m_scratch.path(certificate + u".pem"), m_scratch.path(certificate + u".key"));
    if (!trusted.isEmpty())
        qputenv("SSL_CERT_FILE", QFile::encodeName(m_scratch.path(trusted + u".pem")));
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    url.setHost(host);
    HttpClient client;
    const HttpReply answer = fetch(client, get(url));
    QVERIFY2(answer.failure == failure, qPrintable(u"%1: %2"_s.arg(int(answer.failure)).arg(answer.detail)));
    QCOMPARE(server.seen().size(), failure == HttpFailure::None ? 1 : 0); // Nothing goes out before it is trusted.
}

void TestHttpClient::asksOverIPv6()
{
    ScriptedMcpServer server({.fault = always(httpReply(200, {}, "ok"))}, QHostAddress::LocalHostIPv6);
    HttpClient client;
    QCOMPARE(fetch(client, get(server.url())).body, "ok");
    QVERIFY(server.seen().first().header("Host").startsWith("[::1]:"));
}

void TestHttpClient::cancelsItselfAndOthersInsideDone()
{
    ScriptedMcpServer server({.fault = always(httpReply(200, {}, "ok"))});
    ScriptedMcpServer hanging({.fault = always(silence())});
    HttpClient client;
    int told = 0, toldOfOther = 0;
    quint64 first = 0;
    const quint64 other = client.send(get(hanging.url()), [&](const HttpReply &) { ++toldOfOther; });
    first = client.send(get(server.url()), [&](const HttpReply &) {
        ++told;
        client.cancel(first);
        client.cancel(other);
        client.cancel(other);
        client.cancel(12345);
    });
    QTRY_COMPARE(told, 1);
    QCOMPARE(client.running(), 0);
    QCOMPARE(fetch(client, get(server.url())).status, 200);
    QCOMPARE(told, 1);
    QCOMPARE(toldOfOther, 0);
}

void TestHttpClient::firstOfTwoFinishedCancelsTheSecond()
{
    // An address that is none fails in the client's next turn: all of them in the same one.
    HttpRequest request;
    request.url = "http://127.0.0.1:99999/";
    HttpClient client;
    int told = 0;
    QList<quint64> calls;
    for (int i = 0; i < 8; ++i)
        calls.append(client.send(request, [&](const HttpReply &reply) {
            told += reply.failure == HttpFailure::BadUrl ? 1 : 100;
            for (const quint64 call : std::as_const(calls))
                client.cancel(call);
        }));
    QTRY_COMPARE(client.running(), 0);
    QCOMPARE(fetch(client, request).failure, HttpFailure::BadUrl); // Whoever was to be told has been.
    QCOMPARE(told, 1);
}

void TestHttpClient::manyAtOnce()
{
    ScriptedMcpServer server({.fault = always(httpReply(200, {}, "ok"))});
    HttpClient client;
    int good = 0;
    for (int i = 0; i < 200; ++i)
        client.send(get(server.url()), [&](const HttpReply &reply) {
            if (reply.body == "ok")
                client.send(get(server.url()), [&](const HttpReply &again) { good += again.body == "ok" ? 1 : 0; });
        });
    QTRY_COMPARE_WITH_TIMEOUT(good, 200, 20'000);
    QCOMPARE(client.running(), 0);
}

void TestHttpClient::endsWithRequestsOnTheirWay()
{
    ScriptedMcpServer server({.fault = always(silence())});
    int told = 0;
    {
        HttpClient client;
        for (int i = 0; i < 5; ++i)
            client.send(get(server.url()), [&](const HttpReply &) { ++told; });
        client.send(get(QUrl(u"http://nosuch.invalid/"_s)),
                    [](const HttpReply &) {}); // Its name is looked up in a thread of curl's own.
        QTRY_COMPARE(server.seen().size(), 5);
    }
    QCOMPARE(told, 0);
}

void TestHttpClient::stopsWhereItIsEnough()
{
    ScriptedMcpServer server({.fault = always(endless("text/plain", "0123456789"))});
    HttpClient client;
    HttpRequest request = get(server.url());
    qsizetype seen = 0;
    request.isEnough = [&](QByteArrayView piece) { return (seen += piece.size()) > 100'000; };
    const HttpReply answer = fetch(client, request);
    QCOMPARE(answer.failure, HttpFailure::None);
    QVERIFY(answer.cutShort);
    QCOMPARE(answer.body.size(), seen);
    QTRY_COMPARE(server.openConnections(), 0); // The connection is over, too.
}

void TestHttpClient::sendsWhatItIsTold()
{
    qputenv("http_proxy", "http://127.0.0.1:1"); // Nobody but the server is told.
    ScriptedMcpServer server({.fault = always(httpReply(200, {}, {}, {{"Set-Cookie", "a=b"}, {"X-Twice", "1"}}))});
    HttpClient client;
    HttpRequest request = get(server.url());
    request.method = "DELETE";
    request.headers = {{"X-Some", "thing"}, {"X-None", ""}};
    QCOMPARE(fetch(client, request).header("x-twice"), "1");
    request.method = "POST";
    request.body = QByteArray("a\0b", 3);
    QCOMPARE(fetch(client, request).status, 200);
    qunsetenv("http_proxy");
    const SeenRequest first = server.seen().at(0), second = server.seen().at(1);
    QCOMPARE(first.method, "DELETE");
    QCOMPARE(first.header("X-Some"), "thing");
    QVERIFY(first.header("X-None").isEmpty());
    QCOMPARE(second.body, request.body);
    QCOMPARE(second.headers.size(), 6); // Host, Accept, two of ours, Content-Type and Content-Length; no cookie.
}

void TestHttpClient::survivesAServerThatDropsIdleConnections()
{
    ScriptedMcpServer server({.fault = always(httpReply(200, {}, "ok"))});
    HttpClient client;
    for (int i = 0; i < 20; ++i) {
        HttpRequest request = get(server.url());
        request.method = "POST";
        request.body = "x";
        QCOMPARE(fetch(client, request).body, "ok");
        server.goAway();
        server.comeBack();
    }
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
