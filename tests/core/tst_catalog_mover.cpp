#include "core/catalog/catalog_editor.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// An entry at another place of the file: what goes with it, and what stays.
class TestCatalogMover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data();
    void moves();
    void staysWhereItIs();
    void refuses_data();
    void refuses();
};

namespace
{

/// «{a}» in a picture of a text is an entry of that name.
QByteArray drawn(QByteArray picture, const QByteArray &ending = "\n")
{
    for (const char name : {'a', 'b', 'c', 'd'}) {
        const QByteArray entry = QByteArray(1, name) + ":\n  url: http://" + name + "\n  x: # " + name + "\n  - 1\n";
        picture.replace(QByteArray(QByteArray("{") + name + '}'), entry);
    }
    return picture.replace("\n", ending);
}

} // namespace

void TestCatalogMover::moves_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target"); // Empty: to the end.
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const char *before, const char *name, const char *target,
                        const char *after) {
        QTest::newRow(title) << drawn(before) << QString::fromLatin1(name) << QString::fromLatin1(target)
                             << drawn(after);
        QTest::newRow(qPrintable(QLatin1String(title) + ", CR LF"_L1))
            << drawn(before, "\r\n") << QString::fromLatin1(name) << QString::fromLatin1(target)
            << drawn(after, "\r\n");
        QTest::newRow(qPrintable(QLatin1String(title) + ", byte order mark"_L1))
            << QByteArray("\xEF\xBB\xBF" + drawn(before)) << QString::fromLatin1(name) << QString::fromLatin1(target)
            << QByteArray("\xEF\xBB\xBF" + drawn(after));
        // Entries end with a line that needs no ending.
        QTest::newRow(qPrintable(QLatin1String(title) + ", no final newline"_L1))
            << drawn(before).chopped(1) << QString::fromLatin1(name) << QString::fromLatin1(target)
            << drawn(after).chopped(1);
    };
    row("up", "{a}{b}{c}", "b", "a", "{b}{a}{c}");
    row("down", "{a}{b}{c}", "a", "c", "{b}{a}{c}");
    row("to the end", "{a}{b}{c}", "a", "", "{b}{c}{a}");
    row("the last to the top", "{a}{b}{c}", "c", "a", "{c}{a}{b}");
    row("apart, up", "{a}\n{b}\n{c}", "b", "a", "{b}\n{a}\n{c}");
    row("apart, down", "{a}\n{b}\n{c}", "a", "c", "{b}\n{a}\n{c}");
    row("apart, to the end", "{a}\n{b}\n{c}", "a", "", "{b}\n{c}\n{a}");
    row("apart, the last to the top", "{a}\n{b}\n{c}", "c", "a", "{c}\n{a}\n{b}");
    row("far apart", "{a}\n\n\n{b}\n\n\n{c}", "c", "b", "{a}\n\n\n{c}\n\n\n{b}");
    row("inside of a group", "{a}{b}\n{c}", "b", "a", "{b}{a}\n{c}");
    row("into the next group", "{a}{b}\n{c}{d}", "b", "d", "{a}\n{c}{b}{d}");
    row("to the top of the next group", "{a}{b}\n{c}{d}", "b", "c", "{a}{b}\n{c}{d}");
    row("its comments go along", "{a}# about b\n# and more\n{b}# about c\n{c}", "b", "a",
        "# about b\n# and more\n{b}{a}# about c\n{c}");
    row("comments of the target stay with it", "# about a\n{a}{b}", "b", "a", "{b}# about a\n{a}");
    row("a comment apart stays", "# My servers\n\n{a}\n# Mine alone\n\n{b}\n{c}", "c", "a",
        "# My servers\n\n{c}\n{a}\n# Mine alone\n\n{b}");
    row("sections stay", "{a}\n# --- work ---\n\n{b}\n{c}", "b", "", "{a}\n# --- work ---\n\n{c}\n{b}");
    row("a comment inside goes along", "{a}b:\n  url: http://b\n  # inside\n{c}", "b", "a",
        "b:\n  url: http://b\n  # inside\n{a}{c}");
    row("what stands at the end stays", "{a}\n{b}\n# the end\n{c}", "b", "a", "{b}\n{a}\n# the end\n{c}");
    row("below a mark", "%YAML 1.2\n---\n{a}{b}", "b", "a", "%YAML 1.2\n---\n{b}{a}");
    row("others that are no servers stay", ".base: &base\n  probe: mcp\n{a}b:\n  <<: *base\n  url: http://b\n{c}", "b",
        "a", ".base: &base\n  probe: mcp\nb:\n  <<: *base\n  url: http://b\n{a}{c}");
    row("behind an anchor it uses", "{a}.on: &on true\nb:\n  url: http://b\n  enabled: *on\n{c}{d}", "d", "b",
        "{a}.on: &on true\n{d}b:\n  url: http://b\n  enabled: *on\n{c}");
    row("a flow entry", "a: {url: http://a}  # one\nb: {\n  url: http://b }\n{c}", "b", "a",
        "b: {\n  url: http://b }\na: {url: http://a}  # one\n{c}");
    QTest::newRow("before the end mark") << QByteArray("a: {url: http://a}\nb: {url: http://b}\n...\n") << u"a"_s
                                         << QString() << QByteArray("b: {url: http://b}\na: {url: http://a}\n...\n");
    QTest::newRow("a comment at the end") << QByteArray("a: {url: http://a}\nb: {url: http://b}\n\n# end") << u"b"_s
                                          << u"a"_s << QByteArray("b: {url: http://b}\na: {url: http://a}\n\n# end");
    QTest::newRow("a text that keeps its line endings")
        << QByteArray("a:\n  url: http://a\n  description: |+\n    x\n\nb: {url: http://b}\n") << u"b"_s << u"a"_s
        << QByteArray("b: {url: http://b}\na:\n  url: http://a\n  description: |+\n    x\n\n");
    QTest::newRow("a text that keeps its line endings goes to the end")
        << QByteArray("a:\n  url: http://a\n  description: |+\n    x\n\nb: {url: http://b}\n") << u"a"_s << QString()
        << QByteArray("b: {url: http://b}\na:\n  url: http://a\n  description: |+\n    x\n\n");
}

