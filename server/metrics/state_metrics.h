#pragma once

#include "core/service/nova_state.h"
#include "server/metrics/metric_list.h"

namespace nova
{

/// What can be read off the state: the servers, the two files, Redis and the tasks of other programs.
void addStateMetrics(MetricList &list, const NovaState &state);

} // namespace nova
