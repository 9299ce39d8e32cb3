#include "core/state/state_copies.h"

#include "core/health/replace_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr auto stem = "before-format-"_L1;
constexpr auto unfinished = ".unfinished"_L1;

QString copiesOf(const QString &folder, int format)
{
    return folder + u'/' + stem + QString::number(format);
}

QList<int> unfinishedCopies(const QString &folder)
{
    QList<int> formats;
    const QStringList names = QDir(folder).entryList({QString(stem + u'*' + unfinished)}, QDir::Dirs);
    for (const QString &name : names)
        formats.append(name.mid(stem.size()).chopped(unfinished.size()).toInt());
    return formats;
}

tl::unexpected<Error> failed(const QString &doing, const QString &path)
{
    const int error = errno;
    return failure(error == ENOSPC ? ErrorCode::NoSpace : ErrorCode::Io,
                   u"%1 %2 failed: %3."_s.arg(doing, path, qt_error_string(error)), path);
}

Result<void> renameFolder(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failed(u"Renaming"_s, from);
    const int parent = ::open(QFile::encodeName(QFileInfo(to).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0)
        return failed(u"Opening the folder of"_s, to);
    const bool synced = ::fsync(parent) == 0;
    ::close(parent);
    return synced ? Result<void>() : failed(u"Syncing the folder of"_s, to);
}

/// `from` as `to`; where there is none, none.
Result<void> copyFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.exists()) {
        if (QFile::exists(to) && !QFile::remove(to))
            return failed(u"Removing"_s, to);
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"Opening"_s, from);
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failed(u"Reading"_s, from);
    return replaceFile(to, bytes);
}

Result<void> copyFiles(const QString &from, const QString &to, const QStringList &files)
{
    for (const QString &name : files) {
        if (const auto copied = copyFile(from + u'/' + name, to + u'/' + name); !copied)
            return copied;
    }
    return {};
}

} // namespace

int newestUnfinishedCopy(const QString &folder)
{
    const QList<int> formats = unfinishedCopies(folder);
    return formats.isEmpty() ? 0 : *std::max_element(formats.begin(), formats.end());
}

Result<void> beginCopy(const QString &folder, int format, const QStringList &files)
{
    const QString copies = copiesOf(folder, format);
    if (QDir(copies + unfinished).exists())
        return copyFiles(copies + unfinished, folder, files);
    const QString copying = copies + u".copying"_s;
    QDir(copying).removeRecursively(); // Of one that was killed before it had all.
    if (::mkdir(QFile::encodeName(copying).constData(), 0700) != 0)
        return failed(u"Making"_s, copying);
    if (const auto copied = copyFiles(folder, copying, files); !copied)
        return copied;
    return renameFolder(copying, copies + unfinished);
}

Result<void> undoFromCopy(const QString &folder, int format, const QStringList &files)
{
    const QString copies = copiesOf(folder, format);
    if (!QDir(copies + unfinished).exists())
        return {};
    if (const auto back = copyFiles(copies + unfinished, folder, files); !back)
        return back;
    // Not removed in place: half of the copies would be taken for all of them.
    const QString copying = copies + u".copying"_s;
    QDir(copying).removeRecursively();
    if (const auto renamed = renameFolder(copies + unfinished, copying); !renamed)
        return renamed;
    QDir(copying).removeRecursively();
    return {};
}

void finishCopies(const QString &folder, int upTo)
{
    const QList<int> formats = unfinishedCopies(folder);
    for (const int format : formats) {
        if (format > upTo)
            continue;
        QString name = copiesOf(folder, format);
        const QString from = name + unfinished;
        if (QFileInfo::exists(name)) // Somebody went back, and forward again.
            name += QDateTime::currentDateTimeUtc().toString(u"'-'yyyyMMdd'T'HHmmsszzz'Z'"_s);
        // Where it cannot be, the next start tries again.
        [[maybe_unused]] const auto renamed = renameFolder(from, name);
    }
}

} // namespace nova
