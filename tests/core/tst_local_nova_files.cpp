#include "core/base/utc.h"
#include "core/service/catalog_changes.h"
#include "tests/core/nova_probe.h"

#include <QJsonArray>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;
using State = DocumentStatus::State;

static const QByteArray catalogText = "gmail:\n  url: http://h/a\n  enabled: true\nfiles:\n  url: http://h/b\n  "
                                      "enabled: false\nsearch:\n  url: http://h/c\n";

/// Files that people save: what becomes of it in state and events.
class TestLocalNovaFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoFlippedAreTwoEventsAndOneValidation();
    void tellsWhatChanged();
    void anInvalidFileKeepsTheLastGoodState();
    void startsWithAnInvalidFile();
    void aMissingFileIsPickedUp();
    void touchingPublishesNothing();
    void thePromptCountsItsLines();
    void aPromptThatIsNotTextIsSaid();
    void aReloadOnRequest();
    void changes_data();
    void changes();
};

void TestLocalNovaFiles::twoFlippedAreTwoEventsAndOneValidation()
{
    NovaProbe nova(catalogText);
    nova.scratch().shell(u"sed -i -e s/true/false/ -e t -e s/false/true/ configs/mcp_servers.yaml"_s);
    QTRY_COMPARE(nova.events().size(), 3);
    QCOMPARE(nova.story(), QStringList({u"mcp_toggled gmail off by file"_s, u"mcp_toggled files on by file"_s,
                                        u"config_validated valid"_s}));
    QCOMPARE(nova.switchedOn(), QStringList({u"files"_s, u"search"_s}));
    for (const Event &event : nova.events())
        QCOMPARE(event.data[u"revision"].toString(), nova->state()->catalog->file.revision);
    QCOMPARE(nova.audit(u"mcp_toggled"_s).size(), 2);
    QCOMPARE(nova.audit(u"mcp_toggled"_s).first()[u"who"].toString(), u"editor"_s);
    QCOMPARE(nova.audit(u"catalog"_s).size(), 1);
}

void TestLocalNovaFiles::tellsWhatChanged()
{
    NovaProbe nova(catalogText);
    nova.scratch().replace(nova.scratch().catalog(), "search:\n  url: http://h/other\n  timeout_s: 9\nnew:\n  url: "
                                                     "http://h/d\n  enabeld: no\ngmail:\n  url: http://h/a\n");
    QTRY_COMPARE(nova.events().size(), 1);
    const QJsonObject data = nova.events().first().data;
    QVERIFY(data[u"valid"].toBool() && data[u"applied"].toBool());
    QCOMPARE(data[u"file"].toString(), nova.scratch().catalog());
    QCOMPARE(data[u"changes"].toArray(), QJsonArray({QJsonObject{{u"name"_s, u"files"_s}, {u"change"_s, u"removed"_s}},
                                                     QJsonObject{{u"name"_s, u"search"_s},
                                                                 {u"change"_s, u"modified"_s},
                                                                 {u"fields"_s, QJsonArray{u"url"_s, u"timeout_s"_s}}},
                                                     QJsonObject{{u"name"_s, u"new"_s}, {u"change"_s, u"added"_s}}}));
    const QJsonObject warning = data[u"warnings"].toArray().first().toObject();
    QCOMPARE(warning[u"line"].toInt(), 6);
    QCOMPARE(warning[u"hint"].toString(), u"Did you mean «enabled»?"_s);
    QVERIFY(data[u"errors"].toArray().isEmpty());
    QCOMPARE(nova->state()->catalog->servers.first().name, u"search"_s);
}

