#pragma once

#include "tests/bench/report.h"

namespace nova::bench
{

/// The rows as a table for a terminal.
[[nodiscard]] QString toTable(const QList<Row> &rows);

} // namespace nova::bench
