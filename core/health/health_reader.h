#pragma once

#include "core/base/json_fields.h"
#include "core/health/health_history.h"
#include "core/health/health_report.h"

namespace nova
{

/// What toJson() made of these, read back. The inverse of health_json and health_history_json.
void read(const JsonFields &fields, HealthReport &report);
void read(const JsonFields &fields, HealthHistory &history);
/// Of the object that barJson() makes.
void read(const JsonFields &fields, QList<HealthBarSlot> &bar);

} // namespace nova
