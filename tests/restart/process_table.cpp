#include "tests/restart/process_table.h"

#include "tests/support/scratch.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace nova::test
{

QList<ProcessEntry> processesOfGroup(qint64 group)
{
    QList<ProcessEntry> found;
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const QByteArray stat = Scratch::read(u"/proc/"_s + pid + u"/stat"_s);
        // The name before it is in parentheses, and may hold some.
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() < 4 || fields[0] == "Z" || fields[0] == "X" || fields[2].toLongLong() != group)
            continue;
        found.append({pid.toLongLong(), group, fields[3].toLongLong()});
    }
    return found;
}

qint64 ownMemory(const QByteArray &name)
{
    const QByteArray status = Scratch::read(u"/proc/self/status"_s);
    const QByteArray line = status.mid(status.indexOf(QByteArray(name + ':')) + name.size() + 1);
    return line.left(line.indexOf('k')).trimmed().toLongLong();
}

} // namespace nova::test
