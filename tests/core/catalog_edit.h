#pragma once

#include "core/catalog/catalog_editor.h"

/// One change asked of the editor of catalogs, and whether what came of it is that change and nothing else.
struct CatalogEdit {
    enum class Kind { Toggle, Set, Add, Rename, Remove, Move };

    Kind kind = Kind::Toggle;
    QString server;
    QJsonObject fields{}; ///< Of Set and Add; null removes.
    QString newName{};    ///< Of Rename.
    QString target{};     ///< Of Move; empty: to the end.

    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] nova::Result<nova::CatalogText> apply(const nova::CatalogText &text) const;

    /// What is wrong with `after` as the answer to this change of `before`; empty where nothing is. Looks at what both
    /// mean, and at where the bytes differ: inside of the entry's lines.
    [[nodiscard]] QByteArray wrongIn(const nova::CatalogText &before, const nova::CatalogText &after) const;

private:
    [[nodiscard]] QByteArray wrongMeaning(const nova::Catalog &before, const nova::Catalog &after) const;
    [[nodiscard]] QByteArray wrongFields(const nova::ServerEntry &before, const nova::ServerEntry &after) const;
    /// The list with what moves at its new place.
    template <typename T, typename Name>
    [[nodiscard]] QList<T> moved(QList<T> list, Name nameOf) const;
    [[nodiscard]] QByteArray wrongPlace(const nova::CatalogText &before, const nova::CatalogText &after) const;
};

/// The smallest range in which two texts differ: what they have in common at both ends is left out. Where the same
/// bytes stand on both sides of it, there are several such ranges; this is one that begins a line, if any does.
struct ByteChange {
    ByteChange(const QByteArray &before, const QByteArray &after);

    qsizetype offset = 0;
    QByteArray removed;
    QByteArray inserted;

    qsizetype earliest = 0; ///< The first and last place where such a range may begin.
    qsizetype latest = 0;
};
