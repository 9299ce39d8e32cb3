#include "core/catalog/catalog.h"
#include "core/catalog/catalog_editor.h"

#include <cstdlib>

/// Any bytes may be a catalog: reading never crashes, and a switch that is flipped changes that switch and is found
/// flipped; flipping it back gives the same meaning as before.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto catalog = nova::readCatalog(text);
    if (!catalog->valid())
        return 0;
    for (const nova::ServerEntry &server : catalog->servers) {
        const auto flipped = nova::withEnabled({text, catalog}, server.name, !server.enabled);
        if (!flipped)
            continue;
        const auto after = flipped->catalog;
        if (!after->valid() || after->servers.size() != catalog->servers.size())
            std::abort();
        for (qsizetype i = 0; i < after->servers.size(); ++i) {
            nova::ServerEntry expected = catalog->servers.at(i);
            if (expected.name == server.name)
                expected.enabled = !server.enabled;
            if (!after->servers.at(i).differingFields(expected).isEmpty())
                std::abort();
        }
    }
    return 0;
}
