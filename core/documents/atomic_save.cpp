#include "core/documents/atomic_save.h"

#include "core/documents/file_reading.h"
#include "core/documents/write_all.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr auto temporaryMark = ".nova-"_L1;
constexpr auto temporaryEnd = ".tmp"_L1;
/// Of the name while the text is being written. Whatever has the name without it was whole once, so that half of a new
/// text is never taken for one that was replaced.
constexpr auto unfinishedEnd = ".part.tmp"_L1;

Error systemError(int error, const QString &doing, const QString &path)
{
    const auto code = error == ENOSPC || error == EDQUOT  ? ErrorCode::NoSpace
                      : error == EROFS                    ? ErrorCode::ManagedElsewhere
                      : error == EACCES || error == EPERM ? ErrorCode::PermissionDenied
                      : error == ENOENT                   ? ErrorCode::Conflict
                                                          : ErrorCode::Io;
    return {code, u"%1 was not saved: %2 failed: %3. The file is as it was."_s.arg(path, doing, qt_error_string(error)),
            path};
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    {
    }
    ~Descriptor() { static_cast<void>(close()); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    [[nodiscard]] int get() const { return m_value; }
    /// 0, or the error number.
    [[nodiscard]] int close()
    {
        if (m_value < 0)
            return 0;
        const int closed = ::close(std::exchange(m_value, -1));
        return closed == 0 ? 0 : errno;
    }

private:
    int m_value;
};

/// Unlinks the temporary file unless told that it is gone.
class Temporary
{
public:
    /// `stem` is the name without its end. The file is unfinished.
    Temporary(int folder, QByteArray stem)
        : m_folder(folder)
        , m_stem(std::move(stem))
        , m_name(m_stem + unfinishedEnd.data())
    {
    }
    ~Temporary()
    {
        if (m_there)
            ::unlinkat(m_folder, m_name.constData(), 0);
    }
    Q_DISABLE_COPY_MOVE(Temporary)

    [[nodiscard]] const char *name() const { return m_name.constData(); }
    void created() { m_there = true; }
    void release() { m_there = false; }
    /// Gives it the name of a whole one. 0, or the error number.
    [[nodiscard]] int finish()
    {
        const QByteArray whole = m_stem + temporaryEnd.data();
        if (::renameat(m_folder, m_name.constData(), m_folder, whole.constData()) != 0)
            return errno;
        m_name = whole;
        return 0;
    }

private:
    const int m_folder;
    const QByteArray m_stem;
    QByteArray m_name;
    bool m_there = false;
};

QString revisionAt(int folder, const char *name)
{
    const int descriptor = ::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return {};
    return revisionOf(file.read(maxDocumentBytes + 1));
}

Error stale(const QString &path)
{
    return {ErrorCode::StaleRevision, u"%1 was changed by somebody else in the meantime."_s.arg(path), path};
}

/// Puts the temporary file where there is no `name`, and never over one.
Result<void> putWhereNoneIs(int folder, Temporary &temporary, const QByteArray &name, const QString &path)
{
    const auto rename = [&](unsigned flags) {
        return ::renameat2(folder, temporary.name(), folder, name.constData(), flags) == 0 ? 0 : errno;
    };
    int error = rename(RENAME_NOREPLACE);
    if (error == 0)
        temporary.release();
    // A file system without such a rename: a second name for the file, the first one is removed; or, where a file has
    // one name only, look, then rename.
    if (error == EINVAL || error == ENOSYS) {
        error = ::linkat(folder, temporary.name(), folder, name.constData(), 0) == 0 ? 0 : errno;
        if (error == EPERM || error == EOPNOTSUPP || error == ENOSYS) {
            struct stat there = {};
            error = ::fstatat(folder, name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0 ? EEXIST : rename(0);
            if (error == 0)
                temporary.release();
        }
    }
    if (error == EEXIST)
        return tl::unexpected(stale(path));
    if (error != 0)
        return tl::unexpected(systemError(error, u"creating the file"_s, path));
    return {};
}

/// Puts back what was replaced by mistake. If somebody saved over our text before that, theirs is what we got now, and
/// is newer: it goes back in turn. A text that cannot be put back is left for the next start, which keeps it.
Error putBack(int folder, Temporary &temporary, const QByteArray &name, const QString &path, QString placed)
{
    int error = EBUSY;
    for (int tries = 0; tries < 10; ++tries) {
        const QString next = revisionAt(folder, temporary.name());
        if (::renameat2(folder, temporary.name(), folder, name.constData(), RENAME_EXCHANGE) != 0) {
            error = errno;
            break;
        }
        if (revisionAt(folder, temporary.name()) == placed)
            return stale(path);
        placed = next;
    }
    temporary.release();
    return {
        ErrorCode::Io,
        u"%1 was saved by somebody else at the same time, and that text could not be put back: %2. It is in %3."_s.arg(
            path, qt_error_string(error),
            QFileInfo(realPathOf(path)).absolutePath() + u'/' + QFile::decodeName(temporary.name())),
        path};
}

/// Puts the temporary file in the place of `name`. Exchanging the two (instead of renaming over) lets us look at what
/// was really replaced, and put it back if it is not what the caller knew.
Result<void> putInPlace(int folder, Temporary &temporary, const QByteArray &name, const QString &path,
                        const QString &expectedRevision, const QString &newRevision)
{
    if (expectedRevision.isEmpty())
        return putWhereNoneIs(folder, temporary, name, path);
    const auto rename = [&](unsigned flags) {
        return ::renameat2(folder, temporary.name(), folder, name.constData(), flags) == 0 ? 0 : errno;
    };
    int error = rename(RENAME_EXCHANGE);
    if (error == 0) {
        if (revisionAt(folder, temporary.name()) == expectedRevision)
            return {}; // The temporary name now holds the old text and is removed with it.
        return tl::unexpected(putBack(folder, temporary, name, path, newRevision));
    }
    if (error == ENOENT)
        return tl::unexpected(stale(path));
    if (error != EINVAL && error != ENOSYS)
        return tl::unexpected(systemError(error, u"putting the new text in place"_s, path));
    // A file system without exchange: look, then rename.
    if (revisionAt(folder, name.constData()) != expectedRevision)
        return tl::unexpected(stale(path));
    error = rename(0);
    if (error != 0)
        return tl::unexpected(systemError(error, u"putting the new text in place"_s, path));
    temporary.release();
    return {};
}

} // namespace

FolderLock::FolderLock(const QString &documentPath)
{
    const QString folder = QFileInfo(realPathOf(documentPath)).absolutePath();
    m_descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
    }
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // Lets go of the lock, too.
}

