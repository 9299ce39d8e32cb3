#pragma once

#include "app/desktop/viewmodels/status_model.h"

#include <QJsonObject>

namespace nova
{

/// What an event `system_health` says: "calendar cannot be reached", "Redis is connected"; empty where it tells
/// nothing.
[[nodiscard]] QString healthEventSentence(const QJsonObject &data);
/// How the worst of it is.
[[nodiscard]] StatusModel::Mark healthEventMark(const QJsonObject &data);

} // namespace nova
