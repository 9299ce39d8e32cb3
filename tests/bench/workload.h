#pragma once

#include <QByteArray>

namespace nova::bench
{

/// How many servers a catalog has where a scenario does not say otherwise.
inline constexpr int serverCount = 20;

/// "server-07"
[[nodiscard]] QByteArray serverName(int index);
/// A catalog of that many servers, all enabled, commented as people do.
[[nodiscard]] QByteArray catalogText(int servers = serverCount);
/// What /ws/broadcast is asked for, so that an event of about 200 bytes goes out; `size` makes it larger.
[[nodiscard]] QByteArray broadcastBody(int number, int size = 0);
/// What only that event holds.
[[nodiscard]] QByteArray broadcastMarker(int number);
/// A prompt of about 4 KB that contains `marker`.
[[nodiscard]] QByteArray promptText(const QByteArray &marker);

} // namespace nova::bench
