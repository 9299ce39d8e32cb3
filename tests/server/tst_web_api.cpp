#include "tests/support/web_fixture.h"

#include <QJsonArray>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// What the routes answer to those who may call them.
class TestWebApi : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;

    [[nodiscard]] QJsonObject json(const QByteArray &answer) const
    {
        return QJsonDocument::fromJson(bodyOf(answer)).object();
    }

private Q_SLOTS:
    void init() { m_web = std::make_unique<WebFixture>(); }
    void cleanup() { m_web.reset(); }

    void state()
    {
        const QJsonObject state = json(m_web->exchange(m_web->request("GET /api/state")));
        QCOMPARE(state[u"epoch"].toString(), m_web->nova->events().epoch());
        QCOMPARE(state[u"seq"].toInt(-1), 0);
        QCOMPARE(state[u"instance"][u"version"].toString(), u"1.2.3"_s);
        QCOMPARE(state[u"catalog"][u"servers"].toArray().size(), 5);
        QCOMPARE(state[u"catalog"][u"status"].toString(), u"loaded"_s);
        QVERIFY(state[u"prompt"][u"content"].toString().contains(u"You are Nova"));
        QCOMPARE(state[u"redis"][u"status"].toString(), u"disabled"_s);
    }

    void nothingSecretInTheState()
    {
        Scratch::write(m_web->scratch.catalog(),
                       "a:\n  url: http://a/\n  headers: { Authorization: \"Bearer hidden-value\" }\n");
        QTRY_COMPARE(m_web->nova->state()->catalog->servers.size(), 1);
        const QByteArray answer = m_web->exchange(m_web->request("GET /api/state"));
        QVERIFY(answer.contains("Authorization"));
        QVERIFY(!answer.contains("hidden-value"));
    }

    void etagSparesTheBody()
    {
        const QByteArray first = m_web->exchange(m_web->request("GET /api/mcp"));
        const QByteArray tag = headerOf(first, "ETag");
        QVERIFY(tag.size() > 32);
        const QByteArray second = m_web->exchange(m_web->request("GET /api/mcp", "If-None-Match: " + tag + "\r\n"));
        QCOMPARE(statusOf(second), 304);
        QVERIFY(bodyOf(second).isEmpty());
    }

    void toggleFlipsAndSets()
    {
        const QByteArray before = Scratch::read(m_web->scratch.catalog());
        QJsonObject answer = json(m_web->exchange(m_web->request("PUT /api/mcp/notion/toggle")));
        QCOMPARE(answer[u"enabled"].toBool(), true);
        QCOMPARE(answer[u"changed"].toBool(), true);
        const QByteArray after = Scratch::read(m_web->scratch.catalog());
        QCOMPARE(after, QByteArray(before).replace("enabled: false    #", "enabled: true    #"));
        QCOMPARE(answer[u"revision"].toString(), revisionOf(after));

        answer = json(m_web->exchange(m_web->request("PUT /api/mcp/notion/toggle", {}, "{\"enabled\":true}")));
        QCOMPARE(answer[u"changed"].toBool(), false);
        answer = json(m_web->exchange(m_web->request("PUT /api/mcp/notion/toggle")));
        QCOMPARE(answer[u"enabled"].toBool(), false);
        QCOMPARE(Scratch::read(m_web->scratch.catalog()), before);
    }

    void stateIsNewWhenTheAnswerComes()
    {
        const QByteArray two =
            m_web->request("PUT /api/mcp/gmail/toggle", {}, "{\"enabled\":false}") + m_web->request("GET /api/mcp");
        const QByteArray answers = m_web->exchange(two, 2);
        const QByteArray list = answers.mid(answers.lastIndexOf("HTTP/1.1"));
        QCOMPARE(json(list)[u"servers"][0][u"enabled"].toBool(true), false);
    }

    void toggleInAnInvalidFileIsRefused()
    {
        const QByteArray broken = "gmail:\n  url: http://a/\n  enabled: maybe\n";
        Scratch::write(m_web->scratch.catalog(), broken);
        const QByteArray answer = m_web->exchange(m_web->request("PUT /api/mcp/gmail/toggle"));
        QCOMPARE(statusOf(answer), 409);
        QCOMPARE(json(answer)[u"errors"][0][u"line"].toInt(), 3);
        QCOMPARE(Scratch::read(m_web->scratch.catalog()), broken);
    }

    void promptIsReplacedWithItsRevisionOnly()
    {
        const QByteArray get = m_web->exchange(m_web->request("GET /api/prompt"));
        const QByteArray tag = headerOf(get, "ETag");
        QCOMPARE(statusOf(m_web->exchange(m_web->request("PUT /api/prompt", {}, "{\"content\":\"new\"}"))), 428);
        QCOMPARE(statusOf(m_web->exchange(
                     m_web->request("PUT /api/prompt", "If-Match: \"12\"\r\n", "{\"content\":\"new\"}"))),
                 412);
        QCOMPARE(statusOf(m_web->exchange(
                     m_web->request("PUT /api/prompt", "If-Match: " + tag + "\r\n", "{\"text\":\"new\"}"))),
                 422);
        const QByteArray put = m_web->exchange(
            m_web->request("PUT /api/prompt", "If-Match: " + tag + "\r\n", "{\"content\":\"neu \xc3\xbc\\n\"}"));
        QCOMPARE(statusOf(put), 200);
        QCOMPARE(Scratch::read(m_web->scratch.prompt()), "neu \xc3\xbc\n");
        QCOMPARE(json(m_web->exchange(m_web->request("GET /api/prompt")))[u"content"].toString(), u"neu ü\n"_s);
    }

    void bigPromptIsLeftOutOfTheState()
    {
        Scratch::write(m_web->scratch.prompt(), QByteArray(70'000, 'x'));
        QTRY_COMPARE(m_web->nova->state()->prompt->text.size(), 70'000);
        const QJsonObject prompt = json(m_web->exchange(m_web->request("GET /api/state")))[u"prompt"].toObject();
        QVERIFY(!prompt.contains(u"content"));
        QCOMPARE(prompt[u"content_url"].toString(), u"/api/prompt"_s);
        QCOMPARE(json(m_web->exchange(m_web->request("GET /api/prompt")))[u"content"].toString().size(), 70'000);
    }

    void oneTimeLinkStartsASession()
    {
        const QByteArray host = "Host: " + m_web->host() + "\r\n";
        const auto post = [&](const QByteArray &body) {
            return m_web->exchange("POST /api/session HTTP/1.1\r\n" + host +
                                   "Content-Type: application/json\r\nContent-Length: " +
                                   QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        const QByteArray code = "{\"code\":\"" + m_web->listening.loginCode + "\"}";
        const QByteArray login = post(code);
        QCOMPARE(statusOf(login), 200);
        QVERIFY(headerOf(login, "Set-Cookie").contains("HttpOnly; SameSite=Strict"));
        QCOMPARE(statusOf(post(code)), 401);
        QCOMPARE(statusOf(post("{}")), 422);
        QCOMPARE(statusOf(post("{\"token\":\"" + QByteArray(WebFixture::token) + "\"}")), 200);

        const QByteArray cookie = "Cookie: other=1; " + headerOf(login, "Set-Cookie").split(';').first() + "\r\n";
        const QByteArray csrf = "X-CSRF-Token: " + json(login)[u"csrf_token"].toString().toLatin1() + "\r\n";
        QCOMPARE(statusOf(m_web->exchange("GET /api/state HTTP/1.1\r\n" + host + cookie + "\r\n")), 200);
        const QByteArray write = "PUT /api/mcp/gmail/toggle HTTP/1.1\r\n" + host + cookie;
        QCOMPARE(statusOf(m_web->exchange(write + "\r\n")), 403);
        QCOMPARE(statusOf(m_web->exchange(write + "X-CSRF-Token: wrong\r\n\r\n")), 403);
        QCOMPARE(statusOf(m_web->exchange(write + csrf + "\r\n")), 200);
        QCOMPARE(statusOf(m_web->exchange("DELETE /api/session HTTP/1.1\r\n" + host + cookie + csrf + "\r\n")), 204);
        QCOMPARE(statusOf(m_web->exchange("GET /api/state HTTP/1.1\r\n" + host + cookie + "\r\n")), 401);
    }

    void guessingIsSlowedDownButTheOwnerPasses()
    {
        const auto guess = [&] {
            return m_web->exchange("GET /api/state HTTP/1.1\r\nAuthorization: Bearer guess\r\nHost: " + m_web->host() +
                                   "\r\n\r\n");
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(statusOf(guess()), 401);
        const QByteArray sixth = guess();
        QCOMPARE(statusOf(sixth), 429);
        QVERIFY(headerOf(sixth, "Retry-After").toInt() > 0);
        QCOMPARE(statusOf(m_web->exchange("GET /api/state HTTP/1.1\r\nHost: " + m_web->host() + "\r\n\r\n")), 401);
        QCOMPARE(statusOf(m_web->exchange(m_web->request("GET /api/state"))), 200);
    }

    void broadcastIsCheckedAndCounted()
    {
        const auto post = [&](const QByteArray &body) {
            return m_web->exchange(m_web->request("POST /ws/broadcast", {}, body));
        };
        QCOMPARE(statusOf(post("{\"type\":\"other\",\"data\":{}}")), 422);
        QCOMPARE(statusOf(post("{\"type\":\"task_updated\",\"data\":{}}")), 422);
        QCOMPARE(statusOf(post("{\"type\":\"task_updated\",\"data\":{\"counts\":{\"running\":-1}}}")), 422);
        const QJsonObject answer = json(post("{\"type\":\"task_updated\",\"data\":{\"counts\":{\"running\":1}}}"));
        QCOMPARE(answer[u"delivered"].toInt(-1), 0);
        QCOMPARE(answer[u"seq"].toInt(), 1);
        QCOMPARE(json(m_web->exchange(m_web->request("GET /ws/metrics")))[u"events_published_total"].toInt(), 1);
        QCOMPARE(json(m_web->exchange(m_web->request("GET /ws/connections")))[u"count"].toInt(-1), 0);
        QCOMPARE(json(m_web->exchange(m_web->request("POST /ws/ping")))[u"pinged"].toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestWebApi)
#include "tst_web_api.moc"
