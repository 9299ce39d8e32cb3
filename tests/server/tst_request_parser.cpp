#include "server/http/request_parser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

/// What the parser takes, and with which status it refuses the rest.
class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void head_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &head, int status) {
            QTest::newRow(name) << head + "\r\n" << status;
        };
        row("plain", "GET / HTTP/1.1\r\nHost: a\r\n", 0);
        row("1.0", "GET / HTTP/1.0\r\n", 0);
        row("query", "GET /a?b=c&d HTTP/1.1\r\nHost: a\r\n", 0);
        row("length", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n", 0);
        row("chunked", "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n", 0);
        row("no version", "GET /\r\n", 400);
        row("unknown version", "GET / HTTP/9.9\r\nHost: a\r\n", 400);
        row("not HTTP", "hello\r\n", 400);
        row("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n", 400);
        row("no colon", "GET / HTTP/1.1\r\nHost\r\n", 400);
        row("folded", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n", 400);
        row("folded by tab", "GET / HTTP/1.1\r\nX: b\r\n\tc\r\n", 400);
        row("NUL", QByteArray("GET / HTTP/1.1\r\nX: a\0b\r\n", 25), 400);
        row("absolute form", "GET http://a/ HTTP/1.1\r\nHost: a\r\n", 400);
        row("authority form", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n", 400);
        row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n", 400);
        row("fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n", 400);
        row("high bytes in target", "GET /\xc3\xbc HTTP/1.1\r\nHost: a\r\n", 400);
        row("both lengths", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n", 400);
        row("two lengths", "PUT / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n", 400);
        row("negative length", "PUT / HTTP/1.1\r\nContent-Length: -3\r\n", 400);
        row("signed length", "PUT / HTTP/1.1\r\nContent-Length: +3\r\n", 400);
        row("hex length", "PUT / HTTP/1.1\r\nContent-Length: 0x3\r\n", 400);
        row("endless length", "PUT / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n", 400);
        row("gzip coding", "PUT / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n", 400);
        row("gzip, chunked", "PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n", 400);
        row("chunked twice", "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400);
        row("chunked in 1.0", "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n", 400);
        row("too long a body", "PUT / HTTP/1.1\r\nContent-Length: 1048577\r\n", 413);
        row("just not too long", "PUT / HTTP/1.1\r\nContent-Length: 1048576\r\n", 0);
    }

    void head()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        RequestParser parser;
        QCOMPARE(parser.parseHead(head).status, status);
    }

    void body_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
        QTest::newRow("length") << QByteArray("Content-Length: 5\r\n") << QByteArray("hello") << QByteArray("hello")
                                << 0;
        QTest::newRow("chunks") << chunked << QByteArray("3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n") << QByteArray("hello")
                                << 0;
        QTest::newRow("chunk size") << chunked << QByteArray("zz\r\nhel\r\n0\r\n\r\n") << QByteArray() << 400;
        QTest::newRow("negative chunk") << chunked << QByteArray("-1\r\nhel\r\n0\r\n\r\n") << QByteArray() << 400;
        QTest::newRow("chunk longer than said")
            << chunked << QByteArray("2\r\nhel\r\n0\r\n\r\n") << QByteArray() << 400;
        QTest::newRow("too much in chunks")
            << chunked << QByteArray("100001\r\n" + QByteArray(0x100001, 'a') + "\r\n0\r\n\r\n") << QByteArray() << 413;
    }

    /// However the bytes are cut, the outcome is the same.
    void body()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        for (const qsizetype step : {wire.size(), qsizetype(1)}) {
            if (step == 1 && wire.size() > 1000)
                continue;
            RequestParser parser;
            const QByteArray head = "PUT / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
            QCOMPARE(parser.parseHead(head).status, 0);
            QVERIFY(parser.hasBody());
            QByteArray pending;
            int got = 0;
            for (qsizetype at = 0; at < wire.size() && !got && !parser.isDone(); at += step) {
                pending += wire.mid(at, step);
                qsizetype used = -1;
                while (!got && used != 0 && !parser.isDone()) {
                    got = parser.putBody(pending, &used).status;
                    pending.remove(0, used);
                }
            }
            QCOMPARE(got, status);
            QCOMPARE(parser.isDone(), status == 0);
            if (status == 0)
                QCOMPARE(parser.takeBody(), body);
        }
    }

    void headEnd()
    {
        QCOMPARE(findHeadEnd("GET / HTTP/1.1\r\nA: b\r\n\r\nrest"), 24);
        QCOMPARE(findHeadEnd("GET / HTTP/1.1\r\nA: b\r\n"), 0);
        QCOMPARE(findHeadEnd("GET / HTTP/1.1\r\nA: b\r"), 0);
        QCOMPARE(findHeadEnd(""), 0);
        QCOMPARE(findHeadEnd("GET / HTTP/1.1\nA: b\r\n\r\n"), -1);
        QCOMPARE(findHeadEnd("\n"), -1);
    }
};

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
