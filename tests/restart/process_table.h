#pragma once

#include <QByteArray>
#include <QList>

namespace nova::test
{

/// What /proc says about one process. Zombies do not count: in a container nobody may be there to bury them.
struct ProcessEntry {
    qint64 pid = 0, group = 0, session = 0;
};
[[nodiscard]] QList<ProcessEntry> processesOfGroup(qint64 group);

/// A line of /proc/self/status, in KiB: VmHWM is the most memory this process ever had.
[[nodiscard]] qint64 ownMemory(const QByteArray &name);

} // namespace nova::test
