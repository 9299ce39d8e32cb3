#include "core/restart/readable_output.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using nova::readableOutput;

class TestReadableOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void anyBytesAreMadeText();
    void longOutputIsNoTrouble();
};

void TestReadableOutput::table_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    row("nothing", "", u""_s);
    row("text", "Container web  Started\n\tin 1s", u"Container web  Started\n\tin 1s"_s);
    row("UTF-8", "✔ Zürich 🐳", u"✔ Zürich 🐳"_s);
    row("invalid bytes", "a\xff\x62\xc3", u"a\uFFFDb\uFFFD"_s);
    row("overlong", "\xc0\xaf", u"\uFFFD\uFFFD"_s);
    row("NUL, bell, backspace, DEL", QByteArray("a\0b\ac\bd\x7f", 8), u"abcd"_s);
    row("C1 controls", "a\xc2\x85\x62", u"ab"_s);
    row("turned around", "a\xe2\x80\xae\x62\xe2\x81\xa6\x63", u"abc"_s);
    row("colours", "\x1b[1;31mError\x1b[0m: no\x1b[m", u"Error: no"_s);
    row("8-bit CSI",
        "\xc2\x9b"
        "31mred",
        u"red"_s);
    row("cursor and screen", "\x1b[2J\x1b[H\x1b[?25lhi\x1b[1A\x1b[?25h", u"hi"_s);
    row("title by BEL", "\x1b]0;evil\atext", u"text"_s);
    row("link by ST", "\x1b]8;;http://a/\x1b\\link\x1b]8;;\x1b\\.", u"link."_s);
    row("title without an end", "\x1b]0;title\nnext", u"\nnext"_s);
    row("device control", "\x1bPq#0\x1b\\a", u"a"_s);
    row("character set",
        "\x1b(Ba\x1b"
        "cb\x1b"
        "7c",
        u"abc"_s);
    row("broken off", "a\x1b", u"a"_s);
    row("broken off in CSI", "a\x1b[31", u"a"_s);
    row("broken off by a newline", "\x1b[31\nb", u"\nb"_s);
    row("a sequence in a title", "\x1b]0;x\x1b[31mred", u"red"_s);
    row("CR LF", "a\r\nb\r\n", u"a\nb\n"_s);
    row("progress", "10%\r20%\r100%\ndone", u"100%\ndone"_s);
    row("shorter over longer", "abcdef\rXY", u"XYcdef"_s);
    row("erased to the end", "pulling web\r\x1b[Kdone\n", u"done\n"_s);
    row("erased all", "pulling\x1b[2K\rdone", u"done"_s);
    row("erased up to the cursor", "abc\x1b[1K", u"   "_s);
    row("CR at the end", "abc\r", u"abc"_s);
    row("over a whale", "🐳🐳x\rab", u"abx"_s);
    row("a whale over", "abc\r🐳", u"🐳bc"_s);
}

void TestReadableOutput::table()
{
    QFETCH(QByteArray, bytes);
    QTEST(readableOutput(bytes), "text");
}

void TestReadableOutput::anyBytesAreMadeText()
{
    // Bytes that matter here, more often than others.
    static const QByteArray often = "\x1b[]()PK\\;012\r\n\t\a\xc2\x9b\xf0\x9f\x90\xb3";
    QRandomGenerator random(20260728);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(40); i > 0; --i)
            bytes += random.bounded(2) != 0 ? often[random.bounded(int(often.size()))] : char(random.bounded(256));
        const QString text = readableOutput(bytes);
        QVERIFY2(text.isValidUtf16(), bytes.toHex().constData());
        QCOMPARE(text.count(u'\n'), bytes.count('\n'));
        for (const QChar c : text)
            QVERIFY2(c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control, bytes.toHex().constData());
        QCOMPARE(readableOutput(text.toUtf8()), text);
    }
}

void TestReadableOutput::longOutputIsNoTrouble()
{
    // Each of these would take minutes if it were looked at again from every place in it.
    constexpr qsizetype size = 1 << 20;
    QCOMPARE(readableOutput(QByteArray(size, 'a')).size(), size);
    QCOMPARE(readableOutput(QByteArray("\x1b]").repeated(size / 2)), QString());
    QCOMPARE(readableOutput(QByteArray("\x1b[1;").repeated(size / 4)), QString());
    QCOMPARE(readableOutput(QByteArray("ab\r").repeated(size / 3)), u"ab"_s);
    QCOMPARE(readableOutput(QByteArray("\x1b[K").repeated(size / 3)), QString());
}

QTEST_APPLESS_MAIN(TestReadableOutput)
#include "tst_readable_output.moc"
