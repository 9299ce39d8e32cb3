#include "core/catalog/catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// Everything that can be wrong with a catalog: its code, its exact place, and words that help.
class TestCatalogErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void warnings_data();
    void warnings();
    void saysBothPlacesOfADuplicate();
    void tellsEverythingAtOnce();
    void saysThatThereIsMore();
    void readsQuicklyWhateverItIs_data();
    void readsQuicklyWhateverItIs();
    void aLargeScalarIsOnlyLarge();
};

void TestCatalogErrors::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &text, const char *code, const char *path, int line,
                        int column) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromUtf8(path) << line << column;
    };
    const auto entry = [](const QByteArray &lines) { return "# Grüße\na:\n  url: http://h\n" + lines; };

    row("a list", "- a\n- b\n", "type", "", 1, 1);
    row("a text", "# x\n hello\n", "type", "", 2, 2);
    row("an entry that is a list", "a: [x]\n", "type", "a", 1, 4);
    row("an entry that is a text", "b: {url: http://h}\na: hello\n", "type", "a", 2, 4);
    row("an entry that is empty", "\nb: {url: http://h}\na:\n", "type", "a", 3, 1);
    row("a name with a space", "\"a b\":\n  url: http://h\n", "name_invalid", "a b", 1, 1);
    row("a name in Cyrillic", "x: {url: http://h}\nпочта: {url: http://h}\n", "name_invalid", "почта", 2, 1);
    row("a name that begins with a hyphen", "-a: {url: http://h}\n", "name_invalid", "-a", 1, 1);
    row("a name of 65 characters", QByteArray(65, 'x') + ": {url: http://h}\n", "name_invalid",
        QByteArray(65, 'x').constData(), 1, 1);
    row("an empty name", "'': {url: http://h}\n", "name_invalid", "", 1, 1);
    row("a name that is a list", "? [a]\n: {url: http://h}\n", "name_invalid", "", 1, 3);
    row("no url", "x: {url: http://h}\na:\n  enabled: true\n", "required", "a.url", 2, 1);
    row("url without scheme", "a:\n  url: localhost:8002\n", "url_invalid", "a.url", 2, 8);
    row("url of another kind", "a:\n  url: ftp://h/x\n", "url_invalid", "a.url", 2, 8);
    row("url without host", "a:\n  url: http:///mcp\n", "url_invalid", "a.url", 2, 8);
    row("url that is relative", "a:\n  url: /mcp\n", "url_invalid", "a.url", 2, 8);
    row("url with a space", "a:\n  url: http://a b/\n", "url_invalid", "a.url", 2, 8);
    row("url with a bad port", "a:\n  url: http://h:99999/\n", "url_invalid", "a.url", 2, 8);
    row("url that is empty", "a:\n  url: ''\n", "url_invalid", "a.url", 2, 8);
    row("url that is a list", "a:\n  url: [http://h]\n", "type", "a.url", 2, 8);
    row("url that is nothing", "a:\n  url:\n", "type", "a.url", 2, 3);
    row("url with a password", "a:\n  url: http://me:secret@h/\n", "url_invalid", "a.url", 2, 8);
    row("health_url", entry("  health_url: localhost\n"), "url_invalid", "a.health_url", 4, 15);
    row("probe http without health_url", entry("  probe: http\n"), "required", "a.health_url", 2, 1);
    row("enabled that is a number", entry("  enabled: 1\n"), "type", "a.enabled", 4, 12);
    row("enabled that is a word", entry("  enabled: maybe\n"), "type", "a.enabled", 4, 12);
    row("enabled in quotes", entry("  enabled: \"true\"\n"), "type", "a.enabled", 4, 12);
    row("enabled that is nothing", entry("  enabled:\n"), "type", "a.enabled", 4, 3);
    row("enabled that is nothing, said so", entry("  enabled: ~\n"), "type", "a.enabled", 4, 12);
    row("enabled by an alias to a text", ".x: &x hello\na: {url: http://h, enabled: *x}\n", "type", "a.enabled", 2, 29);
    row("probe", entry("  probe: ping\n"), "value", "a.probe", 4, 10);
    row("interval of nought", entry("  interval_s: 0\n"), "range", "a.interval_s", 4, 15);
    row("interval beyond a day", entry("  interval_s: 86401\n"), "range", "a.interval_s", 4, 15);
    row("interval that is a fraction", entry("  interval_s: 1.5\n"), "type", "a.interval_s", 4, 15);
    row("interval with a unit", entry("  interval_s: 15s\n"), "type", "a.interval_s", 4, 15);
    row("interval in quotes", entry("  interval_s: '15'\n"), "type", "a.interval_s", 4, 15);
    row("timeout beyond reason", entry("  timeout_s: 301\n"), "range", "a.timeout_s", 4, 14);
    row("description that is a map", entry("  description: {a: b}\n"), "type", "a.description", 4, 16);
    row("service that is a list", entry("  service: [a]\n"), "type", "a.service", 4, 12);
    row("headers that are a list", entry("  headers: [a]\n"), "type", "a.headers", 4, 12);
    row("a header with a space", entry("  headers: {'a b': c}\n"), "header_invalid", "a.headers", 4, 13);
    row("a header that is a list", entry("  headers: {a: [c]}\n"), "header_invalid", "a.headers.a", 4, 16);
    row("a header over two lines", entry("  headers: {a: \"b\\r\\nc: d\"}\n"), "header_invalid", "a.headers.a", 4, 16);
    row("a header twice", entry("  headers: {A: b, a: c}\n"), "duplicate_key", "a.headers.a", 4, 19);
    row("a server twice", "a: {url: http://h}\nb: {url: http://h}\n\"a\": {url: http://h}\n", "duplicate_key", "a", 3,
        1);
    row("a field twice", entry("  url: http://i\n"), "duplicate_key", "a.url", 4, 3);
    row("<< of a text", entry("  <<: hello\n"), "type", "a", 4, 7);
    row("an anchor merged into itself", "a: &a {url: http://h, <<: *a}\n", "too_large", "a", 1, 27);
    row("an open quote, double", entry("  description: \"never closed\n  enabled: true\n"), "yaml_syntax", "", 4, 16);
    row("an open quote, single", entry("  description: 'never closed\n"), "yaml_syntax", "", 4, 16);
    row("a tab", entry("\tenabled: true\n"), "yaml_syntax", "", 4, 1);
    row("not UTF-8", entry("  description: gr\xFC\xDF\n"), "encoding", "", 4, 18);
    row("NUL", entry(QByteArray("  description: a\0b\n", 19)), "encoding", "", 4, 17);
    row("two documents", "a: {url: http://h}\n---\nb: {url: http://h}\n", "several_documents", "", 3, 1);
    row("an alias of nothing", "a: *b\n", "yaml_syntax", "", 1, 4);
}

