#include "tests/core/nova_probe.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

static const QByteArray catalogText =
    "# Servers\ngmail:\n  url: http://h/a\n  enabled: true   # mail\nfiles:\n  url: http://h/b\n";

/// Commands: state first, then the event; the file is changed by what it must be and by nothing else.
class TestLocalNova : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsQuietlyWithTheFiles();
    void aToggleIsInFileStateAndEvents();
    void stateIsThereBeforeItsEvent();
    void theAuditLineSaysWhoAndFromWhere();
    void aToggleToWhatItIsChangesNothing();
    void togglesThatFail_data();
    void togglesThatFail();
    void aToggleRacingAnEditorIsToldInOrder();
    void togglesOfManyThreadsAllCount();
    void savesThePrompt();
    void aLongPromptIsLeftOutOfItsEvent();
    void broadcasts();
    void whatItServesIsState();
};

void TestLocalNova::startsQuietlyWithTheFiles()
{
    NovaProbe nova(catalogText, "# Prompt\nline\n");
    const NovaStatePtr state = nova->state();
    QCOMPARE(state->catalog->servers.size(), 2);
    QCOMPARE(state->catalog->file.revision, revisionOf(catalogText));
    QCOMPARE(state->prompt->text, QByteArray("# Prompt\nline\n"));
    QCOMPARE(state->prompt->lines, 2);
    QCOMPARE(state->instance->name, u"nova-settings@test"_s);
    QCOMPARE(int(state->redis->state), int(RedisStatus::State::Disabled));
    QVERIFY(nova.events().isEmpty());
    QCOMPARE(nova->events().lastSeq(), 0U);
}

void TestLocalNova::aToggleIsInFileStateAndEvents()
{
    NovaProbe nova(catalogText);
    const auto toggled = nova.toggle({u"gmail"_s, {}, {}});
    QVERIFY(toggled && toggled->changed && !toggled->enabled);
    const QByteArray expected = QByteArray(catalogText).replace("enabled: true ", "enabled: false ");
    QCOMPARE(nova.scratch().read(nova.scratch().catalog()), expected);
    QCOMPARE(toggled->revision, revisionOf(expected));
    QCOMPARE(nova.switchedOn(), QStringList{u"files"_s});
    QCOMPARE(nova.story(), QStringList{u"mcp_toggled gmail off by api"_s});
    const QJsonObject data = nova.events().first().data;
    QCOMPARE(data, QJsonObject({{u"name"_s, u"gmail"_s},
                                {u"enabled"_s, false},
                                {u"revision"_s, toggled->revision},
                                {u"origin"_s, u"api"_s}}));
    QCOMPARE(nova.events().first().source, u"nova-settings@test"_s);
    QCOMPARE(nova.events().first().seq, 1U);

    QVERIFY(nova.toggle({u"files"_s, false, {}}));
    QCOMPARE(nova.scratch().read(nova.scratch().catalog()), expected + "  enabled: false\n");
    QVERIFY(nova.switchedOn().isEmpty());

    // Our own writes do not come back through the watcher: what an editor does next is the next thing told.
    nova.scratch().shell(u"echo '# end' >> configs/mcp_servers.yaml"_s);
    QTRY_COMPARE(nova.events().size(), 3);
    QCOMPARE(nova.story(), QStringList({u"mcp_toggled gmail off by api"_s, u"mcp_toggled files off by api"_s,
                                        u"config_validated valid"_s}));
    QVERIFY(nova.events().last().data[u"changes"].toArray().isEmpty());
}

void TestLocalNova::stateIsThereBeforeItsEvent()
{
    NovaProbe nova(catalogText);
    QStringList broken;
    QObject receiver;
    connect(nova.operator->(), &NovaService::eventPublished, &receiver, [&](const Event &event) {
        const ServerEntry *server = nova.server(event.data[u"name"].toString());
        const QString revision = nova->state()->catalog->file.revision;
        if (!server || server->enabled != event.data[u"enabled"].toBool() ||
            revision != event.data[u"revision"].toString())
            broken.append(event.id);
        if (!nova->events().since(nova->events().epoch(), event.seq - 1).complete)
            broken.append(u"not in the log"_s);
    });
    for (int i = 0; i < 6; ++i)
        QVERIFY(nova.toggle({i % 2 == 0 ? u"gmail"_s : u"files"_s, {}, {}}));
    QCOMPARE(nova.events().size(), 6);
    QCOMPARE(broken, QStringList());
}

