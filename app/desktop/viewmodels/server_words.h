#pragma once

#include "core/base/result.h"

#include <QList>

namespace nova
{

/// What the check of the file says about one server, in one line; empty when all is well.
[[nodiscard]] QString warningFor(const QString &name, const QList<Diagnostic> &warnings);

/// Why a command failed, for where there is little room: the file's name says which one is meant.
[[nodiscard]] QString reasonOf(const Error &error);

} // namespace nova
