#pragma once

#include <QDateTime>
#include <QStringList>

namespace nova
{

/// The newest restart of a service, be it over or not.
struct RestartRun {
    enum class State { Running, Succeeded, Failed };

    QString service;
    QStringList servers; ///< Those of the catalog that name this service.
    State state = State::Running;
    QDateTime startedAt;
    qint64 elapsedMs = 0;
    int exitCode = -1; ///< -1: none.
    bool timedOut = false;
    QString output;  ///< The newest of what the command wrote, for reading: at most 4 KiB while it runs.
    QString problem; ///< Why it could not run at all; one sentence.
};

/// Restarts, as a UI shows them.
struct RestartState {
    QStringList allowed;    ///< Services that may be restarted.
    QList<RestartRun> runs; ///< One for each service that was restarted since Nova began.
};

[[nodiscard]] QString toString(RestartRun::State state);

} // namespace nova
