#include "tests/support/raw_web_socket.h"
#include "tests/support/web_fixture.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The front as a stranger with a raw socket meets it.
class TestHttpFront : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;

private Q_SLOTS:
    void init()
    {
        m_web = std::make_unique<WebFixture>([](WebServer::Options &options) {
            options.deadlines = {std::chrono::milliseconds(300), std::chrono::milliseconds(600)};
        });
    }

    void cleanup() { m_web.reset(); }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes"); ///< HOST stands for the right one.
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("good", "GET /health HTTP/1.1\r\nHost: HOST\r\n\r\n", 200);
        row("head", "HEAD /health HTTP/1.1\r\nHost: HOST\r\n\r\n", 200);
        row("no host", "GET /health HTTP/1.1\r\n\r\n", 400);
        row("two hosts", "GET /health HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n", 400);
        row("strange host", "GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421);
        row("strange host before strange origin",
            "GET /health HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n\r\n", 421);
        row("strange origin", "GET /health HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\n\r\n", 403);
        row("null origin", "GET /health HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\n\r\n", 403);
        row("own origin", "GET /health HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\n\r\n", 200);
        row("strange origin before a missing token",
            "GET /api/state HTTP/1.1\r\nHost: HOST\r\nOrigin: http://evil.example\r\n\r\n", 403);
        row("absolute form", "GET http://HOST/health HTTP/1.1\r\nHost: HOST\r\n\r\n", 400);
        row("unknown path", "GET /nothing HTTP/1.1\r\nHost: HOST\r\n\r\n", 404);
        row("climbing path", "GET /../etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n", 400);
        row("NUL in path", "GET /a%00 HTTP/1.1\r\nHost: HOST\r\n\r\n", 400);
        row("unknown method", "BREW /health HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
        row("no token", "GET /api/state HTTP/1.1\r\nHost: HOST\r\n\r\n", 401);
        row("wrong token", "GET /api/state HTTP/1.1\r\nHost: HOST\r\nAuthorization: Bearer nope\r\n\r\n", 401);
        row("other scheme", "GET /api/state HTTP/1.1\r\nHost: HOST\r\nAuthorization: Basic bm9wZQ==\r\n\r\n", 401);
        row("token in query",
            "GET /api/state?token=" + QByteArray(WebFixture::token) + " HTTP/1.1\r\nHost: HOST\r\n\r\n", 401);
        row("bare line feeds", "GET /health HTTP/1.1\nHost: HOST\n\n", 400);
        row("long head", "GET /health HTTP/1.1\r\nHost: HOST\r\nX: " + QByteArray(17'000, 'a') + "\r\n\r\n", 431);
        row("endless head", "GET /health HTTP/1.1\r\nHost: HOST\r\nX: " + QByteArray(40'000, 'a'), 431);
        row("garbage", QByteArray(64, '\xfe') + "\r\n\r\n", 400);
        row("upgrade expected",
            "GET /ws/ HTTP/1.1\r\nHost: HOST\r\nAuthorization: Bearer " + QByteArray(WebFixture::token) + "\r\n\r\n",
            426);
    }

    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const QByteArray answer = m_web->exchange(bytes.replace("HOST", m_web->host()));
        QCOMPARE(statusOf(answer), status);
        QCOMPARE(headerOf(answer, "X-Content-Type-Options"), "nosniff");
        QVERIFY(headerOf(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
        QVERIFY(!headerOf(answer, "X-Request-ID").isEmpty());
        if (status >= 400) {
            QCOMPARE(headerOf(answer, "Content-Type"), "application/problem+json");
            const QJsonObject problem = QJsonDocument::fromJson(bodyOf(answer)).object();
            QCOMPARE(problem[u"status"].toInt(), status);
            QVERIFY(problem[u"detail"].toString().size() > 10);
            QCOMPARE(problem[u"request_id"].toString().toLatin1(), headerOf(answer, "X-Request-ID"));
        }
        if (status == 405)
            QCOMPARE(headerOf(answer, "Allow"), "GET");
    }

    /// Host and Origin as only a raw socket can send them; the rules themselves are in tst_host_rules.
    void sources_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &headers, int status) {
            QTest::newRow(name) << line << headers << status;
        };
        const QByteArray host = "Host: {host}\r\n", own = "Origin: http://{host}\r\n", get = "GET /health HTTP/1.1";
        const QByteArray evil = "Origin: http://evil.example\r\n", token = "Authorization: Bearer {token}\r\n";
        row("host", get, host, 200);
        row("host, name in upper case", get, "HOST: {host}\r\n", 200);
        row("host, blanks around", get, "Host: \t {host} \t\r\n", 200);
        row("host, no blank", get, "Host:{host}\r\n", 200);
        row("host, blank before the colon", get, "Host : {host}\r\n", 400);
        row("host behind other headers", get, "X: y\r\n" + own + host, 200);
        row("host, HTTP/1.0", "GET /health HTTP/1.0", host, 200);
        row("no host, HTTP/1.0", "GET /health HTTP/1.0", "", 400);
        row("no host, but an own origin", get, own, 400);
        row("two hosts, HTTP/1.0", "GET /health HTTP/1.0", host + host, 400);
        row("a strange host first", get, "Host: evil.example\r\n" + host, 400);
        row("a strange host second", get, host + "X: y\r\nhost: evil.example\r\n", 400);
        row("two hosts in one", get, "Host: {host}, evil.example\r\n", 421);
        row("folded host", get, "Host:\r\n {host}\r\n", 400);
        row("folded behind the host", get, host + " .evil.example\r\n", 400);
        row("folded by a tab", get, host + "\t.evil.example\r\n", 400);
        row("empty host", get, "Host:\r\n", 421);
        row("user info", get, "Host: user@{host}\r\n", 421);
        row("us as the user", get, "Host: {host}@evil.example\r\n", 421);
        row("path behind the host", get, "Host: {host}/\r\n", 421);
        row("forwarded names mean nothing", get, "Host: evil.example\r\nX-Forwarded-Host: {host}\r\n", 421);
        row("forwarded names do no harm", get, host + "X-Forwarded-Host: evil.example\r\n", 200);
        row("NUL in the host", get, "Host: {host}" + QByteArray(1, '\0') + ".evil.example\r\n", 400);
        row("token does not help a strange host", "GET /api/state HTTP/1.1", "Host: evil.example\r\n" + token, 421);

        row("absolute form of a stranger", "GET http://evil.example/health HTTP/1.1", host, 400);
        row("absolute form, strange host", "GET http://{host}/health HTTP/1.1", "Host: evil.example\r\n", 400);
        row("absolute form, user info", "GET http://user@{host}/health HTTP/1.1", host, 400);
        row("authority form", "CONNECT {host} HTTP/1.1", host, 400);
        row("asterisk form", "OPTIONS * HTTP/1.1", host, 400);
        row("two slashes are no authority", "GET //evil.example/health HTTP/1.1", host, 404);

        const QByteArray upgrade = token + RawWebSocket::handshake;
        for (const QByteArray method : {"GET /api/mcp", "HEAD /api/mcp", "PUT /api/mcp/gmail/toggle",
                                        "DELETE /api/mcp/gmail", "POST /ws/ping", "GET /ws/"}) {
            const QByteArray line = method + " HTTP/1.1", all = host + (method.endsWith("/ws/") ? upgrade : token);
            const auto each = [&](const char *name, const QByteArray &headers, int status) {
                QTest::addRow("%s, %s", name, method.constData()) << line << headers << status;
            };
            each("strange origin", all + evil, 403);
            each("null origin", all + "Origin: null\r\n", 403);
            each("empty origin", all + "Origin:\r\n", 403);
            each("origin of a file", all + "Origin: file://\r\n", 403);
            each("own origin by another name", all + "Origin: http://localhost:{port}\r\n", 403);
            each("own origin as https", all + "Origin: https://{host}\r\n", 403);
            each("two origins, the own first", all + own + evil, 403);
            each("two origins, the own last", all + evil + own, 403);
            each("own origin twice", all + own + own, 403);
            each("own origin", all + own, method.endsWith("/ws/") ? 101 : 200);
        }
    }

    void sources()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        const QByteArray before = Scratch::read(m_web->scratch.catalog());
        const QByteArray bytes = QByteArray(line + "\r\n" + headers + "\r\n")
                                     .replace("{host}", m_web->host())
                                     .replace("{port}", QByteArray::number(m_web->port()))
                                     .replace("{token}", WebFixture::token);
        const QByteArray answer = m_web->exchange(bytes);
        QCOMPARE(statusOf(answer), status);
        if (status >= 400)
            QCOMPARE(Scratch::read(m_web->scratch.catalog()), before);
    }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body, int status) {
            QTest::newRow(name) << headers << body << status;
        };
        const QByteArray json = "Content-Type: application/json\r\n";
        row("set", json + "Content-Length: 17\r\n", "{\"enabled\":false}", 200);
        row("charset", "Content-Type: Application/JSON; charset=utf-8\r\nContent-Length: 17\r\n", "{\"enabled\":false}",
            200);
        row("empty", "", "", 200);
        row("zero length", "Content-Length: 0\r\n", "", 200);
        row("wrong type", "Content-Type: text/plain\r\nContent-Length: 2\r\n", "{}", 415);
        row("no type", "Content-Length: 2\r\n", "{}", 415);
        row("form", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n", "a=", 415);
        row("not JSON", json + "Content-Length: 3\r\n", "{a}", 400);
        row("not an object", json + "Content-Length: 2\r\n", "[]", 400);
        row("wrong kind", json + "Content-Length: 17\r\n", "{\"enabled\":\"yes\"}", 422);
        row("too long, said", json + "Content-Length: 1048577\r\n", "", 413);
        row("too long, in chunks", json + "Transfer-Encoding: chunked\r\n",
            "100001\r\n" + QByteArray(0x100001, ' ') + "\r\n0\r\n\r\n", 413);
        row("smuggled", json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n", 400);
        row("wrong revision", json + "If-Match: \"0000\"\r\nContent-Length: 2\r\n", "{}", 412);
        row("weak revision", json + "If-Match: W/\"0000\"\r\nContent-Length: 2\r\n", "{}", 400);
        row("any revision", json + "If-Match: *\r\nContent-Length: 2\r\n", "{}", 200);
        row("expects to go on", json + "Expect: 100-continue\r\nContent-Length: 2\r\n", "{}", 100);
    }

    void bodies()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const QByteArray answer = m_web->exchange(m_web->request("PUT /api/mcp/gmail/toggle", headers) + body);
        QCOMPARE(statusOf(answer), status);
    }

    void unknownServerIs404()
    {
        QCOMPARE(statusOf(m_web->exchange(m_web->request("PUT /api/mcp/nobody/toggle"))), 404);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        const QByteArray one = "GET /health HTTP/1.1\r\nX-Request-ID: first\r\nHost: " + m_web->host() + "\r\n\r\n";
        const QByteArray two =
            m_web->request("PUT /api/mcp/gmail/toggle", "X-Request-ID: second\r\n", "{\"enabled\":false}");
        const QByteArray three = m_web->request("GET /api/mcp", "X-Request-ID: third\r\n");
        const QByteArray answers = m_web->exchange(one + two + three, 3);
        const qsizetype first = answers.indexOf("X-Request-ID: first"),
                        second = answers.indexOf("X-Request-ID: second");
        const qsizetype third = answers.indexOf("X-Request-ID: third");
        QVERIFY(first > 0 && second > first && third > second);
        QCOMPARE(answers.count("HTTP/1.1 200 OK"), 3);
    }

    void strangeRequestIdIsReplaced()
    {
        const QByteArray answer =
            m_web->exchange("GET /health HTTP/1.1\r\nX-Request-ID: <script>\r\nHost: " + m_web->host() + "\r\n\r\n");
        QVERIFY(!answer.contains("script>"));
        QVERIFY(headerOf(answer, "X-Request-ID").size() >= 8);
    }

    void closesWhereAsked()
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_web->port());
        socket.write("GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + m_web->host() + "\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(statusOf(socket.readAll()), 200);
    }

    /// A client that says nothing, or a little at a time, is let go; others do not notice.
    void slowSendersAreLetGo()
    {
        QTcpSocket silent, slow;
        silent.connectToHost(u"127.0.0.1"_s, m_web->port());
        slow.connectToHost(u"127.0.0.1"_s, m_web->port());
        QTimer drip;
        connect(&drip, &QTimer::timeout, &slow, [&slow] {
            if (slow.state() == QAbstractSocket::ConnectedState)
                slow.write("G");
        });
        drip.start(50);
        QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(statusOf(m_web->exchange("GET /health HTTP/1.1\r\nHost: " + m_web->host() + "\r\n\r\n")), 200);
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
    }

    void halfABodyIsLetGo()
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_web->port());
        socket.write(
            m_web->request("PUT /api/mcp/gmail/toggle", "Content-Type: application/json\r\nContent-Length: 100\r\n") +
            "{");
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(Scratch::read(m_web->scratch.catalog()).contains("enabled: true"));
    }

    void takenPortIsSaid()
    {
        WebServer::Options options;
        options.port = m_web->port();
        WebServer second(options, *m_web->nova, m_web->nova->events(), m_web->logger);
        const auto started = second.start();
        QVERIFY(!started);
        QVERIFY(started.error().message.contains(u"taken"));
        QVERIFY(started.error().message.contains(QString::number(m_web->port())));
    }
};

QTEST_GUILESS_MAIN(TestHttpFront)
#include "tst_http_front.moc"
