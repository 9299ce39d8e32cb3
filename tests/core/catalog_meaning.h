#pragma once

#include "core/catalog/catalog.h"

#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <QSet>

/// What a catalog text says in the end, aliases followed and merge keys resolved: found by other code than the one that
/// edits, so that the two can be held against each other. Scalars are texts that begin with their tag.
class CatalogMeaning
{
public:
    using Entry = QMap<QByteArray, QJsonValue>; ///< The fields of an entry, its own and those it merges in.

    explicit CatalogMeaning(const nova::YamlNode &root);

    /// Aliases of aliases can mean more than there is memory: then there is no meaning to compare.
    [[nodiscard]] bool isComplete() const { return m_left > 0; }
    [[nodiscard]] const QList<QByteArray> &names() const { return m_names; } ///< The root's keys, in order.
    [[nodiscard]] Entry entry(const QByteArray &name) const { return m_entries.value(name); }

    /// Whether an entry takes anything from elsewhere: then it may change when that does.
    [[nodiscard]] bool isShared(const QByteArray &name) const { return m_withAliases.contains(name); }

    /// The members of a mapping that value() made, by name, each without its tag.
    [[nodiscard]] static QMap<QString, QString> members(const QJsonValue &map);

private:
    [[nodiscard]] static bool holdsAlias(const nova::YamlNode &node);
    void collectAnchors(const nova::YamlNode &node);
    void collectFields(const nova::YamlNode &map, Entry &entry, int depth);
    [[nodiscard]] const nova::YamlNode &resolve(const nova::YamlNode &node) const;
    [[nodiscard]] QJsonValue value(const nova::YamlNode &node, int depth);

    QHash<quint64, const nova::YamlNode *> m_anchors;
    QList<QByteArray> m_names;
    QHash<QByteArray, Entry> m_entries;
    QSet<QByteArray> m_withAliases;
    int m_left = 50'000; ///< Nodes that may still be looked at.
};
