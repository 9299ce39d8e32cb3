#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace nova
{

/// How a restart went: what POST /api/admin/restart answers. Output is as it came; readableOutput() makes text of it.
struct RestartResult {
    QString service;
    QStringList argv;
    int exitCode = -1; ///< -1: it did not exit, a signal ended it.
    int signal = 0;    ///< Which one; 0: it exited.
    bool timedOut = false;
    QByteArray standardOutput, standardError; ///< Where one is too long: its beginning and its end.
    bool truncated = false;                   ///< One of the two was.
    qint64 durationMs = 0;
    QDateTime startedAt;
};

/// A restart that still runs.
struct RestartProgress {
    QString service;
    QByteArray output; ///< The newest part of both streams so far, at most 4 KiB, as they came.
    qint64 elapsedMs = 0;
};

} // namespace nova
