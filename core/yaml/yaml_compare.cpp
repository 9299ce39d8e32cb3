#include "core/yaml/yaml_compare.h"

namespace nova::yaml
{

std::optional<size_t> pairOf(const YamlNode &map, const QString &key)
{
    const QByteArray name = key.toUtf8();
    for (size_t i = 0; i < map.pairs(); ++i) {
        if (map.key(i).isString(name))
            return i;
    }
    return std::nullopt;
}

bool TreeComparison::sameNode(const YamlNode &a, const YamlNode &b)
{
    if (a.kind != b.kind || a.tag != b.tag || a.value != b.value)
        return false;
    if (a.kind == YamlNode::Kind::Alias)
        return m_anchors.contains(a.anchor) && m_anchors.value(a.anchor) == b.anchor;
    if ((a.anchor == 0) != (b.anchor == 0))
        return false;
    if (a.anchor != 0)
        m_anchors.insert(a.anchor, b.anchor);
    return true;
}

bool TreeComparison::same(const YamlNode &a, const YamlNode &b)
{
    return sameNode(a, b) && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                                        [this](const auto &x, const auto &y) { return same(x, y); });
}

bool TreeComparison::sameExcept(const YamlNode &a, const YamlNode &b, const QStringList &path)
{
    const QByteArray target = path.first().toUtf8();
    if (a.kind == YamlNode::Kind::Alias && b.kind == YamlNode::Kind::Map)
        return path.size() == 1 && b.pairs() == 2 && b.anchor == 0 && b.key(0).isPlainScalar() &&
               b.key(0).value == "<<" && same(a, b.mapped(0)) && b.key(1).isString(target);
    // A mapping without pairs is written as nothing at all, too.
    const auto isMap = [](const YamlNode &node) {
        return node.kind == YamlNode::Kind::Map || (node.kind == YamlNode::Kind::Null && node.anchor == 0);
    };
    if (!isMap(a) || !isMap(b) || (a.kind == b.kind && !sameNode(a, b)))
        return false;
    size_t i = 0, j = 0;
    for (;;) {
        const bool atA = i < a.pairs() && a.key(i).isString(target);
        const bool atB = j < b.pairs() && b.key(j).isString(target);
        if (atA && atB && path.size() > 1) {
            if (!same(a.key(i), b.key(j)) || !sameExcept(a.mapped(i), b.mapped(j), path.mid(1)))
                return false;
            ++i, ++j;
        } else if (atA || atB) {
            if (path.size() > 1)
                return false;
            i += atA ? 1 : 0;
            j += atB ? 1 : 0;
        } else if (i < a.pairs() && j < b.pairs()) {
            if (!same(a.key(i), b.key(j)) || !same(a.mapped(i), b.mapped(j)))
                return false;
            ++i, ++j;
        } else {
            return i == a.pairs() && j == b.pairs();
        }
    }
}

bool TreeComparison::sameRenamed(const YamlNode &a, const YamlNode &b, const QString &from, const QString &to)
{
    if (!sameNode(a, b) || a.children.size() != b.children.size())
        return false;
    for (size_t i = 0; i < a.pairs(); ++i) {
        YamlNode key = a.key(i);
        if (key.isString(from.toUtf8())) {
            key.value = to.toUtf8();
            key.tag = b.key(i).tag; // Another name may need quotes.
        }
        if (!same(key, b.key(i)) || !same(a.mapped(i), b.mapped(i)))
            return false;
    }
    return true;
}

bool TreeComparison::sameMoved(const YamlNode &a, const YamlNode &b, size_t from, size_t to)
{
    if (!sameNode(a, b) || a.children.size() != b.children.size())
        return false;
    // In the order of the first, in which every anchor is met before its aliases.
    for (size_t i = 0; i < a.pairs(); ++i) {
        const size_t behind = i > from ? i - 1 : i; // Without the one that moves.
        const size_t place = i == from ? to : behind >= to ? behind + 1 : behind;
        if (!same(a.key(i), b.key(place)) || !same(a.mapped(i), b.mapped(place)))
            return false;
    }
    return true;
}

} // namespace nova::yaml