void TestLocalNova::theAuditLineSaysWhoAndFromWhere()
{
    NovaProbe nova(catalogText);
    QVERIFY(nova.toggle({u"gmail"_s, false, {}}, {Origin::Api, u"session"_s, u"10.1.2.3"_s, u"req-7"_s}));
    const QList<QJsonObject> lines = nova.audit(u"mcp_toggled"_s);
    QCOMPARE(lines.size(), 1);
    const QJsonObject &line = lines.first();
    QCOMPARE(line[u"level"].toString(), u"info"_s);
    QCOMPARE(line[u"origin"].toString(), u"api"_s);
    QCOMPARE(line[u"who"].toString(), u"session"_s);
    QCOMPARE(line[u"from"].toString(), u"10.1.2.3"_s);
    QCOMPARE(line[u"request_id"].toString(), u"req-7"_s);
    QCOMPARE(line[u"name"].toString(), u"gmail"_s);
    QVERIFY(line[u"enabled"].isBool() && !line[u"enabled"].toBool());
    QCOMPARE(line[u"revision"].toString(), nova->state()->catalog->file.revision);
}

void TestLocalNova::aToggleToWhatItIsChangesNothing()
{
    NovaProbe nova(catalogText);
    const auto toggled = nova.toggle({u"gmail"_s, true, revisionOf(catalogText)});
    QVERIFY(toggled && !toggled->changed && toggled->enabled);
    QCOMPARE(toggled->revision, revisionOf(catalogText));
    QCOMPARE(nova.scratch().read(nova.scratch().catalog()), catalogText);
    QVERIFY(nova.events().isEmpty() && nova.audit(u"mcp_toggled"_s).isEmpty());
}

void TestLocalNova::togglesThatFail_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("ifMatch");
    QTest::addColumn<int>("code");
    QTest::newRow("no such server") << catalogText << u"nobody"_s << QString() << int(ErrorCode::NotFound);
    QTest::newRow("another revision") << catalogText << u"gmail"_s << revisionOf("x") << int(ErrorCode::StaleRevision);
    QTest::newRow("a file with errors") << catalogText + "bad: {}\n"
                                        << u"gmail"_s << QString() << int(ErrorCode::Conflict);
    QTest::newRow("no file") << QByteArray() << u"gmail"_s << QString() << int(ErrorCode::NotFound);
    QTest::newRow("referred to by others")
        << QByteArray("gmail: &g {url: http://h}\nb: *g\n") << u"gmail"_s << QString() << int(ErrorCode::Conflict);
}

void TestLocalNova::togglesThatFail()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, ifMatch);
    NovaProbe nova(text);
    nova.clear();
    const auto toggled = nova.toggle({name, false, ifMatch.isEmpty() ? std::nullopt : std::optional(ifMatch)});
    QVERIFY(!toggled);
    QTEST(int(toggled.error().code), "code");
    QVERIFY(!toggled.error().message.isEmpty());
    QCOMPARE(nova.scratch().read(nova.scratch().catalog()), text);
    QVERIFY(nova.events(EventType::McpToggled).isEmpty());
    const int files = int(QDir(nova.scratch().path(u"configs"_s)).entryList(QDir::Files | QDir::Hidden).size());
    QCOMPARE(files, text.isNull() ? 0 : 1);
}

void TestLocalNova::aToggleRacingAnEditorIsToldInOrder()
{
    NovaProbe nova(catalogText);
    // Saved just before the toggle: the watcher's window is still open when the toggle reads the file.
    nova.scratch().replace(nova.scratch().catalog(), catalogText + "  enabled: false\nnew:\n  url: http://h/c\n");
    QVERIFY(nova.toggle({u"gmail"_s, {}, {}}));
    QCOMPARE(nova.story(), QStringList({u"mcp_toggled files off by file"_s, u"config_validated valid"_s,
                                        u"mcp_toggled gmail off by api"_s}));
    QCOMPARE(nova.switchedOn(), QStringList{u"new"_s});
    QVERIFY(nova.events()[0].data[u"revision"] != nova.events()[2].data[u"revision"]);
    nova.scratch().shell(u"echo '# end' >> configs/mcp_servers.yaml"_s);
    QTRY_COMPARE(nova.events().size(), 4); // Nothing was told twice.
}

