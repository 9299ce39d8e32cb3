#pragma once

#include "core/catalog/catalog.h"
#include "core/transfer/foreign_form.h"

namespace nova
{

/// Servers of the catalog as another program reads them.
struct ForeignExport {
    QByteArray text;   ///< JSON, for people: two spaces, one member a line.
    QStringList notes; ///< What has to be done beside saving it, a sentence each.
};

/// The servers that are wanted, in the order of the catalog: those that are `asked` for, else all that are on. NotFound
/// where there is none of a name. Pure.
[[nodiscard]] Result<QStringList> serversToExport(const Catalog &catalog, const QStringList &asked);

/// `names` are written in the order of the catalog. Variables become those of the program; a secret that stands in the
/// catalog in plain text does not leave it: a variable is put in its place. Pure.
[[nodiscard]] ForeignExport exportServers(const Catalog &catalog, const QStringList &names, ForeignForm form);

/// Where the program looks for what is exported: "~/.cursor/mcp.json, or .cursor/mcp.json in a project".
[[nodiscard]] QString destinationOf(ForeignForm form);

/// What a file for that program is usually called: "mcp.json".
[[nodiscard]] QString fileNameFor(ForeignForm form);

} // namespace nova
