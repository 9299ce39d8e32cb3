#pragma once

#include "core/catalog/catalog.h"

namespace nova
{

/// A catalog's text with its meaning.
struct CatalogText {
    QByteArray bytes;
    CatalogPtr catalog;
};

/// The catalog text with `enabled` of the server `name` set, and every other byte as it was.
///
/// Replaces the one scalar (keeping the way it was written: true/yes/On …), or inserts one line with the entry's own
/// indentation and line ending where the entry has no `enabled` of its own. The result has been read again and differs
/// from the old catalog in exactly this; where that cannot be had, an error says why. Pure.
[[nodiscard]] Result<CatalogText> withEnabled(const CatalogText &text, const QString &name, bool enabled);

/// The same for a text that has not been read yet.
[[nodiscard]] Result<QByteArray> withEnabled(const QByteArray &text, const QString &name, bool enabled);

} // namespace nova
