#include "core/log/logger.h"
#include "core/log/sinks.h"
#include "tests/core/memory_sink.h"
#include "tests/support/scratch.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

/// The log: one line a call, whatever is in it, readable by machines and on terminals.
class TestLogger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lines.clear(); }
    void jsonHasItsKeysInOrder();
    void hostileStringsStayStrings_data();
    void hostileStringsStayStrings();
    void theConsoleIsForReading();
    void theThresholdHolds();
    void linesOfManyThreadsDoNotMix();
    void everySinkGetsEveryLine();
    void qtMessagesComeThrough();
    void theFileIsPrivateAndRotates();
    void theFileIsContinued();
    void aFileThatCannotBeOpenedIsNoCrash();

private:
    std::unique_ptr<Logger> make(LogLevel level, LogFormat format)
    {
        auto logger = std::make_unique<Logger>(level, format);
        logger->addSink(std::make_unique<MemorySink>(m_lines));
        return logger;
    }

    QByteArrayList m_lines;
};

void TestLogger::jsonHasItsKeysInOrder()
{
    const auto logger = make(LogLevel::Debug, LogFormat::Json);
    logger->info("audit"_L1, u"changed"_s, {{u"a"_s, 1}, {u"b"_s, QJsonObject{{u"c"_s, true}}}});
    static const QRegularExpression line(
        u"\\A\\{\"ts\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\",\"level\":\"info\",\"category\":\"audit\",\"message\":\"changed\",\"a\":1,\"b\":\\{\"c\":true\\}\\}\\n\\z"_s);
    QVERIFY2(line.match(QString::fromUtf8(m_lines.value(0))).hasMatch(), m_lines.value(0).constData());

    logger->debug("x"_L1, u"d"_s);
    logger->warning("x"_L1, u"w"_s);
    logger->error("x"_L1, u"e"_s);
    const QStringList levels{u"info"_s, u"debug"_s, u"warning"_s, u"error"_s};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(QJsonDocument::fromJson(m_lines[i]).object()[u"level"].toString(), levels[i]);
}

void TestLogger::hostileStringsStayStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"a \"b\" 'c'"_s;
    QTest::newRow("backslashes") << u"C:\\new\\\""_s;
    QTest::newRow("a line that looks like ours") << u"x\"}\n{\"ts\":\"2026\",\"level\":\"info\""_s;
    QTest::newRow("line ends") << u"a\nb\r\nc\rd"_s;
    QTest::newRow("other line ends") << QString(QChar(0x2028)) + QChar(0x2029) + QChar(0x85);
    QTest::newRow("escape sequences") << u"\x1b[31mred\x1b]0;title\x07"_s;
    QTest::newRow("NUL") << QString(u'a') + QChar(0) + u'b';
    QTest::newRow("all scripts") << u"Grüße почта 邮件 😀"_s;
    QTest::newRow("half a character") << QString(QChar(0xD83D));
    QTest::newRow("empty") << QString();
    QTest::newRow("long") << QString(100'000, u'x');
}

void TestLogger::hostileStringsStayStrings()
{
    QFETCH(QString, text);
    make(LogLevel::Debug, LogFormat::Json)->info("x"_L1, text, {{u"field"_s, text}, {u"list"_s, QJsonArray{text}}});
    make(LogLevel::Debug, LogFormat::Console)->info("x"_L1, text, {{u"field"_s, text}, {u"list"_s, QJsonArray{text}}});
    QCOMPARE(m_lines.size(), 2);
    for (const QByteArray &line : m_lines) {
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        QVERIFY(!line.contains('\r') && !line.contains('\x1b') && !line.contains('\0'));
    }
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(m_lines.first(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json.keys(), QStringList({u"category"_s, u"field"_s, u"level"_s, u"list"_s, u"message"_s, u"ts"_s}));
    if (text.isValidUtf16()) {
        QCOMPARE(json[u"message"].toString(), text);
        QCOMPARE(json[u"field"].toString(), text);
    }
}

void TestLogger::theConsoleIsForReading()
{
    make(LogLevel::Debug, LogFormat::Console)
        ->warning("documents"_L1, u"Not valid."_s,
                  {{u"file"_s, u"a b"_s}, {u"line"_s, 3}, {u"list"_s, QJsonArray{1, u"x"_s}}});
    static const QRegularExpression line(
        u"\\A\\d\\d:\\d\\d:\\d\\d\\.\\d{3} warning documents: Not valid\\. file=a b line=3 list=\\[1,\"x\"\\]\\n\\z"_s);
    QVERIFY2(line.match(QString::fromUtf8(m_lines.value(0))).hasMatch(), m_lines.value(0).constData());
}

void TestLogger::theThresholdHolds()
{
    const auto logger = make(LogLevel::Warning, LogFormat::Json);
    logger->debug("x"_L1, u"no"_s);
    logger->info("x"_L1, u"no"_s);
    QVERIFY(m_lines.isEmpty() && !logger->enabled(LogLevel::Info) && logger->enabled(LogLevel::Warning));
    logger->warning("x"_L1, u"yes"_s);
    logger->error("x"_L1, u"yes"_s);
    QCOMPARE(m_lines.size(), 2);
}

void TestLogger::linesOfManyThreadsDoNotMix()
{
    const Scratch scratch(Scratch::Content::Empty);
    const auto logger = make(LogLevel::Debug, LogFormat::Json);
    logger->addSink(std::make_unique<FileSink>(scratch.path(u"log"_s)));
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 250; ++i)
                    logger->info("x"_L1, QString(200, QChar(u'a' + t)));
            });
    }
    QCOMPARE(m_lines.size(), 1000);
    QByteArrayList inFile = scratch.read(scratch.path(u"log"_s)).split('\n');
    QCOMPARE(inFile.takeLast(), QByteArray());
    QCOMPARE(inFile.size(), 1000);
    for (const QByteArray &line : inFile)
        QVERIFY(!QJsonDocument::fromJson(line).isNull());
}

