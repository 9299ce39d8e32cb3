#pragma once

#include "core/transfer/foreign_config.h"

namespace nova
{

/// What an import would do with one server of another program.
struct ImportItem {
    enum class Kind {
        New,        ///< It can be added.
        Present,    ///< Its address is in the catalog, or earlier in the same text.
        Impossible, ///< It has no place in the catalog.
    };

    ForeignServer server;
    Kind kind = Kind::New;
    QString name; ///< What it would be called in the catalog.
    QString why;  ///< Why it is not New, or is called otherwise; a sentence.
};

/// Compares what was read with the catalog. Names are proposed so that all that is New can be added together. Pure.
[[nodiscard]] QList<ImportItem> planImport(const ForeignConfig &config, const QList<ServerEntry> &catalog);

} // namespace nova
