#pragma once

#include "core/health/health_check.h"

namespace nova
{

/// What is known of a server besides the newest check.
struct HealthBackground {
    bool hasHeaders = false; ///< Credentials of some kind are sent along.
    int failuresInARow = 0;  ///< The newest check included, where it is one.
    int failuresBeforeDown = 2;
    int usualLatencyMs = -1;    ///< The median of the last ones; -1: too few to say.
    int previousLatencyMs = -1; ///< Of the check before: one that is slow may be an accident.
    int timeoutSeconds = 5;
};

/// Whether a check counts as a failure, so that it takes several in a row to be down.
[[nodiscard]] bool isFailure(const CheckResult &check);

/// The one place that says how a server is and what to do about it: every UI, the API and the log show this. Fills in
/// everything but the times. Pure.
[[nodiscard]] HealthReport judge(const CheckResult &check, const HealthBackground &background);

/// For a server that is switched off, and for one that has not been asked yet.
[[nodiscard]] HealthReport disabledReport();
[[nodiscard]] HealthReport checkingReport();

} // namespace nova
