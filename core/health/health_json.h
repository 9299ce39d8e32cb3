#pragma once

#include "core/health/health_history.h"
#include "core/health/health_report.h"

#include <QJsonObject>

namespace nova
{

/// A report as the API and events give it. Times that are not known and latencies that were not measured are null.
[[nodiscard]] QJsonObject toJson(const HealthReport &report);

/// The bar of the last hours: `slot_s`, and for each slot (the oldest first) a letter in `states` and a number in
/// `latency_ms` (null: none). The letters are the first ones of the statuses: h, d, a, i, n, m, u; `-` for «not known».
[[nodiscard]] QJsonObject barJson(const QList<HealthBarSlot> &bar, int slotSeconds);

} // namespace nova
