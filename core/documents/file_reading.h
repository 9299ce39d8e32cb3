#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace nova
{

/// Nova's files are read by people: beyond this size a file is refused before it is read.
constexpr qint64 maxDocumentBytes = 1024 * 1024;

enum class FileStatus { Present, Missing, Unreadable, TooLarge };

/// What one look at a file gave.
struct FileReading {
    FileStatus status = FileStatus::Missing;
    QByteArray bytes;
    QString revision;      ///< revisionOf(bytes); empty when missing or unreadable.
    QString problem;       ///< A sentence for people when the status is not Present.
    bool writable = false; ///< Whether Nova may replace the file (the file and its folder).
    QDateTime modified;    ///< Whole seconds.
    /// Names what was written and when: the same for everybody who looks at this file before it changes again.
    QString identity;
};

/// SHA-256 of all bytes in lower-case hex: the identity of a text, and the ETag of all that is made from it.
[[nodiscard]] QString revisionOf(QByteArrayView bytes);

/// The file that `path` leads to through symlinks, whether it exists or not.
[[nodiscard]] QString realPathOf(const QString &path);

/// What fills in `modified` and `identity` of the file at `path` as it is now, for one whose text is known to be
/// `revision`.
void readStanding(const QString &path, const QString &revision, FileReading &reading);

/// Reads a file as it is now, following symlinks. Blocks on the disk; repeats a read during which the file changed.
[[nodiscard]] FileReading readFile(const QString &path);

} // namespace nova
