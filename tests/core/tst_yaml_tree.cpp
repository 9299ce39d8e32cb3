#include "core/yaml/yaml_scan.h"
#include "core/yaml/yaml_tree.h"
#include "core/yaml/yaml_values.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;
using Kind = YamlNode::Kind;

/// YAML as it is written: places, kinds, spans; and what is refused, quickly.
class TestYamlTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereThingsAre_data();
    void knowsWhereThingsAre();
    void keepsWhatIsWritten();
    void anEmptyTextIsNothing_data();
    void anEmptyTextIsNothing();
    void refuses_data();
    void refuses();
    void refusesQuickly_data();
    void refusesQuickly();
    void aliasesDoNotGrow();
    void spans_data();
    void spans();
    void booleans();
};

/// The value of the key `enabled` of the first entry.
static const YamlNode &target(const YamlNode &root)
{
    const YamlNode &entry = root.mapped(0);
    for (size_t i = 0; i < entry.pairs(); ++i) {
        if (entry.key(i).isString("enabled"))
            return entry.mapped(i);
    }
    qFatal("no such key");
}

void TestYamlTree::knowsWhereThingsAre_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("plain") << QByteArray("a:\n  enabled: true\n") << 14 << 2 << 12;
    QTest::newRow("CR LF") << QByteArray("a:\r\n  enabled: true\r\n") << 15 << 2 << 12;
    QTest::newRow("behind other characters") << QByteArray("a:\n  \"enabled\":   true # ü\n") << 18 << 2 << 16;
    QTest::newRow("non-ASCII before") << QByteArray("# Grüße\na: { d: äöü, enabled: true }\n") << 35 << 2 << 23;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a:\n  enabled: true\n")
                                     << 17 << 2 << 12;
    QTest::newRow("byte order mark and CR LF")
        << QByteArray("\xEF\xBB\xBF# ü\r\na:\r\n  enabled: true\r\n") << 24 << 3 << 12;
    QTest::newRow("quoted") << QByteArray("a:\n  enabled: 'true'\n") << 14 << 2 << 12;
    QTest::newRow("anchored") << QByteArray("a:\n  enabled: &on true\n") << 14 << 2 << 12;
    QTest::newRow("no final newline") << QByteArray("a:\n  enabled: true") << 14 << 2 << 12;
    QTest::newRow("behind the mark of a document") << QByteArray("---\na:\n  enabled: true\n") << 18 << 3 << 12;
}

void TestYamlTree::knowsWhereThingsAre()
{
    QFETCH(QByteArray, text);
    const auto root = parseYaml(text);
    QVERIFY(root);
    const YamlNode &value = target(*root);
    QTEST(int(value.position), "offset");
    QTEST(value.line, "line");
    QTEST(value.column, "column");
}

void TestYamlTree::keepsWhatIsWritten()
{
    const auto root = parseYaml("a: &x {k: 1, k: 2}\nb: *x\nc:\n  <<: *x\n  s: [p, 'q', \"r\", !t u, ~]\nd:\n");
    QVERIFY(root);
    QVERIFY(root->kind == Kind::Map && root->pairs() == 4 && !root->flow);
    const YamlNode &a = root->mapped(0), &b = root->mapped(1), &c = root->mapped(2);
    QVERIFY(a.flow && a.anchor != 0 && a.pairs() == 2); // Duplicates are kept: to find them is the reader's business.
    QVERIFY(b.kind == Kind::Alias && b.anchor == a.anchor && b.children.empty());
    QVERIFY(c.key(0).isPlainScalar() && c.mapped(0).kind == Kind::Alias);
    const YamlNode &list = c.mapped(1);
    QVERIFY(list.kind == Kind::Sequence && list.children.size() == 5);
    QVERIFY(list.children[0].isPlainScalar() && !list.children[1].isPlainScalar() && !list.children[2].isPlainScalar());
    QCOMPARE(list.children[3].tag, QByteArray("!t"));
    QVERIFY(list.children[4].kind == Kind::Null && root->mapped(3).kind == Kind::Null);
}

void TestYamlTree::anEmptyTextIsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank lines") << QByteArray("\n\n  \n");
    QTest::newRow("comments") << QByteArray("# one\n  # two");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("an empty document") << QByteArray("---\n");
}

void TestYamlTree::anEmptyTextIsNothing()
{
    QFETCH(QByteArray, text);
    const auto root = parseYaml(text);
    QVERIFY(root && root->kind == Kind::Null);
}

void TestYamlTree::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("Latin-1") << QByteArray("a: b\nü: gr\xFC\xDF\n") << u"encoding"_s << 2 << 6;
    QTest::newRow("NUL") << QByteArray("a: b\nc: \0d\n", 12) << u"encoding"_s << 2 << 4;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
                                          4)
                            << u"encoding"_s << 1 << 1;
    QTest::newRow("tab as indentation") << QByteArray("a:\n\tb: c\n") << u"yaml_syntax"_s << 2 << 1;
    QTest::newRow("odd indentation") << QByteArray("a:\n    b: c\n  d: e\n") << u"yaml_syntax"_s << 3 << 3;
    QTest::newRow("unclosed bracket") << QByteArray("a: [b, c\nd: e\n") << u"yaml_syntax"_s << 2 << 2;
    QTest::newRow("unknown alias") << QByteArray("a: b\nc: *nobody\n") << u"yaml_syntax"_s << 2 << 4;
    QTest::newRow("no space behind the colon, then a map") << QByteArray("a:b\n  c: d\n") << u"yaml_syntax"_s << 2 << 4;
    QTest::newRow("colon in a plain value") << QByteArray("a: b: c\n") << u"yaml_syntax"_s << 1 << 5;
    QTest::newRow("two documents") << QByteArray("a: b\n---\nc: d\n") << u"several_documents"_s << 3 << 1;
}

