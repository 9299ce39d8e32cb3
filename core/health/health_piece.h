#pragma once

#include "core/health/health_history.h"
#include "core/health/latency_scale.h"
#include "core/health/packed_bytes.h"

#include <QVarLengthArray>
#include <vector>

namespace nova
{

/// What was seen of one server in a piece of time: a minute, or an hour that is made of minutes.
struct HealthPiece {
    /// What a piece is of tells what its latencies are.
    enum class Kind { Minute, Hour };
    /// A minute with more probes than this still counts them all, but keeps so many latencies.
    static constexpr int maxLatencies = 120;

    quint32 probes = 0;
    quint32 up = 0;
    quint32 healthy = 0;
    quint32 observedSeconds = 0;
    quint32 upSeconds = 0;
    /// The worst of its probes; without any, of what stood from a probe before.
    HealthStatus worst = HealthStatus::Checking;
    /// Codes. Of a minute: all, in any order. Of an hour: p50, p95 and the greatest, or none.
    QVarLengthArray<quint8, 16> latencies;

    [[nodiscard]] bool isEmpty() const { return probes == 0 && observedSeconds == 0; }
    void addProbe(HealthStatus status, int latencyMs);
    void addStanding(HealthStatus status, quint32 seconds);
    /// All but the latencies.
    void merge(const HealthPiece &other);

    [[nodiscard]] HealthBucket toBucket(Kind kind, qint64 from) const;

    /// Appends it in as few bytes as its story needs: 6 for a minute with four probes and nothing to tell. `place`
    /// (below 64) says which minute of the hour or which hour of the day it is.
    void pack(Kind kind, quint8 place, std::vector<quint8> &bytes) const;
    [[nodiscard]] static HealthPiece unpack(Kind kind, quint8 &place, PackedReader &reader);

    bool operator==(const HealthPiece &) const = default;
};

} // namespace nova
