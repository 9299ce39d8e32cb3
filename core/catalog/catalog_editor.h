#pragma once

#include "core/catalog/catalog.h"

#include <QJsonObject>

namespace nova
{

/// A catalog's text with its meaning.
struct CatalogText {
    QByteArray bytes;
    CatalogPtr catalog;

    [[nodiscard]] static CatalogText of(const QByteArray &bytes) { return {bytes, readCatalog(bytes)}; }
};

/// Changes of a catalog text, in place. Each gives the new text, in which every byte that has nothing to do with the
/// change is as it was, or an error that says why it cannot be had: nothing is ever rewritten. The result has been
/// parsed again, is valid, and differs from the old text in exactly the asked way. Pure.
///
/// A text with errors is not edited at all (ErrorCode::Conflict); what the fields of a request break is
/// ErrorCode::InvalidInput with paths such as "gmail.url"; a way of writing that leaves no safe place, or a value that
/// others take from the same place, is ErrorCode::Conflict, code `not_editable`.

/// `enabled` of a server. The scalar keeps the way it was written (true, yes, On, …); where the entry has none of its
/// own (also where it comes by an alias or a merge key) the entry gets one.
[[nodiscard]] Result<CatalogText> withEnabled(const CatalogText &text, const QString &name, bool enabled);

/// Fields of a server, by name, as a JSON merge patch (RFC 7396): null removes a field, `headers` are changed one by
/// one, and what is not named stays.
[[nodiscard]] Result<CatalogText> withFields(const CatalogText &text, const QString &name, const QJsonObject &fields);

/// A new server at the end.
[[nodiscard]] Result<CatalogText> withServer(const CatalogText &text, const QString &name, const QJsonObject &fields);

[[nodiscard]] Result<CatalogText> withoutServer(const CatalogText &text, const QString &name);

[[nodiscard]] Result<CatalogText> withName(const CatalogText &text, const QString &name, const QString &newName);

/// A server at another place: directly in front of `before`, or behind all others where that is not given. With the
/// entry go the comments directly above it (no blank line between) and, where entries stand apart, the blank lines that
/// set it apart; every other entry and comment stays as it is. Refused (`not_editable`) in a file written in braces,
/// and where an anchor would come behind its use.
[[nodiscard]] Result<CatalogText> withServerBefore(const CatalogText &text, const QString &name,
                                                   const std::optional<QString> &before);

} // namespace nova
