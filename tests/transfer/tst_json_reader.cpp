#include "core/transfer/json_node.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace nova;
using namespace Qt::StringLiterals;

/// JSON as people write it, against what Qt says of JSON as it is.
class TestJsonReader : public QObject
{
    Q_OBJECT

    static QJsonValue valueOf(const JsonNode &node);

private Q_SLOTS:
    void readsWhatQtReads_data();
    void readsWhatQtReads();
    void allowsWhatPeopleWrite_data();
    void allowsWhatPeopleWrite();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void keepsTheOrderAndTheLines();
    void theLastOfOneNameCounts();
    void isQuickWhateverItIs_data();
    void isQuickWhateverItIs();
};

QJsonValue TestJsonReader::valueOf(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        return {};
    case JsonNode::Kind::Boolean:
        return node.boolean;
    case JsonNode::Kind::Number:
        return node.number.toDouble();
    case JsonNode::Kind::String:
        return node.string;
    case JsonNode::Kind::Array: {
        QJsonArray array;
        for (const JsonNode &child : node.children)
            array.append(valueOf(child));
        return array;
    }
    case JsonNode::Kind::Object:
        break;
    }
    QJsonObject object;
    for (qsizetype i = 0; i < node.keys.size(); ++i)
        object[node.keys[i]] = valueOf(node.children[size_t(i)]);
    return object;
}

void TestJsonReader::readsWhatQtReads_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArrayList texts{"{}",
                               "[]",
                               " [ 1 , -2.5e3, 0, 0.5, 1E+2, true, false, null ] ",
                               "{\"a\": {\"b\": [[], {}]}}",
                               "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
                               "[\"\\u00e9\\u20AC\\ud83d\\ude00 \\u0000\"]",
                               "[\"Grüße, 世界 😀\"]",
                               "\xEF\xBB\xBF{\"a\":1}",
                               "{\r\n\t\"a\" : 1 ,\r\n \"b\":2}\r\n"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.constData()) << text;
}

void TestJsonReader::readsWhatQtReads()
{
    QFETCH(QByteArray, text);
    const auto read = readJson(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    const QByteArray plain = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    const QJsonDocument expected = QJsonDocument::fromJson(plain);
    QVERIFY(!expected.isNull());
    QCOMPARE(valueOf(*read), expected.isArray() ? QJsonValue(expected.array()) : QJsonValue(expected.object()));
}

void TestJsonReader::allowsWhatPeopleWrite_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArrayList texts{"{\"a\":1,}",          "{\"a\":[1,2,],}",    "// x\n{\"a\":1}",
                               "{\"a\":1} // x",      "{\"a\":1 /* , */ }", "{/**/\"a\"/**/:/**/1/**/,/**/}",
                               "{\"a\": 1 // x\r\n}", "{\"a\":\"// no\"}",  "{\"a\":\"/* no */,}\"}"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.constData()) << text;
}

