#pragma once

#include "server/metrics/metric_list.h"

#include <QByteArrayList>
#include <optional>

namespace nova
{

/// What the kernel says of this process, from /proc.
struct ProcessFigures {
    double residentBytes = 0;
    double virtualBytes = 0;
    double cpuSeconds = 0;
    double startTime = 0; ///< Seconds of Unix time.
    double openDescriptors = 0;
    double maxDescriptors = 0; ///< 0: no limit.
};

/// Nothing where there is no /proc.
[[nodiscard]] std::optional<ProcessFigures> processFigures();

/// The open descriptors, one by one: for kernels that do not say how many there are.
[[nodiscard]] int countDescriptors();

/// The fields of /proc/[pid]/stat behind the name of the program, which may hold anything, spaces and parentheses too;
/// the first one is the third of proc(5).
[[nodiscard]] QByteArrayList statFields(const QByteArray &stat);

/// The standard process_* metrics; none where there is no /proc.
void addProcessMetrics(MetricList &list);

} // namespace nova
