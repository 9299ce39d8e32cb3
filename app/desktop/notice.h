#pragma once

#include <QString>

namespace nova
{

/// A message for the desktop: a line that says what happened, and the details under it. Plain text.
struct Notice {
    QString title;
    QString text;

    bool operator==(const Notice &) const = default;
};

} // namespace nova
