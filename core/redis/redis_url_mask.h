#pragma once

#include <QString>

namespace nova
{

/// For the eyes of people: as wide as a password, and none that anybody would type.
inline constexpr QStringView passwordDots = u"••••••";

/// The address of a Redis with `mask` in place of its password. Without one, as it is.
[[nodiscard]] QString maskedRedisUrl(const QString &url, QStringView mask = passwordDots);

/// Whether the mask stands in place of the password.
[[nodiscard]] bool hasMaskedPassword(const QString &url, QStringView mask = passwordDots);

/// What somebody wrote who was shown the mask of `known`: a mask that still stands in place of a password means the
/// known one.
[[nodiscard]] QString unmaskedRedisUrl(const QString &written, const QString &known, QStringView mask = passwordDots);

} // namespace nova
