#include "server/metrics/metric_list.h"

#include <algorithm>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace nova
{

namespace
{

prometheus::MetricFamily &addFamily(MetricList &list, const char *name, const char *help, prometheus::MetricType type)
{
    prometheus::MetricFamily &family = list.emplace_back();
    family.name = name;
    family.help = help;
    family.type = type;
    return family;
}

} // namespace

void addGauge(MetricList &list, const char *name, const char *help, double value)
{
    addFamily(list, name, help, prometheus::MetricType::Gauge).metric.emplace_back().gauge.value = value;
}

void addCounter(MetricList &list, const char *name, const char *help, double value)
{
    addFamily(list, name, help, prometheus::MetricType::Counter).metric.emplace_back().counter.value = value;
}

void addGauge(MetricList &list, const char *name, const char *help, const char *label, const LabelledValues &values)
{
    prometheus::MetricFamily &family = addFamily(list, name, help, prometheus::MetricType::Gauge);
    for (const auto &[labelValue, value] : values) {
        prometheus::ClientMetric &metric = family.metric.emplace_back();
        metric.label.push_back({label, labelValue});
        metric.gauge.value = value;
    }
}

QByteArray toText(MetricList list)
{
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    for (prometheus::MetricFamily &family : list)
        std::sort(family.metric.begin(), family.metric.end(),
                  [](const auto &a, const auto &b) { return a.label < b.label; });
    // Nothing has happened yet in a family without values: a heading alone says nothing.
    std::erase_if(list, [](const auto &family) { return family.metric.empty(); });
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(list));
}

} // namespace nova
