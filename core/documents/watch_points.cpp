#include "core/documents/watch_points.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <climits>
#include <unistd.h>

namespace nova
{

namespace
{

/// What the symlink says, unresolved; empty for anything else. (QFileInfo::readSymLink came with Qt 6.6.)
QString linkText(const QString &path)
{
    std::array<char, PATH_MAX> text;
    const ssize_t length = ::readlink(QFile::encodeName(path).constData(), text.data(), text.size());
    return length > 0 ? QFile::decodeName(QByteArray(text.data(), length)) : QString();
}

} // namespace

QStringList watchPoints(const QString &path)
{
    QStringList points;
    const auto add = [&points](const QString &point) {
        if (!points.contains(point))
            points.append(point);
    };
    // A folder that is moved away tells only the folder it was in.
    const auto addFolder = [&add](const QString &folder) {
        add(folder);
        add(QFileInfo(folder).path());
    };
    QStringList ahead = QDir::cleanPath(QDir::current().absoluteFilePath(path)).split(u'/', Qt::SkipEmptyParts);
    QString reached = QStringLiteral("/");
    int hopsLeft = 40; // As many as Linux follows.
    while (!ahead.isEmpty()) {
        const QString name = ahead.takeFirst();
        if (name == u"..") {
            reached = QFileInfo(reached).path();
            continue;
        }
        const QString next = (reached == u"/" ? QString() : reached) + u'/' + name;
        const QString link = linkText(next);
        if (!link.isEmpty() && hopsLeft-- > 0) {
            addFolder(reached); // The link itself may be swapped.
            if (link.startsWith(u'/'))
                reached = QStringLiteral("/");
            ahead = link.split(u'/', Qt::SkipEmptyParts) + ahead;
            continue;
        }
        if (!QFileInfo::exists(next)) {
            addFolder(reached);
            return points;
        }
        if (ahead.isEmpty())
            addFolder(reached);
        reached = next;
    }
    add(reached);
    return points;
}

} // namespace nova
