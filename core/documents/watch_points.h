#pragma once

#include <QStringList>

namespace nova
{

/// What has to be watched so that no change of what `path` leads to goes unnoticed: the file, its folder, the folder
/// around that (the only one to hear when its folder is moved away), and the folder of every symlink on the way; for what
/// does not exist, the nearest existing ancestor. Absolute, existing.
[[nodiscard]] QStringList watchPoints(const QString &path);

} // namespace nova
