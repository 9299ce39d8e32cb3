#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace nova
{

/// What the files of a state folder were before a migration: a folder `before-format-N` in it. While the migration is
/// under way it is called `before-format-N.unfinished`, so that one that was killed can begin again. Under a StateLock.

/// The highest format of a migration that has begun and not ended; 0 where there is none.
[[nodiscard]] int newestUnfinishedCopy(const QString &folder);

/// Copies the files (those of them that are there), all or nothing; or, where the copies of a killed migration are
/// there, puts every file back as it was then.
[[nodiscard]] Result<void> beginCopy(const QString &folder, int format, const QStringList &files);
/// Puts every file back, and forgets the copies.
[[nodiscard]] Result<void> undoFromCopy(const QString &folder, int format, const QStringList &files);
/// The migration is over: the copies stay for whoever wants to go back.
void finishCopies(const QString &folder, int upTo);

} // namespace nova
