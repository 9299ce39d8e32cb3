#pragma once

#include "core/health/health_status.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <memory>

namespace nova
{

/// How a server is, in words for people and for programs. Holds no secret.
struct HealthReport {
    HealthStatus status = HealthStatus::Checking;
    QString summary; ///< One sentence: what is.
    QString action;  ///< What to do about it; empty where nothing is to be done.
    QString reason;  ///< For programs: "refused", "timeout", "tls", "missing_variable", …; empty where all is well.
    QString detail;  ///< Technical words, for the details.
    QDateTime since; ///< When this status began.
    QDateTime checkedAt;     ///< Invalid: not yet.
    QDateTime lastHealthyAt; ///< Invalid: never, as far as is known.
    int latencyMs = -1;
    int misses = 0; ///< Checks in a row that got no answer: a degraded server with some is only asked again.
    QString protocolVersion{};
    QString serverName{};
    QString serverVersion{};
    int toolCount = -1; ///< -1: not known.
    QStringList toolNames{};

    /// Whether there is something to tell: what people are told of a server. Times and small changes of the latency are
    /// not news.
    [[nodiscard]] bool isNewsAfter(const HealthReport &earlier) const;
};
using HealthReportPtr = std::shared_ptr<const HealthReport>;

} // namespace nova
