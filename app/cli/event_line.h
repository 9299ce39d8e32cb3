#pragma once

#include "app/cli/terminal.h"

#include <QJsonObject>

namespace nova
{

/// An event as the API gives it, in one line for people: when, what kind, and what happened.
[[nodiscard]] QString eventLine(const QJsonObject &event, const Paint &paint);

} // namespace nova
