#include "core/documents/version_store.h"

#include "core/base/utc.h"
#include "core/documents/atomic_save.h"
#include "core/documents/file_reading.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype revisionLength = 12;
const QString timeFormat = u"yyyyMMdd'T'HHmmsszzz'Z'"_s;

const QRegularExpression &idPattern()
{
    // 20261123T101530123Z-api-p12m3-f082a9754d65
    static const QRegularExpression pattern(
        u"\\A(\\d{8}T\\d{9}Z)-([a-z]{1,16})-p(\\d{1,9})m(\\d{1,9})-([0-9a-f]{12})\\z"_s);
    return pattern;
}

QDateTime timeOf(const QString &id)
{
    // In two parts: as a local time, which QDateTime would take it for, an hour of the year is not there.
    return utcTime(QDate::fromString(id.left(8), u"yyyyMMdd"_s), QTime::fromString(id.mid(9, 9), u"HHmmsszzz"_s));
}

QString shortRevision(const QByteArray &text)
{
    return revisionOf(text).left(revisionLength);
}

} // namespace

VersionStore::VersionStore(QString folder, QString ending, int keep)
    : m_folder(std::move(folder))
    , m_ending(std::move(ending))
    , m_keep(keep)
{
}

QString VersionStore::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + u'.' + m_ending;
}

std::optional<DocumentVersion> VersionStore::parse(const QString &id) const
{
    const auto match = idPattern().match(id);
    if (!match.hasMatch())
        return std::nullopt;
    return DocumentVersion{id,
                           timeOf(id),
                           match.captured(2),
                           match.captured(5),
                           {match.captured(3).toInt(), match.captured(4).toInt()},
                           QFileInfo(pathOf(id)).size()};
}

Result<void> VersionStore::makeFolder() const
{
    if (QFileInfo(m_folder).isDir())
        return {};
    if (!QDir().mkdir(m_folder))
        return failure(ErrorCode::PermissionDenied, u"The folder %1 for earlier texts cannot be made."_s.arg(m_folder),
                       m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Earlier texts may hold secrets that are in no text any more: they do not belong into a repository.
    QFile ignore(m_folder + u"/.gitignore"_s);
    if (ignore.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        ignore.write("*\n");
    return {};
}

Result<QString> VersionStore::add(const QByteArray &text, const QByteArray &next, const QString &cause,
                                  const QDateTime &since) const
{
    const QStringList kept = ids();
    const QString revision = shortRevision(text);
    for (const QString &id : kept) {
        if (!since.isValid() || timeOf(id) < since)
            break;
        if (id.endsWith(revision))
            return id;
    }
    if (const auto made = makeFolder(); !made)
        return tl::unexpected(made.error());
    // Names are the order, too: two changes in one millisecond, or a clock that was set back, do not mix it up.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime time = kept.isEmpty() ? now : std::max(now, timeOf(kept.first()).addMSecs(1));
    const LineCounts lines = countChangedLines(text, next);
    const QString id =
        u"%1-%2-p%3m%4-%5"_s.arg(time.toString(timeFormat), cause).arg(lines.added).arg(lines.removed).arg(revision);
    if (const auto saved = saveAtomically(pathOf(id), text, {}, 0600); !saved) {
        // It may be there, and only its folder not synced. A file that was there before is not ours.
        if (saved.error().code != ErrorCode::StaleRevision)
            discard(id);
        return tl::unexpected(saved.error());
    }
    for (qsizetype i = m_keep - 1; i < kept.size(); ++i)
        discard(kept.at(i));
    return id;
}

void VersionStore::discard(const QString &id) const
{
    if (parse(id))
        QFile::remove(pathOf(id));
}

QStringList VersionStore::ids() const
{
    // Before every save: names alone, without a look at each file as QDir takes it.
    QStringList found;
    const QByteArray ending = '.' + m_ending.toUtf8();
    std::error_code error; // No folder, no versions.
    const std::filesystem::directory_iterator end;
    for (std::filesystem::directory_iterator entry(m_folder.toStdString(), error); !error && entry != end;
         entry.increment(error)) {
        const QByteArray name = QByteArray::fromStdString(entry->path().filename().string());
        const QString id = QString::fromUtf8(name.chopped(std::min(name.size(), ending.size())));
        if (name.endsWith(ending) && idPattern().match(id).hasMatch())
            found.append(id);
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    return found;
}

QList<DocumentVersion> VersionStore::list() const
{
    QList<DocumentVersion> versions;
    const QStringList kept = ids();
    for (const QString &id : kept)
        versions.append(*parse(id));
    return versions;
}

Result<QByteArray> VersionStore::read(const QString &id) const
{
    const auto version = parse(id);
    const FileReading reading = version ? readFile(pathOf(id)) : FileReading();
    if (reading.status == FileStatus::Missing)
        return failure(ErrorCode::NotFound, u"There is no version «%1»."_s.arg(id.left(80)));
    if (reading.status != FileStatus::Present)
        return failure(ErrorCode::Io, reading.problem, pathOf(id));
    if (!reading.revision.startsWith(version->revision))
        return failure(ErrorCode::Conflict, u"%1 was changed after it was kept; it is not used."_s.arg(pathOf(id)),
                       pathOf(id));
    return reading.bytes;
}

void VersionStore::removeStrays() const
{
    const auto strays = QDir(m_folder).entryInfoList({temporaryPattern(u"*"_s)}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &stray : strays)
        QFile::remove(stray.filePath());
}

} // namespace nova
