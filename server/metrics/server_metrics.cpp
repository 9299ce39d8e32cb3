#include "server/metrics/server_metrics.h"

#include "server/metrics/http_series.h"
#include "server/metrics/process_metrics.h"
#include "server/metrics/state_metrics.h"
#include "server/ws/web_socket_client.h"

#include <algorithm>
#include <array>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Registry;

// In the order of the enums.
constexpr std::array droppedNames{"slow_sender",   "slow_reader",    "idle",         "connection_limit",
                                  "address_limit", "no_descriptors", "tls_handshake"};
static_assert(droppedNames.size() == size_t(ServerMetrics::Dropped::TlsHandshake) + 1);
constexpr std::array refusedNames{"limit", "not_authenticated"};
static_assert(refusedNames.size() == size_t(ServerMetrics::ClientRefused::NotAuthenticated) + 1);
constexpr std::array eventTypes{EventType::McpToggled, EventType::PromptUpdated, EventType::ConfigValidated,
                                EventType::SystemHealth, EventType::TaskUpdated};
static_assert(eventTypes.size() == size_t(EventType::TaskUpdated) + 1);

/// Those of RFC 6455 §7.4.1 that can come, and Nova's own. Clients may send any: the others are counted as one.
constexpr std::array closeCodes{1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008,
                                1009, 1010, 1011, 1012, 1013, 4401, 4408};

