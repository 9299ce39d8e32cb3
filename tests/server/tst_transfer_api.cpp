#include "core/transfer/foreign_config.h"
#include "tests/support/web_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// Servers from and for other programs over HTTP.
class TestTransferApi : public QObject
{
    Q_OBJECT

    WebFixture m_web;

    [[nodiscard]] static QJsonObject json(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(bodyOf(answer)).object();
    }
    [[nodiscard]] QByteArray call(const QByteArray &line, const QByteArray &body = {}) const
    {
        return m_web.exchange(m_web.request(line, {}, body));
    }
    /// `text` with ' for ".
    [[nodiscard]] QByteArray preview(QByteArray text, const QString &file = {}) const
    {
        QJsonObject body{{u"content"_s, QString::fromUtf8(text.replace('\'', '"'))}};
        if (!file.isNull())
            body[u"file_name"_s] = file;
        return call("POST /api/transfer/import", QJsonDocument(body).toJson());
    }
    [[nodiscard]] QByteArray exported(const QByteArray &query) const
    {
        return call("GET /api/transfer/export?" + query);
    }
    void catalog(const QByteArray &text)
    {
        Scratch::replace(m_web.scratch.catalog(), text);
        QTRY_COMPARE(m_web.nova->state()->catalog->file.fileRevision, revisionOf(text));
    }

private Q_SLOTS:
    void init()
    {
        catalog("gmail:\n  url: http://localhost:8002/mcp\n  headers: { Authorization: 'Bearer ${GMAIL_TOKEN}' }\n"
                "notes:\n  url: http://localhost:8003/mcp\n  enabled: false\n"
                "maps:\n  url: https://maps.example/mcp\n  headers: { X-Key: sesame-4711-sesame-4711 }\n");
    }

    void saysWhatAnImportWouldDo()
    {
        const QByteArray before = Scratch::read(m_web.scratch.catalog());
        const QByteArray answer = preview("{'mcpServers': {\n"
                                          "  'gmail': {'url': 'http://other.example/mcp', 'description': 'Mail'},\n"
                                          "  'the notes': {'url': 'http://LOCALHOST:8003/mcp/', 'disabled': true},\n"
                                          "  'shell': {'command': 'bash', 'args': ['--token', 'sesame']}}}",
                                          u"claude_desktop_config.json"_s);
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(json(answer)[u"title"].toString(), u"Claude Desktop"_s);
        const QJsonArray servers = json(answer)[u"servers"].toArray();
        QCOMPARE(servers.size(), 3);
        QCOMPARE(servers[0].toObject(),
                 (QJsonObject{{u"name"_s, u"gmail-2"_s},
                              {u"written_name"_s, u"gmail"_s},
                              {u"url"_s, u"http://other.example/mcp"_s},
                              {u"description"_s, u"Mail"_s},
                              {u"enabled"_s, true},
                              {u"kind"_s, u"new"_s},
                              {u"why"_s, u"There is another gmail already."_s},
                              {u"notes"_s, QJsonArray()},
                              {u"variables"_s, QJsonArray()},
                              {u"place"_s, QString()},
                              {u"line"_s, 2},
                              {u"fields"_s, QJsonObject{{u"url"_s, u"http://other.example/mcp"_s},
                                                        {u"description"_s, u"Mail"_s}}}}));
        QCOMPARE(servers[1][u"kind"].toString(), u"present"_s);
        QCOMPARE(servers[1][u"enabled"], QJsonValue(false));
        QCOMPARE(servers[2][u"kind"].toString(), u"impossible"_s);
        QCOMPARE(servers[2][u"fields"].toObject(), QJsonObject());
        QVERIFY(!servers[2][u"why"].toString().isEmpty());
        QVERIFY(!answer.contains("sesame"));
        QCOMPARE(Scratch::read(m_web.scratch.catalog()), before);
    }

    void noSecretComesOut_data()
    {
        QTest::addColumn<QByteArray>("entry");
        const auto row = [](const char *name, const QByteArray &entry) { QTest::newRow(name) << entry; };
        row("header", "{'url': 'http://h/mcp', 'headers': {'Authorization': 'Bearer sesame-4711'}}");
        row("header by its value", "{'url': 'http://h/mcp', 'headers': {'X-This': 'sk-sesame-4711-abcdefgh'}}");
        row("query", "{'url': 'http://h/mcp?api_key=sesame-4711'}");
        row("user", "{'url': 'http://nova:sesame-4711@h/mcp'}");
        row("default of a variable", "{'url': 'http://h/mcp', 'headers': {'X-Key': '${KEY:-sesame-4711}'}}");
        row("bridge", "{'command': 'npx', 'args': ['mcp-remote', 'http://h/mcp', '--header', 'Authorization:${AUTH}'],"
                      " 'env': {'AUTH': 'Bearer sesame-4711'}}");
        row("command", "{'command': 'npx', 'args': ['-y', 'a', 'sesame-4711'], 'env': {'TOKEN': 'sesame-4711'}}");
    }
    void noSecretComesOut()
    {
        QFETCH(QByteArray, entry);
        const QByteArray answer = preview("{'mcpServers': {'mail': " + entry + "}}");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY2(!answer.contains("sesame"), answer.constData());
    }

