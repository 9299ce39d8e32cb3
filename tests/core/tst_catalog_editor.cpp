#include "core/catalog/catalog_editor.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

namespace
{

Result<QByteArray> toggled(const QByteArray &text, const QString &name, bool enabled)
{
    return withEnabled(CatalogText::of(text), name, enabled).map([](const CatalogText &after) { return after.bytes; });
}

} // namespace

/// A toggle changes one scalar, or inserts one line; every other byte of the file stays.
class TestCatalogEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesTheScalar_data();
    void replacesTheScalar();
    void insertsOneLine_data();
    void insertsOneLine();
    void asItIsStaysAsItIs();
    void refuses_data();
    void refuses();
};

void TestCatalogEditor::replacesTheScalar_data()
{
    QTest::addColumn<QByteArray>("text"); // «from|to» marks what changes, and nothing else may. The server is "a".
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("plain", "a:\n  url: http://h\n  enabled: «true|false»\n");
    row("first field", "a:\n  enabled: «false|true»\n  url: http://h\n");
    row("True", "a:\n  url: http://h\n  enabled: «True|False»\n");
    row("TRUE", "a:\n  url: http://h\n  enabled: «TRUE|FALSE»\n");
    row("yes", "a:\n  url: http://h\n  enabled: «yes|no»\n");
    row("No", "a:\n  url: http://h\n  enabled: «No|Yes»\n");
    row("on", "a:\n  url: http://h\n  enabled: «on|off»\n");
    row("OFF", "a:\n  url: http://h\n  enabled: «OFF|ON»\n");
    row("a comment behind", "a:\n  url: http://h\n  enabled: «true|false»    # until March\n");
    row("much room", "a:\n  url:     http://h\n  enabled:    «true|false»   \n");
    row("room before the colon", "a:\n  url: http://h\n  enabled  : «true|false»\n");
    row("on the next line", "a:\n  url: http://h\n  enabled:\n    «true|false»\n");
    row("quoted keys", "\"a\":\n  'url': http://h\n  \"enabled\": «true|false»\n");
    row("CR LF", "# x\r\na:\r\n  url: http://h\r\n  enabled: «true|false»\r\n  description: x\r\n");
    row("mixed line endings", "# x\r\na:\n  url: http://h\r\n  enabled: «true|false»\nb: {url: http://h}\r\n");
    row("byte order mark", "\xEF\xBB\xBF"
                           "a:\n  url: http://h\n  enabled: «true|false»\n");
    row("byte order mark, CR LF, umlauts",
        "\xEF\xBB\xBF# Größe: 😀\r\na:\r\n  description: Grüße\r\n  url: http://h\r\n  enabled: «on|off»\r\n");
    row("no final newline", "a:\n  url: http://h\n  enabled: «true|false»");
    row("flow", "a: {url: http://h, enabled: «true|false», description: x}\n");
    row("flow, tight", "a: {url: http://h, enabled: «true|false»}\nb: {url: http://h, enabled: true}\n");
    row("flow over lines", "a: {\n  url: http://h,   # the address\n  enabled: «true|false»  # the switch\n}\n");
    row("JSON", R"({"a": {"url": "http://h", "enabled": «true|false»}, "b": {"url": "http://h", "enabled": true}})");
    row("JSON, tight", R"({"a":{"enabled":«true|false»,"url":"http://h"}})");
    row("marks of the document", "%YAML 1.2\n---\na:\n  url: http://h\n  enabled: «true|false»\n...\n");
    row("the same word elsewhere",
        "# enabled: true\nb:\n  url: http://h\n  enabled: true\na:\n  url: http://true/enabled:true\n  description: "
        "'enabled: true'\n  enabled: «true|false»\nc:\n  url: http://h\n  enabled: true\n");
    row("tabs behind the value", "a:\n  url: http://h\n  enabled: «true|false»\t# tab\n");
    row("trailing blanks and odd indentation",
        "a:\n       url: http://h   \n       enabled: «true|false»\n\n\n\n# end");
    row("tagged", "a:\n  url: http://h\n  enabled: !!bool «true|false»\n");
    row("anchored, nobody refers to it", "a:\n  url: http://h\n  enabled: &a-on «true|false»\n");
    row("by an alias", ".on: &on true\na:\n  url: http://h\n  enabled: «*on|false»   # as everybody\nb:\n  url: "
                       "http://h\n  enabled: *on\n");
    row("by an alias, flow", ".on: &on true\na: {url: http://h, enabled: «*on|false» }\n");
    row("an entry with an anchor, nobody refers to it", "a: &a\n  url: http://h\n  enabled: «true|false»\n");
    row("overrides what it merges", ".b: &b {enabled: true}\na:\n  <<: *b\n  url: http://h\n  enabled: «false|true»\n");
    row("values over lines around it",
        "a:\n  description: >-\n    enabled: true\n\n    more\n  enabled: «true|false»\n  url: \"http://h/\\\n    "
        "x\"\n  headers:\n    X: |-\n      enabled: true\n");
    row("what nobody knows stays", "a:\n  x-notes: |\n    enabled: true\n      deep\n  enabled: «true|false»\n  "
                                   "x-more: [1, {enabled: true}]\n  url: http://h\n");
}

void TestCatalogEditor::replacesTheScalar()
{
    QFETCH(QByteArray, text);
    const qsizetype open = text.indexOf("«"), bar = text.indexOf('|', open), close = text.indexOf("»", bar);
    const QByteArray head = text.left(open), tail = text.mid(close + 2);
    const QByteArray from = head + text.mid(open + 2, bar - open - 2) + tail,
                     to = head + text.mid(bar + 1, close - bar - 1) + tail;
    const auto before = readCatalog(from);
    QVERIFY2(before->valid(), qPrintable(before->errors.value(0).message));
    const bool enabled = before->find(u"a"_s)->enabled;
    const auto result = toggled(from, u"a"_s, !enabled);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, to);
    if (!text.contains("*on"))
        QCOMPARE(toggled(to, u"a"_s, enabled).value_or("failed"), from); // And back, to the byte.
}

void TestCatalogEditor::insertsOneLine_data()
{
    QTest::addColumn<QByteArray>("text"); // What is inserted is marked «like this».
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("behind the last", "a:\n  url: http://h\n  description: x\n«  enabled: false\n»b:\n  url: http://h\n");
    row("at the end of the file", "a:\n  url: http://h\n«  enabled: false\n»");
    row("no final newline", "a:\n  url: http://h«\n  enabled: false»");
    row("CR LF", "a:\r\n  url: http://h\r\n«  enabled: false\r\n»b: {url: http://h}\r\n");
    row("CR LF, no final newline", "a:\r\n  url: http://h«\r\n  enabled: false»");
    row("byte order mark", "\xEF\xBB\xBF"
                           "a:\n  url: http://h\n«  enabled: false\n»");
    row("four spaces", "a:\n    url: http://h\n«    enabled: false\n»");
    row("one space", "a:\n url: http://h\n« enabled: false\n»b:\n url: http://h\n");
    row("a comment behind the last",
        "a:\n  url: http://h # the address\n«  enabled: false\n»\n# the next\nb: {url: http://h}\n");
    row("comments between", "a:\n  url: http://h\n«  enabled: false\n»  # nothing more of a\n\nb: {url: http://h}\n");
    row("quoted last value", "a:\n  url: \"http://h\"\n«  enabled: false\n»");
    row("last value with a colon", "a:\n  url: http://h\n  description: 'a: b # c'\n«  enabled: false\n»");
    row("a block of headers at the end",
        "a:\n  url: http://h\n  headers:\n    X: y\n    Z: w\n«  enabled: false\n»b: {url: http://h}\n");
    row("flow headers at the end", "a:\n  url: http://h\n  headers: {X: y}\n«  enabled: false\n»");
    row("a text over lines at the end",
        "a:\n  url: http://h\n  description: |\n    one\n    two\n«  enabled: false\n»b: {url: http://h}\n");
    row("a folded plain text at the end", "a:\n  url: http://h\n  description: one\n    two\n«  enabled: false\n»");
    row("a quoted text over lines at the end",
        "a:\n  url: http://h\n  description: \"one\n    two\"\n«  enabled: false\n»");
    row("a literal that looks like its own mark", "a:\n  url: http://h\n  x-odd: |-\n    |-\n«  enabled: false\n»");
    row("a value on the next line at the end", "a:\n  url:\n    http://h\n«  enabled: false\n»");
    row("headers, CR LF", "a:\r\n  url: http://h\r\n  headers:\r\n    X: y\r\n«  enabled: false\r\n»");
    row("flow", "a: {url: http://h«, enabled: false»}\n");
    row("flow over lines", "a: {\n  url: http://h«,\n  enabled: false»\n}\n");
    row("JSON stays JSON", R"({"a": {"url": "http://h"«, "enabled": false»}, "b": {"url": "http://h"}})");
    row("off by a merge", ".b: &b\n  enabled: false\na:\n  <<: *b\n  url: http://h\n«  enabled: true\n»");
    row("off by a merge at the end", ".b: &b\n  enabled: false\na:\n  url: http://h\n  <<: *b\n«  enabled: true\n»");
    row("on by a merge, flow", ".b: &b {timeout_s: 3}\na: {<<: *b, url: http://h«, enabled: false»}\n");
    row("an anchor nobody refers to", "a: &a\n  url: http://h\n«  enabled: false\n»");
    row("last value by an anchor", "a:\n  url: &u http://h\n«  enabled: false\n»b:\n  url: *u\n");
    row("an alias of another", "b: &b\n  url: http://h\na: «{ <<: »*b«, enabled: false }»\n");
    row("only merged, in flow", ".b: &b {url: http://h}\na: {? <<\n : *b«, enabled: false»}\n");
    row("the last text keeps its line endings",
        "a:\n«  enabled: false\n»  url: http://h\n  description: |+\n    x\n\n\nb: {url: http://h}\n");
    row("trailing blanks", "a:   \n  url: http://h   \n«  enabled: false\n»   \n");
}

void TestCatalogEditor::insertsOneLine()
{
    QFETCH(QByteArray, text);
    QByteArray from, to = text;
    to.replace("«", "").replace("»", "");
    qsizetype done = 0;
    for (qsizetype open = text.indexOf("«"); open >= 0; open = text.indexOf("«", done)) {
        from += text.mid(done, open - done);
        done = text.indexOf("»", open) + 2;
    }
    from += text.mid(done);
    const auto before = readCatalog(from);
    QVERIFY2(before->valid(), qPrintable(before->errors.value(0).message));
    const bool enabled = before->find(u"a"_s)->enabled;
    const auto result = toggled(from, u"a"_s, !enabled);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, to);
    QVERIFY(toggled(to, u"a"_s, enabled)); // Once it is there, it is only switched.
}

void TestCatalogEditor::asItIsStaysAsItIs()
{
    for (const QByteArray &text :
         {QByteArray("a:\n  url: http://h\n"), QByteArray("a:\r\n  url: http://h\r\n  enabled: YES"),
          QByteArray(".x: &x {enabled: on}\na: {<<: *x, url: http://h}")})
        QCOMPARE(toggled(text, u"a"_s, true).value_or("failed"), text);
}

void TestCatalogEditor::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const int conflict = int(ErrorCode::Conflict), missing = int(ErrorCode::NotFound);
    QTest::newRow("no such server") << QByteArray("b: {url: http://h}\n") << missing << 0 << u"no server named a"_s;
    QTest::newRow("empty file") << QByteArray() << missing << 0 << u"no server named a"_s;
    QTest::newRow("only an anchor of that name")
        << QByteArray(".a: {url: http://h}\n") << missing << 0 << u"no server named a"_s;
    QTest::newRow("a file with errors") << QByteArray("a: {url: http://h}\nb: {}\n") << conflict << 2 << u"Line 2"_s;
    QTest::newRow("not YAML") << QByteArray("a: {url: http://h\n\tb") << conflict << 2 << u"Line 2"_s;
    QTest::newRow("a name that begins with a byte order mark") << QByteArray("---\n\xEF\xBB\xBF"
                                                                             "a:\n  url: http://h\n")
                                                               << conflict << 2 << u"cannot be the name of a server"_s;
    QTest::newRow("others are aliases of it") << QByteArray("a: &a\n  url: http://h\n  enabled: true\nb: *a\n")
                                              << conflict << 3 << u"b would change with it"_s;
    QTest::newRow("others merge it") << QByteArray("a: &a\n  url: http://h\nb:\n  <<: *a\n") << conflict << 1
                                     << u"b would change with it"_s;
    QTest::newRow("others take its value")
        << QByteArray("a:\n  url: http://h\n  enabled: &on true\nb:\n  url: http://h\n  enabled: *on\n") << conflict
        << 3 << u"something else refers to it"_s;
}

void TestCatalogEditor::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, says);
    const auto result = toggled(text, u"a"_s, false);
    QVERIFY2(!result, result ? result->constData() : "");
    QTEST(int(result.error().code), "code");
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    QCOMPARE(result.error().diagnostics.value(0).line, line);
}

QTEST_GUILESS_MAIN(TestCatalogEditor)
#include "tst_catalog_editor.moc"
