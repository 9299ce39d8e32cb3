#pragma once

#include <QString>

namespace nova
{

/// The address of a Redis for the eyes: dots in place of its password. Without one, as it is.
[[nodiscard]] QString maskedRedisUrl(const QString &url);

/// What somebody wrote who was shown the mask of `known`: dots that still stand in place of a password mean the known
/// one.
[[nodiscard]] QString unmaskedRedisUrl(const QString &written, const QString &known);

} // namespace nova
