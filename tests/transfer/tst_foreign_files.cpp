#include "core/transfer/local_foreign_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// The files of other programs in a home of the test's own.
class TestForeignFiles : public QObject
{
    Q_OBJECT

    static void put(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    static QByteArray sample(const char *name)
    {
        QFile file(QStringLiteral(NOVA_FOREIGN "/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList titles(const QList<FoundPlace> &places)
    {
        QStringList titles;
        for (const FoundPlace &found : places)
            titles.append(u"%1 %2/%3%4"_s.arg(found.place.title)
                              .arg(found.addresses)
                              .arg(found.servers)
                              .arg(found.problem.isEmpty() ? QString() : u" !"_s));
        return titles;
    }

private Q_SLOTS:
    void findsWhatIsThere();
    void followsTheEnvironment();
    void readsUpToALimit();
    void writesOnlyNewFiles();
};

void TestForeignFiles::findsWhatIsThere()
{
    const QTemporaryDir home;
    const QList<UsualPlace> places = usualPlaces(home.path(), {});
    QVERIFY(findPlaces(places).isEmpty());
    put(home.filePath(u".config/Claude/claude_desktop_config.json"_s), sample("claude_desktop_config.json"));
    put(home.filePath(u".claude.json"_s), sample("claude.json"));
    put(home.filePath(u".cursor/mcp.json"_s), "{ broken");
    put(home.filePath(u".config/Code/User/mcp.json"_s), sample("vscode.json"));
    put(home.filePath(u".config/Code/User/settings.json"_s), "{\"editor.fontSize\": 13}");
    put(home.filePath(u".config/VSCodium/User/settings.json"_s), sample("vscode-settings.json"));
    QCOMPARE(titles(findPlaces(places)), QStringList({u"Claude Desktop 3/5"_s, u"Claude Code 3/5"_s, u"Cursor 0/0 !"_s,
                                                      u"VS Code 2/3"_s, u"VSCodium, settings 1/1"_s}));
}

void TestForeignFiles::followsTheEnvironment()
{
    const QTemporaryDir home;
    QProcessEnvironment environment;
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"conf"_s));
    environment.insert(u"CLAUDE_CONFIG_DIR"_s, home.filePath(u"claude"_s));
    put(home.filePath(u"conf/Claude/claude_desktop_config.json"_s), sample("claude_desktop_config.json"));
    put(home.filePath(u"claude/.claude.json"_s), sample("claude.json"));
    QCOMPARE(findPlaces(usualPlaces(home.path(), environment)).size(), 2);
    QCOMPARE(findPlaces(usualPlaces(home.path(), {})).size(), 0);
}

void TestForeignFiles::readsUpToALimit()
{
    const QTemporaryDir home;
    put(home.filePath(u"large.json"_s), QByteArray(maxForeignBytes, ' '));
    put(home.filePath(u"larger.json"_s), QByteArray(maxForeignBytes + 1, ' '));
    put(home.filePath(u".claude.json"_s), QByteArray(maxForeignBytes + 1, ' '));
    QVERIFY(readForeignFile(home.filePath(u"large.json"_s)));
    QVERIFY(readForeignFile(home.filePath(u"larger.json"_s)).error().code == ErrorCode::TooLarge);
    QVERIFY(readForeignFile(home.filePath(u".claude.json"_s)));
    QVERIFY(readForeignFile(home.filePath(u"none.json"_s)).error().code == ErrorCode::NotFound);
    QVERIFY(readForeignFile(home.path()).error().code == ErrorCode::InvalidInput);
}

void TestForeignFiles::writesOnlyNewFiles()
{
    const QTemporaryDir home;
    const QString cursor = home.filePath(u".cursor/mcp.json"_s);
    QDir().mkpath(home.filePath(u".cursor"_s));
    LocalForeignFiles files(home.path(), usualPlaces(home.path(), {}));
    const auto mailbox = std::make_shared<Mailbox>();
    QStringList answers;
    const auto write = [&](const QString &path) {
        const qsizetype before = answers.size();
        files.write(path, "{}\n", {mailbox, [&answers](const Result<QString> &written) {
                                       answers.append(written ? *written : u"! "_s + written.error().message);
                                   }});
        return QTest::qWaitFor([&] { return answers.size() > before; });
    };
    QVERIFY(write(u"~/out.json"_s));
    QCOMPARE(answers.last(), home.filePath(u"out.json"_s));
    QFile made(home.filePath(u"out.json"_s));
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), QByteArray("{}\n"));
    QVERIFY(write(u"~/out.json"_s));
    QCOMPARE(answers.last(), u"! There is a file of this name already."_s);
    QVERIFY(write(cursor));
    QVERIFY2(answers.last().contains(u"the file of Cursor itself"_s), qPrintable(answers.last()));
    QVERIFY(!QFile::exists(cursor));
    QVERIFY(write(u"~/none/out.json"_s));
    QVERIFY(answers.last().startsWith(u"! It cannot be written"_s));
}

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreign_files.moc"
