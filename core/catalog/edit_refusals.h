#pragma once

#include "core/catalog/catalog_editor.h"

namespace nova
{

/// What every edit of a catalog asks first and last, and the errors by which one is refused. For the editor's own
/// files.

/// The change cannot be made in place: ErrorCode::Conflict, code `not_editable`. `why` is the end of a sentence.
[[nodiscard]] tl::unexpected<Error> cannotEdit(const QString &name, const YamlNode &where, const QString &why);

/// The request breaks a rule.
[[nodiscard]] tl::unexpected<Error> invalidEdit(const QList<Diagnostic> &findings);

/// Why the text may not be edited at all; nothing where it may.
[[nodiscard]] std::optional<Error> whyNotEditable(const CatalogText &text);

/// The place of a server's entry in the root; an error where there is no such server or no editing.
[[nodiscard]] Result<size_t> entryOf(const CatalogText &text, const QString &name);

/// `text` if it breaks no rule.
[[nodiscard]] Result<CatalogText> validEdit(const CatalogText &text);

} // namespace nova
