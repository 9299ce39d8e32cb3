#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <memory>

namespace nova
{

/// Holds the advisory lock on the folder of a document while it lives, so that two Nova processes on the same files
/// take turns. Blocks while another holds it. No lock file: flock(2) on the folder itself.
class FolderLock
{
public:
    explicit FolderLock(const QString &documentPath);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    int m_descriptor = -1;
};

/// Replaces the text of `path` by `bytes`, all or nothing. Blocks on the disk.
///
/// Writes a temporary file in the same folder with the old file's mode and owner, syncs it, puts it in place and syncs
/// the folder; every step is checked, and after a failure the old file is as it was and no temporary file is left.
/// A symlink stays a symlink: its target is replaced.
///
/// `expectedRevision` is that of the text the caller started from (empty: there was no file). What is there at the very
/// moment of the exchange must still be that text, else it is put back and the answer is ErrorCode::StaleRevision: a
/// save by an editor in between is never overwritten. Only where the disk fails in that very moment, the editor's text
/// is left under the temporary name that the answer tells; see strayTemporaries().
///
/// If nothing but the sync of the folder fails, the answer is a failure and the new text is in place.
///
/// `newMode` is the mode of a file that was not there before (less the umask).
[[nodiscard]] Result<void> saveAtomically(const QString &path, QByteArrayView bytes, const QString &expectedRevision,
                                          unsigned newMode = 0644);

/// A temporary file that a killed process left.
struct StrayTemporary {
    QString path;
    /// Whether there may be something in it that is nowhere else: it is not (only) the text it was made for. A save
    /// that was killed behind the exchange leaves what it replaced, be it a save by an editor in that very moment.
    bool mayBeReplacedText = false;
    QByteArray text;
};

/// The stray temporary files beside `path`. Call it under the lock, when no save is under way.
[[nodiscard]] QList<StrayTemporary> strayTemporaries(const QString &path);

/// What the names of temporary files for `fileName` (which may be a wildcard) look like, as a wildcard.
[[nodiscard]] QString temporaryPattern(const QString &fileName);

} // namespace nova