void TestCatalogMover::moves()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, name);
    QFETCH(QString, target);
    QFETCH(QByteArray, after);
    const auto text = CatalogText::of(before);
    QVERIFY2(text.catalog->valid(), qPrintable(text.catalog->errors.value(0).message));
    const auto moved = withServerBefore(text, name, target.isEmpty() ? std::nullopt : std::optional(target));
    QVERIFY2(moved, qPrintable(moved ? QString() : moved.error().message));
    QCOMPARE(moved->bytes, after);
    QCOMPARE(moved->catalog->servers.size(), text.catalog->servers.size());
}

void TestCatalogMover::staysWhereItIs()
{
    const auto text = CatalogText::of(drawn("{a}\n{b}\n"));
    QCOMPARE(withServerBefore(text, u"a"_s, u"b"_s)->bytes, text.bytes);
    QCOMPARE(withServerBefore(text, u"a"_s, u"a"_s)->bytes, text.bytes);
    QCOMPARE(withServerBefore(text, u"b"_s, std::nullopt)->bytes, text.bytes);
}

void TestCatalogMover::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *title, const QByteArray &text, const char *name, const char *target, ErrorCode code,
                        const char *why) {
        QTest::newRow(title) << text << QString::fromLatin1(name) << QString::fromLatin1(target) << int(code)
                             << QString::fromLatin1(why);
    };
    row("unknown", drawn("{a}{b}"), "c", "a", ErrorCode::NotFound, "no server named c");
    row("unknown target", drawn("{a}{b}"), "a", "c", ErrorCode::InvalidInput, "no server named c");
    row("errors in the file", "a: {url: x}\nb: {url: http://b}\n", "b", "a", ErrorCode::Conflict, "has errors");
    row("in braces", R"({"a": {"url": "http://a"}, "b": {"url": "http://b"}})", "b", "a", ErrorCode::Conflict,
        "in braces");
    row("what it defines is used above", "a: &a\n  url: http://a\nb:\n  <<: *a\n", "a", "", ErrorCode::Conflict,
        "has an anchor");
    row("what it uses is defined above", "a: &a\n  url: http://a\nb:\n  <<: *a\n", "b", "a", ErrorCode::Conflict,
        "refers to an anchor");
    row("another anchor of that name would be meant", "a:\n  url: &u http://a\nb:\n  url: &u http://b\nc:\n  url: *u\n",
        "b", "", ErrorCode::Conflict, "has an anchor");
}

void TestCatalogMover::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, target);
    QFETCH(int, code);
    QFETCH(QString, why);
    const auto moved =
        withServerBefore(CatalogText::of(text), name, target.isEmpty() ? std::nullopt : std::optional(target));
    QVERIFY(!moved);
    QCOMPARE(int(moved.error().code), code);
    QVERIFY2(moved.error().message.contains(why), qPrintable(moved.error().message));
}

QTEST_GUILESS_MAIN(TestCatalogMover)
#include "tst_catalog_mover.moc"
