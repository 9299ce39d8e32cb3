#include "core/catalog/catalog_editor.h"

#include "core/catalog/edit_refusals.h"
#include "core/catalog/field_values.h"
#include "core/catalog/new_entry.h"
#include "core/yaml/map_edit.h"
#include "core/yaml/yaml_compare.h"
#include "core/yaml/yaml_layout.h"
#include "core/yaml/yaml_scan.h"
#include "core/yaml/yaml_values.h"
#include "core/yaml/yaml_writing.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> taken(const QString &name)
{
    return failure(ErrorCode::Conflict, u"There is a server named %1 already."_s.arg(name));
}

QList<Diagnostic> checkName(const QString &name)
{
    if (isServerName(name))
        return {};
    return {{Diagnostic::Severity::Error, u"name_invalid"_s,
             u"«%1» cannot be the name of a server."_s.arg(name.left(80)),
             u"Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit."_s, name}};
}

QList<Diagnostic> checkUrl(const QString &name, const QJsonObject &fields)
{
    if (!fields.value(u"url").toString().isEmpty())
        return {};
    return {{Diagnostic::Severity::Error, u"required"_s, u"%1 has no «url»."_s.arg(name),
             u"Give the address of its MCP endpoint, such as http://localhost:8002/mcp."_s, name + u".url"_s}};
}

/// The servers other than `name` that are not what they were: an anchor or a merge key carries a change on.
QStringList carriedAlong(const Catalog &before, const Catalog &after, const QString &name)
{
    QStringList changed;
    qsizetype next = 0; // The others are in the same order, or the edit is not what was asked for.
    for (const ServerEntry &server : before.servers) {
        const bool inPlace = next < after.servers.size() && after.servers.at(next).name == server.name;
        if (server.name != name && (!inPlace || !after.servers.at(next).differingFields(server).isEmpty()))
            changed.append(server.name);
        // The edited one may be gone, or have another name.
        const bool gone = server.name == name && !inPlace && after.servers.size() < before.servers.size();
        next += gone ? 0 : 1;
    }
    return changed;
}

/// The first of `candidates` that `isAsAsked` in structure and carries nothing along. It may still break a rule.
template <typename Check>
Result<CatalogText> choose(const CatalogText &before, const QString &name, const YamlNode &where,
                           const yaml::Candidates &candidates, Check isAsAsked)
{
    QStringList carried;
    for (const QByteArray &candidate : candidates) {
        const CatalogText after = CatalogText::of(candidate);
        if (!isAsAsked(after.catalog->root))
            continue;
        carried = carriedAlong(*before.catalog, *after.catalog, name);
        if (carried.isEmpty())
            return after;
    }
    if (!carried.isEmpty())
        return cannotEdit(name, where,
                          u"%1 would change with it, as an alias or merge key takes the value from here"_s.arg(
                              carried.mid(0, 3).join(u", "_s)));
    return cannotEdit(
        name, where,
        u"something else refers to it by an anchor, a comment stands inside it, or it is written in an unusual way"_s);
}

/// Sets the value at `path` (server, field, perhaps header), or removes it where `value` is null.
Result<CatalogText> withValue(const CatalogText &before, const QStringList &path, const QJsonValue &value)
{
    const QByteArray &text = before.bytes;
    const YamlNode *map = &before.catalog->root;
    const YamlNode *where = map;
    qsizetype limit = yaml::documentEnd(text, *map);
    for (const QString &key : path.mid(0, path.size() - 1)) {
        const size_t pair = *yaml::pairOf(*map, key);
        limit = map->flow ? limit : yaml::pairEnd(text, *map, pair, limit);
        where = &map->key(pair);
        map = &map->mapped(pair);
    }
    const yaml::MapPlace place{text, *map, limit};
    const auto own = yaml::pairOf(*map, path.last());
    if (value.isNull() && !own)
        return before;
    if (own)
        where = &map->key(*own);
    const yaml::Candidates candidates = map->kind == YamlNode::Kind::Alias
                                            ? yaml::overridesOf(text, *map, path.last(), value)
                                        : value.isNull() ? yaml::removalsOf(place, *own)
                                        : own            ? yaml::replacementsOf(place, *own, value)
                                              : yaml::insertionsOf(place, yaml::pairText(place, path.last(), value));
    return choose(before, path.first(), *where, candidates, [&](const YamlNode &root) {
        if (!yaml::TreeComparison().sameExcept(before.catalog->root, root, path))
            return false;
        const YamlNode *node = &root;
        for (const QString &key : path) {
            const auto pair = yaml::pairOf(*node, key);
            if (!pair)
                return value.isNull();
            node = &node->mapped(*pair);
        }
        return !value.isNull() && represents(*node, value);
    });
}

