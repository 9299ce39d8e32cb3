#include "tests/bench/process_figures.h"

#include "tests/bench/cannot_run.h"

#include <QDir>
#include <QFile>

#include <ctime>

using namespace Qt::StringLiterals;

namespace nova::bench
{

double cpuMilliseconds(qint64 processId)
{
    clockid_t clock = 0;
    timespec used = {};
    if (::clock_getcpuclockid(pid_t(processId), &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        throw CannotRun(u"the CPU time of process %1 cannot be read"_s.arg(processId));
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

Memory memoryOf(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly))
        throw CannotRun(u"%1 cannot be read"_s.arg(status.fileName()));
    const QByteArray text = status.readAll();
    const auto megabytes = [&text](const QByteArray &name) {
        const qsizetype from = text.indexOf(name) + name.size();
        const QByteArray kilobytes = text.mid(from, text.indexOf("kB", from) - from).trimmed();
        return double(kilobytes.toLongLong()) * 1024 / 1e6;
    };
    return {megabytes("VmRSS:"), megabytes("RssAnon:")};
}

int descriptorsOf(qint64 processId)
{
    return int(
        QDir(u"/proc/%1/fd"_s.arg(processId)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace nova::bench
