#pragma once

#include <QByteArray>
#include <string>
#include <utility>
#include <vector>

namespace prometheus
{
struct MetricFamily;
}

namespace nova
{

/// What one answer of /metrics is made of.
using MetricList = std::vector<prometheus::MetricFamily>;

/// Values that are looked up when somebody asks, rather than counted: they are never in the registry.
void addGauge(MetricList &list, const char *name, const char *help, double value);
void addCounter(MetricList &list, const char *name, const char *help, double value);

/// One value for each value of a label.
using LabelledValues = std::vector<std::pair<std::string, double>>;
void addGauge(MetricList &list, const char *name, const char *help, const char *label, const LabelledValues &values);

/// The list in the text format 0.0.4, in the order of the names: two answers can be compared line by line.
[[nodiscard]] QByteArray toText(MetricList list);

} // namespace nova
