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

/// `names` are written in the order of the catalog. Variables become those of the program; a secret that stands in the
/// catalog in plain text does not leave it: a variable is put in its place. Pure.
[[nodiscard]] ForeignExport exportServers(const Catalog &catalog, const QStringList &names, ForeignForm form);

/// Where the program looks for what is exported: "~/.cursor/mcp.json, or .cursor/mcp.json in a project".
[[nodiscard]] QString destinationOf(ForeignForm form);

/// What a file for that program is usually called: "mcp.json".
[[nodiscard]] QString fileNameFor(ForeignForm form);

} // namespace nova