void TestJsonReader::allowsWhatPeopleWrite()
{
    QFETCH(QByteArray, text);
    const auto read = readJson(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(read->member(u"a"));
}

void TestJsonReader::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const QByteArray &text, const char *message, int line, int column) {
        QTest::newRow(text.left(60).constData()) << text << QString::fromUtf8(message) << line << column;
    };
    row("{\"a\": 1\n \"b\": 2}", "A comma or “}” is expected here.", 1, 8);
    row("[1 2]", "A comma or “]” is expected here.", 1, 3);
    row("{\"a\" 1}", "A colon is expected behind the name “a”.", 1, 6);
    row("{a: 1}", "A name in double quotes is expected here.", 1, 2);
    row("{'a': 1}", "A name in double quotes is expected here.", 1, 2);
    row("{\"a\": 'b'}", "Texts are written in double quotes.", 1, 7);
    row("{\"ä\": tru}", "A value is expected here.", 1, 7);
    row("{,}", "A name in double quotes is expected here.", 1, 2);
    row("[,]", "A value is expected here.", 1, 2);
    row("[1,,2]", "A value is expected here.", 1, 4);
    row("{\"a\": \"b\n\"}", "This text is not closed.", 1, 7);
    row("{\"a\": \"b", "This text is not closed.", 1, 7);
    row("{\n\"a\": /* x", "This comment is not closed.", 2, 6);
    row("{\"a\": / 1}", "A single “/” has no meaning here.", 1, 7);
    row("{\"a\": 1", "The text ends before “}”.", 1, 8);
    row("{", "The text ends before “}”.", 1, 2);
    row("[", "The text ends where a value is expected.", 1, 2);
    row("{\"a\":", "The text ends where a value is expected.", 1, 6);
    row("{\"a\":01}", "This is not a number as JSON writes it.", 1, 6);
    row("[1.]", "This is not a number as JSON writes it.", 1, 2);
    row("[+1]", "A value is expected here.", 1, 2);
    row("[1e]", "This is not a number as JSON writes it.", 1, 2);
    row("[-]", "This is not a number as JSON writes it.", 1, 2);
    row("[\"\\x\"]", "This escape is none of JSON.", 1, 3);
    row("[\"\\u12g4\"]", "This escape is none of JSON.", 1, 3);
    row("[\"a\tb\"]", "A control character has to be escaped here.", 1, 4);
    row("{} {}", "There is more behind the end of the JSON text.", 1, 4);
    row("", "The text ends where a value is expected.", 1, 1);
    row("[\"\xFF\"]", "This is not UTF-8 text.", 1, 3);
    row(QByteArray(65, '['), "This is nested too deeply.", 1, 65);
    row("\xEF\xBB\xBFx", "A value is expected here.", 1, 1);
}

void TestJsonReader::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    const auto read = readJson(text);
    QVERIFY(!read);
    QTEST(read.error().message, "message");
    QCOMPARE(read.error().diagnostics.size(), 1);
    QTEST(read.error().diagnostics.first().line, "line");
    QTEST(read.error().diagnostics.first().column, "column");
}

void TestJsonReader::keepsTheOrderAndTheLines()
{
    const auto read = readJson("{\n\"z\": 1,\n\"a\": {\n\"y\": 2, \"b\": 3}\n}");
    QVERIFY(read);
    QCOMPARE(read->keys, QStringList({u"z"_s, u"a"_s}));
    QCOMPARE(read->member(u"a")->keys, QStringList({u"y"_s, u"b"_s}));
    QCOMPARE(read->member(u"a")->line, 3);
}

void TestJsonReader::theLastOfOneNameCounts()
{
    const auto read = readJson("{\"a\": \"1\", \"b\": 2, \"a\": \"3\"}");
    QVERIFY(read);
    QCOMPARE(read->text(u"a"), u"3"_s);
    QCOMPARE(read->text(u"b"), QString());
    QVERIFY(!read->member(u"c"));
}

void TestJsonReader::isQuickWhateverItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype size = 1024 * 1024;
    QTest::newRow("brackets") << QByteArray(size, '[');
    QTest::newRow("quotes") << QByteArray(size, '"');
    QTest::newRow("slashes") << QByteArray(size, '/');
    QTest::newRow("comments") << QByteArray("/**/").repeated(size / 4);
    QTest::newRow("one line of values") << QByteArray('[' + QByteArray("1,").repeated(size / 2) + ']');
    QTest::newRow("escapes") << QByteArray("[\"" + QByteArray("\\ud83d").repeated(size / 6) + "\"]");
}

void TestJsonReader::isQuickWhateverItIs()
{
    QFETCH(QByteArray, text);
    // Four times the text takes about four times the work, were it the square, sixteen. Counted is what this thread
    // did, whatever else the machine does.
    const auto workOf = [](const QByteArray &some) {
        timespec before = {};
        timespec then = {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        const auto read = readJson(some);
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &then);
        Q_UNUSED(read)
        return double(then.tv_sec - before.tv_sec) + double(then.tv_nsec - before.tv_nsec) / 1e9;
    };
    const double quarter = workOf(text.first(text.size() / 4));
    const double whole = workOf(text);
    QVERIFY2(whole < 9 * quarter + 0.05, qPrintable(u"%1 s, a quarter of it %2 s"_s.arg(whole).arg(quarter)));
}

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
