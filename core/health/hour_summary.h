#pragma once

#include "core/health/health_piece.h"

namespace nova
{

/// Puts the minutes of an hour together.
class HourSummary
{
public:
    void add(const HealthPiece &minute);
    /// The hour, and nothing of it left here.
    [[nodiscard]] HealthPiece take();

private:
    HealthPiece m_hour;
    LatencyHistogram m_latencies;
};

} // namespace nova
