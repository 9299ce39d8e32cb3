#include "core/catalog/catalog_editor.h"
#include "core/transfer/foreign_export.h"
#include "core/transfer/import_plan.h"

#include <cstdio>
#include <cstdlib>

using namespace nova;
using namespace Qt::StringLiterals;

/// Any bytes may be dropped on the window: reading never crashes, what it says can be added can be added, is then in
/// the catalog, and is the same after it went to another program and came back.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace
{

[[noreturn]] void fail(const char *what, const QString &name, const QByteArray &text)
{
    std::fprintf(stderr, "%s: %s\n%s\n", what, qPrintable(name), text.constData());
    std::abort();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)looksForeign(text);
    const auto config = readForeign(text);
    if (!config)
        return 0;
    CatalogText catalog = CatalogText::of({});
    int left = 4; // Each is checked against the whole text.
    for (const ImportItem &item : planImport(*config, {})) {
        if (item.kind != ImportItem::Kind::New || left-- == 0)
            continue;
        const auto added = withServer(catalog, item.name, item.server.fields());
        if (!added)
            fail("cannot be added", item.name + u' ' + added.error().message, catalog.bytes);
        catalog = *added;
    }
    for (const ForeignForm form : foreignForms) {
        QStringList names;
        for (const ServerEntry &entry : catalog.catalog->servers)
            names.append(entry.name);
        const ForeignExport made = exportServers(*catalog.catalog, names, form);
        const auto back = readForeign(made.text);
        if (!back || back->servers.size() != names.size())
            fail("does not come back", titleOf(form), made.text);
    }
    return 0;
}
