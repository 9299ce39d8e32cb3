#include "tests/support/web_fixture.h"

#include <QJsonArray>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// JSON, with ' for ": easier to read here.
static QByteArray js(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The routes that change entries and whole texts, and those of their earlier versions.
class TestEditApi : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;

    [[nodiscard]] static QJsonObject json(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(bodyOf(answer)).object();
    }
    [[nodiscard]] QByteArray call(const QByteArray &line, const QByteArray &headers = {},
                                  const QByteArray &body = {}) const
    {
        return m_web->exchange(m_web->request(line, headers, body));
    }
    /// A request whose body is no JSON.
    [[nodiscard]] QByteArray callWith(const QByteArray &type, const QByteArray &line, const QByteArray &headers,
                                      const QByteArray &body) const
    {
        const QByteArray head = m_web->request(line, QByteArray("Content-Type: " + type + "\r\nContent-Length: " +
                                                                QByteArray::number(body.size()) + "\r\n" + headers));
        return m_web->exchange(head + body);
    }
    [[nodiscard]] QByteArray catalog() const { return Scratch::read(m_web->scratch.catalog()); }

private Q_SLOTS:
    void init() { m_web = std::make_unique<WebFixture>(); }
    void cleanup() { m_web.reset(); }

    void aServerFromAddingToRemoving()
    {
        const QByteArray before = catalog();
        const QByteArray added =
            call("POST /api/mcp", {}, js("{'name':'notes','url':'http://h/n','headers':{'X-Key':'secret'}}"));
        QCOMPARE(statusOf(added), 201);
        QCOMPARE(headerOf(added, "Location"), "/api/mcp/notes");
        QCOMPARE(headerOf(added, "ETag"), '"' + revisionOf(catalog()).toLatin1() + '"');
        QCOMPARE(catalog(), before + "\nnotes:\n  url: http://h/n\n  headers: { X-Key: \"secret\" }\n");

        const QByteArray read = call("GET /api/mcp/notes");
        QCOMPARE(json(read)[u"url"].toString(), u"http://h/n"_s);
        QVERIFY(!read.contains("secret"));
        QCOMPARE(statusOf(call("GET /api/mcp/notes", "If-None-Match: " + headerOf(read, "ETag") + "\r\n")), 304);

        const QByteArray changed = callWith("application/merge-patch+json", "PATCH /api/mcp/notes",
                                            "If-Match: " + headerOf(read, "ETag") + "\r\n",
                                            js("{'description':'Notes','headers':{'X-Key':null,'X-Other':'1'}}"));
        QCOMPARE(statusOf(changed), 200);
        QCOMPARE(catalog(),
                 before + "\nnotes:\n  url: http://h/n\n  headers: { X-Other: \"1\" }\n  description: Notes\n");
        QCOMPARE(statusOf(call("PATCH /api/mcp/notes", {}, js("{'name':'notebook'}"))), 200);
        QCOMPARE(statusOf(call("GET /api/mcp/notes")), 404);
        QCOMPARE(statusOf(call("DELETE /api/mcp/notebook", "If-Match: \"12\"\r\n")), 412);
        QCOMPARE(statusOf(call("DELETE /api/mcp/notebook")), 200);
        QCOMPARE(catalog(), before + "\n"); // The line that set it apart is not part of it.
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &body, int status,
                            const QByteArray &says) { QTest::newRow(name) << line << body << status << says; };
        row("no name", "POST /api/mcp", js("{'url':'http://h/'}"), 422, "name");
        row("name of another kind", "POST /api/mcp", js("{'name':1,'url':'http://h/'}"), 422, "name");
        row("bad name", "POST /api/mcp", js("{'name':'a b','url':'http://h/'}"), 422, "name_invalid");
        row("a name that holds anchors", "POST /api/mcp", js("{'name':'.a','url':'http://h/'}"), 422, "name_invalid");
        row("taken", "POST /api/mcp", js("{'name':'gmail','url':'http://h/'}"), 409, "already");
        row("no address", "POST /api/mcp", js("{'name':'x'}"), 422, "x.url");
        row("bad address", "POST /api/mcp", js("{'name':'x','url':'ftp://h/'}"), 422, "url_invalid");
        row("unknown field", "POST /api/mcp", js("{'name':'x','url':'http://h/','enabeld':true}"), 422,
            "Did you mean \xC2\xAB"
            "enabled");
        row("number as text", "PATCH /api/mcp/gmail", js("{'interval_s':'3'}"), 422, "gmail.interval_s");
        row("half a second", "PATCH /api/mcp/gmail", js("{'interval_s':0.5}"), 422, "gmail.interval_s");
        row("out of range", "PATCH /api/mcp/gmail", js("{'timeout_s':301}"), 422, "1 to 300");
        row("boolean as text", "PATCH /api/mcp/gmail", js("{'enabled':'yes'}"), 422, "true or false");
        row("headers as list", "PATCH /api/mcp/gmail", js("{'headers':['a']}"), 422, "gmail.headers");
        row("header of another kind", "PATCH /api/mcp/gmail", js("{'headers':{'A':1}}"), 422, "gmail.headers");
        row("bad header", "PATCH /api/mcp/gmail", js("{'headers':{'A B':'1'}}"), 422, "header_invalid");
        row("header over lines", "PATCH /api/mcp/gmail", js("{'headers':{'A':'1\\r\\nB: 2'}}"), 422, "header_invalid");
        row("the address taken away", "PATCH /api/mcp/gmail", js("{'url':null}"), 422, "gmail.url");
        row("bad new name", "PATCH /api/mcp/gmail", js("{'name':''}"), 422, "name_invalid");
        row("new name taken", "PATCH /api/mcp/gmail", js("{'name':'files'}"), 409, "already");
        row("new name of another kind", "PATCH /api/mcp/gmail", js("{'name':null}"), 422, "name");
        row("nobody", "PATCH /api/mcp/nobody", "{}", 404, "nobody");
        row("nobody to remove", "DELETE /api/mcp/nobody", "", 404, "nobody");
        row("a whole text without revision", "PUT /api/config", js("{'content':''}"), 428, "If-Match");
        row("no text", "POST /api/config/validate", "{}", 422, "content");
        row("no such version", "GET /api/config/backups/x", "", 404, "version");
        row("no such version to restore", "POST /api/config/restore/x", "", 404, "version");
        row("a version that leads out", "GET /api/prompt/versions/..%2fNOVA_SYSTEM_PROMPT", "", 400, "path");
        row("dots", "GET /api/prompt/versions/%2e%2e", "", 400, "path");
        row("NUL", "GET /api/prompt/versions/a%00", "", 400, "path");
        row("no such version to compare", "GET /api/prompt/versions/current/diff?to=..%2f..%2fetc%2fpasswd", "", 404,
            "version");
        row("changed by POST", "POST /api/mcp/gmail", "{}", 405, "POST");
    }
    void badInput()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, says);
        const QByteArray before = catalog();
        const QByteArray answer = call(line, {}, body);
        QTEST(statusOf(answer), "status");
        QCOMPARE(headerOf(answer, "Content-Type"), "application/problem+json");
        QVERIFY2(bodyOf(answer).contains(says), answer.constData());
        QCOMPARE(catalog(), before);
    }

    void theConfigurationAsAWhole()
    {
        const QByteArray before = catalog();
        const QByteArray read = call("GET /api/config");
        QCOMPARE(json(read)[u"content"].toString().toUtf8(), before);
        const QByteArray tag = headerOf(read, "ETag");
        const QByteArray raw = call("GET /api/config", "Accept: application/yaml\r\n");
        QCOMPARE(bodyOf(raw), before);
        QCOMPARE(headerOf(raw, "Content-Type"), "application/yaml");
        QCOMPARE(headerOf(raw, "ETag"), tag);

        const QByteArray broken =
            callWith("application/yaml", "PUT /api/config", "If-Match: " + tag + "\r\n", "a:\n  url: nope\na: {}\n");
        QCOMPARE(statusOf(broken), 422);
        QCOMPARE(json(broken)[u"errors"].toArray().size(), 2);
        QCOMPARE(json(broken)[u"errors"][1][u"line"].toInt(), 3);
        QCOMPARE(catalog(), before);

        const QByteArray next = "one:\r\n  url: http://h/1\r\n";
        const QByteArray saved = callWith("application/yaml", "PUT /api/config", "If-Match: " + tag + "\r\n", next);
        QCOMPARE(statusOf(saved), 200);
        QCOMPARE(catalog(), next);
        QCOMPARE(statusOf(callWith("text/plain", "PUT /api/config", "If-Match: " + tag + "\r\n", next)), 412);
        QCOMPARE(statusOf(callWith("text/html", "PUT /api/config", "If-Match: " + tag + "\r\n", next)), 415);

        const QJsonArray list = json(call("GET /api/config/backups"))[u"versions"].toArray();
        QCOMPARE(list.size(), 1);
        const QByteArray id = list[0][u"id"].toString().toLatin1();
        QCOMPARE(json(saved)[u"backup_id"].toString().toLatin1(), id);
        QCOMPARE(list[0][u"cause"].toString(), u"api"_s);
        QCOMPARE(list[0][u"bytes"].toInt(), before.size());
        QCOMPARE(list[0][u"added"].toInt(), 2);
        QVERIFY(QDateTime::fromString(list[0][u"time"].toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(json(call("GET /api/config/backups/" + id))[u"content"].toString().toUtf8(), before);
        const QJsonObject diff = json(call("GET /api/config/backups/" + id + "/diff"));
        QCOMPARE(diff[u"to"].toString(), u"current"_s);
        QVERIFY(diff[u"diff"].toString().endsWith(u"+one:\r\n+  url: http://h/1\r\n"));
        QCOMPARE(json(call("GET /api/config/backups/" + id + "/diff?to=" + id))[u"diff"].toString(), QString());

        QCOMPARE(statusOf(call("POST /api/config/restore/" + id, "If-Match: " + tag + "\r\n")), 412);
        QCOMPARE(statusOf(call("POST /api/config/restore/" + id)), 200);
        QCOMPARE(catalog(), before);
        QCOMPARE(json(call("GET /api/config/backups"))[u"versions"].toArray().size(), 2);
    }

    void aBrokenFileCanBeReadAndMended()
    {
        const QByteArray broken = "a:\n  url: http://h/\n  enabled: perhaps \xFF\n";
        Scratch::replace(m_web->scratch.catalog(), broken);
        const QByteArray read = call("GET /api/config");
        QCOMPARE(statusOf(read), 409); // JSON cannot hold it; the bytes can be had as they are.
        QVERIFY2(read.contains("0xff at offset 39"), read.constData());
        const QByteArray raw = call("GET /api/config", "Accept: text/plain\r\n");
        QCOMPARE(bodyOf(raw), broken);
        const QByteArray answer = callWith("application/yaml", "PUT /api/config",
                                           "If-Match: " + headerOf(raw, "ETag") + "\r\n", "a: {url: http://h/}\n");
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(catalog(), "a: {url: http://h/}\n");
    }

    void validatesWithTheOneValidator()
    {
        const QByteArray text = "a:\n  url: http://h/\n  enabeld: no\n";
        QJsonObject answer = json(callWith("text/yaml", "POST /api/config/validate", {}, text));
        QCOMPARE(answer[u"valid"].toBool(), true);
        QCOMPARE(answer[u"warnings"][0][u"path"].toString(), u"a.enabeld"_s);
        QCOMPARE(answer[u"warnings"][0][u"column"].toInt(), 3);
        answer = json(call("POST /api/config/validate", {}, js("{'content':'a:\\n  url: [1\\n'}")));
        QCOMPARE(answer[u"valid"].toBool(true), false);
        QCOMPARE(answer[u"errors"][0][u"code"].toString(), u"yaml_syntax"_s);
    }

    /// The limit is on the text: what JSON adds to it does not have to fit, when the text is sent as it is.
    void thePromptUpToItsLimit()
    {
        const QByteArray tag = headerOf(call("GET /api/prompt"), "ETag");
        const QByteArray most(maxDocumentBytes, '\n');
        const auto put = [&](const QByteArray &text, const QByteArray &match) {
            return callWith("text/markdown", "PUT /api/prompt", "If-Match: " + match + "\r\n", text);
        };
        QCOMPARE(statusOf(put(most + 'x', tag)), 413);
        const QByteArray saved = put(most, tag);
        QCOMPARE(statusOf(saved), 200);
        QCOMPARE(Scratch::read(m_web->scratch.prompt()), most);
        const QByteArray bad = put("gr\xFC\xDF"
                                   "e",
                                   headerOf(saved, "ETag"));
        QCOMPARE(statusOf(bad), 422);
        QVERIFY2(bad.contains("0xfc at offset 2"), bad.constData());
        QCOMPARE(bodyOf(call("GET /api/prompt", "Accept: text/markdown\r\n")), most);
        const QJsonArray list = json(call("GET /api/prompt/versions"))[u"versions"].toArray();
        QCOMPARE(list.size(), 1);
        const QByteArray id = list[0][u"id"].toString().toLatin1();
        QCOMPARE(statusOf(call("POST /api/prompt/restore/" + id, "If-Match: " + headerOf(saved, "ETag") + "\r\n")),
                 200);
        QVERIFY(Scratch::read(m_web->scratch.prompt()).contains("You are Nova"));
    }
};

QTEST_GUILESS_MAIN(TestEditApi)
#include "tst_edit_api.moc"
