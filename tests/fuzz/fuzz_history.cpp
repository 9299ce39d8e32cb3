#include "core/base/utc.h"
#include "core/health/health_history_format.h"
#include "core/health/health_recorder.h"

/// The file of the history may hold anything: what is refused leaves what there was, and what is taken can be shown,
/// written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (!nova::unwrapHealthFile(bytes).problem.isEmpty() && !nova::unwrapHealthFile(bytes).payload.isEmpty())
        __builtin_trap();

    const auto clock = [] { return utcTime(QDate(2026, 11, 23), QTime(10, 0)); };
    nova::HealthRecorder recorder(clock);
    recorder.record(QStringLiteral("before"), {clock(), nova::HealthStatus::Healthy, 7});
    if (!recorder.restore(bytes)) {
        if (recorder.servers() != QStringList{QStringLiteral("before")})
            __builtin_trap();
        return 0;
    }
    const QStringList servers = recorder.servers();
    for (const QString &server : servers) {
        if (recorder.bar(server, std::chrono::hours(6), 24).size() != 24)
            __builtin_trap();
        (void)recorder.history(server);
        recorder.record(server, {clock(), nova::HealthStatus::Unreachable, -1, QStringLiteral("gone")});
    }
    nova::HealthRecorder again(clock);
    if (!again.restore(recorder.serialized()) || again.servers() != servers)
        __builtin_trap();
    return 0;
}
