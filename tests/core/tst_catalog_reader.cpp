#include "core/catalog/catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// Catalogs as people write them: what is read from every valid form.
class TestCatalogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void defaults();
    void sameServers_data();
    void sameServers();
    void orderIsThatOfTheFile();
    void emptyIsNoServers_data();
    void emptyIsNoServers();
    void variablesStayAsWritten_data();
    void variablesStayAsWritten();
    void headerValuesAreNotKept();
    void mergesLikeYaml();
    void fiveHundredServers();
};

void TestCatalogReader::readsEveryField()
{
    const auto catalog = readCatalog(R"(# A comment
gmail:
  url: http://localhost:8002/mcp
  health_url: http://localhost:8002/health
  description: Gmail MCP Server for email operations
  enabled: false
  probe: http
  interval_s: 15
  timeout_s: 5
  service: mcp_gmail
  headers: { Authorization: "Bearer ${GMAIL_TOKEN}", X-Team: "7" }
)");
    QVERIFY2(catalog->valid(), qPrintable(catalog->errors.value(0).message));
    QVERIFY(catalog->warnings.isEmpty());
    QCOMPARE(catalog->servers.size(), 1);
    const ServerEntry &gmail = catalog->servers.first();
    QCOMPARE(gmail.name, u"gmail"_s);
    QCOMPARE(gmail.line, 2);
    QCOMPARE(gmail.url, u"http://localhost:8002/mcp"_s);
    QCOMPARE(gmail.healthUrl, u"http://localhost:8002/health"_s);
    QCOMPARE(gmail.description, u"Gmail MCP Server for email operations"_s);
    QVERIFY(!gmail.enabled);
    QCOMPARE(int(gmail.probe), int(ProbeKind::Http));
    QCOMPARE(gmail.intervalSeconds, 15);
    QCOMPARE(gmail.timeoutSeconds, 5);
    QCOMPARE(gmail.service, u"mcp_gmail"_s);
    QCOMPARE(gmail.headerNames, QStringList({u"Authorization"_s, u"X-Team"_s}));
    QCOMPARE(catalog->find(u"gmail"_s), &gmail);
    QCOMPARE(catalog->find(u"Gmail"_s), nullptr);
}

void TestCatalogReader::defaults()
{
    const auto catalog = readCatalog("a:\n  url: https://example.org/mcp\n");
    QVERIFY(catalog->valid());
    const ServerEntry &entry = catalog->servers.first();
    QVERIFY(entry.enabled && entry.probe == ProbeKind::Auto);
    QVERIFY(entry.healthUrl.isEmpty() && entry.description.isEmpty() && entry.service.isEmpty() &&
            entry.headerNames.isEmpty());
    QCOMPARE(entry.intervalSeconds, 0);
    QCOMPARE(entry.timeoutSeconds, 0);
}

void TestCatalogReader::sameServers_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray block =
        "gmail:\n  url: http://h/a\n  description: Grüße\n  enabled: false\nfiles:\n  url: http://h/b\n";
    QTest::newRow("block") << block;
    QTest::newRow("CR LF") << QByteArray(block).replace("\n", "\r\n");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + block;
    QTest::newRow("no final newline") << block.chopped(1);
    QTest::newRow("one space of indentation") << QByteArray(block).replace("  ", " ");
    QTest::newRow("eight spaces") << QByteArray(block).replace("  ", "        ");
    QTest::newRow("comments and blank lines")
        << "# top\n\n" + QByteArray(block).replace("\n", "  # why: \"not\"\n\n# more\n");
    QTest::newRow("flow") << QByteArray(
        "{gmail: {url: http://h/a, description: Grüße, enabled: false}, files: {url: http://h/b}}");
    QTest::newRow("JSON") << QByteArray(
        R"({"gmail": {"url": "http://h/a", "description": "Gr\u00fc\u00dfe", "enabled": false}, "files": {"url": "http://h/b"}})");
    QTest::newRow("flow entries") << QByteArray(
        "gmail: {url: http://h/a, description: Grüße, enabled: off}\nfiles: {url: http://h/b}\n");
    QTest::newRow("quoted") << QByteArray("\"gmail\":\n  'url': 'http://h/a'\n  \"description\": \"Gr\\xfc\\xdfe\"\n  "
                                          "enabled: No\n'files':\n  url: \"http://h/b\"\n");
    QTest::newRow("anchors and aliases") << QByteArray(
        "gmail: &g\n  url: http://h/a\n  description: &d Grüße\n  enabled: &off false\nfiles:\n  url: http://h/b\n");
    QTest::newRow("a value by alias") << QByteArray(".x: &d Grüße\n.y: &off false\ngmail: {url: http://h/a, "
                                                    "description: *d, enabled: *off}\nfiles: {url: http://h/b}\n");
    QTest::newRow("merged") << QByteArray(".base: &b\n  description: Grüße\n  enabled: false\ngmail:\n  <<: *b\n  url: "
                                          "http://h/a\nfiles:\n  url: http://h/b\n");
    QTest::newRow("marks of the document") << "---\n" + block + "...\n";
    QTest::newRow("tags") << QByteArray(block).replace("Grüße", "!!str Grüße");
    QTest::newRow("folded description") << QByteArray(block).replace("Grüße", ">-\n    Grüße");
}

