#pragma once

#include <QHostAddress>

namespace nova
{

/// Who counts as one caller: an IPv4 address, or the /64 of an IPv6 one, within which a single machine may take as many
/// addresses as it likes (RFC 4291 §2.5.4). An IPv4 address inside IPv6 counts as what it is.
[[nodiscard]] QString clientSource(const QHostAddress &address);

} // namespace nova