void TestLocalNovaFiles::anInvalidFileKeepsTheLastGoodState()
{
    NovaProbe nova(catalogText);
    const QString good = nova->state()->catalog->file.revision;
    nova.scratch().shell(u"echo 'broken: [' >> configs/mcp_servers.yaml"_s);
    QTRY_COMPARE(nova.events().size(), 1);
    const QJsonObject data = nova.events().first().data;
    QVERIFY(!data[u"valid"].toBool() && !data[u"applied"].toBool());
    QCOMPARE(data[u"errors"].toArray().first().toObject()[u"line"].toInt(), 10);
    QVERIFY(data[u"changes"].toArray().isEmpty());
    const auto catalog = nova->state()->catalog;
    QVERIFY(catalog->file.state == State::Invalid);
    QCOMPARE(catalog->file.errors.size(), 1);
    QCOMPARE(catalog->file.revision, good);
    QCOMPARE(catalog->file.fileRevision, data[u"revision"].toString());
    QCOMPARE(nova.switchedOn(), QStringList({u"gmail"_s, u"search"_s}));
    QVERIFY(!nova.toggle({u"gmail"_s, {}, {}})); // What cannot be read cannot be edited.

    nova.clear();
    nova.scratch().replace(nova.scratch().catalog(), QByteArray(catalogText).replace("true", "false"));
    QTRY_COMPARE(nova.events().size(), 2);
    QCOMPARE(nova.story(), QStringList({u"mcp_toggled gmail off by file"_s, u"config_validated valid"_s}));
    QVERIFY(nova->state()->catalog->file.state == State::Loaded);
}

void TestLocalNovaFiles::startsWithAnInvalidFile()
{
    NovaProbe nova("gmail:\n  url: nowhere\n");
    const auto catalog = nova->state()->catalog;
    QVERIFY(catalog->file.state == State::Invalid && catalog->servers.isEmpty());
    QCOMPARE(catalog->file.errors.first().line, 2);
    QCOMPARE(catalog->file.errors.first().column, 8);
    nova.clear();
    nova.scratch().write(nova.scratch().catalog(), catalogText);
    QTRY_COMPARE(nova.switchedOn(), QStringList({u"gmail"_s, u"search"_s}));
    QCOMPARE(nova.story(), QStringList{u"config_validated valid"_s}); // Nothing was flipped: nothing was there.
    QCOMPARE(nova.events().first().data[u"changes"].toArray().size(), 3);
}

void TestLocalNovaFiles::aMissingFileIsPickedUp()
{
    NovaProbe nova(QByteArray{}, QByteArray{});
    QVERIFY(nova->state()->catalog->file.state == State::Missing &&
            nova->state()->prompt->file.state == State::Missing);
    QVERIFY2(nova->state()->catalog->file.problem.contains(u"picked up when it appears"),
             qPrintable(nova->state()->catalog->file.problem));
    nova.clear();
    nova.scratch().replace(nova.scratch().catalog(), catalogText);
    nova.scratch().replace(nova.scratch().prompt(), "# Nova\n");
    QTRY_COMPARE(nova.events(EventType::PromptUpdated).size(), 1);
    QTRY_VERIFY(nova->state()->catalog->file.state == State::Loaded);
    QCOMPARE(nova->state()->catalog->servers.size(), 3);
    QCOMPARE(nova->state()->prompt->text, QByteArray("# Nova\n"));
    QCOMPARE(nova.events(EventType::PromptUpdated).first().data[u"added"].toInt(), 1);
    QVERIFY(nova.events(EventType::McpToggled).isEmpty());
}

void TestLocalNovaFiles::touchingPublishesNothing()
{
    NovaProbe nova(catalogText);
    nova.scratch().shell(u"touch -d 2001-02-03T04:05:06Z configs/* prompts/*"_s);
    const QDateTime then = utcTime(QDate(2001, 2, 3), QTime(4, 5, 6));
    QTRY_COMPARE(nova->state()->catalog->file.modified, then);
    QTRY_COMPARE(nova->state()->prompt->file.modified, then);
    QVERIFY(nova.events().isEmpty());
}