void TestLogger::everySinkGetsEveryLine()
{
    QByteArrayList more;
    const auto logger = make(LogLevel::Debug, LogFormat::Json);
    logger->addSink(std::make_unique<MemorySink>(more));
    logger->info("x"_L1, u"one"_s);
    QCOMPARE(m_lines.size(), 1);
    QCOMPARE(more, m_lines);
}

void TestLogger::qtMessagesComeThrough()
{
    const auto logger = make(LogLevel::Info, LogFormat::Json);
    {
        const QtMessageBridge bridge(*logger);
        qWarning("from %s", "Qt");
        qDebug("not this one");
    }
    QTest::ignoreMessage(QtWarningMsg, "after the bridge");
    qWarning("after the bridge");
    QCOMPARE(m_lines.size(), 1);
    const QJsonObject json = QJsonDocument::fromJson(m_lines.first()).object();
    QCOMPARE(json[u"category"].toString(), u"qt"_s);
    QCOMPARE(json[u"level"].toString(), u"warning"_s);
    QCOMPARE(json[u"message"].toString(), u"from Qt"_s);
}

void TestLogger::theFileIsPrivateAndRotates()
{
    const Scratch scratch(Scratch::Content::Empty);
    const QString path = scratch.path(u"log"_s), older = path + u".1"_s;
    const QByteArray line = QByteArray(99, 'x') + '\n';
    FileSink sink(path, 1000);
    for (int i = 0; i < 10; ++i)
        sink.write(line);
    QCOMPARE(QFileInfo(path).size(), 1000); // Full to the brim …
    QVERIFY(!QFile::exists(older));
    sink.write("first of the next\n");
    QCOMPARE(scratch.read(path), QByteArray("first of the next\n"));
    QCOMPARE(scratch.read(older), line.repeated(10));
    for (int i = 0; i < 100; ++i)
        sink.write(line);
    QVERIFY(QFileInfo(path).size() + QFileInfo(older).size() <= 2000);
    QVERIFY(!QFile::exists(path + u".2"_s));
    scratch.shell(u"test $(stat -c %a log) = 600 && test $(stat -c %a log.1) = 600"_s);
}

void TestLogger::theFileIsContinued()
{
    const Scratch scratch(Scratch::Content::Empty);
    scratch.write(scratch.path(u"log"_s), "earlier\n");
    scratch.shell(u"chmod 644 log"_s);
    FileSink(scratch.path(u"log"_s)).write("later\n");
    QCOMPARE(scratch.read(scratch.path(u"log"_s)), QByteArray("earlier\nlater\n"));
    scratch.shell(u"test $(stat -c %a log) = 600"_s);
}

void TestLogger::aFileThatCannotBeOpenedIsNoCrash()
{
    const Scratch scratch(Scratch::Content::Empty);
    FileSink sink(scratch.path(u"none/log"_s));
    sink.write("lost\n");
    QVERIFY(!QFile::exists(scratch.path(u"none"_s)));
}

QTEST_GUILESS_MAIN(TestLogger)
#include "tst_logger.moc"
