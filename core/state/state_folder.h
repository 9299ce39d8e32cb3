#pragma once

#include "core/state/state_version.h"

#include <QStringList>
#include <functional>
#include <vector>

namespace nova
{

/// One step from a format of the state folder to the next.
struct StateMigration {
    int to = 0;
    QStringList files; ///< That it changes, makes or removes. They are copied before, and put back if it fails.
    std::function<Result<void>(const QString &folder)> run;
};

/// All that there have been, the oldest first.
[[nodiscard]] const std::vector<StateMigration> &stateMigrations();

/// How the state folder stands at the start.
struct StateStanding {
    bool mayWrite = true; ///< Else its files stay as they are, but for the log, which is only added to.
    int migratedFrom = 0; ///< The format that it had; 0 where nothing had to be done.
    QString problem;      ///< A sentence for people, where it may not be written.
};

/// Reads the version of the folder, brings it to the newest format, step by step, and writes the version there. A step
/// that was killed begins again at the next start. Nothing here is a reason not to run.
[[nodiscard]] StateStanding openStateFolder(const QString &folder, const QString &writtenBy,
                                            int format = currentStateFormat,
                                            const std::vector<StateMigration> &migrations = stateMigrations());

} // namespace nova
