#include "core/catalog/catalog.h"

#include "core/catalog/catalog_reader.h"

#include <algorithm>

namespace nova
{

const ServerEntry *Catalog::find(const QString &name) const
{
    const auto found =
        std::find_if(servers.begin(), servers.end(), [&](const auto &entry) { return entry.name == name; });
    return found == servers.end() ? nullptr : &*found;
}

CatalogPtr readCatalog(const QByteArray &text)
{
    auto catalog = std::make_shared<Catalog>();
    Result<YamlNode> root = parseYaml(text);
    if (!root) {
        catalog->errors = root.error().diagnostics;
        return catalog;
    }
    catalog->root = std::move(*root);
    CatalogReader(*catalog).read(catalog->root);
    return catalog;
}

InterpretationPtr interpretCatalog(const QByteArray &text)
{
    return readCatalog(text);
}

const Catalog *catalogOf(const DocumentTextPtr &text)
{
    return text ? static_cast<const Catalog *>(text->meaning.get()) : nullptr;
}

} // namespace nova
