#pragma once

#include "core/base/result.h"

#include <QString>

namespace nova
{

/// The format of the state folder as a whole that this Nova writes. It is raised when a file there means something
/// else to an older Nova, and then there is a step in stateMigrations().
constexpr int currentStateFormat = 1;

/// What the file `version` of a state folder says: {"format":1,"written_by":"0.1.0"}.
struct StateVersion {
    int format = 1; ///< A folder without that file has the first one.
    QString writtenBy;
    bool missing = true;
    QString problem; ///< Why it says nothing, as a part of a sentence; empty if all is well.
};

[[nodiscard]] StateVersion readStateVersion(const QString &folder);
[[nodiscard]] Result<void> writeStateVersion(const QString &folder, int format, const QString &writtenBy);

/// Why a Nova that knows formats up to `known` has to leave the files of that folder as they are, as a sentence; empty
/// where it may write. Asked at the start, and under a StateLock before each save: a newer Nova may have begun since.
[[nodiscard]] QString whyNotOurs(const QString &folder, int known = currentStateFormat);

} // namespace nova
