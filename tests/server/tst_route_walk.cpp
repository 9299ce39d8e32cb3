#include "server/api/api.h"
#include "server/metrics/server_metrics.h"
#include "tests/support/raw_web_socket.h"
#include "tests/support/web_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// Every route of the table, called by those who may not: nothing is public by accident.
class TestRouteWalk : public QObject
{
    Q_OBJECT

    WebFixture m_web;
    Router m_router;

    [[nodiscard]] static QByteArray pathOf(const Route &route)
    {
        return QString(route.pattern).replace(u"{name}"_s, u"gmail"_s).replace(u"{id}"_s, u"1"_s).toUtf8();
    }

    [[nodiscard]] int call(const Route &route, const QByteArray &headers) const
    {
        const QByteArray upgrade = route.upgrade ? RawWebSocket::handshake : "";
        return statusOf(
            m_web.exchange(route.method + ' ' + pathOf(route) + " HTTP/1.1\r\n" + upgrade + headers + "\r\n"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        StateText text(*m_web.nova, m_web.nova->events());
        Gatekeeper gatekeeper({true, "token", HostRules(u"127.0.0.1"_s, 1, {}, {}), false, 1});
        ServerMetrics metrics({});
        WebSocketHub hub(m_web.nova->events(), {}, {}, metrics, m_web.logger);
        ApiContext context{*m_web.nova, text, m_web.nova->events(), gatekeeper, hub, metrics, nullptr};
        addRoutes(m_router, context);
        QVERIFY(m_router.routes().size() > 10);
    }

    void publicOnesAreTheseAlone()
    {
        const QStringList page{u"/"_s,
                               u"/favicon.svg"_s,
                               u"/icon-192.png"_s,
                               u"/icon-512.png"_s,
                               u"/icon-maskable.png"_s,
                               u"/app.webmanifest"_s,
                               u"/sw.js"_s,
                               u"/licenses.txt"_s};
        for (const Route &route : m_router.routes()) {
            const bool isProbe = route.pattern == u"/health" || route.pattern == u"/ready";
            QVERIFY2((route.access == Access::Probe) == isProbe, qPrintable(route.pattern));
            const bool expected = page.contains(route.pattern) || route.pattern.startsWith(u"/assets/") ||
                                  (route.pattern == u"/api/session" && route.method != "DELETE");
            QVERIFY2((route.access == Access::Public) == expected, qPrintable(route.pattern));
        }
    }

    void strangersAreTurnedAway()
    {
        for (const Route &route : m_router.routes()) {
            const QByteArray host = "Host: " + m_web.host() + "\r\n";
            const QByteArray token = "Authorization: Bearer " + QByteArray(WebFixture::token) + "\r\n";
            QVERIFY2(call(route, "Host: evil.example\r\n" + token) == 421, qPrintable(route.pattern));
            QVERIFY2(call(route, host + token + "Origin: http://evil.example\r\n") == 403, qPrintable(route.pattern));
            const int anonymous = call(route, host);
            if (route.upgrade)
                QVERIFY2(anonymous == 101, qPrintable(route.pattern)); // Told by close code 4401; see tst_web_socket.
            else if (route.access == Access::Authenticated)
                QVERIFY2(anonymous == 401, qPrintable(route.pattern));
            else
                QVERIFY2(anonymous != 401 && anonymous != 403, qPrintable(route.pattern));
        }
    }
};

QTEST_GUILESS_MAIN(TestRouteWalk)
#include "tst_route_walk.moc"
