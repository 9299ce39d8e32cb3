#pragma once

#include "core/yaml/yaml_tree.h"

#include <QHash>
#include <QStringList>

namespace nova::yaml
{

/// Compares what two texts say, wherever it stands in them: structure, tags, values, and which anchor an alias means.
/// Pure; one object for one pair of texts.
class TreeComparison
{
public:
    /// Whether `a` and `b` say the same.
    [[nodiscard]] bool same(const YamlNode &a, const YamlNode &b);

    /// Whether two mappings say the same but for the value at `path` (keys from the outside in), which may be another
    /// one, or be there in one of them only. What referred to something inside that value does not count as the same.
    /// An alias on the way may have become «{ <<: *alias, key: value }».
    [[nodiscard]] bool sameExcept(const YamlNode &a, const YamlNode &b, const QStringList &path);

    /// Whether two mappings say the same but for the key `from`, which is `to` in the second.
    [[nodiscard]] bool sameRenamed(const YamlNode &a, const YamlNode &b, const QString &from, const QString &to);

    /// Whether two mappings say the same but for the place of one pair: the pair `from` of the first is the pair `to`
    /// of the second, and the others are in the order in which they were.
    [[nodiscard]] bool sameMoved(const YamlNode &a, const YamlNode &b, size_t from, size_t to);

private:
    [[nodiscard]] bool sameNode(const YamlNode &a, const YamlNode &b);

    QHash<quint64, quint64> m_anchors; ///< Of the first text → of the second.
};

/// The place of a key in a mapping.
[[nodiscard]] std::optional<size_t> pairOf(const YamlNode &map, const QString &key);

} // namespace nova::yaml