void TestLocalNova::togglesOfManyThreadsAllCount()
{
    NovaProbe nova(catalogText);
    const auto mailbox = std::make_shared<Mailbox>();
    int answers = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 5; ++i)
                    nova->toggle({u"gmail"_s, {}, {}}, {Origin::Api, u"token"_s},
                                 {mailbox, [&](const auto &result) { answers += result && result->changed ? 1 : 0; }});
            });
    }
    QTRY_COMPARE(answers, 20);
    QCOMPARE(nova.events(EventType::McpToggled).size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(nova.events()[i].data[u"enabled"].toBool(), i % 2 != 0);
    QCOMPARE(nova.scratch().read(nova.scratch().catalog()), catalogText);
}

void TestLocalNova::savesThePrompt()
{
    NovaProbe nova(catalogText, "one\ntwo\nthree\n");
    const auto saved = nova.saveText({DocumentKind::Prompt, "one\n2\nthree\nfour\n", revisionOf("one\ntwo\nthree\n")});
    QVERIFY(saved && saved->changed);
    QCOMPARE(nova.story(), QStringList{u"prompt_updated by ui"_s});
    const QJsonObject data = nova.events().first().data;
    QCOMPARE(data, QJsonObject({{u"path"_s, nova.scratch().prompt()},
                                {u"revision"_s, saved->revision},
                                {u"bytes"_s, 17},
                                {u"lines"_s, 4},
                                {u"added"_s, 2},
                                {u"removed"_s, 1},
                                {u"content"_s, u"one\n2\nthree\nfour\n"_s},
                                {u"origin"_s, u"ui"_s}}));
    QCOMPARE(nova->state()->prompt->text, QByteArray("one\n2\nthree\nfour\n"));
    QCOMPARE(nova.scratch().read(nova.scratch().prompt()), QByteArray("one\n2\nthree\nfour\n"));

    const auto stale = nova.saveText({DocumentKind::Prompt, "x", revisionOf("one\ntwo\nthree\n")});
    QVERIFY(!stale && stale.error().code == ErrorCode::StaleRevision);
    const auto invalid = nova.saveText({DocumentKind::Prompt, "gr\xFC\xDF", {}});
    QVERIFY(!invalid && invalid.error().code == ErrorCode::InvalidInput);
    QCOMPARE(nova.events().size(), 1);

    const QList<QJsonObject> lines = nova.audit(u"prompt_updated"_s);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines.first().contains(u"content")); // What the prompt says is not for the log.
}

void TestLocalNova::aLongPromptIsLeftOutOfItsEvent()
{
    NovaProbe nova(catalogText);
    QVERIFY(nova.saveText({DocumentKind::Prompt, QByteArray(64 * 1024, 'x'), {}}));
    QVERIFY(nova.saveText({DocumentKind::Prompt, QByteArray(64 * 1024 + 1, 'x'), {}}));
    QCOMPARE(nova.events()[0].data[u"content"].toString().size(), 64 * 1024);
    QVERIFY(!nova.events()[1].data.contains(u"content"));
    QCOMPARE(nova.events()[1].data[u"content_url"].toString(), u"/api/prompt"_s);
}

void TestLocalNova::broadcasts()
{
    NovaProbe nova(catalogText);
    const QJsonObject data{{u"counts"_s, QJsonObject{{u"pending"_s, 3}}}};
    const auto event = nova.broadcast({EventType::TaskUpdated, data});
    QVERIFY(event);
    QCOMPARE(nova.events().size(), 1);
    QCOMPARE(nova.events().first().id, event->id);
    QCOMPARE(nova.events().first().seq, event->seq);
    QCOMPARE(nova.events().first().data, data);
    QCOMPARE(nova.audit(u"broadcast"_s).first()[u"event_id"].toString(), event->id);
    QCOMPARE(nova.audit(u"broadcast"_s).first()[u"type"].toString(), u"task_updated"_s);
}

void TestLocalNova::whatItServesIsState()
{
    NovaProbe nova(catalogText);
    const NovaStatePtr before = nova->state();
    nova->setServing(u"http://127.0.0.1:8765"_s);
    nova->setClients(3);
    QVERIFY(nova->state()->instance->serving);
    QCOMPARE(nova->state()->instance->clients, 3);
    QVERIFY(!before->instance->serving);               // What somebody holds does not change under their hands.
    QCOMPARE(nova->state()->catalog, before->catalog); // And what is the same is the same object.
    nova->setServing({});
    QCOMPARE(nova->state()->instance->clients, 0);
}

QTEST_GUILESS_MAIN(TestLocalNova)
#include "tst_local_nova.moc"
