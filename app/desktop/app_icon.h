#pragma once

#include <QIcon>

namespace nova
{

/// What the icon's corner tells.
enum class Badge {
    None,
    Degraded, ///< Something wants a person.
    Cut,      ///< Other machines are not heard: Redis, or the Nova that is shown, is away.
    Down,     ///< Nothing works, or a file is wrong.
};

/// The program's icon, drawn at the sizes that desktops ask for.
[[nodiscard]] QIcon appIcon(Badge badge = Badge::None);

} // namespace nova