Counter &counter(Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

Gauge &gauge(Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

/// One counter for each value of a label, all from the start: a rate needs the 0 before the first 1.
std::vector<Counter *> counters(Registry &registry, const char *name, const char *help, const std::string &label,
                                const std::vector<std::string> &values)
{
    auto &family = prometheus::BuildCounter().Name(name).Help(help).Register(registry);
    std::vector<Counter *> made;
    made.reserve(values.size());
    for (const std::string &value : values)
        made.push_back(&family.Add({{label, value}}));
    return made;
}

std::vector<std::string> eventNames()
{
    std::vector<std::string> names;
    names.reserve(eventTypes.size());
    for (const EventType type : eventTypes)
        names.push_back(toString(type).toStdString());
    return names;
}

std::vector<std::string> closeNames()
{
    std::vector<std::string> names;
    names.reserve(closeCodes.size() + 1);
    for (const int code : closeCodes)
        names.push_back(std::to_string(code));
    names.emplace_back("other");
    return names;
}

size_t closeIndex(int code)
{
    return size_t(std::find(closeCodes.begin(), closeCodes.end(), code) - closeCodes.begin());
}

/// Counters of Prometheus are doubles; what is counted here stays far below what they hold exactly.
qint64 value(const Counter &counter)
{
    return qint64(counter.Value());
}

} // namespace

/// The series that there always are.
class ServerMetrics::Series
{
public:
    Registry registry;
    HttpSeries http{registry};
    Gauge &connections =
        gauge(registry, "nova_http_connections", "Open connections of any kind, WebSockets among them.");
    Counter &accepted = counter(registry, "nova_http_connections_total", "Connections that came in.");
    std::vector<Counter *> dropped =
        counters(registry, "nova_http_dropped_total", "Connections that ended without a whole answer, by the reason.",
                 "reason", {droppedNames.begin(), droppedNames.end()});
    Gauge &clients = gauge(registry, "nova_ws_clients", "Live WebSocket connections.");
    Counter &connected = counter(registry, "nova_ws_connections_total", "WebSockets that were opened.");
    std::vector<Counter *> refused =
        counters(registry, "nova_ws_refused_total", "WebSockets that were not let in, by the reason.", "reason",
                 {refusedNames.begin(), refusedNames.end()});
    std::vector<Counter *> closed =
        counters(registry, "nova_ws_closed_total", "WebSockets that ended, by close code.", "code", closeNames());
    std::vector<Counter *> events =
        counters(registry, "nova_events_total", "Events that were sent to WebSockets, by type.", "type", eventNames());
    Counter &deliveries =
        counter(registry, "nova_ws_deliveries_total", "Events times the WebSockets that each was sent to.");
    Counter &deliveredBytes = counter(registry, "nova_ws_delivered_bytes_total", "Bytes of these deliveries.");

    [[nodiscard]] qint64 eventCount() const
    {
        qint64 sum = 0;
        for (const Counter *type : events)
            sum += value(*type);
        return sum;
    }
};

ServerMetrics::ServerMetrics(Options options)
    : m_options(std::move(options))
    , m_series(std::make_unique<Series>())
    , m_rate(m_options.clock)
{
}

ServerMetrics::~ServerMetrics() = default;

void ServerMetrics::accepted()
{
    m_series->accepted.Increment();
}

void ServerMetrics::connectionsOpen(int count)
{
    m_series->connections.Set(count);
}

void ServerMetrics::dropped(Dropped why)
{
    m_series->dropped.at(size_t(why))->Increment();
}

void ServerMetrics::answered(const QByteArray &method, const QString &route, int status, std::chrono::nanoseconds took,
                             qint64 bytes)
{
    m_series->http.answered(method, route, status, took, bytes);
}

void ServerMetrics::clientRefused(ClientRefused why)
{
    m_series->refused.at(size_t(why))->Increment();
}

void ServerMetrics::clientConnected()
{
    m_series->connected.Increment();
}

void ServerMetrics::clientClosed(int code)
{
    m_series->closed.at(closeIndex(code))->Increment();
}

void ServerMetrics::clientsOpen(int count)
{
    m_series->clients.Set(count);
}

void ServerMetrics::eventPublished(EventType type, int deliveries, qint64 bytesDelivered)
{
    m_lastDelivered = deliveries;
    m_rate.add(deliveries);
    m_series->events.at(size_t(type))->Increment();
    m_series->deliveries.Increment(deliveries);
    m_series->deliveredBytes.Increment(double(bytesDelivered));
}

QJsonObject ServerMetrics::hub() const
{
    const Series &series = *m_series;
    return {{u"clients"_s, int(series.clients.Value())},
            {u"max_clients"_s, m_options.maxClients},
            {u"accepted_total"_s, value(series.connected)},
            {u"refused_total"_s, value(*series.refused.at(size_t(ClientRefused::Limit)))},
            {u"unauthenticated_total"_s, value(*series.refused.at(size_t(ClientRefused::NotAuthenticated)))},
            {u"too_slow_total"_s, value(*series.closed.at(closeIndex(WebSocketClient::TooSlow)))},
            {u"events_published_total"_s, series.eventCount()},
            {u"events_delivered_total"_s, value(series.deliveries)},
            {u"bytes_delivered_total"_s, value(series.deliveredBytes)}};
}

QJsonObject ServerMetrics::connections() const
{
    const QJsonObject all = hub();
    return {{u"connections"_s, all[u"clients"]},
            {u"max"_s, all[u"max_clients"]},
            {u"accepted_total"_s, all[u"accepted_total"]},
            {u"refused_total"_s, all[u"refused_total"]}};
}

QJsonObject ServerMetrics::throughput() const
{
    const EventRate::Rates rates = m_rate.perSecond();
    return {{u"events_per_second"_s, rates.events},
            {u"deliveries_per_second"_s, rates.deliveries},
            {u"window_s"_s, EventRate::windowSeconds},
            {u"events_total"_s, m_series->eventCount()},
            {u"deliveries_total"_s, value(m_series->deliveries)}};
}

QByteArray ServerMetrics::prometheusText(const NovaState &state, quint64 lastSeq) const
{
    MetricList list = m_series->registry.Collect();
    addGauge(list, "nova_build_info", "1, with the version of the program.", "version",
             {{m_options.version.toStdString(), 1}});
    addGauge(list, "nova_event_seq", "Sequence number of the newest event.", double(lastSeq));
    addStateMetrics(list, state);
    addProcessMetrics(list);
    return toText(std::move(list));
}

} // namespace nova
