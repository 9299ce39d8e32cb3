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
    explicit CatalogReader(Catalog &catalog);
    void read(const YamlNode &root);

private:
    struct Field {
        QByteArray name;
        const YamlNode *key;
        const YamlNode *value;
    };
    struct Fields {
        std::vector<Field> inOrder;
        QHash<QByteArray, size_t> index; ///< By name.
    };

    void collectAnchors(const YamlNode &node);
    [[nodiscard]] const YamlNode &resolve(const YamlNode &node) const;
    void readEntry(const YamlNode &key, const YamlNode &value);
    void collectFields(const YamlNode &map, const QString &path, int depth, Fields &fields);
    void merge(const YamlNode &from, const YamlNode &where, const QString &path, int depth, Fields &fields);
    void readField(ServerEntry &entry, const Field &field);
    void readHeaders(ServerEntry &entry, const YamlNode &node);
    void checkWhole(const ServerEntry &entry, const YamlNode &key, qsizetype firstError);

    [[nodiscard]] std::optional<QString> string(const YamlNode &node, const QString &path);
    [[nodiscard]] std::optional<int> number(const YamlNode &node, const QString &path, int least, int most);
    [[nodiscard]] QString url(const YamlNode &node, const QString &path);

    void error(const YamlNode &where, const QString &path, const QString &code, const QString &message,
               const QString &hint = {});
    void warning(const YamlNode &where, const QString &path, const QString &code, const QString &message,
                 const QString &hint = {});

    static void add(QList<Diagnostic> &findings, const Diagnostic &finding);

    Catalog &m_catalog;
    QHash<quint64, const YamlNode *> m_anchors;
    qsizetype m_mergesLeft = 100'000; ///< In fields: merges of merges multiply, and may be circular.
};

} // namespace nova
