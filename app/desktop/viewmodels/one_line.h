#pragma once

#include <QJsonValue>

namespace nova
{

/// A text that somebody else has written, as one short line, whatever it was. Empty if it is no text.
[[nodiscard]] inline QString oneLine(const QJsonValue &value)
{
    constexpr qsizetype longest = 300;
    return value.toString().left(4 * longest).simplified().left(longest);
}

} // namespace nova
