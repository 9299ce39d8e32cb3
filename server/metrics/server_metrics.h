#pragma once

#include "core/events/event.h"
#include "core/service/nova_state.h"
#include "server/metrics/event_rate.h"

#include <QJsonObject>
#include <chrono>
#include <memory>

namespace nova
{

/// What the web side has done, in numbers: the one place where they are kept. Server thread.
///
/// However strange what comes in, the number of series stays bounded: no label takes words from outside.
class ServerMetrics
{
public:
    struct Options {
        QString version{};
        int maxClients = 10'000;
        EventRate::Clock clock = &std::chrono::steady_clock::now;
    };

    /// Why a connection ended without a whole answer.
    enum class Dropped { SlowSender, SlowReader, Idle, ConnectionLimit, AddressLimit, NoDescriptors, TlsHandshake };
    /// Why a WebSocket was not let in.
    enum class ClientRefused { Limit, NotAuthenticated };

    explicit ServerMetrics(Options options);
    ~ServerMetrics();
    Q_DISABLE_COPY_MOVE(ServerMetrics)

    void accepted();
    void connectionsOpen(int count);
    void dropped(Dropped why);
    /// `route` is the pattern that matched; empty where none did. `bytes` are those of the body.
    void answered(const QByteArray &method, const QString &route, int status, std::chrono::nanoseconds took,
                  qint64 bytes);

    void clientRefused(ClientRefused why);
    void clientConnected();
    void clientClosed(int code);
    void clientsOpen(int count);
    void eventPublished(EventType type, int deliveries, qint64 bytesDelivered);

    /// To how many the newest event went.
    [[nodiscard]] int lastDelivered() const { return m_lastDelivered; }

    [[nodiscard]] QJsonObject hub() const;         ///< GET /ws/metrics
    [[nodiscard]] QJsonObject connections() const; ///< GET /api/metrics/websocket-connections
    [[nodiscard]] QJsonObject throughput() const;  ///< GET /api/metrics/event-throughput

    /// Everything in Prometheus' text format 0.0.4, with what can be read off the state and the process.
    [[nodiscard]] QByteArray prometheusText(const NovaState &state, quint64 lastSeq) const;

private:
    class Series;

    const Options m_options;
    const std::unique_ptr<Series> m_series;
    EventRate m_rate;
    int m_lastDelivered = 0;
};

} // namespace nova
