#include "core/documents/version_store.h"

#include "core/documents/atomic_save.h"
#include "core/documents/file_reading.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

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

QString idFor(const QDateTime &time, const QString &cause, const LineCounts &lines, const QByteArray &text)
{
    return u"%1-%2-p%3m%4-%5"_s.arg(time.toUTC().toString(timeFormat), cause)
        .arg(lines.added)
        .arg(lines.removed)
        .arg(revisionOf(text).left(revisionLength));
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
    QDateTime time = QDateTime::fromString(match.captured(1), timeFormat);
    time.setTimeSpec(Qt::UTC);
    return DocumentVersion{id,
                           time,
                           match.captured(2),
                           match.captured(5),
                           {match.captured(3).toInt(), match.captured(4).toInt()},
                           QFileInfo(pathOf(id)).size()};
}

Result<void> VersionStore::add(const QByteArray &text, const QByteArray &next, const QString &cause,
                               const QDateTime &time) const
{
    const QList<DocumentVersion> kept = list();
    if (!kept.isEmpty() && kept.first().revision == revisionOf(text).left(revisionLength))
        return {};
    if (!QDir().mkpath(m_folder))
        return failure(ErrorCode::PermissionDenied, u"The folder %1 for earlier texts cannot be made."_s.arg(m_folder),
                       m_folder);
    // Two changes in one millisecond: the later one waits for its turn in the names, which are also the order.
    QDateTime moment = kept.isEmpty() ? time : std::max(time, kept.first().time.addMSecs(1));
    const QString path = pathOf(idFor(moment, cause, countChangedLines(text, next), text));
    if (auto saved = saveAtomically(path, text, {}, 0600); !saved)
        return saved;
    prune();
    return {};
}

QList<DocumentVersion> VersionStore::list() const
{
    QList<DocumentVersion> versions;
    const QStringList names = QDir(m_folder).entryList({u"*."_s + m_ending}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (const auto version = parse(name.chopped(m_ending.size() + 1)))
            versions.append(*version);
    }
    return versions;
}

Result<QByteArray> VersionStore::read(const QString &id) const
{
    const FileReading reading = parse(id) ? readFile(pathOf(id)) : FileReading();
    if (reading.status != FileStatus::Present)
        return failure(ErrorCode::NotFound, u"There is no version «%1»."_s.arg(id.left(80)));
    return reading.bytes;
}

void VersionStore::prune() const
{
    const QList<DocumentVersion> versions = list();
    for (qsizetype i = m_keep; i < versions.size(); ++i)
        QFile::remove(pathOf(versions.at(i).id));
}

} // namespace nova
