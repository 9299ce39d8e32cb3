#include "server/http/conditional.h"

#include <QTest>

using namespace nova;

/// Who has the answer already: RFC 9110 §13.1.2 as a table.
class TestConditional : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void named_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<bool>("named"); ///< The tag is "abc".
        const auto row = [](const char *name, const QByteArrayList &headers, bool named) {
            QTest::newRow(name) << headers << named;
        };
        row("no header", {}, false);
        row("empty header", {""}, false);
        row("the tag", {"\"abc\""}, true);
        row("as a weak one", {"W/\"abc\""}, true);
        row("blanks around", {" \"abc\"\t"}, true);
        row("another tag", {"\"abd\""}, false);
        row("upper case", {"\"ABC\""}, false);
        row("a part of it", {"\"ab\""}, false);
        row("longer", {"\"abcd\""}, false);
        row("any", {"*"}, true);
        row("any, blanks around", {" * "}, true);
        row("a tag that is a star", {"\"*\""}, false);

        row("last of a list", {"\"x\", \"y\",\"abc\""}, true);
        row("first of a list", {"\"abc\", \"x\""}, true);
        row("weak in a list", {"\"x\" , W/\"abc\" , \"y\""}, true);
        row("none of a list", {"\"x\", \"y\""}, false);
        row("empty places in a list", {",, \"x\", , \"abc\","}, true);
        row("in the second header", {"\"x\"", "\"abc\""}, true);
        row("a comma within a tag", {"\"x,y\", \"abc\""}, true);
        row("a tag within a tag", {"\"x, \\\"abc\\\", y\""}, false);
        row("between the quotes of others", {"\"x,\"abc\",y\""}, false);
        row("a tag of other bytes", {"\"\xc3\xbc!#~\", \"abc\""}, true);
        row("an empty tag", {"\"\", \"abc\""}, true);

        row("without quotes", {"abc"}, false);
        row("without the last quote", {"\"abc"}, false);
        row("without the first quote", {"abc\""}, false);
        row("single quotes", {"'abc'"}, false);
        row("lower-case mark of a weak one", {"w/\"abc\""}, false);
        row("a mark without its slash", {"W\"abc\""}, false);
        row("a blank after the mark", {"W/ \"abc\""}, false);
        row("two marks", {"W/W/\"abc\""}, false);
        row("without a comma between", {"\"abc\" \"x\""}, false);
        row("any in a list", {"*, \"x\""}, false);
        row("any, twice", {"*", "*"}, false);
        row("rubbish behind", {"\"abc\", x"}, false);
        row("a blank within", {"\"abc \""}, false);
    }

    void named()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(bool, named);
        QCOMPARE(isNamed({headers.begin(), headers.end()}, "\"abc\""), named);
    }

    void aWeakTagOfOursIsNamedToo() { QVERIFY(isNamed({"\"abc\""}, "W/\"abc\"")); }

    void unchangedAnswerSaysWhatACacheNeeds()
    {
        const Response whole = Response{200, "text/css", "body"}
                                   .with("ETag", "\"abc\"")
                                   .with("Vary", "Accept-Encoding")
                                   .with("Cache-Control", "no-cache")
                                   .with("Content-Encoding", "br");
        RequestHead head;
        QCOMPARE(unlessKnown(head, whole).body.constData(), whole.body.constData());
        head.headers.emplace_back("if-none-match", "\"abc\"");
        const Response unchanged = unlessKnown(head, whole);
        QCOMPARE(unchanged.status, 304);
        QVERIFY(unchanged.body.isEmpty() && unchanged.contentType.isEmpty());
        const HeaderList wanted{{"ETag", "\"abc\""}, {"Vary", "Accept-Encoding"}, {"Cache-Control", "no-cache"}};
        QCOMPARE(unchanged.headers, wanted);
    }
};

QTEST_APPLESS_MAIN(TestConditional)
#include "tst_conditional.moc"
