#include "tests/bench/machine.h"

#include "tests/bench/candidate.h"

#include <QDir>
#include <QFile>
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

QString orMissing(const QString &version)
{
    return version.isEmpty() ? u"missing"_s : version;
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
    machine.node = versionOf(Peer::Node);
    machine.bun = versionOf(Peer::Bun);
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
        u"%1, %2 cores, Linux %3, %4\nQt %5, build %6, Node %7, Bun %8, files on %9, load "_s.arg(machine.processor)
            .arg(machine.cores)
            .arg(machine.kernel, machine.system, machine.qt, machine.build, orMissing(machine.node),
                 orMissing(machine.bun), machine.fileSystem) +
        QString::number(machine.load, 'f', 1) + u'\n';
    if (machine.isBusy())
        text += u"The machine is busy with something else: the figures will be worse than they should be.\n"_s;
    return text;
}

QJsonObject toJson(const Machine &machine)
{
    return {{u"processor"_s, machine.processor},
            {u"cores"_s, machine.cores},
            {u"kernel"_s, machine.kernel},
            {u"system"_s, machine.system},
            {u"qt"_s, machine.qt},
            {u"node"_s, machine.node},
            {u"bun"_s, machine.bun},
            {u"build"_s, machine.build},
            {u"load"_s, machine.load},
            {u"file_system"_s, machine.fileSystem}};
}

} // namespace nova::bench
