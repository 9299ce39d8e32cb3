#include "tests/bench/process_figures.h"

#include "tests/bench/cannot_run.h"

#include <QDir>
#include <QFile>

#include <ctime>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

QByteArray readProc(qint64 processId, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(QString::number(processId), name));
    if (!file.open(QIODevice::ReadOnly))
        throw CannotRun(u"%1 cannot be read"_s.arg(file.fileName()));
    return file.readAll();
}

/// The figure behind that name, which is in kB.
double megabytes(const QByteArray &text, const QByteArray &name)
{
    const qsizetype from = text.indexOf(name) + name.size();
    const QByteArray kilobytes = text.mid(from, text.indexOf("kB", from) - from).trimmed();
    return double(kilobytes.toLongLong()) * 1024 / 1e6;
}

} // namespace

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
    const QByteArray text = readProc(processId, u"status"_s);
    return {megabytes(text, "VmRSS:"), megabytes(text, "RssAnon:")};
}

double proportionalMegabytes(qint64 processId)
{
    return megabytes(readProc(processId, u"smaps_rollup"_s), "\nPss:");
}

int descriptorsOf(qint64 processId)
{
    return int(
        QDir(u"/proc/%1/fd"_s.arg(processId)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace nova::bench
