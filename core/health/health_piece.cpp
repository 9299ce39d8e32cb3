#include "core/health/health_piece.h"

#include "core/base/utc.h"

#include <algorithm>
#include <limits>

namespace nova
{

namespace
{

/// In the first byte, beside the place: all healthy, the whole time observed, one latency each. No second byte then.
constexpr quint8 nothingToTell = 0x80;
// In the second byte, beside the worst status.
constexpr quint8 sameThroughout = 0x10; ///< Every probe and all of the time had the worst status.
constexpr quint8 wholeTime = 0x20;
constexpr quint8 allLatencies = 0x40;

constexpr quint32 secondsOf(HealthPiece::Kind kind)
{
    return kind == HealthPiece::Kind::Minute ? 60 : 3600;
}

quint32 expectedLatencies(HealthPiece::Kind kind, quint32 probes)
{
    return kind == HealthPiece::Kind::Minute ? probes : 3;
}

} // namespace

void HealthPiece::addProbe(HealthStatus status, int latencyMs)
{
    worst = probes == 0 ? status : std::max(worst, status);
    ++probes;
    up += countsAsUp(status) ? 1 : 0;
    healthy += status == HealthStatus::Healthy ? 1 : 0;
    if (latencyMs >= 0 && latencies.size() < maxLatencies)
        latencies.append(latencyCode(latencyMs));
}

void HealthPiece::addStanding(HealthStatus status, quint32 seconds)
{
    if (probes == 0)
        worst = std::max(worst, status);
    observedSeconds += seconds;
    upSeconds += countsAsUp(status) ? seconds : 0;
}

void HealthPiece::merge(const HealthPiece &other)
{
    // What a probe has said is worth more than what merely stood.
    if ((probes == 0) == (other.probes == 0))
        worst = std::max(worst, other.worst);
    else if (probes == 0)
        worst = other.worst;
    probes += other.probes;
    up += other.up;
    healthy += other.healthy;
    observedSeconds += other.observedSeconds;
    upSeconds += other.upSeconds;
}

HealthBucket HealthPiece::toBucket(Kind kind, qint64 from) const
{
    HealthBucket bucket{utcFromSeconds(from), int(probes), int(up), int(healthy), worst};
    if (latencies.isEmpty())
        return bucket;
    if (kind == Kind::Hour) {
        bucket.p50Ms = latencyOf(latencies.at(0));
        bucket.p95Ms = latencyOf(latencies.at(1));
        bucket.maxMs = latencyOf(latencies.at(2));
        return bucket;
    }
    auto sorted = latencies;
    std::sort(sorted.begin(), sorted.end());
    const auto ranked = [&](qsizetype percent) {
        return latencyOf(sorted.at((sorted.size() * percent + 99) / 100 - 1));
    };
    bucket.p50Ms = ranked(50);
    bucket.p95Ms = ranked(95);
    bucket.maxMs = ranked(100);
    return bucket;
}

void HealthPiece::pack(Kind kind, quint8 place, std::vector<quint8> &bytes) const
{
    const bool isUp = countsAsUp(worst);
    const bool same = up == (isUp ? probes : 0) && upSeconds == (isUp ? observedSeconds : 0) &&
                      healthy == (worst == HealthStatus::Healthy ? probes : 0);
    const bool whole = observedSeconds == secondsOf(kind);
    const bool all = quint32(latencies.size()) == expectedLatencies(kind, probes);
    if (same && whole && all && worst == HealthStatus::Healthy) {
        bytes.push_back(place | nothingToTell);
    } else {
        bytes.push_back(place);
        bytes.push_back(
            quint8(quint8(worst) | (same ? sameThroughout : 0) | (whole ? wholeTime : 0) | (all ? allLatencies : 0)));
    }
    putNumber(bytes, probes);
    if (!same) { // What is missing is mostly little, and takes one byte where what is there takes two.
        putNumber(bytes, probes - up);
        putNumber(bytes, up - healthy);
        putNumber(bytes, observedSeconds - upSeconds);
    }
    if (!whole)
        putNumber(bytes, observedSeconds);
    if (!all)
        putNumber(bytes, quint64(latencies.size()));
    bytes.insert(bytes.end(), latencies.begin(), latencies.end());
}

HealthPiece HealthPiece::unpack(Kind kind, quint8 &place, PackedReader &reader)
{
    HealthPiece piece;
    place = reader.byte();
    const bool nothing = (place & nothingToTell) != 0;
    place &= 0x3f;
    const quint8 shape =
        nothing ? quint8(quint8(HealthStatus::Healthy) | sameThroughout | wholeTime | allLatencies) : reader.byte();
    piece.worst = HealthStatus(shape & 0x0f);
    if (piece.worst > HealthStatus::Unreachable)
        reader.fail();
    const bool isUp = countsAsUp(piece.worst);
    const bool same = (shape & sameThroughout) != 0;
    piece.probes = quint32(reader.number(std::numeric_limits<int>::max()));
    piece.up = same ? (isUp ? piece.probes : 0) : piece.probes - quint32(reader.number(piece.probes));
    piece.healthy =
        same ? (piece.worst == HealthStatus::Healthy ? piece.probes : 0) : piece.up - quint32(reader.number(piece.up));
    const quint32 downSeconds = same ? 0 : quint32(reader.number(secondsOf(kind)));
    piece.observedSeconds = (shape & wholeTime) != 0 ? secondsOf(kind) : quint32(reader.number(secondsOf(kind)));
    piece.upSeconds = same ? (isUp ? piece.observedSeconds : 0)
                           : piece.observedSeconds - std::min(downSeconds, piece.observedSeconds);
    const quint64 count = (shape & allLatencies) != 0 ? expectedLatencies(kind, piece.probes)
                                                      : reader.number(kind == Kind::Minute ? maxLatencies : 0);
    if (count > maxLatencies)
        reader.fail();
    for (const quint8 code : reader.bytes(reader.ok() ? count : 0))
        piece.latencies.append(code);
    return piece;
}

} // namespace nova
