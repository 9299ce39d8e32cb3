#pragma once

#include <QByteArray>

namespace nova
{

/// `bytes` random bytes of the system's generator, as URL-safe base64 without padding.
[[nodiscard]] QByteArray randomSecret(int bytes = 32);

/// Whether two secrets are the same, in a time that does not tell where they differ.
[[nodiscard]] bool sameSecret(QByteArrayView a, QByteArrayView b);

} // namespace nova
