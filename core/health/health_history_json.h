#pragma once

#include "core/health/health_history.h"

#include <QJsonObject>

namespace nova
{

/// As the API gives it. Minutes and hours without a probe are left out; what is not known is null.
[[nodiscard]] QJsonObject toJson(const HealthHistory &history);

} // namespace nova