void TestLocalNovaFiles::thePromptCountsItsLines()
{
    NovaProbe nova(catalogText, "one\ntwo\nthree\n");
    nova.scratch().shell(u"sed -i 2d prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(nova.events().size(), 1);
    const QJsonObject data = nova.events().first().data;
    QCOMPARE(data[u"lines"].toInt(), 2);
    QCOMPARE(data[u"added"].toInt(), 0);
    QCOMPARE(data[u"removed"].toInt(), 1);
    QCOMPARE(data[u"content"].toString(), u"one\nthree\n"_s);
    QCOMPARE(data[u"origin"].toString(), u"file"_s);
    QCOMPARE(nova.audit(u"prompt_updated"_s).size(), 1);
}

void TestLocalNovaFiles::aPromptThatIsNotTextIsSaid()
{
    NovaProbe nova(catalogText, "one\n");
    nova.scratch().write(nova.scratch().prompt(), "one\ngr\xFC\xDF\n");
    QTRY_COMPARE(nova.events().size(), 1);
    QCOMPARE(nova.story(), QStringList{u"config_validated invalid"_s});
    QCOMPARE(nova.events().first().data[u"file"].toString(), nova.scratch().prompt());
    QCOMPARE(nova.events().first().data[u"errors"].toArray().first().toObject()[u"line"].toInt(), 2);
    QCOMPARE(nova->state()->prompt->text, QByteArray("one\n"));

    nova.clear();
    nova.scratch().write(nova.scratch().prompt(), "mended\n");
    QTRY_COMPARE(nova.events().size(), 2);
    QCOMPARE(nova.story(), QStringList({u"config_validated valid"_s, u"prompt_updated by file"_s}));
}

void TestLocalNovaFiles::aReloadOnRequest()
{
    NovaProbe nova(catalogText);
    nova.scratch().replace(nova.scratch().prompt(), "# Another\n");
    nova->reload();
    QTRY_COMPARE(nova.events().size(), 1);
    nova.scratch().replace(nova.scratch().prompt(), "# A third\n");
    QTRY_COMPARE(nova.events().size(), 2); // The watcher found nothing more to tell of the first.
    QCOMPARE(nova.events().last().data[u"content"].toString(), u"# A third\n"_s);
}

void TestLocalNovaFiles::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("flipped");
    const QByteArray a = "a: {url: http://h}\n", b = "b: {url: http://h}\n";
    const QStringList none;
    QTest::newRow("none") << a + b << a + b << none << none;
    QTest::newRow("order alone") << a + b << b + a << none << none;
    QTest::newRow("comments alone") << a << "# x\n\n" + a << none << none;
    QTest::newRow("added") << a << a + b << QStringList{u"b added "_s} << none;
    QTest::newRow("added, off") << a << a + "b: {url: http://h, enabled: no}\n" << QStringList{u"b added "_s} << none;
    QTest::newRow("all removed") << a + b << QByteArray() << QStringList{u"a removed "_s, u"b removed "_s} << none;
    QTest::newRow("renamed") << a << b << QStringList{u"a removed "_s, u"b added "_s} << none;
    QTest::newRow("flipped") << a << QByteArray("a: {url: http://h, enabled: off}\n")
                             << QStringList{u"a modified enabled"_s} << QStringList{u"a"_s};
    QTest::newRow("said, not flipped") << a << QByteArray("a: {url: http://h, enabled: on}\n") << none << none;
    QTest::newRow("everything")
        << a
        << QByteArray("a: {url: http://i, health_url: http://i, description: d, enabled: no, probe: mcp, interval_s: "
                      "1, timeout_s: 2, service: s, headers: {A: b}}\n")
        << QStringList{u"a modified url,health_url,description,enabled,probe,interval_s,timeout_s,service,headers"_s}
        << QStringList{u"a"_s};
}

void TestLocalNovaFiles::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto old = readCatalog(before), now = readCatalog(after);
    QVERIFY(old->valid() && now->valid());
    QStringList told, flipped;
    for (const QJsonValue &value : catalogChanges(old->servers, now->servers)) {
        QStringList fields;
        for (const QJsonValue &field : value[u"fields"].toArray())
            fields.append(field.toString());
        told.append(value[u"name"].toString() + u' ' + value[u"change"].toString() + u' ' + fields.join(u','));
    }
    for (const ServerEntry &server : flippedServers(old->servers, now->servers))
        flipped.append(server.name);
    QTEST(told, "changes");
    QTEST(flipped, "flipped");
}

QTEST_GUILESS_MAIN(TestLocalNovaFiles)
#include "tst_local_nova_files.moc"
