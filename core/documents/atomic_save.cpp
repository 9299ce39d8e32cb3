#include "core/documents/atomic_save.h"

#include "core/documents/file_reading.h"

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
    Temporary(int folder, QByteArray name)
        : m_folder(folder)
        , m_name(std::move(name))
    {
    }
    ~Temporary()
    {
        if (m_there)
            ::unlinkat(m_folder, m_name.constData(), 0);
    }
    Q_DISABLE_COPY_MOVE(Temporary)

    [[nodiscard]] const char *name() const { return m_name.constData(); }
    void release() { m_there = false; }

private:
    const int m_folder;
    const QByteArray m_name;
    bool m_there = true;
};

/// 0, or the error number.
int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.sliced(written);
    }
    return 0;
}

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

/// Puts the temporary file in the place of `name`. Exchanging the two (instead of renaming over) lets us look at what
/// was really replaced, and put it back if it is not what the caller knew.
Result<void> putInPlace(int folder, Temporary &temporary, const QByteArray &name, const QString &path,
                        const QString &expectedRevision)
{
    const auto rename = [&](unsigned flags) {
        return ::renameat2(folder, temporary.name(), folder, name.constData(), flags) == 0 ? 0 : errno;
    };
    if (expectedRevision.isEmpty()) {
        const int error = rename(RENAME_NOREPLACE);
        if (error == EEXIST)
            return tl::unexpected(stale(path));
        if (error != 0)
            return tl::unexpected(systemError(error, u"creating the file"_s, path));
        temporary.release();
        return {};
    }
    int error = rename(RENAME_EXCHANGE);
    if (error == 0) {
        if (revisionAt(folder, temporary.name()) == expectedRevision)
            return {}; // The temporary name now holds the old text and is removed with it.
        rename(RENAME_EXCHANGE);
        return tl::unexpected(stale(path));
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
    const QByteArray temporaryName = '.' + name + temporaryMark.data() + revisionOf(bytes).left(16).toLatin1() + '-' +
                                     QByteArray::number(QRandomGenerator::system()->generate64(), 36) +
                                     temporaryEnd.data();
    Descriptor file(::openat(folder.get(), temporaryName.constData(),
                             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, replacing ? 0600 : newMode));
    if (file.get() < 0)
        return tl::unexpected(systemError(errno, u"creating a temporary file"_s, path));
    Temporary temporary(folder.get(), temporaryName);

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
    if (const auto placed = putInPlace(folder.get(), temporary, name, path, expectedRevision); !placed)
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
        const bool isNewText = !meant.isEmpty() && reading.revision.startsWith(meant);
        strays.append(
            {file.filePath(), !isNewText && !reading.bytes.isEmpty() && reading.revision != current, reading.bytes});
    }
    return strays;
}

} // namespace nova
