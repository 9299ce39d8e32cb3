#include "core/health/health_status.h"

#include <array>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::array words{"disabled"_L1,     "checking"_L1, "healthy"_L1,       "degraded"_L1,   "auth_required"_L1,
                           "incompatible"_L1, "not_mcp"_L1,  "misconfigured"_L1, "unreachable"_L1};
static_assert(words.size() == size_t(HealthStatus::Unreachable) + 1);

} // namespace

QString toString(HealthStatus status)
{
    return words.at(size_t(status));
}

std::optional<HealthStatus> healthStatusFromString(QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words.at(i))
            return HealthStatus(i);
    }
    return std::nullopt;
}

} // namespace nova