Result<void> saveAtomically(const QString &path, QByteArrayView bytes, const QString &expectedRevision,
                            unsigned newMode)
{
    const QFileInfo target(realPathOf(path));
    const QByteArray name = QFile::encodeName(target.fileName());

    Descriptor folder(::open(QFile::encodeName(target.absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0)
        return tl::unexpected(systemError(errno, u"opening the folder"_s, path));
    struct stat old = {};
    const bool replacing = ::fstatat(folder.get(), name.constData(), &old, 0) == 0;

    // The name says what the new text is: so a stray one tells whether it holds the new text, part of it, or the old.
    const QString newRevision = revisionOf(bytes);
    Temporary temporary(folder.get(),
                        QByteArray('.' + name + temporaryMark.data() + newRevision.left(16).toLatin1() + '-' +
                                   QByteArray::number(QRandomGenerator::system()->generate64(), 36)));
    Descriptor file(::openat(folder.get(), temporary.name(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                             replacing ? 0600 : newMode));
    if (file.get() < 0)
        return tl::unexpected(systemError(errno, u"creating a temporary file"_s, path));
    temporary.created();

    if (replacing) {
        // Owner first: changing it clears set-id bits. Only root may give a file away, and only then does it matter.
        if ((old.st_uid != ::geteuid() || old.st_gid != ::getegid()) &&
            ::fchown(file.get(), old.st_uid, old.st_gid) != 0 && errno != EPERM)
            return tl::unexpected(systemError(errno, u"keeping the owner"_s, path));
        if (::fchmod(file.get(), old.st_mode & 07777) != 0)
            return tl::unexpected(systemError(errno, u"keeping the mode"_s, path));
    }
    if (const int error = writeAll(file.get(), bytes))
        return tl::unexpected(systemError(error, u"writing"_s, path));
    if (::fsync(file.get()) != 0)
        return tl::unexpected(systemError(errno, u"syncing"_s, path));
    if (const int error = file.close())
        return tl::unexpected(systemError(error, u"closing"_s, path));
    if (const int error = temporary.finish())
        return tl::unexpected(systemError(error, u"renaming the temporary file"_s, path));
    if (const auto placed = putInPlace(folder.get(), temporary, name, path, expectedRevision, newRevision); !placed)
        return placed;
    if (::fsync(folder.get()) != 0)
        return failure(
            ErrorCode::Io,
            u"%1 was saved, but syncing its folder failed: %2. A power loss now could bring the old text back."_s.arg(
                path, qt_error_string(errno)),
            path);
    return {};
}

QString temporaryPattern(const QString &fileName)
{
    return u'.' + fileName + temporaryMark + u'*' + temporaryEnd;
}

QList<StrayTemporary> strayTemporaries(const QString &path)
{
    const QFileInfo target(realPathOf(path));
    const QString current = readFile(path).revision;
    QList<StrayTemporary> strays;
    const auto files =
        QDir(target.absolutePath()).entryInfoList({temporaryPattern(target.fileName())}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        const FileReading reading = readFile(file.filePath());
        const QString meant = file.fileName().section(temporaryMark, -1).section(u'-', 0, 0);
        const bool isNewText =
            file.fileName().endsWith(unfinishedEnd) || (!meant.isEmpty() && reading.revision.startsWith(meant));
        strays.append(
            {file.filePath(), !isNewText && !reading.bytes.isEmpty() && reading.revision != current, reading.bytes});
    }
    return strays;
}

} // namespace nova
