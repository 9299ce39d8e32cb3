#include "tests/server/metrics_probe.h"
#include "tests/support/web_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The numbers as a running server gives them.
class TestMetricsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overHttp()
    {
        const WebFixture web;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(statusOf(web.exchange(web.request("GET /api/mcp/gmail"))), 200);
        QCOMPARE(statusOf(web.exchange(web.request("GET /secret-path"))), 404);
        const QByteArray answer = web.exchange(web.request("GET /metrics"));
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(headerOf(answer, "Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QCOMPARE(headerOf(answer, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"metrics"_s}, bodyOf(answer)), QByteArray());
        const auto now = samplesOf(bodyOf(answer));
        QCOMPARE(now["nova_http_requests_total{method=\"GET\",route=\"/api/mcp/{name}\",status=\"200\"}"], 3.0);
        QCOMPARE(now["nova_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"}"], 1.0);
        QCOMPARE(now["nova_build_info{version=\"1.2.3\"}"], 1.0);
        QCOMPARE(now["nova_servers{state=\"enabled\"}"] + now["nova_servers{state=\"disabled\"}"], 5.0);
        QVERIFY(!answer.contains("secret-path"));
        QVERIFY(!answer.contains(WebFixture::token));
        QCOMPARE(statusOf(web.exchange("GET /metrics HTTP/1.1\r\nHost: " + web.host() + "\r\n\r\n")), 401);
    }

    void eventsOverHttp()
    {
        const WebFixture web;
        QCOMPARE(statusOf(web.exchange(web.request("PUT /api/mcp/gmail/toggle"))), 200);
        const auto json = [&web](const QByteArray &path) {
            return QJsonDocument::fromJson(bodyOf(web.exchange(web.request("GET " + path)))).object();
        };
        const QJsonObject throughput = json("/api/metrics/event-throughput");
        QCOMPARE(throughput[u"events_total"].toInt(), 1);
        QCOMPARE(throughput[u"events_per_second"].toDouble(), 1 / 60.0);
        QCOMPARE(throughput[u"deliveries_total"].toInt(-1), 0);
        QCOMPARE(json("/api/metrics/websocket-connections")[u"connections"].toInt(-1), 0);
        const auto now = samplesOf(bodyOf(web.exchange(web.request("GET /metrics"))));
        QCOMPARE(now["nova_events_total{type=\"mcp_toggled\"}"], 1.0);
        QCOMPARE(now["nova_event_seq"], 1.0);
    }
};

QTEST_GUILESS_MAIN(TestMetricsApi)
#include "tst_metrics_api.moc"
