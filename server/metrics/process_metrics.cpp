#include "server/metrics/process_metrics.h"

#include <QFile>

#include <dirent.h>
#include <prometheus/metric_family.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// Files in /proc are 0 bytes long and read all the same.
QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// When the machine started, in Unix time.
double bootTime()
{
    const QByteArray stat = contents(u"/proc/stat"_s);
    const qsizetype at = stat.indexOf("\nbtime ");
    return at < 0 ? 0 : stat.mid(at + 7, stat.indexOf('\n', at + 1) - at - 7).toDouble();
}

double openDescriptors()
{
    // Since Linux 6.2 the folder's size is the number. With ten thousand clients that spares as many entries.
    struct stat folder = {};
    if (::stat("/proc/self/fd", &folder) == 0 && folder.st_size > 0)
        return double(folder.st_size);
    return countDescriptors();
}

double maxDescriptors()
{
    rlimit limit = {};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? double(limit.rlim_cur) : 0;
}

} // namespace

int countDescriptors()
{
    DIR *entries = ::opendir("/proc/self/fd");
    if (!entries)
        return 0;
    int count = -3; // ".", ".." and the descriptor that reads the folder.
    while (::readdir(entries))
        ++count;
    ::closedir(entries);
    return count;
}

QByteArrayList statFields(const QByteArray &stat)
{
    const qsizetype end = stat.lastIndexOf(')');
    return end < 0 ? QByteArrayList() : stat.mid(end + 1).simplified().split(' ');
}

std::optional<ProcessFigures> processFigures()
{
    constexpr int userTime = 14, systemTime = 15, startTime = 22, virtualSize = 23, residentPages = 24; // Of proc(5).
    const QByteArrayList fields = statFields(contents(u"/proc/self/stat"_s));
    if (fields.size() <= residentPages - 3)
        return std::nullopt;
    const auto field = [&fields](int number) { return fields[number - 3].toDouble(); };
    static const double ticks = double(::sysconf(_SC_CLK_TCK));
    static const double pageSize = double(::sysconf(_SC_PAGESIZE));
    static const double boot = bootTime(); // Drifts when the clock is set; a start must not.
    return ProcessFigures{.residentBytes = field(residentPages) * pageSize,
                          .virtualBytes = field(virtualSize),
                          .cpuSeconds = (field(userTime) + field(systemTime)) / ticks,
                          .startTime = boot + field(startTime) / ticks,
                          .openDescriptors = openDescriptors(),
                          .maxDescriptors = maxDescriptors()};
}

void addProcessMetrics(MetricList &list)
{
    const auto figures = processFigures();
    if (!figures)
        return;
    addGauge(list, "process_resident_memory_bytes", "Resident memory size in bytes.", figures->residentBytes);
    addGauge(list, "process_virtual_memory_bytes", "Virtual memory size in bytes.", figures->virtualBytes);
    addCounter(list, "process_cpu_seconds_total", "Total user and system CPU time spent in seconds.",
               figures->cpuSeconds);
    addGauge(list, "process_start_time_seconds", "Start time of the process since unix epoch in seconds.",
             figures->startTime);
    addGauge(list, "process_open_fds", "Number of open file descriptors.", figures->openDescriptors);
    if (figures->maxDescriptors > 0)
        addGauge(list, "process_max_fds", "Maximum number of open file descriptors.", figures->maxDescriptors);
}

} // namespace nova
