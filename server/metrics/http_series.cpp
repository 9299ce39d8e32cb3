#include "server/metrics/http_series.h"

#include <algorithm>
#include <array>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::array<std::string_view, 10> methods{"GET",     "HEAD",    "POST",  "PUT",   "DELETE",
                                                   "CONNECT", "OPTIONS", "TRACE", "PATCH", "other"};
constexpr quint8 otherMethod = methods.size() - 1;

quint8 methodIndex(const QByteArray &method)
{
    const std::string_view name(method.constData(), size_t(method.size()));
    return quint8(std::find(methods.begin(), methods.end() - 1, name) - methods.begin());
}

/// Most answers take well under a millisecond; a save that waits for a disk takes many.
const prometheus::Histogram::BucketBoundaries &buckets()
{
    static const prometheus::Histogram::BucketBoundaries boundaries{
        0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    return boundaries;
}

} // namespace

HttpSeries::HttpSeries(prometheus::Registry &registry)
    : m_requests(prometheus::BuildCounter()
                     .Name("nova_http_requests_total")
                     .Help("Answered requests by method, pattern of the route, and status.")
                     .Register(registry))
    , m_durations(prometheus::BuildHistogram()
                      .Name("nova_http_request_duration_seconds")
                      .Help("From the last byte of a request's head to its answer.")
                      .Register(registry))
    , m_bytes(prometheus::BuildCounter()
                  .Name("nova_http_response_bytes_total")
                  .Help("Bytes of all answers.")
                  .Register(registry)
                  .Add({}))
{
}

void HttpSeries::answered(const QByteArray &method, const QString &route, int status, std::chrono::nanoseconds took,
                          qint64 bytes)
{
    Key key{route, status >= 100 && status <= 599 ? quint16(status) : quint16(0), methodIndex(method)};
    auto series = m_series.constFind(key);
    if (series == m_series.cend()) {
        if (m_series.size() >= maxSeries)
            key = {u"other"_s, 0, otherMethod};
        series = m_series.constFind(key);
        if (series == m_series.cend())
            series = m_series.insert(key, make(key));
    }
    series->requests->Increment();
    series->duration->Observe(std::chrono::duration<double>(took).count());
    m_bytes.Increment(double(bytes));
}

HttpSeries::Series HttpSeries::make(const Key &key)
{
    const std::string method(methods.at(key.method));
    const std::string route = key.route.isEmpty() ? std::string("none") : key.route.toStdString();
    const std::string status = key.status == 0 ? std::string("other") : std::to_string(key.status);
    return {&m_requests.Add({{"method", method}, {"route", route}, {"status", status}}),
            &m_durations.Add({{"method", method}, {"route", route}}, buckets())};
}

} // namespace nova
