#pragma once

#include <QtGlobal>

namespace nova::test
{

/// A port of the loopback that nobody listens on now; 0 where there is none. For programs whose port has to be known
/// before they are started.
[[nodiscard]] quint16 freePort();

} // namespace nova::test
