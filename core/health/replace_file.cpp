#include "core/health/replace_file.h"

#include "core/documents/write_all.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qint64 straySeconds = 600;

tl::unexpected<Error> systemFailure(int error, const QString &doing, const QString &path)
{
    const auto code = error == ENOSPC || error == EDQUOT                    ? ErrorCode::NoSpace
                      : error == EACCES || error == EPERM || error == EROFS ? ErrorCode::PermissionDenied
                                                                            : ErrorCode::Io;
    return failure(code, u"%1 was not saved: %2 failed: %3."_s.arg(path, doing, qt_error_string(error)), path);
}

QString strayPattern(const QString &path)
{
    return u'.' + QFileInfo(path).fileName() + u".??????.tmp"_s;
}

} // namespace

Result<void> replaceFile(const QString &path, QByteArrayView bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    QByteArray temporary = QFile::encodeName(folder + u"/." + QFileInfo(path).fileName() + u".XXXXXX.tmp");
    const int descriptor = ::mkostemps(temporary.data(), 4, O_CLOEXEC); // Makes it with mode 0600.
    if (descriptor < 0)
        return systemFailure(errno, u"creating a temporary file"_s, path);
    int error = writeAll(descriptor, bytes);
    if (error == 0 && ::fsync(descriptor) != 0)
        error = errno;
    if (::close(descriptor) != 0 && error == 0)
        error = errno;
    if (error == 0 && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(temporary.constData());
        return systemFailure(error, u"writing it anew"_s, path);
    }
    const int directory = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    error = directory >= 0 && ::fsync(directory) == 0 ? 0 : errno;
    if (directory >= 0)
        ::close(directory);
    if (error != 0)
        return systemFailure(error, u"syncing its folder"_s, path);
    return {};
}

void removeStraysOf(const QString &path)
{
    const auto strays =
        QDir(QFileInfo(path).absolutePath()).entryInfoList({strayPattern(path)}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &stray : strays) {
        if (stray.lastModified().secsTo(QDateTime::currentDateTimeUtc()) > straySeconds)
            QFile::remove(stray.filePath());
    }
}

} // namespace nova
