#include "catalog_meaning.h"

#include "core/yaml/yaml_values.h"

using nova::YamlNode;

namespace
{

constexpr int deepest = 100; // A mapping may hold an alias of itself.

} // namespace

CatalogMeaning::CatalogMeaning(const YamlNode &root)
{
    collectAnchors(root);
    for (size_t i = 0; i < root.pairs(); ++i) {
        const QByteArray name = root.key(i).value;
        const YamlNode &held = resolve(root.mapped(i));
        m_names.append(name);
        if (holdsAlias(root.mapped(i)))
            m_withAliases.insert(name);
        if (held.kind == YamlNode::Kind::Map)
            collectFields(held, m_entries[name], 0);
        else
            m_entries[name].insert({}, value(held, 0));
    }
}

bool CatalogMeaning::holdsAlias(const YamlNode &node)
{
    return node.kind == YamlNode::Kind::Alias || std::any_of(node.children.begin(), node.children.end(),
                                                             [](const YamlNode &child) { return holdsAlias(child); });
}

QMap<QString, QString> CatalogMeaning::members(const QJsonValue &map)
{
    const auto untagged = [](const QJsonValue &scalar) {
        const QString text = scalar.toString();
        return text.mid(text.indexOf(u' ') + 1);
    };
    QMap<QString, QString> members;
    const QJsonArray parts = map.toArray();
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        members.insert(untagged(parts.at(i)), untagged(parts.at(i + 1)));
    return members;
}

void CatalogMeaning::collectAnchors(const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Alias)
        return;
    if (node.anchor != 0)
        m_anchors.insert(node.anchor, &node);
    for (const YamlNode &child : node.children)
        collectAnchors(child);
}

void CatalogMeaning::collectFields(const YamlNode &map, Entry &entry, int depth)
{
    if (depth > deepest)
        m_left = 0;
    if (m_left <= 0)
        return;
    m_left -= 1;
    std::vector<const YamlNode *> merged;
    int odd = 0;
    for (size_t i = 0; i < map.pairs(); ++i) {
        const YamlNode &key = map.key(i);
        if (key.isPlainScalar() && key.value == "<<") {
            const YamlNode &source = resolve(map.mapped(i));
            if (source.kind == YamlNode::Kind::Map)
                merged.push_back(&source);
            for (size_t item = 0; source.kind == YamlNode::Kind::Sequence && item < source.children.size(); ++item)
                merged.push_back(&source.children[item]);
            continue;
        }
        // Keys that are not single values are known by their order.
        const QByteArray name = key.kind == YamlNode::Kind::Scalar
                                    ? key.value
                                    : "odd key " + QByteArray::number(++odd) + " of " + QByteArray::number(depth);
        if (!entry.contains(name))
            entry.insert(name, value(map.mapped(i), depth));
    }
    for (const YamlNode *source : merged)
        collectFields(resolve(*source), entry, depth + 1);
}

const YamlNode &CatalogMeaning::resolve(const YamlNode &node) const
{
    return node.kind == YamlNode::Kind::Alias ? *m_anchors.value(node.anchor, &node) : node;
}

QJsonValue CatalogMeaning::value(const YamlNode &written, int depth)
{
    const YamlNode &node = resolve(written);
    if (depth > deepest)
        m_left = 0;
    if (node.kind == YamlNode::Kind::Null || m_left <= 0)
        return {};
    m_left -= 1;
    if (node.kind == YamlNode::Kind::Scalar)
        return nova::yamlString(node.tag + ' ' + node.value);
    QJsonArray parts;
    for (const YamlNode &child : node.children)
        parts.append(value(child, depth + 1));
    return parts;
}
