#include "tests/bench/descriptor_limit.h"

#include "tests/bench/cannot_run.h"

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

void allowDescriptors(int count)
{
    constexpr rlim_t others = 1024; // What the bench has open beside them.
    const rlim_t wanted = rlim_t(count) + others;
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    if (limit.rlim_max < wanted)
        throw CannotRun(
            u"%1 clients need %2 open files, and this machine allows %3 (ulimit -Hn)"_s.arg(count).arg(wanted).arg(
                limit.rlim_max));
    limit.rlim_cur = wanted;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace nova::bench