void TestYamlTree::refuses()
{
    QFETCH(QByteArray, text);
    const auto root = parseYaml(text);
    QVERIFY(!root);
    QVERIFY(root.error().code == ErrorCode::InvalidInput);
    QCOMPARE(root.error().diagnostics.size(), 1);
    const Diagnostic &error = root.error().diagnostics.first();
    QTEST(error.code, "code");
    QTEST(error.line, "line");
    QTEST(error.column, "column");
    QVERIFY2(error.message.at(0).isUpper() && error.message.endsWith(u'.'), qPrintable(error.message));
}

void TestYamlTree::refusesQuickly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("10,000 brackets") << QByteArray(10'000, '[') << u"too_large"_s;
    QTest::newRow("10,000 braces") << QByteArray("{a: ").repeated(10'000) << u"too_large"_s;
    QTest::newRow("10,000 dashes") << QByteArray("- ").repeated(10'000) << u"too_large"_s;
    QByteArray deep;
    for (int i = 0; i < 500; ++i)
        deep += QByteArray(i, ' ') + "a:\n";
    QTest::newRow("500 levels of indentation") << deep << u"too_large"_s;
    QTest::newRow("300,000 values") << QByteArray("[" + QByteArray("1,").repeated(300'000) + "]") << u"too_large"_s;
    QTest::newRow("one megabyte of quotes") << "a: [" + QByteArray("\"a").repeated(500'000) << u"yaml_syntax"_s;
}

void TestYamlTree::refusesQuickly()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const auto root = parseYaml(text);
    QVERIFY2(timer.elapsed() < 10'000, "too slow even for a debug build with sanitizers");
    QVERIFY(!root);
    QTEST(root.error().diagnostics.first().code, "code");
}

void TestYamlTree::aliasesDoNotGrow()
{
    QByteArray bomb = "l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray own = "l" + QByteArray::number(i), earlier = "*l" + QByteArray::number(i - 1);
        bomb += own + ": &" + own + " [" + QByteArray(earlier + ", ").repeated(8) + earlier + "]\n";
    }
    const auto root = parseYaml(bomb);
    QVERIFY(root);
    QCOMPARE(root->pairs(), 30U);
    QCOMPARE(root->mapped(29).children.size(), 9U);

    const QByteArray large(3 * 1024 * 1024, 'x');
    const auto scalar = parseYaml("a: " + large);
    QVERIFY(scalar && scalar->mapped(0).value == large);
}

void TestYamlTree::spans_data()
{
    QTest::addColumn<QByteArray>("value"); // As written behind "enabled: ".
    QTest::addColumn<QByteArray>("span");  // Null: there is none.
    QTest::newRow("plain") << QByteArray("true") << QByteArray("true");
    QTest::newRow("plain, with words") << QByteArray("a b  c") << QByteArray("a b  c");
    QTest::newRow("plain, comment behind") << QByteArray("true # not false") << QByteArray("true");
    QTest::newRow("double quotes") << QByteArray(R"("a \" b" # c)") << QByteArray(R"("a \" b")");
    QTest::newRow("single quotes") << QByteArray("'it''s' # c") << QByteArray("'it''s'");
    QTest::newRow("empty quotes") << QByteArray("''") << QByteArray("''");
    QTest::newRow("anchored") << QByteArray("&x true") << QByteArray("true");
    QTest::newRow("tagged") << QByteArray("!!bool true") << QByteArray("true");
    QTest::newRow("tagged and anchored") << QByteArray("!!str  &x  'on'") << QByteArray("'on'");
    QTest::newRow("several lines, quoted") << QByteArray("\"a\n    b\"") << QByteArray("\"a\n    b\"");
    QTest::newRow("several lines, plain") << QByteArray("a\n    b") << QByteArray();
    QTest::newRow("block") << QByteArray("|\n    a\n") << QByteArray();
    QTest::newRow("folded") << QByteArray(">-\n    a\n") << QByteArray();
    QTest::newRow("list") << QByteArray("[a]") << QByteArray();
    QTest::newRow("nothing") << QByteArray("~") << QByteArray();
}

void TestYamlTree::spans()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, span);
    const QByteArray text = "ä:\n  enabled: " + value + "\n  next: 1\n";
    const auto root = parseYaml(text);
    QVERIFY(root);
    const auto found = scalarSpan(text, target(*root));
    QCOMPARE(found ? text.mid(found->begin, found->end - found->begin) : QByteArray(), span);
    QVERIFY(!isUnterminated(text, target(*root)));
}

void TestYamlTree::booleans()
{
    for (const char *yes : {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
        QCOMPARE(yamlBoolean(yes), std::optional(true));
    for (const char *no : {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
        QCOMPARE(yamlBoolean(no), std::optional(false));
    for (const char *neither : {"", "tRUE", "y", "n", "1", "0", "true ", "oN", "wahr"})
        QVERIFY2(!yamlBoolean(neither), neither);
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
