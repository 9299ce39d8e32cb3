#include "app/desktop/viewmodels/markdown_html.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// Markdown of anybody becomes rich text that shows what is written and does nothing.
const QString gap = u"<div class=\"gap\">&nbsp;</div>"_s;

class TestMarkdownHtml : public QObject
{
    Q_OBJECT

    static QString html(const QString &markdown) { return MarkdownHtml::render(markdown.toUtf8()).join(QChar()); }

private Q_SLOTS:
    void renders_data();
    void renders();
    void isHarmless_data();
    void isHarmless();
    void keepsNumbersAcrossParagraphs();
    void longTextsComeInSmallPieces_data();
    void longTextsComeInSmallPieces();
};

void TestMarkdownHtml::renders_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("heading") << u"# One\n### Three"_s << u"<h1>One</h1><h3>Three</h3>"_s;
    QTest::newRow("emphasis") << u"a **b** *c* ~~d~~"_s << u"<p>a <b>b</b> <i>c</i> <s>d</s></p>"_s;
    QTest::newRow("inline code") << u"say `x < y`"_s << u"<p>say <span class=\"code\">x &lt; y</span></p>"_s;
    QTest::newRow("code block")
        << u"```sh\nls -l\n  cd\n```"_s
        << u"<table class=\"pre\" width=\"100%\" cellspacing=\"0\" cellpadding=\"12\"><tr><td><div class=\"pre\">ls -l<br>  cd</div></td></tr></table>"_s +
               gap;
    QTest::newRow("link") << u"[x](https://example.org/?a=1&b=2)"_s
                          << u"<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a></p>"_s;
    QTest::newRow("list") << u"- a\n- b\n  - c\n"_s << u"<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"_s;
    QTest::newRow("numbers") << u"1. a\n2. b"_s << u"<ol start=\"1\"><li>a</li><li>b</li></ol>"_s;
    QTest::newRow("tasks") << u"- [x] a\n- [ ] b"_s
                           << u"<ul><li class=\"checked\">a</li><li class=\"unchecked\">b</li></ul>"_s;
    QTest::newRow("numbers from 3") << u"3. a\n4. b"_s << u"<ol start=\"3\"><li>a</li><li>b</li></ol>"_s;
    QTest::newRow("rule") << u"a\n\n---\n\nb"_s
                          << u"<p>a</p>"_s + gap +
                                 u"<table class=\"rule\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">"
                                 "<tr><td class=\"rule\">&nbsp;</td></tr></table>"_s +
                                 gap + u"<p>b</p>"_s;
    QTest::newRow("comment") << u"<!-- for editors -->"_s << u"<p class=\"comment\">&lt;!-- for editors --&gt;</p>"_s;
    QTest::newRow("quote")
        << u"> a"_s
        << u"<table class=\"bar\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr><td class=\"bar\">"
           "<table class=\"quote\" width=\"100%\" cellspacing=\"0\"><tr><td class=\"quote\"><p>a</p>"
           "</td></tr></table></td></tr></table>"_s +
               gap;
    QTest::newRow("table")
        << u"| a | b |\n| --- | --- |\n| 1 | `2` |"_s
        << u"<table class=\"grid\" border=\"1\" cellspacing=\"0\" cellpadding=\"7\"><tr><th align=\"left\">a</th>"
           "<th align=\"left\">b</th></tr><tr><td>1</td>"
           "<td><span class=\"code\">2</span></td></tr></table>"_s +
               gap;
}

void TestMarkdownHtml::renders()
{
    QFETCH(const QString, markdown);
    QFETCH(const QString, expected);
    QCOMPARE(html(markdown), expected);
}