    void whatIsNewCanBeAdded()
    {
        const QByteArray answer = preview("{'servers': {'weather': {'type': 'http', 'url': 'http://w.example/mcp',"
                                          "'headers': {'Authorization': 'Bearer sesame-4711'}}}}");
        QCOMPARE(json(answer)[u"title"].toString(), u"VS Code"_s);
        const QJsonObject server = json(answer)[u"servers"][0].toObject();
        QCOMPARE(server[u"variables"], QJsonValue(QJsonArray{u"WEATHER_TOKEN"_s}));
        QJsonObject fields = server[u"fields"].toObject();
        fields[u"name"_s] = server[u"name"];
        QCOMPARE(statusOf(call("POST /api/mcp", QJsonDocument(fields).toJson())), 201);
        QVERIFY(Scratch::read(m_web.scratch.catalog()).contains("Bearer ${WEATHER_TOKEN}"));
        QCOMPARE(json(preview("{'servers': {'weather': {'url': 'http://w.example/mcp'}}}"))[u"servers"][0][u"kind"]
                     .toString(),
                 u"present"_s);
    }

    void saysWhereATextIsWrong()
    {
        const QByteArray answer = preview("{'mcpServers': {\n  'mail': oops}}");
        QCOMPARE(statusOf(answer), 422);
        QCOMPARE(json(answer)[u"errors"][0][u"line"].toInt(), 2);
        QCOMPARE(json(answer)[u"errors"][0][u"column"].toInt(), 11);
        QCOMPARE(statusOf(preview("[]")), 422);
        QCOMPARE(statusOf(preview({})), 422);
        QCOMPARE(statusOf(call("POST /api/transfer/import", "{}")), 422);
        QCOMPARE(statusOf(call("POST /api/transfer/import", R"({"content":"{}","file_name":1})")), 422);
    }

    void exportsThoseThatAreOn_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("1") << QByteArray("claude_desktop") << u"Claude Desktop"_s << u"claude_desktop_config.json"_s
                           << QByteArray("${GMAIL_AUTHORIZATION}");
        QTest::newRow("2") << QByteArray("claude_code") << u"Claude Code"_s << u".mcp.json"_s
                           << QByteArray("${GMAIL_TOKEN}");
        QTest::newRow("3") << QByteArray("cursor") << u"Cursor"_s << u"mcp.json"_s << QByteArray("${env:GMAIL_TOKEN}");
        QTest::newRow("4") << QByteArray("vs_code") << u"VS Code"_s << u"mcp.json"_s
                           << QByteArray("${input:GMAIL_TOKEN}");
    }
    void exportsThoseThatAreOn()
    {
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, variable);
        const QByteArray answer = exported("form=" + form);
        QCOMPARE(statusOf(answer), 200);
        const QJsonObject made = json(answer);
        QCOMPARE(made[u"form"].toString(), QString::fromLatin1(form));
        QTEST(made[u"title"].toString(), "title");
        QTEST(made[u"file_name"].toString(), "file");
        QVERIFY(!made[u"destination"].toString().isEmpty());
        QCOMPARE(made[u"names"], QJsonValue(QJsonArray{u"gmail"_s, u"maps"_s}));
        QVERIFY(!answer.contains("sesame"));
        QVERIFY(made[u"notes"].toArray().size() >= 2);
        const QByteArray text = made[u"text"].toString().toUtf8();
        QVERIFY2(text.contains(variable), text.constData());
        const auto back = readForeign(text);
        QVERIFY(back.has_value());
        QCOMPARE(back->servers.size(), 2);
    }

    void exportsThoseThatAreNamed()
    {
        QCOMPARE(json(exported("form=cursor&names=notes,gmail"))[u"names"],
                 QJsonValue(QJsonArray{u"gmail"_s, u"notes"_s})); // As in the catalog.
        QCOMPARE(json(exported("names=notes&form=cursor"))[u"names"], QJsonValue(QJsonArray{u"notes"_s}));
        const QByteArray unknown = exported("form=cursor&names=notes,nobody");
        QCOMPARE(statusOf(unknown), 404);
        QCOMPARE(json(unknown)[u"detail"].toString(),
                 u"There is no server named nobody. There is: gmail, notes, maps."_s);
    }

    void saysWhatFormsThereAre()
    {
        for (const char *query : {"", "form=", "form=emacs", "names=gmail"}) {
            const QByteArray answer = exported(query);
            QCOMPARE(statusOf(answer), 422);
            QVERIFY(bodyOf(answer).contains("claude_desktop, claude_code, cursor, vs_code"));
        }
    }

    void leavesNothingOutUnseen()
    {
        catalog("gmail:\n  url: nowhere\n");
        const QByteArray answer = exported("form=cursor");
        QCOMPARE(statusOf(answer), 409);
        QCOMPARE(json(answer)[u"errors"][0][u"path"].toString(), u"gmail.url"_s);
    }
};

QTEST_GUILESS_MAIN(TestTransferApi)
#include "tst_transfer_api.moc"
