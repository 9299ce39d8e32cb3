#include "tests/restart/fake_compose.h"

#include "tests/restart/process_table.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

FakeCompose::FakeCompose()
    : m_oldPath(qgetenv("PATH"))
{
    QDir(m_scratch.path()).mkpath(u"bin"_s);
    qputenv("PATH", QFile::encodeName(path(u"bin"_s)));
}

FakeCompose::~FakeCompose()
{
    killAll();
    qputenv("PATH", m_oldPath);
}

QString FakeCompose::install(const QString &name, const QByteArray &script) const
{
    static const QByteArray record = "#!/bin/sh\n"
                                     "PATH=/usr/bin:/bin\n"
                                     "echo $$ >> DIR/groups\n"
                                     "tr '\\0' '\\n' < /proc/$$/environ > DIR/environment\n"
                                     "pwd -P > DIR/folder\n"
                                     "line=$(printf '%s|' \"${0##*/}\" \"$@\")\n"
                                     "echo \"$line\" >> DIR/calls\n"; // In one piece: several may run at a time.
    const QString file = path(u"bin/"_s + name);
    QByteArray text = record + script + '\n';
    text.replace("DIR", QFile::encodeName(m_scratch.path()));
    Scratch::write(file, text);
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file;
}

void FakeCompose::installDocker(const QByteArray &script) const
{
    install(u"docker"_s, "[ \"$*\" = 'compose version' ] && exit 0\n" + script);
}

QList<QStringList> FakeCompose::calls() const
{
    QList<QStringList> calls;
    for (const QByteArray &line : Scratch::read(path(u"calls"_s)).split('\n')) {
        if (!line.isEmpty())
            calls.append(QString::fromUtf8(line).chopped(1).split(u'|'));
    }
    return calls;
}

QList<QByteArray> FakeCompose::environment() const
{
    QList<QByteArray> lines = Scratch::read(path(u"environment"_s)).trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

QString FakeCompose::folder() const
{
    return QString::fromUtf8(Scratch::read(path(u"folder"_s)).trimmed());
}

QList<qint64> FakeCompose::groups() const
{
    QList<qint64> groups;
    for (const QByteArray &line : Scratch::read(path(u"groups"_s)).split('\n')) {
        if (!line.isEmpty())
            groups.append(line.toLongLong());
    }
    return groups;
}

qsizetype FakeCompose::alive() const
{
    qsizetype count = 0;
    for (const qint64 group : groups())
        count += processesOfGroup(group).size();
    return count;
}

void FakeCompose::killAll() const
{
    for (const qint64 group : groups()) {
        for (const ProcessEntry &process : processesOfGroup(group))
            ::kill(pid_t(process.pid), SIGKILL);
    }
}

} // namespace nova::test
