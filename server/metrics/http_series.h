#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <chrono>

namespace prometheus
{
class Counter;
class Histogram;
class Registry;
template <typename T>
class Family;
} // namespace prometheus

namespace nova
{

/// The counters and times of requests by method, route and status. Server thread; the registry outlives it.
///
/// Called for every request: after the first of its kind nothing is made or copied any more.
class HttpSeries
{
public:
    /// More kinds of requests than this are counted as one, «other», whatever somebody thinks up to ask.
    static constexpr qsizetype maxSeries = 1024;

    explicit HttpSeries(prometheus::Registry &registry);

    void answered(const QByteArray &method, const QString &route, int status, std::chrono::nanoseconds took,
                  qint64 bytes);

private:
    struct Key {
        QString route;
        quint16 status = 0; ///< 0: none that HTTP knows.
        quint8 method = 0;  ///< Its place in the list of methods.

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.route, key.status, key.method); }
    };
    struct Series {
        prometheus::Counter *requests = nullptr;
        prometheus::Histogram *duration = nullptr; ///< Shared by all statuses of a method and route.
    };

    [[nodiscard]] Series make(const Key &key);

    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_durations;
    prometheus::Counter &m_bytes;
    QHash<Key, Series> m_series;
};

} // namespace nova
