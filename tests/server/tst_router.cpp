#include "server/http/router.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("decoded"); ///< Joined by "|"; "-" where refused.
        QTest::newRow("root") << QByteArray("/") << u""_s;
        QTest::newRow("plain") << QByteArray("/api/mcp") << u"api|mcp"_s;
        QTest::newRow("trailing slash") << QByteArray("/ws/") << u"ws|"_s;
        QTest::newRow("encoded") << QByteArray("/api/mcp/a%20b") << u"api|mcp|a b"_s;
        QTest::newRow("utf-8") << QByteArray("/%C3%BC") << u"ü"_s;
        QTest::newRow("dot dot") << QByteArray("/api/../token") << u"-"_s;
        QTest::newRow("dot") << QByteArray("/./api") << u"-"_s;
        QTest::newRow("encoded dot dot") << QByteArray("/%2e%2e/token") << u"-"_s;
        QTest::newRow("half encoded dot dot") << QByteArray("/.%2E/token") << u"-"_s;
        QTest::newRow("encoded slash") << QByteArray("/api%2fmcp") << u"-"_s;
        QTest::newRow("encoded backslash") << QByteArray("/a%5Cb") << u"-"_s;
        QTest::newRow("NUL") << QByteArray("/a%00b") << u"-"_s;
        QTest::newRow("line break") << QByteArray("/a%0Ab") << u"-"_s;
        QTest::newRow("cut off") << QByteArray("/a%2") << u"-"_s;
        QTest::newRow("not hex") << QByteArray("/a%zz") << u"-"_s;
        QTest::newRow("not utf-8") << QByteArray("/%ff") << u"-"_s;
        QTest::newRow("overlong slash") << QByteArray("/%c0%af") << u"-"_s;
    }

    void path()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, decoded);
        const auto segments = decodePath(path);
        QCOMPARE(segments ? segments->join(u'|') : u"-"_s, decoded);
    }

    void routes()
    {
        Router router;
        router.add({.method = "GET", .pattern = u"/api/mcp"_s});
        router.add({.method = "POST", .pattern = u"/api/mcp"_s});
        router.add({.method = "PUT", .pattern = u"/api/mcp/{name}/toggle"_s});

        QCOMPARE(router.match("GET", "/api/mcp").route->method, "GET");
        QCOMPARE(router.match("HEAD", "/api/mcp").route->method, "GET");
        QCOMPARE(router.match("DELETE", "/api/mcp").route, nullptr);
        QCOMPARE(router.match("DELETE", "/api/mcp").allowed, (QByteArrayList{"GET", "POST"}));
        QCOMPARE(router.match("GET", "/api/mcp/").route, nullptr);
        QVERIFY(router.match("GET", "/api/mcp/").allowed.isEmpty());
        QCOMPARE(router.match("PUT", "/api/mcp//toggle").route, nullptr);
        const auto toggle = router.match("PUT", "/api/mcp/a%2Db/toggle");
        QVERIFY(toggle.route);
        QCOMPARE(toggle.parameters.front(), std::pair(u"name"_s, u"a-b"_s));
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