void TestCatalogReader::sameServers()
{
    QFETCH(QByteArray, text);
    const auto catalog = readCatalog(text);
    QVERIFY2(catalog->valid(), qPrintable(catalog->errors.value(0).message));
    QVERIFY2(catalog->warnings.isEmpty(), qPrintable(catalog->warnings.value(0).message));
    QCOMPARE(catalog->servers.size(), 2);
    const ServerEntry &gmail = catalog->servers[0], &files = catalog->servers[1];
    QCOMPARE(gmail.name, u"gmail"_s);
    QCOMPARE(gmail.url, u"http://h/a"_s);
    QCOMPARE(gmail.description, u"Grüße"_s);
    QVERIFY(!gmail.enabled);
    QCOMPARE(files.name, u"files"_s);
    QCOMPARE(files.url, u"http://h/b"_s);
    QVERIFY(files.enabled);
}

void TestCatalogReader::orderIsThatOfTheFile()
{
    const auto catalog =
        readCatalog("z: {url: http://h}\na: {url: http://h}\nm.1_x-Y: {url: http://h}\n1: {url: http://h}\n");
    QVERIFY(catalog->valid());
    QStringList names;
    for (const ServerEntry &entry : catalog->servers)
        names.append(entry.name);
    QCOMPARE(names, QStringList({u"z"_s, u"a"_s, u"m.1_x-Y"_s, u"1"_s}));
}

void TestCatalogReader::emptyIsNoServers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("comments only") << QByteArray("# nothing yet\n");
    QTest::newRow("an empty map") << QByteArray("{}\n");
    QTest::newRow("anchors only") << QByteArray(".base: &b {enabled: false}\n");
}

void TestCatalogReader::emptyIsNoServers()
{
    QFETCH(QByteArray, text);
    const auto catalog = readCatalog(text);
    QVERIFY(catalog->valid() && catalog->warnings.isEmpty() && catalog->servers.isEmpty());
}

void TestCatalogReader::variablesStayAsWritten_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("host") << u"http://${HOST}/mcp"_s;
    QTest::newRow("port") << u"http://localhost:${PORT}/mcp"_s;
    QTest::newRow("all of it") << u"${GMAIL_URL}"_s;
    QTest::newRow("path and query") << u"https://h/${A}/x?key=${B_2}"_s;
}

void TestCatalogReader::variablesStayAsWritten()
{
    QFETCH(QString, url);
    qputenv("HOST", "expanded");
    const auto catalog = readCatalog("a:\n  url: " + url.toUtf8() + "\n");
    QVERIFY2(catalog->valid(), qPrintable(catalog->errors.value(0).message));
    QCOMPARE(catalog->servers.first().url, url);
}

void TestCatalogReader::headerValuesAreNotKept()
{
    const auto read = [](const QByteArray &headers) {
        return readCatalog("a:\n  url: http://h\n  headers: " + headers + "\n")->servers.first();
    };
    const ServerEntry one = read("{A: secret}"), other = read("{A: s3cret}"), more = read("{A: secret, B: x}");
    QCOMPARE(one.headerNames, QStringList{u"A"_s});
    QVERIFY(!one.headersDigest.contains("secret"));
    QCOMPARE(other.differingFields(one), QStringList{u"headers"_s}); // That it changed is known all the same.
    QCOMPARE(more.differingFields(one), QStringList{u"headers"_s});
    QCOMPARE(read("{ 'A': \"secret\" }").differingFields(one), QStringList());
}

void TestCatalogReader::mergesLikeYaml()
{
    const auto catalog = readCatalog(R"(.one: &one {enabled: false, timeout_s: 1, service: one}
.two: &two {timeout_s: 2, interval_s: 2, service: two}
a: {<<: *one, url: http://h, enabled: true}
b: {url: http://h, <<: [*one, *two]}
c: {<<: *one, <<: *two, url: http://h}
.three: &three {<<: *two, service: three}
d: {<<: *three, url: http://h}
e: {"<<": text, url: http://h}
)");
    QVERIFY2(catalog->valid(), qPrintable(catalog->errors.value(0).message));
    const auto entry = [&](const QString &name) { return *catalog->find(name); };
    QVERIFY(entry(u"a"_s).enabled); // What it says itself wins, wherever it stands.
    QCOMPARE(entry(u"a"_s).timeoutSeconds, 1);
    QVERIFY(!entry(u"b"_s).enabled);
    QCOMPARE(entry(u"b"_s).timeoutSeconds, 1);  // The first of several wins …
    QCOMPARE(entry(u"b"_s).intervalSeconds, 2); // … and the others fill in.
    QCOMPARE(entry(u"c"_s).service, u"one"_s);
    QCOMPARE(entry(u"d"_s).service, u"three"_s);
    QCOMPARE(entry(u"d"_s).intervalSeconds, 2);
    QCOMPARE(catalog->warnings.size(), 1); // A quoted << is a key like any other.
    QCOMPARE(catalog->warnings.first().path, u"e.<<"_s);
}

void TestCatalogReader::fiveHundredServers()
{
    QByteArray text;
    for (int i = 0; i < 500; ++i)
        text += "server-" + QByteArray::number(i) + ":\n  url: http://localhost:" + QByteArray::number(1000 + i) +
                "/mcp\n  description: Number " + QByteArray::number(i) + "\n  enabled: true\n\n";
    QElapsedTimer timer;
    timer.start();
    const auto catalog = readCatalog(text);
    QVERIFY2(timer.elapsed() < 5000, "too slow even for a debug build with sanitizers");
    QVERIFY(catalog->valid());
    QCOMPARE(catalog->servers.size(), 500);
    QCOMPARE(catalog->servers.last().line, 499 * 5 + 1);
}

QTEST_GUILESS_MAIN(TestCatalogReader)
#include "tst_catalog_reader.moc"