void TestCatalogErrors::errors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const QByteArrayList forms{text, "\xEF\xBB\xBF" + text, QByteArray(text).replace("\n", "\r\n")};
    for (const QByteArray &form : forms) {
        const auto catalog = readCatalog(form);
        QVERIFY(!catalog->valid());
        const Diagnostic &error = catalog->errors.first();
        QCOMPARE(error.code, code);
        QTEST(error.path, "path");
        QTEST(error.line, "line");
        QTEST(error.column, "column");
        QVERIFY(error.severity == Diagnostic::Severity::Error);
        QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
        QVERIFY2(catalog->errors.size() == 1, qPrintable(catalog->errors.last().message)); // One mistake, one error.
        QVERIFY2(!error.message.contains(u"secret"), qPrintable(error.message));
    }
}

void TestCatalogErrors::warnings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("hint");
    QTest::newRow("a slip") << QByteArray("  enabeld: false") << u"a.enabeld"_s << 3 << u"Did you mean «enabled»?"_s;
    QTest::newRow("upper case") << QByteArray("  Description: x") << u"a.Description"_s << 3
                                << u"Did you mean «description»?"_s;
    QTest::newRow("a dash") << QByteArray("  health-url: http://h") << u"a.health-url"_s << 3
                            << u"Did you mean «health_url»?"_s;
    QTest::newRow("one of their own") << QByteArray("  x-owner: the mail team") << u"a.x-owner"_s << 3 << QString();
    QTest::newRow("a list as a key") << QByteArray("  [a, b]: c") << u"a"_s << 3 << QString();
}

void TestCatalogErrors::warnings()
{
    QFETCH(QByteArray, line);
    const auto catalog = readCatalog("a:\n  url: http://h\n" + line + "\n");
    QVERIFY(catalog->valid());
    QCOMPARE(catalog->warnings.size(), 1);
    const Diagnostic &warning = catalog->warnings.first();
    QCOMPARE(warning.code, u"unknown_key"_s);
    QVERIFY(warning.severity == Diagnostic::Severity::Warning);
    QTEST(warning.path, "path");
    QCOMPARE(warning.line, 3);
    QTEST(warning.column, "column");
    QTEST(warning.hint, "hint");
}

