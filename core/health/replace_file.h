#pragma once

#include "core/base/result.h"

namespace nova
{

/// Replaces a file that is Nova's own and that nobody edits, all or nothing: a temporary file beside it with mode 0600,
/// synced and renamed over it, then the folder synced. After a failure the old file is as it was. Blocks on the disk.
[[nodiscard]] Result<void> replaceFile(const QString &path, QByteArrayView bytes);

/// Removes temporary files that a killed process left beside `path`, which are those that are not of the last minutes.
void removeStraysOf(const QString &path);

} // namespace nova
