#pragma once

#include "core/base/result.h"
#include "core/events/event.h"

namespace nova
{

/// Whether `data` is what an event of this type carries: the fields it needs, each of the right kind. What is wrong is
/// named by its path ("counts.running"); unknown fields are let through, for programs that say more.
[[nodiscard]] QList<Diagnostic> checkEventData(EventType type, const QJsonObject &data);

} // namespace nova
