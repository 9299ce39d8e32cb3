#pragma once

#include <QByteArray>

namespace nova::bench
{

/// How many servers the catalog of every scenario has.
inline constexpr int serverCount = 20;

/// "server-07"
[[nodiscard]] QByteArray serverName(int index);
/// A catalog of that many servers, all enabled, commented as people do.
[[nodiscard]] QByteArray catalogText();
/// A prompt of about 4 KB that contains `marker`.
[[nodiscard]] QByteArray promptText(const QByteArray &marker);

} // namespace nova::bench
