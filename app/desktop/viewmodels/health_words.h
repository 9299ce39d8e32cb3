#pragma once

#include "app/desktop/viewmodels/status_model.h"
#include "core/health/health_report.h"

namespace nova
{

/// How a server is, as few words and a mark: the same in rows, cards, details and notifications.

[[nodiscard]] StatusModel::Mark markOf(HealthStatus status);

/// The bar of the last hours as QML passes it on: a StatusModel::Mark for each slot, and the latency in ms.
[[nodiscard]] QList<int> barKinds(const QList<HealthBarSlot> &bar);
[[nodiscard]] QList<int> barLatencies(const QList<HealthBarSlot> &bar);

/// Whether somebody has to do something. One miss that is asked again at once is not yet for people.
[[nodiscard]] bool needsPerson(const HealthReport &report);

/// What is, shortly: "14 tools · 23 ms", "cannot be reached since 10:42", "wants credentials", "off".
[[nodiscard]] QString healthWords(const HealthReport &report, const QDateTime &now);

/// "14 tools"; empty where it is not known.
[[nodiscard]] QString toolsWords(int count);

/// "23 ms", "1.4 s"; empty where there was no answer.
[[nodiscard]] QString latencyWords(int latencyMs);

/// Since when, as one says it after "since": "10:42", "yesterday 10:42", "12 May".
[[nodiscard]] QString sinceWords(const QDateTime &time, const QDateTime &now);

/// "4 s", "3 min 20 s", "2 h 5 min", "3 days 4 h".
[[nodiscard]] QString durationWords(qint64 milliseconds);

/// "99.9 %"; never rounded up to all. Empty where it is not known.
[[nodiscard]] QString percentWords(double percent);

} // namespace nova
