#pragma once

#include <QtGlobal>

namespace nova::bench
{

/// CPU time that a process has used so far, all threads, user and system, in milliseconds. From its CPU clock, which
/// counts nanoseconds: the ticks in /proc/PID/stat are 10 ms each, more than an idle program uses in a minute.
[[nodiscard]] double cpuMilliseconds(qint64 processId);

struct Memory {
    double residentMegabytes = 0; ///< VmRSS: what `ps` and `top` show, shared libraries included.
    double privateMegabytes = 0;  ///< RssAnon: what nobody else shares.
};
[[nodiscard]] Memory memoryOf(qint64 processId);

/// PSS: what is shared with other programs counts by its share.
[[nodiscard]] double proportionalMegabytes(qint64 processId);

/// How many descriptors a process has open.
[[nodiscard]] int descriptorsOf(qint64 processId);

} // namespace nova::bench
