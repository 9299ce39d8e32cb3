#include "core/documents/file_reading.h"

#include "core/base/utc.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool sameMoment(const struct stat &a, const struct stat &b)
{
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

bool mayReplace(const QString &path)
{
    const QString target = realPathOf(path);
    const auto may = [](const QString &what) {
        return ::faccessat(AT_FDCWD, QFile::encodeName(what).constData(), W_OK, AT_EACCESS) == 0;
    };
    return may(QFileInfo(target).absolutePath()) && (!QFileInfo::exists(target) || may(target));
}

void fillStanding(const struct stat &from, FileReading &reading)
{
    reading.modified = utcFromSeconds(from.st_mtim.tv_sec);
    reading.identity =
        u"%1 %2.%3 %4"_s.arg(from.st_ino).arg(from.st_mtim.tv_sec).arg(from.st_mtim.tv_nsec).arg(reading.revision);
}

FileReading unusable(FileStatus status, const QString &problem)
{
    FileReading reading;
    reading.status = status;
    reading.problem = problem;
    return reading;
}

FileReading readOnce(const QString &path, bool *steady)
{
    *steady = true;
    const QByteArray name = QFile::encodeName(path);
    // O_NONBLOCK: a FIFO in place of the file must not hang us.
    const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR)
            return unusable(FileStatus::Missing, u"%1 does not exist; it is picked up when it appears."_s.arg(path));
        return unusable(FileStatus::Unreadable, u"%1 cannot be read: %2."_s.arg(path, qt_error_string(error)));
    }
    QFile file;
    struct stat before = {}, after = {};
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ||
        ::fstat(descriptor, &before) != 0 || !S_ISREG(before.st_mode))
        return unusable(FileStatus::Unreadable, u"%1 is not a regular file."_s.arg(path));

    FileReading reading;
    fillStanding(before, reading);
    reading.writable = mayReplace(path);
    if (before.st_size > maxDocumentBytes) {
        reading.status = FileStatus::TooLarge;
        reading.revision = u"too-large-%1-%2"_s.arg(before.st_size).arg(before.st_mtim.tv_sec);
        reading.problem = u"%1 has %2 bytes; the limit is %3."_s.arg(path).arg(before.st_size).arg(maxDocumentBytes);
        return reading;
    }
    reading.bytes = file.read(maxDocumentBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unusable(FileStatus::Unreadable, u"%1 cannot be read: %2."_s.arg(path, file.errorString()));
    *steady = ::fstat(descriptor, &after) == 0 && sameMoment(before, after) && reading.bytes.size() == after.st_size;
    reading.status = FileStatus::Present;
    reading.revision = revisionOf(reading.bytes);
    fillStanding(after, reading);
    return reading;
}

} // namespace

QString revisionOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

QString realPathOf(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (!canonical.isEmpty())
        return canonical;
    QString reached = path; // Nothing there yet, perhaps at the end of symlinks.
    for (int hops = 0; hops < 40 && QFileInfo(reached).isSymLink(); ++hops)
        reached = QFileInfo(reached).symLinkTarget();
    return reached;
}

void readStanding(const QString &path, const QString &revision, FileReading &reading)
{
    struct stat now = {};
    reading.revision = revision;
    if (::stat(QFile::encodeName(path).constData(), &now) == 0)
        fillStanding(now, reading);
}

FileReading readFile(const QString &path)
{
    bool steady = false;
    FileReading reading = readOnce(path, &steady);
    // A writer that never rests must not keep us here: after a few tries what we have is as good as any.
    for (int tries = 0; !steady && tries < 3; ++tries)
        reading = readOnce(path, &steady);
    return reading;
}

} // namespace nova
