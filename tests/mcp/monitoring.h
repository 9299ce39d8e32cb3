#pragma once

#include "core/health/health_monitor.h"

namespace nova::test
{

/// Nobody is asked again by itself while a test looks, but after a failure.
[[nodiscard]] HealthMonitor::Options monitorOptions(std::chrono::milliseconds timeout = std::chrono::seconds(8),
                                                    std::chrono::milliseconds interval = std::chrono::hours(1));
[[nodiscard]] MonitoredServer named(const QString &name, const QUrl &url, bool enabled = true);
/// Waits for a check that is asked for now: how the server stands, or «no answer».
[[nodiscard]] QString checkNow(HealthMonitor &monitor, const QString &name = QStringLiteral("one"));
/// How it stands, by what is known.
[[nodiscard]] QString statusOf(const HealthMonitor &monitor, const QString &name = QStringLiteral("one"));

} // namespace nova::test
