#pragma once

#include "core/catalog/server_entry.h"
#include "core/documents/document.h"
#include "core/yaml/yaml_tree.h"

#include <QHash>

namespace nova
{

/// A header of a server as it is written, `${ENV}` and all: a secret, for the probe alone.
struct HeaderTemplate {
    QByteArray name;
    QString value;

    bool operator==(const HeaderTemplate &) const = default;
};

/// The meaning of a catalog text: its servers in file order. With errors, `servers` holds what could be read.
struct Catalog final : Interpretation {
    QList<ServerEntry> servers;
    QHash<QString, QList<HeaderTemplate>> headers; ///< By server. They stay in the core.
    YamlNode root;                                 ///< The text as it is written, for those who edit it.

    [[nodiscard]] const ServerEntry *find(const QString &name) const;
};

using CatalogPtr = std::shared_ptr<const Catalog>;

/// Reads and validates a catalog text. The one validator: the watcher, the API and the command line use it. Pure.
[[nodiscard]] CatalogPtr readCatalog(const QByteArray &text);

/// The same as an Interpreter for a Document.
[[nodiscard]] InterpretationPtr interpretCatalog(const QByteArray &text);

/// The catalog behind a text that interpretCatalog() made; never null for a text that has a meaning.
[[nodiscard]] const Catalog *catalogOf(const DocumentTextPtr &text);

} // namespace nova
