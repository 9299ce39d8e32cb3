#pragma once

#include <QIcon>

namespace nova
{

/// The program's icon, drawn at the sizes that desktops ask for. `attention` adds a mark in its corner: something is
/// wrong with the files.
[[nodiscard]] QIcon appIcon(bool attention = false);

} // namespace nova
