#pragma once

#include <QStringList>

namespace nova
{

/// What has to be watched so that no change of what `path` leads to goes unnoticed: the file, its folder, and the
/// folder of every symlink on the way; for what does not exist, the nearest existing ancestor; and around each of these
/// folders the next one (the only one to hear when its folder is moved away). Absolute, existing.
[[nodiscard]] QStringList watchPoints(const QString &path);

} // namespace nova
