#include "tests/bench/machine.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStorageInfo>
#include <QSysInfo>
#include <QThread>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

QString processorName()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
        }
    }
    return QSysInfo::currentCpuArchitecture(); // ARM names no model there.
}

QString nodeVersion()
{
    QProcess node;
    node.start(u"node"_s, {u"--version"_s});
    return node.waitForFinished() ? QString::fromUtf8(node.readAllStandardOutput().trimmed()) : QString();
}

} // namespace

Machine thisMachine()
{
    Machine machine;
    machine.processor = processorName();
    machine.cores = QThread::idealThreadCount();
    machine.kernel = QSysInfo::kernelVersion();
    machine.system = QSysInfo::prettyProductName();
    machine.qt = QString::fromLatin1(qVersion());
    machine.node = nodeVersion();
    machine.build = QStringLiteral(NOVA_BUILD_TYPE);
    if (const QString sanitizers = QStringLiteral(NOVA_SANITIZERS); !sanitizers.isEmpty())
        machine.build += u" with sanitizers "_s + sanitizers;
    machine.fileSystem = QString::fromLatin1(QStorageInfo(QDir::tempPath()).fileSystemType());
    if (::getloadavg(&machine.load, 1) != 1)
        machine.load = 0;
    return machine;
}

QString toText(const Machine &machine)
{
    QString text =
        u"%1, %2 cores, Linux %3, %4\nQt %5, build %6, node %7, files on %8, load %9\n"_s.arg(machine.processor)
            .arg(machine.cores)
            .arg(machine.kernel, machine.system, machine.qt, machine.build,
                 machine.node.isEmpty() ? u"missing"_s : machine.node, machine.fileSystem)
            .arg(machine.load, 0, 'f', 1);
    if (machine.isBusy())
        text += u"The machine is busy with something else: the figures will be worse than they should be.\n"_s;
    return text;
}

QJsonObject toJson(const Machine &machine)
{
    return {{u"processor"_s, machine.processor}, {u"cores"_s, machine.cores}, {u"kernel"_s, machine.kernel},
            {u"system"_s, machine.system},       {u"qt"_s, machine.qt},       {u"node"_s, machine.node},
            {u"build"_s, machine.build},         {u"load"_s, machine.load},   {u"file_system"_s, machine.fileSystem}};
}

} // namespace nova::bench
