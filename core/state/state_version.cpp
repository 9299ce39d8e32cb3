#include "core/state/state_version.h"

#include "core/documents/file_reading.h"
#include "core/health/replace_file.h"
#include "core/state/state_copies.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString versionFile(const QString &folder)
{
    return folder + u"/version"_s;
}

} // namespace

StateVersion readStateVersion(const QString &folder)
{
    const FileReading reading = readFile(versionFile(folder));
    if (reading.status == FileStatus::Missing)
        return {};
    StateVersion version;
    version.missing = false;
    const QJsonObject object = QJsonDocument::fromJson(reading.bytes).object();
    version.format = object[u"format"_s].toInt();
    version.writtenBy = object[u"written_by"_s].toString();
    if (reading.status != FileStatus::Present)
        version.problem = reading.problem;
    else if (version.format < 1)
        version.problem = u"it names no format"_s;
    return version;
}

Result<void> writeStateVersion(const QString &folder, int format, const QString &writtenBy)
{
    const QJsonObject object{{u"format"_s, format}, {u"written_by"_s, writtenBy}};
    return replaceFile(versionFile(folder), QByteArray(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'));
}

QString whyNotOurs(const QString &folder, int known)
{
    const StateVersion version = readStateVersion(folder);
    const QString rest = u"Nova leaves the files of the folder as they are and keeps in memory what it would save."_s;
    if (!version.problem.isEmpty())
        return u"The format of the state folder is not known, since %1 cannot be used (%2). %3 Put the file back, or "
               "remove it if no newer Nova has ever run there."_s.arg(versionFile(folder), version.problem, rest);
    if (version.format > known)
        return u"The state folder %1 has format %2, written by Nova %3; this one knows formats up to %4. %5"_s
            .arg(folder)
            .arg(version.format)
            .arg(version.writtenBy.isEmpty() ? u"of a newer version"_s : version.writtenBy)
            .arg(known)
            .arg(rest);
    if (const int begun = newestUnfinishedCopy(folder); begun > known)
        return u"A newer Nova was ended while it brought the state folder %1 to format %2; it goes on when it is "
               "started again. %3"_s.arg(folder)
                   .arg(begun)
                   .arg(rest);
    return {};
}

} // namespace nova
