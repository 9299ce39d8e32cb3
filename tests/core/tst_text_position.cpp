#include "core/documents/text_position.h"
#include "core/prompt/prompt.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// Offsets into lines and columns that people can find, and what is not UTF-8.
class TestTextPosition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLineAndColumn_data();
    void findsLineAndColumn();
    void marksDoNotCountTheByteOrderMark();
    void findsInvalidUtf8_data();
    void findsInvalidUtf8();
    void aPromptIsAnyValidText();
};

void TestTextPosition::findsLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("empty") << QByteArray() << 0 << 1 << 1;
    QTest::newRow("begin") << QByteArray("ab\ncd\n") << 0 << 1 << 1;
    QTest::newRow("the newline itself") << QByteArray("ab\ncd\n") << 2 << 1 << 3;
    QTest::newRow("second line") << QByteArray("ab\ncd\n") << 4 << 2 << 2;
    QTest::newRow("behind the last newline") << QByteArray("ab\ncd\n") << 6 << 3 << 1;
    QTest::newRow("beyond the end") << QByteArray("ab\ncd") << 99 << 2 << 3;
    QTest::newRow("before the begin") << QByteArray("ab") << -5 << 1 << 1;
    QTest::newRow("CR LF") << QByteArray("ab\r\ncd\r\n") << 5 << 2 << 2;
    QTest::newRow("CR LF, at the CR") << QByteArray("ab\r\ncd") << 2 << 1 << 3;
    QTest::newRow("lone CR") << QByteArray("ab\rcd") << 4 << 2 << 2;
    QTest::newRow("CR at the end") << QByteArray("ab\r") << 3 << 2 << 1;
    QTest::newRow("blank lines") << QByteArray("\n\n\nx") << 3 << 4 << 1;
    QTest::newRow("two bytes are one column") << QByteArray("äöx") << 4 << 1 << 3;
    QTest::newRow("four bytes are one column") << QByteArray("😀x") << 4 << 1 << 2;
    QTest::newRow("a byte order mark is no column") << QByteArray("\xEF\xBB\xBF"
                                                                  "ab\ncd")
                                                    << 4 << 1 << 2;
    QTest::newRow("at the byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                          "ab")
                                            << 0 << 1 << 1;
}

void TestTextPosition::findsLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const PositionTable table(text);
    const TextPosition where = table.atByte(offset);
    QTEST(where.line, "line");
    QTEST(where.column, "column");
}

void TestTextPosition::marksDoNotCountTheByteOrderMark()
{
    const QByteArray text = "\xEF\xBB\xBF"
                            "a: b\nc: d\n";
    const PositionTable table(text);
    const TextPosition where = table.at(5); // "c" in the text without the mark.
    QCOMPARE(where.offset, 8);
    QCOMPARE(where.line, 2);
    QCOMPARE(where.column, 1);
    QCOMPARE(table.at(-1).offset, 3);
}

void TestTextPosition::findsInvalidUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("ASCII") << QByteArray("abc") << -1;
    QTest::newRow("all lengths") << QByteArray("a ä € 😀 z") << -1;
    QTest::newRow("NUL is valid UTF-8") << QByteArray("a\0b", 3) << -1;
    QTest::newRow("the last code point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("beyond it") << QByteArray("a\xF4\x90\x80\x80") << 1;
    QTest::newRow("Latin-1") << QByteArray("gr\xFC\xDF") << 2;
    QTest::newRow("stray continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("cut short") << QByteArray("ab\xE2\x82") << 2;
    QTest::newRow("cut short in the middle") << QByteArray("\xE2\x82 a") << 0;
    QTest::newRow("overlong, two bytes") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << 0;
    QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x80\x80\xAF") << 0;
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << 1;
    QTest::newRow("just below the surrogates") << QByteArray("\xED\x9F\xBF") << -1;
    QTest::newRow("FE and FF") << QByteArray("abc\xFE\xFF") << 3;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
                                          4)
                            << 0;
}

void TestTextPosition::findsInvalidUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QCOMPARE(firstInvalidUtf8(text), qsizetype(offset));
}

void TestTextPosition::aPromptIsAnyValidText()
{
    const auto read = [](const QByteArray &text) {
        const auto made = std::make_shared<DocumentText>(DocumentText{text, {}, interpretPrompt(text)});
        return *promptOf(made);
    };
    QVERIFY(read("").valid());
    const Prompt prompt = read("# Nova\r\n\r\nGrüße 😀");
    QVERIFY(prompt.valid());
    QCOMPARE(prompt.text, u"# Nova\r\n\r\nGrüße 😀"_s);
    QCOMPARE(prompt.lines, 3);

    const Prompt wrong = read("one\nzw\xF6lf\n");
    QCOMPARE(wrong.errors.size(), 1);
    const Diagnostic &error = wrong.errors.first();
    QCOMPARE(error.code, u"encoding"_s);
    QCOMPARE(error.line, 2);
    QCOMPARE(error.column, 3);
    QVERIFY2(error.message.contains(u"0xf6") && error.message.contains(u"offset 6"), qPrintable(error.message));
    QCOMPARE(promptOf(nullptr), nullptr);
}

QTEST_GUILESS_MAIN(TestTextPosition)
#include "tst_text_position.moc"