void TestMarkdownHtml::isHarmless_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("shown");
    QTest::newRow("image") << u"![a cat](http://example.org/track.png)"_s << u"[a cat]"_s;
    QTest::newRow("image without words") << u"![](http://example.org/track.png)"_s << u"[image]"_s;
    QTest::newRow("image tag") << u"<img src=\"http://example.org/track.png\">"_s << u"&lt;img src="_s;
    QTest::newRow("script") << u"<script>alert(1)</script>"_s << u"&lt;script&gt;"_s;
    QTest::newRow("style") << u"<style>p { color: red }</style>"_s << u"&lt;style&gt;"_s;
    QTest::newRow("script link") << u"[click](javascript:alert(1))"_s << u"click"_s;
    QTest::newRow("file link") << u"[click](file:///etc/passwd)"_s << u"click"_s;
    QTest::newRow("relative link") << u"[click](other.md)"_s << u"click"_s;
    QTest::newRow("image in a link's address") << u"[a](https://example.org/\"><img src=x>)"_s << u"a"_s;
    QTest::newRow("entity") << u"&lt;img src=x&gt;"_s << u"&lt;img src=x&gt;"_s;
    QTest::newRow("code") << u"```\n</p><img src=x>\n```"_s << u"&lt;/p&gt;&lt;img src=x&gt;"_s;
}

void TestMarkdownHtml::isHarmless()
{
    QFETCH(const QString, markdown);
    QFETCH(const QString, shown);
    const QString result = html(markdown);
    QVERIFY2(result.contains(shown), qPrintable(result));
    for (const QString &never :
         {u"<img"_s, u"<script"_s, u"<style"_s, u"href=\"javascript"_s, u"href=\"file"_s, u"href=\"other"_s})
        QVERIFY2(!result.contains(never), qPrintable(result));
}

void TestMarkdownHtml::keepsNumbersAcrossParagraphs()
{
    const QString result = html(u"1. a\n\n   more of a\n\n2. b\n"_s);
    QCOMPARE(result, u"<ol start=\"1\"><li><p>a</p><p>more of a</p></li><li><p>b</p></li></ol>"_s);
}

void TestMarkdownHtml::longTextsComeInSmallPieces_data()
{
    QTest::addColumn<QString>("markdown");
    constexpr int mebibyte = 1024 * 1024;
    const auto filled = [](const QString &part) { return part.repeated(mebibyte / int(part.size())); };
    QTest::newRow("paragraphs") << filled(
        u"## Title\n\nA *few* words about `this` and [that](https://example.org).\n\n"_s);
    QTest::newRow("one paragraph") << filled(u"word and "_s);
    QTest::newRow("one word") << filled(u"x"_s);
    QTest::newRow("one code block") << u"```\n"_s + filled(u"int main() { return 0; }\n"_s) + u"```\n"_s;
    QTest::newRow("one table") << u"| a | b |\n| --- | --- |\n"_s + filled(u"| one | two three four |\n"_s);
    QTest::newRow("one paragraph of many lines") << filled(u"a line\n"_s);
    QTest::newRow("one numbered list") << filled(u"1. an item\n"_s);
    QTest::newRow("quotes in quotes") << filled(u"> "_s);
    QTest::newRow("lists in lists") << filled(u"- "_s);
    QTest::newRow("stars") << filled(u"*a **b "_s);
    QTest::newRow("brackets") << filled(u"[a]("_s);
    QTest::newRow("images in images") << filled(u"![a"_s);
    QTest::newRow("one list") << filled(u"- an item of a list\n"_s);
}

void TestMarkdownHtml::longTextsComeInSmallPieces()
{
    QFETCH(const QString, markdown);
    const QStringList pieces = MarkdownHtml::render(markdown.toUtf8());
    QVERIFY(!pieces.isEmpty());
    for (const QString &piece : pieces) {
        QVERIFY2(piece.size() < 128 * 1024, qPrintable(QString::number(piece.size())));
        for (const QString &tag : {u"table"_s, u"p"_s, u"ul"_s, u"ol"_s, u"td"_s, u"i"_s}) {
            const qsizetype opened = piece.count(u'<' + tag + u'>') + piece.count(u'<' + tag + u' ');
            QCOMPARE(opened, piece.count(u"</"_s + tag + u'>'));
        }
    }
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestMarkdownHtml)
#include "tst_markdown_html.moc"
