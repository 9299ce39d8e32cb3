#pragma once

#include "core/service/nova_state.h"

#include <QList>

namespace nova
{

/// What the check of the file says about one server, in one line; empty when all is well.
[[nodiscard]] QString warningFor(const QString &name, const QList<Diagnostic> &warnings);

/// Why a command failed, for where there is little room: the file's name says which one is meant.
[[nodiscard]] QString reasonOf(const Error &error);

/// Why nothing of the catalog can be changed here just now, as a sentence; empty where it can.
[[nodiscard]] QString whyNotEditable(const NovaState &state);

/// A server of the catalog in force; null where there is none of that name.
[[nodiscard]] const ServerEntry *serverIn(const CatalogState &catalog, const QString &name);

} // namespace nova