/// Changes headers one by one where the entry has a mapping of its own for them; else the field as a whole.
Result<CatalogText> withHeaders(const CatalogText &before, const QString &name, const QJsonObject &headers)
{
    const YamlNode &entry = before.catalog->root.mapped(*yaml::pairOf(before.catalog->root, name));
    const auto own = yaml::pairOf(entry, u"headers"_s);
    const bool nothingLeft = std::all_of(headers.begin(), headers.end(), [](const auto &v) { return v.isNull(); });
    if (!own) {
        const ServerEntry *server = before.catalog->find(name);
        const QStringList others = server ? server->headerNames : QStringList();
        const bool changesNone = nothingLeft && std::none_of(others.begin(), others.end(), [&](const QString &header) {
                                     return headers.contains(header);
                                 });
        if (changesNone)
            return before;
        if (!others.isEmpty()) // Headers of its own would take their place.
            return cannotEdit(name, entry, u"its headers come by an alias or a merge key"_s);
        return withValue(before, {name, u"headers"_s}, headers);
    }
    const YamlNode &map = entry.mapped(*own);
    if (map.kind != YamlNode::Kind::Map)
        return cannotEdit(name, map, u"its headers are an alias of others"_s);
    size_t removed = 0;
    for (size_t i = 0; i < map.pairs(); ++i)
        removed += headers.value(yamlString(map.key(i).value)).isNull() ? 1 : 0;
    if (nothingLeft && removed == map.pairs())
        return withValue(before, {name, u"headers"_s}, QJsonValue::Null);
    CatalogText text = before;
    for (const bool removing : {false, true}) { // What comes first, so that the mapping is never left empty.
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            if (header.value().isNull() != removing)
                continue;
            const auto next = withValue(text, {name, u"headers"_s, header.key()}, header.value());
            if (!next)
                return next;
            text = *next;
        }
    }
    return text;
}

} // namespace

Result<CatalogText> withEnabled(const CatalogText &before, const QString &name, bool enabled)
{
    if (const auto entry = entryOf(before, name); !entry)
        return tl::unexpected(entry.error());
    if (before.catalog->find(name)->enabled == enabled)
        return before;
    return withValue(before, {name, u"enabled"_s}, enabled).and_then(validEdit);
}

Result<CatalogText> withFields(const CatalogText &before, const QString &name, const QJsonObject &fields)
{
    if (const auto entry = entryOf(before, name); !entry)
        return tl::unexpected(entry.error());
    if (const auto findings = checkFields(name, fields); !findings.isEmpty())
        return invalidEdit(findings);
    CatalogText text = before; // Between two fields a rule may be broken; at the end none may.
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto next = field.value().isObject() ? withHeaders(text, name, field.value().toObject())
                                                   : withValue(text, {name, field.key()}, field.value());
        if (!next)
            return next;
        text = *next;
    }
    if (!text.catalog->valid())
        return validEdit(text);
    // What a merge key brings in is not gone when the entry has none of its own.
    const QStringList left = ServerEntry().differingFields(*text.catalog->find(name));
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.value().isNull() && left.contains(field.key()))
            return cannotEdit(name, text.catalog->root.key(*yaml::pairOf(text.catalog->root, name)),
                              u"its %1 comes by an alias or a merge key"_s.arg(field.key()));
    }
    return text;
}

Result<CatalogText> withServer(const CatalogText &before, const QString &name, const QJsonObject &fields)
{
    if (const auto error = whyNotEditable(before))
        return tl::unexpected(*error);
    const auto &[text, catalog] = before;
    const YamlNode &root = catalog->root;
    if (yaml::pairOf(root, name))
        return taken(name);
    if (const auto findings = checkName(name) + checkFields(name, fields) + checkUrl(name, fields); !findings.isEmpty())
        return invalidEdit(findings);
    const auto isAsAsked = [&](const YamlNode &after) {
        const auto pair = yaml::pairOf(after, name);
        return pair && *pair + 1 == after.pairs() && represents(after.mapped(*pair), fields) &&
               yaml::TreeComparison().sameExcept(root, after, {name});
    };
    return choose(before, name, root, newEntries(text, root, name, fields), isAsAsked).and_then(validEdit);
}

Result<CatalogText> withoutServer(const CatalogText &before, const QString &name)
{
    const auto entry = entryOf(before, name);
    if (!entry)
        return tl::unexpected(entry.error());
    return withValue(before, {name}, QJsonValue::Null).and_then(validEdit);
}

Result<CatalogText> withName(const CatalogText &before, const QString &name, const QString &newName)
{
    const auto entry = entryOf(before, name);
    if (!entry)
        return tl::unexpected(entry.error());
    if (name == newName)
        return before;
    const QByteArray &text = before.bytes;
    const YamlNode &root = before.catalog->root; // Captured below, which a structured binding may not be everywhere.
    if (yaml::pairOf(root, newName))
        return taken(newName);
    if (const auto findings = checkName(newName); !findings.isEmpty())
        return invalidEdit(findings);
    const auto span = scalarSpan(text, root.key(*entry));
    yaml::Candidates candidates;
    if (span) {
        const QByteArray written = text.mid(span->begin, span->end - span->begin);
        candidates.append(
            QByteArray(text).replace(span->begin, span->end - span->begin, yaml::scalarLike(written, newName)));
    }
    const auto isAsAsked = [&](const YamlNode &after) {
        return yaml::TreeComparison().sameRenamed(root, after, name, newName);
    };
    return choose(before, name, root.key(*entry), candidates, isAsAsked).and_then(validEdit);
}

} // namespace nova
