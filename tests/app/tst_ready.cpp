#include "tests/app/served_host.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// GET /ready and GET /health, as those ask who watch over programs.
class TestReady : public QObject
{
    Q_OBJECT

    /// From a stranger, who calls the server by that name.
    static QByteArray ask(const ServedHost &nova, const QByteArray &path, const QByteArray &host,
                          const QByteArray &headers = {})
    {
        return exchangeWith(nova.port(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
    }
    static QJsonObject object(const char *json)
    {
        return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
    }

private Q_SLOTS:
    void whenAllIsRead()
    {
        const ServedHost nova("server: { port: 0 }\n");
        const auto answer = nova.call("GET /ready");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json(), object("{'status':'ready'}"));
        QCOMPARE(headerOf(answer.bytes, "Retry-After"), QByteArray());
    }

    void whileAFileHasNeverBeenValid()
    {
        ServedHost nova("server: { port: 0 }\n");
        Scratch::write(nova.files().catalog(), "gmail: [\n");
        const auto ready = [&] { return nova.call("GET /ready"); };
        // It came while Nova ran: there was none before, and none is in force.
        QTRY_COMPARE(ready().status(), 503);
        QCOMPARE(ready().json(), object("{'status':'starting','missing':['catalog']}"));
        QCOMPARE(headerOf(ready().bytes, "Retry-After"), QByteArray("1"));
        QCOMPARE(nova.call("GET /health").status(), 200);
        Scratch::write(nova.files().catalog(), "gmail:\n  url: http://localhost:8002/mcp\n");
        QTRY_COMPARE(ready().status(), 200);
        // One that goes bad leaves the one in force.
        Scratch::write(nova.files().catalog(), "gmail: [\n");
        using State = DocumentStatus::State;
        QTRY_COMPARE(nova.host().nova().state()->catalog->file.state, State::Invalid);
        QCOMPARE(ready().status(), 200);
    }

    void whileItEnds()
    {
        ServedHost nova("server: { port: 0 }\n");
        nova.host().nova().stop();
        QCOMPARE(nova.call("GET /ready").status(), 503);
        QCOMPARE(nova.call("GET /ready").json(), object("{'status':'stopping','missing':[]}"));
        QCOMPARE(nova.call("GET /health").status(), 200);
    }

    void byAnyAddressButByNoOtherName()
    {
        const ServedHost nova("server: { port: 0 }\n");
        for (const QByteArray path : {"/ready", "/health"}) {
            for (const QByteArray host : {"10.1.2.3:8765", "10.1.2.3", "[fd00::7]:8765", "127.0.0.1:1"})
                QVERIFY2(statusOf(ask(nova, path, host)) == 200, host.constData());
            for (const QByteArray host : {"evil.example", "evil.example:8765", "10.1.2.3.evil.example", ""})
                QVERIFY2(statusOf(ask(nova, path, host)) == 421, host.constData());
            QCOMPARE(statusOf(ask(nova, path, "10.1.2.3", "Origin: http://evil.example\r\n")), 403);
            QCOMPARE(statusOf(ask(nova, path, "10.1.2.3", "Host: 10.1.2.3\r\n")), 400);
        }
        // What says more than that is asked by a known name alone.
        for (const QByteArray path : {"/", "/api/session", "/api/state", "/metrics", "/nowhere", "/ready/.."})
            QVERIFY2(statusOf(ask(nova, path, "10.1.2.3:8765")) == 421, path.constData());
    }
};

QTEST_GUILESS_MAIN(TestReady)
#include "tst_ready.moc"
