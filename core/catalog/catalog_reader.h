#pragma once

#include "core/catalog/catalog.h"
#include "core/yaml/yaml_tree.h"

#include <QHash>

namespace nova
{

/// Walks a YAML tree and fills a Catalog: entries, and for everything that is not as it should be a diagnostic with
/// line, column, path, code and hint. Used once for one text.
class CatalogReader
{
public:
    CatalogReader(const QByteArray &text, Catalog &catalog);
    void read(const YamlNode &root);

private:
    struct Field {
        QByteArray name;
        const YamlNode *key;
        const YamlNode *value;
    };

    void collectAnchors(const YamlNode &node);
    [[nodiscard]] const YamlNode &resolve(const YamlNode &node) const;
    void readEntry(const YamlNode &key, const YamlNode &value);
    void collectFields(const YamlNode &map, const QString &path, bool merged, std::vector<Field> &fields);
    void readField(ServerEntry &entry, const Field &field);
    void readHeaders(ServerEntry &entry, const YamlNode &node);
    void checkWhole(const ServerEntry &entry, const YamlNode &key);

    [[nodiscard]] std::optional<QString> string(const YamlNode &node, const QString &path);
    [[nodiscard]] std::optional<int> number(const YamlNode &node, const QString &path, int least, int most);
    [[nodiscard]] QString url(const YamlNode &node, const QString &path);

    void error(const YamlNode &where, const QString &path, const QString &code, const QString &message,
               const QString &hint = {});
    void warning(const YamlNode &where, const QString &path, const QString &code, const QString &message,
                 const QString &hint = {});

    const QByteArray &m_text;
    Catalog &m_catalog;
    QHash<quint64, const YamlNode *> m_anchors;
    int m_mergesLeft = 2000; ///< Merges of merges multiply, and may be circular.
};

} // namespace nova
