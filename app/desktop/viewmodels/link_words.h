#pragma once

#include "core/service/link_state.h"

#include <QString>

namespace nova
{

/// How a Nova is called on a screen: "This computer", "nova-2", "nova-2:9000".
[[nodiscard]] QString novaName(const QString &address);

/// What is the matter with the connection, in one line: "nova-2 cannot be reached since 10:42". Empty where nothing is.
[[nodiscard]] QString linkHeadline(const LinkState &link);

} // namespace nova