void TestCatalogErrors::saysBothPlacesOfADuplicate()
{
    const auto catalog =
        readCatalog("a:\n  url: http://h\n\nb: {url: http://h}\na:\n  enabled: true\n  enabled: false\n");
    QCOMPARE(catalog->errors.size(), 1);
    QCOMPARE(catalog->errors.first().line, 5);
    QVERIFY2(catalog->errors.first().message.contains(u"line 1"), qPrintable(catalog->errors.first().message));
    const auto field = readCatalog("a:\n  enabled: true\n  url: http://h\n  enabled: false\n");
    QCOMPARE(field->errors.size(), 1);
    QCOMPARE(field->errors.first().line, 4);
    QVERIFY2(field->errors.first().message.contains(u"line 2"), qPrintable(field->errors.first().message));
}

void TestCatalogErrors::tellsEverythingAtOnce()
{
    const auto catalog = readCatalog("a:\n  url: x\n  probe: y\n  enabeld: z\nb:\n  enabled: 7\nc:\n  url: http://h\n");
    QStringList found;
    for (const Diagnostic &error : catalog->errors)
        found.append(u"%1:%2 %3"_s.arg(error.line).arg(error.column).arg(error.path));
    QCOMPARE(found, QStringList({u"2:8 a.url"_s, u"3:10 a.probe"_s, u"6:12 b.enabled"_s, u"5:1 b.url"_s}));
    QCOMPARE(catalog->warnings.size(), 1);
    QVERIFY(catalog->find(u"c"_s)); // What could be read is there, for whoever shows it.
}

void TestCatalogErrors::saysThatThereIsMore()
{
    // Every UI is sent the findings: a file of nothing but errors must not become megabytes of them.
    const auto catalog = readCatalog(QByteArray("a: {url: http://h}\n").repeated(1000));
    QCOMPARE(catalog->errors.size(), 201);
    QCOMPARE(catalog->errors.last().code, u"too_many"_s);
    QCOMPARE(catalog->errors.last().line, 202);
}

void TestCatalogErrors::readsQuicklyWhateverItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray bomb = ".l0: &l0 {url: http://h}\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray earlier = "*l" + QByteArray::number(i - 1);
        bomb += ".l@: &l@ {<<: [" + QByteArray(earlier + ", ").repeated(8) + earlier + "]}\n";
        bomb.replace("@", QByteArray::number(i));
    }
    QTest::newRow("merges of merges") << bomb + "a: {<<: *l29}\n";
    QTest::newRow("two that merge themselves") << QByteArray("a: &a {url: http://h, <<: [*a, *a]}\n");
    QTest::newRow("nested 10,000 deep") << "a: {headers: " + QByteArray(10'000, '[');
    QTest::newRow("duplicates of a server") << QByteArray("a: {}\n").repeated(50'000);
    QTest::newRow("duplicates of a field") << "a: {" + QByteArray("x: y, ").repeated(50'000) + "}";
    const auto numbered = [](const QByteArray &text) {
        QByteArray all;
        for (int i = 0; i < 50'000; ++i)
            all += QByteArray(text).replace("@", QByteArray::number(i));
        return all;
    };
    QTest::newRow("servers without anything") << numbered("a@: {}\n");
    QTest::newRow("servers of the wrong kind") << numbered("a@: x\n");
    QTest::newRow("unknown fields") << "a: {" + numbered("x@: y, ") + "}";
    QTest::newRow("headers") << "a: {headers: {" + numbered("x@: y, ") + "}}";
}

void TestCatalogErrors::readsQuicklyWhateverItIs()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    static_cast<void>(readCatalog(text));
    QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
}

void TestCatalogErrors::aLargeScalarIsOnlyLarge()
{
    const QByteArray large(3 * 1024 * 1024, 'x');
    const auto catalog = readCatalog("a:\n  url: http://h\n  description: " + large + "\n");
    QVERIFY(catalog->valid());
    QCOMPARE(catalog->servers.first().description.size(), large.size());
}

QTEST_GUILESS_MAIN(TestCatalogErrors)
#include "tst_catalog_errors.moc"
