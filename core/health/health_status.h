#pragma once

#include <QString>
#include <optional>

namespace nova
{

/// How a server stands. In the order of what is worse: the worst of several is the greatest.
enum class HealthStatus : quint8 {
    Disabled,
    Checking,
    Healthy,
    Degraded,
    AuthRequired,
    Incompatible,
    NotMcp,
    Misconfigured,
    Unreachable
};

/// The word that files, the API and events have for it.
[[nodiscard]] QString toString(HealthStatus status);
[[nodiscard]] std::optional<HealthStatus> healthStatusFromString(QStringView word);

/// Whether the server answers in a way that an agent can get on with: what uptime counts as up.
[[nodiscard]] constexpr bool countsAsUp(HealthStatus status)
{
    return status == HealthStatus::Healthy || status == HealthStatus::Degraded || status == HealthStatus::AuthRequired;
}

} // namespace nova
