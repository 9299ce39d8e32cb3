#include "server/api/api.h"
#include "server/metrics/server_metrics.h"
#include "tests/support/web_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The description of the API names exactly the routes that there are, and says who may call them.
class TestOpenApi : public QObject
{
    Q_OBJECT

    /// "GET /api/mcp" to whether everybody may call it.
    using Operations = QMap<QString, bool>;

    Operations m_routes;
    QJsonObject m_description;

    static void collect(const Router &router, Operations &operations)
    {
        for (const Route &route : router.routes())
            operations.insert(QString(QString::fromLatin1(route.method) + u' ' + route.pattern),
                              route.access != Access::Authenticated);
    }

    [[nodiscard]] Operations described() const
    {
        Operations operations;
        const QJsonObject paths = m_description[u"paths"].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path->toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                if (method.key() != u"parameters")
                    operations.insert(QString(method.key().toUpper() + u' ' + path.key()),
                                      method->toObject()[u"security"].toArray().isEmpty());
            }
        }
        return operations;
    }

private Q_SLOTS:
    void initTestCase()
    {
        WebFixture fixture;
        StateText text(*fixture.nova, fixture.nova->events());
        Gatekeeper gatekeeper({true, "token", HostRules(u"127.0.0.1"_s, 1, {}, {}), false, 1});
        ServerMetrics metrics({});
        WebSocketHub hub(fixture.nova->events(), {}, {}, metrics, fixture.logger);
        ApiContext context{*fixture.nova, text, fixture.nova->events(), gatekeeper, hub, metrics, nullptr};
        Router router;
        addRoutes(router, context);
        collect(router, m_routes);
        // Of the web client the page alone is described: its other files have names that change with their content.
        Router web;
        addWebRoutes(web);
        for (const Route &file : web.routes()) {
            if (file.pattern != u"/")
                m_routes.remove(u"GET "_s + file.pattern);
        }
        QVERIFY(m_routes.contains(u"GET /"_s));
        m_routes.remove(u"GET /ws"_s); // Another way to write GET /ws/.

        QFile file(u":/api/openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonParseError error;
        m_description = QJsonDocument::fromJson(file.readAll(), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    }

    void describesTheRoutesThatThereAre()
    {
        const QStringList wanted = m_routes.keys(), found = described().keys();
        QVERIFY(wanted.size() > 30);
        for (const QString &operation : wanted)
            QVERIFY2(found.contains(operation), qPrintable(QString(operation + u" is not described"_s)));
        for (const QString &operation : found)
            QVERIFY2(wanted.contains(operation), qPrintable(QString(operation + u" is described but not there"_s)));
    }

    void saysWhoMayCall()
    {
        const Operations operations = described();
        for (auto operation = operations.begin(); operation != operations.end(); ++operation)
            QVERIFY2(*operation == m_routes.value(operation.key()), qPrintable(operation.key()));
    }

    void isOfThisVersion() { QCOMPARE(m_description[u"info"][u"version"].toString(), QStringLiteral(NOVA_VERSION)); }

    void isServedAsItIs()
    {
        WebFixture web;
        QFile file(u":/api/openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray answer = web.exchange(web.request("GET /api/openapi.json"));
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(bodyOf(answer), file.readAll());
        const QByteArray again =
            web.exchange(web.request("GET /api/openapi.json", "If-None-Match: " + headerOf(answer, "ETag") + "\r\n"));
        QCOMPARE(statusOf(again), 304);
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
