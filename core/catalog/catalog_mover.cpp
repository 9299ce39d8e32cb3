#include "core/catalog/edit_refusals.h"
#include "core/yaml/map_move.h"
#include "core/yaml/yaml_compare.h"
#include "core/yaml/yaml_layout.h"

using namespace Qt::StringLiterals;

// The edit that changes no entry, but the order of entries.

namespace nova
{

namespace
{

bool hasAnchor(const YamlNode &node)
{
    return (node.anchor != 0 && node.kind != YamlNode::Kind::Alias) ||
           std::any_of(node.children.begin(), node.children.end(), hasAnchor);
}

bool hasAlias(const YamlNode &node)
{
    return node.kind == YamlNode::Kind::Alias || std::any_of(node.children.begin(), node.children.end(), hasAlias);
}

/// What most likely keeps an entry where it is, for people.
QString whyItStays(const YamlNode &root, size_t pair)
{
    if (root.flow)
        return u"the servers are written in braces"_s;
    if (hasAnchor(root.mapped(pair)))
        return u"something in it has an anchor, and what refers to that has to come behind it"_s;
    if (hasAlias(root.mapped(pair)))
        return u"it refers to an anchor, and has to come behind that"_s;
    return u"it is written in an unusual way"_s;
}

/// Whether the servers are as they were but for the place of one.
bool sameServers(const Catalog &before, const Catalog &after)
{
    const auto same = [&before](const ServerEntry &server) {
        const ServerEntry *earlier = before.find(server.name);
        return earlier && server.differingFields(*earlier).isEmpty();
    };
    return after.valid() && before.servers.size() == after.servers.size() &&
           std::all_of(after.servers.begin(), after.servers.end(), same);
}

} // namespace

Result<CatalogText> withServerBefore(const CatalogText &text, const QString &name, const std::optional<QString> &before)
{
    const auto entry = entryOf(text, name);
    if (!entry)
        return tl::unexpected(entry.error());
    const YamlNode &root = text.catalog->root;
    size_t target = root.pairs();
    if (before) {
        if (!text.catalog->find(*before)) {
            const QString message = u"There is no server named %1 to put it in front of."_s.arg(*before);
            return invalidEdit({{Diagnostic::Severity::Error, u"unknown_server"_s, message, {}, u"before"_s}});
        }
        target = *yaml::pairOf(root, *before);
    }
    if (target == *entry || target == *entry + 1)
        return text;
    const yaml::MapPlace place{text.bytes, root, yaml::documentEnd(text.bytes, root)};
    const size_t to = target > *entry ? target - 1 : target;
    for (const QByteArray &candidate : yaml::movesOf(place, *entry, target)) {
        const CatalogText after = CatalogText::of(candidate);
        if (yaml::TreeComparison().sameMoved(root, after.catalog->root, *entry, to) &&
            sameServers(*text.catalog, *after.catalog))
            return after;
    }
    return cannotEdit(name, root.key(*entry), whyItStays(root, *entry));
}

} // namespace nova
