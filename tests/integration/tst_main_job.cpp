#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"
#include "tests/support/ws_client.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// The main job, with the real program on real files: a save, a click or a call shows everywhere, once.
class TestMainJob : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scratch> m_scratch;
    std::unique_ptr<NovaProcess> m_nova;
    std::unique_ptr<WsClient> m_client;

    [[nodiscard]] QByteArray prompt() const { return Scratch::read(m_scratch->prompt()); }

    /// A change that is certain to be told after everything before it: what came twice has come by then.
    void settle()
    {
        const auto toggles = m_client->ofType(u"mcp_toggled"_s).size();
        QCOMPARE(m_nova->call("PUT", u"/api/mcp/files/toggle"_s).status, 200);
        QTRY_COMPARE(m_client->ofType(u"mcp_toggled"_s).size(), toggles + 1);
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<Scratch>();
        m_nova = std::make_unique<NovaProcess>(m_scratch->path());
        QVERIFY2(m_nova->start(), m_nova->errors().constData());
        m_client = std::make_unique<WsClient>(m_nova->address(), m_nova->token());
        QTRY_VERIFY(m_client->greeted());
    }

    void cleanup()
    {
        m_client.reset();
        m_nova.reset();
        m_scratch.reset();
    }

    void promptSavedEveryWay_data()
    {
        QTest::addColumn<QString>(
            "command"); ///< Makes «Boundaries» into «Limits» in the prompt, in the scratch folder.
        const auto row = [](const char *name, const QString &command) { QTest::newRow(name) << command; };
        const QString edit = u"sed s/Boundaries/Limits/ prompts/NOVA_SYSTEM_PROMPT.md > new && "_s;
        row("vim",
            u"$(command -v vim.tiny || command -v vim) -Nu NONE -es -c '%s/Boundaries/Limits/' -c wq prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("sed -i", u"sed -i s/Boundaries/Limits/ prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("cp", edit + u"cp new prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("mv", edit + u"mv new prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("echo >", edit + u"text=$(cat new) && printf '%s\\n' \"$text\" > prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("delete and make anew",
            edit + u"rm prompts/NOVA_SYSTEM_PROMPT.md && cp new prompts/NOVA_SYSTEM_PROMPT.md"_s);
        row("folder swapped",
            edit + u"cp -r prompts next && mv new next/NOVA_SYSTEM_PROMPT.md && mv prompts old && mv next prompts"_s);
    }

    void promptSavedEveryWay()
    {
        QFETCH(QString, command);
        m_scratch->shell(command);
        QTRY_COMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
        const QJsonObject data = m_client->ofType(u"prompt_updated"_s).first()[u"data"].toObject();
        QVERIFY(data[u"content"].toString().contains(u"## Limits"));
        QCOMPARE(data[u"added"].toInt(), 1);
        QCOMPARE(data[u"removed"].toInt(), 1);
        QCOMPARE(data[u"origin"].toString(), u"file"_s);
        QCOMPARE(m_nova->call("GET", u"/api/prompt"_s).json()[u"revision"], data[u"revision"]);
        settle();
        QCOMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
    }

    void twentyQuickWritesAreOneEvent()
    {
        m_scratch->shell(u"for i in $(seq 20); do echo \"line $i\" >> prompts/NOVA_SYSTEM_PROMPT.md; done"_s);
        QTRY_COMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(m_client->ofType(u"prompt_updated"_s).first()[u"data"][u"added"].toInt(), 20);
        settle();
        QCOMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
    }

    void touchIsNoNews()
    {
        m_scratch->shell(u"touch prompts/NOVA_SYSTEM_PROMPT.md configs/mcp_servers.yaml"_s);
        // Something that is news, later through the same watcher: what the touch had to say would have come before.
        m_scratch->shell(u"echo more >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
        QTRY_COMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(m_client->ofType(u"config_validated"_s).size(), 0);
    }

    void switchInTheFile()
    {
        m_scratch->shell(
            u"sed -i '0,/enabled: true/s//enabled: false/; s/enabled: false    #/enabled: yes      #/' configs/mcp_servers.yaml"_s);
        QTRY_COMPARE(m_client->ofType(u"config_validated"_s).size(), 1);
        const auto toggles = m_client->ofType(u"mcp_toggled"_s);
        QCOMPARE(toggles.size(), 2);
        QCOMPARE(toggles.at(0)[u"data"][u"name"].toString(), u"gmail"_s);
        QCOMPARE(toggles.at(0)[u"data"][u"enabled"].toBool(true), false);
        QCOMPARE(toggles.at(1)[u"data"][u"name"].toString(), u"notion"_s);
        QCOMPARE(toggles.at(1)[u"data"][u"origin"].toString(), u"file"_s);
        const QJsonObject validated = m_client->ofType(u"config_validated"_s).first()[u"data"].toObject();
        QCOMPARE(validated[u"valid"].toBool(), true);
        QCOMPARE(validated[u"changes"].toArray().size(), 2);
        QCOMPARE(validated[u"changes"][0][u"fields"][0].toString(), u"enabled"_s);
    }

    void switchOverTheApi()
    {
        const QByteArray before = Scratch::read(m_scratch->catalog());
        const auto answer = m_nova->call("PUT", u"/api/mcp/search/toggle"_s, "{\"enabled\":false}");
        QCOMPARE(answer.status, 200);
        QTRY_COMPARE(m_client->ofType(u"mcp_toggled"_s).size(), 1);
        const QByteArray after = Scratch::read(m_scratch->catalog());
        const qsizetype entry = before.indexOf("search:");
        const qsizetype at = before.indexOf("enabled: true", entry);
        QCOMPARE(after, QByteArray(before).replace(at, 13, "enabled: false"));
        // It does not come back through the watcher: the next thing heard is the next thing that happens.
        m_scratch->shell(u"echo more >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
        QTRY_COMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
        QCOMPARE(m_client->ofType(u"config_validated"_s).size(), 0);
        QCOMPARE(m_client->ofType(u"mcp_toggled"_s).size(), 1);
    }

    void everyChangeIsOneAuditLine()
    {
        QCOMPARE(m_nova->call("PUT", u"/api/mcp/search/toggle"_s, {}, {{"X-Request-ID", "trace-me"}}).status, 200);
        m_scratch->shell(u"echo more >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
        QTRY_COMPARE(m_client->ofType(u"prompt_updated"_s).size(), 1);
        int toggles = 0, prompts = 0, traced = 0;
        const auto lines = m_nova->errors().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            QVERIFY(line.isEmpty() || !entry.isEmpty());
            traced += entry[u"request_id"].toString() == u"trace-me";
            if (entry[u"category"].toString() != u"audit")
                continue;
            toggles += entry[u"what"].toString() == u"mcp_toggled" && entry[u"who"].toString() == u"token" &&
                       entry[u"from"].toString().startsWith(u"127.0.0.1:") && entry[u"name"].toString() == u"search";
            prompts += entry[u"what"].toString() == u"prompt_updated" && entry[u"origin"].toString() == u"file";
        }
        QCOMPARE(toggles, 1);
        QCOMPARE(prompts, 1);
        QVERIFY(traced >= 2); // The audit line and the access line.
        QVERIFY(!m_nova->errors().contains(m_nova->token().toUtf8()));
        QVERIFY(!m_nova->errors().contains(m_nova->loginCode().toUtf8()));
    }

    void brokenWhileRunning()
    {
        m_scratch->shell(u"printf 'gmail:\\n  url: [\\n' > configs/mcp_servers.yaml"_s);
        QTRY_COMPARE(m_client->ofType(u"config_validated"_s).size(), 1);
        const QJsonObject told = m_client->ofType(u"config_validated"_s).first()[u"data"].toObject();
        QCOMPARE(told[u"valid"].toBool(true), false);
        QCOMPARE(told[u"applied"].toBool(true), false);
        QVERIFY(told[u"errors"][0][u"line"].toInt() >= 2);
        const QJsonObject list = m_nova->call("GET", u"/api/mcp"_s).json();
        QCOMPARE(list[u"status"].toString(), u"invalid"_s);
        QCOMPARE(list[u"servers"].toArray().size(), 5); // The last good one stays.

        m_scratch->shell(u"printf 'one:\\n  url: http://localhost:1/mcp\\n' > configs/mcp_servers.yaml"_s);
        QTRY_COMPARE(m_client->ofType(u"config_validated"_s).size(), 2);
        QCOMPARE(m_nova->call("GET", u"/api/mcp"_s).json()[u"servers"].toArray().size(), 1);
    }

    void fileThatComesBack()
    {
        m_scratch->shell(u"mv configs elsewhere"_s);
        QTRY_COMPARE(m_client->ofType(u"config_validated"_s).size(), 1);
        QCOMPARE(m_client->ofType(u"config_validated"_s).first()[u"data"][u"errors"][0][u"code"].toString(),
                 u"file_missing"_s);
        QCOMPARE(m_nova->call("GET", u"/api/mcp"_s).json()[u"servers"].toArray().size(), 5);
        m_scratch->shell(
            u"mkdir configs && printf 'one:\\n  url: http://localhost:1/mcp\\n' > configs/mcp_servers.yaml"_s);
        QTRY_COMPARE(m_client->ofType(u"config_validated"_s).size(), 2);
        QCOMPARE(m_nova->call("GET", u"/api/mcp"_s).json()[u"servers"].toArray().size(), 1);
    }

    void killedAndStartedAgain()
    {
        m_nova->signal(SIGKILL);
        QTRY_VERIFY(m_client->isClosed());
        NovaProcess again(m_scratch->path());
        QVERIFY(again.start());
        WsClient client(again.address(), again.token(),
                        u"epoch=%1&seq=0"_s.arg(m_client->messages().first()[u"data"][u"epoch"].toString()));
        QTRY_COMPARE(client.ofType(u"resync"_s).size(), 1);
    }

    void twoProcessesOnTheSameFiles()
    {
        NovaProcess other(m_scratch->path());
        QVERIFY(other.start());
        WsClient otherClient(other.address(), other.token());
        QTRY_VERIFY(otherClient.greeted());
        QCOMPARE(m_nova->call("PUT", u"/api/mcp/gmail/toggle"_s, "{\"enabled\":false}").status, 200);
        QCOMPARE(other.call("PUT", u"/api/mcp/calendar/toggle"_s, "{\"enabled\":false}").status, 200);
        QTRY_COMPARE(m_client->ofType(u"mcp_toggled"_s).size(), 2);
        QTRY_COMPARE(otherClient.ofType(u"mcp_toggled"_s).size(), 2);
        const QByteArray text = Scratch::read(m_scratch->catalog());
        QCOMPARE(text.count("enabled: false"), 3);
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_main_job.moc"
