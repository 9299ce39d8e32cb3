#include "server/metrics/server_metrics.h"
#include "tests/server/metrics_probe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;
using namespace std::chrono_literals;
using Dropped = ServerMetrics::Dropped;
using Refused = ServerMetrics::ClientRefused;

/// What is counted, and how it is told.
class TestMetrics : public QObject
{
    Q_OBJECT

    using Samples = QMap<QByteArray, double>;

    [[nodiscard]] static Samples samples(const ServerMetrics &metrics, const NovaState &state = fullState())
    {
        return samplesOf(metrics.prometheusText(state, 7));
    }

    static void doEverything(ServerMetrics &metrics)
    {
        metrics.accepted();
        metrics.connectionsOpen(3);
        metrics.dropped(Dropped::SlowReader);
        metrics.answered("GET", u"/api/mcp/{name}"_s, 200, 300us, 1000);
        metrics.answered("BREW", {}, 405, 1ms, 10);
        metrics.clientRefused(Refused::Limit);
        metrics.clientConnected();
        metrics.clientClosed(1000);
        metrics.clientsOpen(2);
        metrics.eventPublished(EventType::McpToggled, 2, 400);
    }

    /// The one sample that is another one after `action`, and by how much.
    template <typename Action>
    [[nodiscard]] static std::pair<QByteArray, double> changeBy(Action action)
    {
        ServerMetrics metrics({});
        const Samples before = samples(metrics);
        action(metrics);
        const Samples after = samples(metrics);
        QList<std::pair<QByteArray, double>> changes;
        for (auto sample = after.begin(); sample != after.end(); ++sample) {
            if (sample.key().startsWith("nova_") && *sample != before.value(sample.key(), -1))
                changes.append({sample.key(), *sample - before.value(sample.key())});
        }
        return changes.size() == 1 ? changes.first() : std::pair<QByteArray, double>("none, or many", 0);
    }

private Q_SLOTS:
    void promtoolFindsNothing()
    {
        ServerMetrics metrics({.version = u"1.2 \"beta\"\\\n"_s});
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"metrics"_s}, metrics.prometheusText(fullState(), 0)),
                 QByteArray());
        doEverything(metrics);
        const QByteArray text = metrics.prometheusText(fullState(), 7);
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"metrics"_s}, text), QByteArray());
        QVERIFY(text.contains("\nnova_build_info{version=\"1.2 \\\"beta\\\"\\\\\\n\"} 1\n"));
    }

    void promtoolWouldFindSomething()
    {
        QVERIFY(
            complaintsOfPromtool({u"check"_s, u"metrics"_s}, "# TYPE nova_x counter\nnova_x 1\n").contains("nova_x"));
    }

    void requestsByTheirKind()
    {
        ServerMetrics metrics({});
        for (int i = 0; i < 3; ++i)
            metrics.answered("GET", u"/api/mcp"_s, 200, 300us, 1000);
        metrics.answered("GET", u"/api/mcp"_s, 304, 30us, 0);
        metrics.answered("POST", u"/api/mcp"_s, 201, 2s, 50);
        metrics.answered("GET", {}, 404, 30us, 200);
        const Samples now = samples(metrics);
        QCOMPARE(now["nova_http_requests_total{method=\"GET\",route=\"/api/mcp\",status=\"200\"}"], 3.0);
        QCOMPARE(now["nova_http_requests_total{method=\"GET\",route=\"/api/mcp\",status=\"304\"}"], 1.0);
        QCOMPARE(now["nova_http_requests_total{method=\"POST\",route=\"/api/mcp\",status=\"201\"}"], 1.0);
        QCOMPARE(now["nova_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"}"], 1.0);
        QCOMPARE(now["nova_http_response_bytes_total"], 3250.0);
        const QByteArray bucket = "nova_http_request_duration_seconds_bucket{method=\"GET\",route=\"/api/mcp\",le=\"";
        QCOMPARE(now[bucket + "5e-05\"}"], 1.0);
        QCOMPARE(now[bucket + "0.00025\"}"], 1.0);
        QCOMPARE(now[bucket + "0.0005\"}"], 4.0);
        QCOMPARE(now[bucket + "+Inf\"}"], 4.0);
        QCOMPARE(now["nova_http_request_duration_seconds_sum{method=\"POST\",route=\"/api/mcp\"}"], 2.0);
    }

    void eachReasonUnderItsName()
    {
        const std::pair<Dropped, const char *> reasons[] = {
            {Dropped::SlowSender, "slow_sender"},
            {Dropped::SlowReader, "slow_reader"},
            {Dropped::Idle, "idle"},
            {Dropped::ConnectionLimit, "connection_limit"},
            {Dropped::AddressLimit, "address_limit"},
            {Dropped::NoDescriptors, "no_descriptors"},
            {Dropped::TlsHandshake, "tls_handshake"},
        };
        for (const auto &[why, name] : reasons)
            QCOMPARE(changeBy([why = why](ServerMetrics &metrics) { metrics.dropped(why); }),
                     std::pair(QByteArray("nova_http_dropped_total{reason=\"" + QByteArray(name) + "\"}"), 1.0));
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.clientRefused(Refused::Limit); }),
                 std::pair(QByteArray("nova_ws_refused_total{reason=\"limit\"}"), 1.0));
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.clientRefused(Refused::NotAuthenticated); }),
                 std::pair(QByteArray("nova_ws_refused_total{reason=\"not_authenticated\"}"), 1.0));
    }

    void connectionsAndClients()
    {
        const auto is = [](const QByteArray &name, double by) { return std::pair(name, by); };
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.accepted(); }), is("nova_http_connections_total", 1));
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.connectionsOpen(5); }), is("nova_http_connections", 5));
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.clientConnected(); }),
                 is("nova_ws_connections_total", 1));
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.clientsOpen(4); }), is("nova_ws_clients", 4));
        for (const int code : {1000, 1001, 1006, 1009, 4401, 4408}) {
            const QByteArray name = "nova_ws_closed_total{code=\"" + QByteArray::number(code) + "\"}";
            QCOMPARE(changeBy([code](ServerMetrics &metrics) { metrics.clientClosed(code); }), is(name, 1));
        }
        QCOMPARE(changeBy([](ServerMetrics &metrics) { metrics.clientClosed(4999); }),
                 is("nova_ws_closed_total{code=\"other\"}", 1));
    }

    void eventsAndTheirDeliveries()
    {
        std::chrono::steady_clock::time_point now{1h};
        ServerMetrics metrics({.maxClients = 50, .clock = [&now] { return now; }});
        QCOMPARE(metrics.lastDelivered(), 0);
        for (const EventType type : {EventType::McpToggled, EventType::PromptUpdated, EventType::ConfigValidated,
                                     EventType::SystemHealth, EventType::TaskUpdated})
            metrics.eventPublished(type, 10, 2000);
        metrics.eventPublished(EventType::TaskUpdated, 40, 8000);
        QCOMPARE(metrics.lastDelivered(), 40);
        const Samples all = samples(metrics);
        for (const char *type : {"mcp_toggled", "prompt_updated", "config_validated", "system_health"})
            QCOMPARE(all["nova_events_total{type=\"" + QByteArray(type) + "\"}"], 1.0);
        QCOMPARE(all["nova_events_total{type=\"task_updated\"}"], 2.0);
        QCOMPARE(all["nova_ws_deliveries_total"], 90.0);
        QCOMPARE(all["nova_ws_delivered_bytes_total"], 18000.0);

        const QJsonObject wanted{{u"events_per_second"_s, 6 / 60.0},
                                 {u"deliveries_per_second"_s, 90 / 60.0},
                                 {u"window_s"_s, 60},
                                 {u"events_total"_s, 6},
                                 {u"deliveries_total"_s, 90}};
        QCOMPARE(metrics.throughput(), wanted);
        now += 2min;
        QCOMPARE(metrics.throughput()[u"events_per_second"].toDouble(-1), 0.0);
        QCOMPARE(metrics.throughput()[u"events_total"].toInt(), 6);
    }

    void theSameNumbersInJson()
    {
        ServerMetrics metrics({.maxClients = 50});
        for (int i = 0; i < 5; ++i)
            metrics.clientConnected();
        metrics.clientsOpen(3);
        metrics.clientRefused(Refused::Limit);
        metrics.clientRefused(Refused::NotAuthenticated);
        metrics.clientRefused(Refused::NotAuthenticated);
        metrics.clientClosed(4408);
        metrics.clientClosed(1000);
        metrics.eventPublished(EventType::McpToggled, 4, 100);
        const QJsonObject hub{{u"clients"_s, 3},
                              {u"max_clients"_s, 50},
                              {u"accepted_total"_s, 5},
                              {u"refused_total"_s, 1},
                              {u"unauthenticated_total"_s, 2},
                              {u"too_slow_total"_s, 1},
                              {u"events_published_total"_s, 1},
                              {u"events_delivered_total"_s, 4},
                              {u"bytes_delivered_total"_s, 100}};
        QCOMPARE(metrics.hub(), hub);
        const QJsonObject connections{
            {u"connections"_s, 3}, {u"max"_s, 50}, {u"accepted_total"_s, 5}, {u"refused_total"_s, 1}};
        QCOMPARE(metrics.connections(), connections);
    }

    /// Whoever thinks up methods, paths and codes does not get to fill our memory with series, and is counted.
    void seriesStayBounded()
    {
        ServerMetrics metrics({});
        const qsizetype atFirst = samples(metrics).size();
        QRandomGenerator random(4711);
        constexpr int calls = 20'000;
        for (int i = 0; i < calls; ++i) {
            const QByteArray method = i % 3 ? QByteArray::number(random.generate()) : QByteArray("GET");
            const QString route = i % 4 ? QString(u'/' + QString::number(random.bounded(100'000))) : QString();
            metrics.answered(method, route, int(random.bounded(-100, 100'000)), 1us, 1);
            metrics.clientClosed(int(random.bounded(-100, 5000)));
        }
        const Samples now = samples(metrics);
        double requests = 0, closed = 0, series = 0;
        for (auto sample = now.begin(); sample != now.end(); ++sample) {
            requests += nameOf(sample.key()) == "nova_http_requests_total" ? *sample : 0;
            series += nameOf(sample.key()) == "nova_http_requests_total" ? 1 : 0;
            closed += nameOf(sample.key()) == "nova_ws_closed_total" ? *sample : 0;
        }
        QCOMPARE(requests, double(calls));
        QCOMPARE(closed, double(calls));
        QVERIFY2(series <= 1025, qPrintable(QString::number(series)));
        QVERIFY(now.size() < atFirst + 1025 * 20);
        for (int i = 0; i < calls; ++i)
            metrics.answered("GET", QString::number(i), 200, 1us, 1);
        QCOMPARE(samples(metrics).size(), now.size());
    }

    void whatTheStateSays()
    {
        const ServerMetrics metrics({.version = u"1.2.3"_s});
        NovaState state = fullState();
        Samples now = samples(metrics, state);
        const std::pair<const char *, double> wanted[] = {{"nova_build_info{version=\"1.2.3\"}", 1},
                                                          {"nova_event_seq", 7},
                                                          {"nova_servers{state=\"enabled\"}", 2},
                                                          {"nova_servers{state=\"disabled\"}", 1},
                                                          {"nova_servers_health{status=\"healthy\"}", 1},
                                                          {"nova_servers_health{status=\"unreachable\"}", 1},
                                                          {"nova_servers_health{status=\"misconfigured\"}", 0},
                                                          {"nova_server_healthy{server=\"mail\"}", 1},
                                                          {"nova_server_healthy{server=\"notes\"}", 0},
                                                          {"nova_server_latency_seconds{server=\"mail\"}", 0.02},
                                                          {"nova_catalog_valid", 1},
                                                          {"nova_prompt_bytes", 14},
                                                          {"nova_redis_up", 1},
                                                          {"nova_redis_published_total", 1},
                                                          {"nova_redis_received_total", 2},
                                                          {"nova_redis_duplicates_total", 3},
                                                          {"nova_redis_malformed_total", 4},
                                                          {"nova_redis_dropped_total", 5},
                                                          {"nova_redis_waiting", 6},
                                                          {"nova_redis_latency_seconds", 0.0015},
                                                          {"nova_tasks{status=\"pending\"}", 1},
                                                          {"nova_tasks{status=\"running\"}", 2},
                                                          {"nova_tasks{status=\"completed\"}", 3},
                                                          {"nova_tasks{status=\"failed\"}", 4},
                                                          {"nova_tasks{status=\"other\"}", 0}};
        for (const auto &[name, value] : wanted)
            QVERIFY2(now.value(name, -1) == value, name);
    }

    void aStateInTrouble()
    {
        const ServerMetrics metrics({});
        NovaState state = fullState();
        CatalogState catalog = *state.catalog;
        for (const auto trouble : {DocumentStatus::State::Invalid, DocumentStatus::State::Missing,
                                   DocumentStatus::State::Unreadable, DocumentStatus::State::Loading}) {
            catalog.file.state = trouble;
            state.catalog = std::make_shared<const CatalogState>(catalog);
            QCOMPARE(samples(metrics, state).value("nova_catalog_valid", -1), 0.0);
        }
        RedisStatus redis;
        redis.state = RedisStatus::State::Reconnecting;
        state.redis = std::make_shared<const RedisStatus>(redis);
        QCOMPARE(samples(metrics, state).value("nova_redis_up", -1), 0.0);
        QVERIFY(!samples(metrics, state).contains("nova_redis_latency_seconds"));
        TaskCounts tasks;
        tasks.counts = {{u"waiting \"for\"\nsomebody"_s, 2}, {u"other"_s, 3}};
        state.tasks = std::make_shared<const TaskCounts>(tasks);
        QCOMPARE(samples(metrics, state).value("nova_tasks{status=\"other\"}"), 5.0);
        QCOMPARE(samples(metrics, state).value("nova_tasks{status=\"failed\"}", -1), 0.0);
        QCOMPARE(complaintsOfPromtool({u"check"_s, u"metrics"_s}, metrics.prometheusText(state, 0)), QByteArray());
    }

    void noRedisNoWord()
    {
        NovaState state = fullState();
        state.redis = std::make_shared<const RedisStatus>();
        QVERIFY(!ServerMetrics({}).prometheusText(state, 0).contains("nova_redis"));
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
