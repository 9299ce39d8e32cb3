#include "core/catalog/catalog_editor.h"

#include "core/yaml/yaml_scan.h"

#include <array>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct Place {
    const YamlNode *key = nullptr;
    const YamlNode *value = nullptr;
};

Place find(const YamlNode &map, const QByteArray &name)
{
    for (size_t i = 0; i < map.pairs(); ++i) {
        if (map.key(i).isString(name))
            return {&map.key(i), &map.mapped(i)};
    }
    return {};
}

/// `written` for the other value, in the same style: yes → no, True → False, ON → OFF.
QByteArray booleanLike(const QByteArray &written, bool value)
{
    static constexpr std::array<std::pair<const char *, const char *>, 3> words{
        {{"true", "false"}, {"yes", "no"}, {"on", "off"}}};
    const QByteArray lower = written.toLower();
    for (const auto &[yes, no] : words) {
        if (lower != yes && lower != no)
            continue;
        const QByteArray word = value ? yes : no;
        if (written == written.toUpper())
            return word.toUpper();
        return written == lower ? word : word.left(1).toUpper() + word.mid(1);
    }
    return value ? "true" : "false";
}

qsizetype lineStart(const QByteArray &text, qsizetype position)
{
    return position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
}

/// Before the first key of the entry. In block style on a line of its own, in flow style behind the brace.
std::optional<QByteArray> insertFirst(const QByteArray &text, const YamlNode &entry, const QByteArray &word)
{
    if (entry.pairs() == 0)
        return std::nullopt;
    const YamlNode &first = entry.key(0);
    if (entry.flow) { // Quoted where its neighbour is, so that JSON stays JSON.
        const QByteArray key = text.mid(first.position, 1) == "\"" ? "\"enabled\": " : "enabled: ";
        return QByteArray(text).insert(first.position, key + word + ", ");
    }
    const qsizetype start = lineStart(text, first.position);
    const QByteArray indentation = text.mid(start, first.position - start);
    if (start == 0 || indentation.trimmed().size() > 0)
        return std::nullopt; // The key does not begin its line: "a: !!map" or "? " forms.
    const QByteArray ending = start >= 2 && text.at(start - 2) == '\r' ? "\r\n" : "\n";
    return QByteArray(text).insert(start, indentation + "enabled: " + word + ending);
}

/// Behind the line of the last field whose value stands on one line: where a person would add it.
std::optional<QByteArray> insertBehindLast(const QByteArray &text, const YamlNode &entry, const QByteArray &word)
{
    if (entry.flow || entry.pairs() == 0)
        return std::nullopt;
    const YamlNode &key = entry.key(entry.pairs() - 1);
    const YamlNode &value = entry.mapped(entry.pairs() - 1);
    const auto span = scalarSpan(text, value);
    if (!span || text.mid(span->begin, span->end - span->begin).contains('\n') || key.line != value.line)
        return std::nullopt;
    const qsizetype start = lineStart(text, key.position);
    const QByteArray indentation = text.mid(start, key.position - start);
    if (start == 0 || indentation.trimmed().size() > 0)
        return std::nullopt;
    const qsizetype end = text.indexOf('\n', span->end);
    const bool crlf = (end > 0 ? text.at(end - 1) : text.at(start - 2)) == '\r';
    const QByteArray line = indentation + "enabled: " + word;
    const QByteArray ending = crlf ? "\r\n" : "\n";
    // A missing final newline stays missing.
    return end < 0 ? text + ending + line : QByteArray(text).insert(end + 1, line + ending);
}

std::optional<QByteArray> replaceValue(const QByteArray &text, const YamlNode &value, bool enabled)
{
    if (value.kind == YamlNode::Kind::Alias) {
        qsizetype end = value.position + 1;
        while (end < text.size() && !QByteArrayView(" \t\r\n,]}#").contains(text.at(end)))
            ++end;
        return QByteArray(text).replace(value.position, end - value.position, enabled ? "true" : "false");
    }
    const auto span = scalarSpan(text, value);
    if (!span)
        return std::nullopt;
    return QByteArray(text).replace(span->begin, span->end - span->begin, booleanLike(value.value, enabled));
}

/// Whether `after` is `before` with this one switch set: every server the same, in the same order, no new finding.
bool differsOnlyIn(const Catalog &before, const Catalog &after, const QString &name, bool enabled)
{
    if (!after.valid() || after.servers.size() != before.servers.size() ||
        after.warnings.size() != before.warnings.size())
        return false;
    for (qsizetype i = 0; i < before.servers.size(); ++i) {
        ServerEntry expected = before.servers.at(i);
        if (expected.name == name)
            expected.enabled = enabled;
        if (after.servers.at(i).name != expected.name || !after.servers.at(i).differingFields(expected).isEmpty())
            return false;
    }
    return true;
}

tl::unexpected<Error> cannot(const QString &name, const YamlNode &where, const QString &why)
{
    const QString message = u"%1 cannot be switched without rewriting more of the file: %2"_s.arg(name, why);
    return failure(ErrorCode::Conflict, message, {},
                   {{Diagnostic::Severity::Error, u"not_editable"_s, message, u"Change it in the file."_s, name,
                     where.line, where.column}});
}

} // namespace

Result<CatalogText> withEnabled(const CatalogText &before, const QString &name, bool enabled)
{
    const auto &[text, catalog] = before;
    if (!catalog->valid())
        return failure(ErrorCode::Conflict,
                       u"The file has errors; %1 can be switched when they are mended. First: line %2: %3"_s.arg(name)
                           .arg(catalog->errors.first().line)
                           .arg(catalog->errors.first().message),
                       {}, catalog->errors);
    const ServerEntry *server = catalog->find(name);
    if (!server)
        return failure(ErrorCode::NotFound, u"There is no server named %1."_s.arg(name));
    if (server->enabled == enabled)
        return before;

    const auto [key, entry] = find(catalog->root, name.toUtf8());
    if (entry->kind == YamlNode::Kind::Alias)
        return cannot(name, *entry, u"it is an alias of another entry."_s);

    const Place own = find(*entry, "enabled");
    const QByteArray word = enabled ? "true" : "false";
    QList<std::optional<QByteArray>> candidates;
    if (own.value)
        candidates = {replaceValue(text, *own.value, enabled)};
    else
        candidates = {insertBehindLast(text, *entry, word), insertFirst(text, *entry, word)};
    for (const auto &candidate : candidates) {
        const CatalogPtr after = candidate ? readCatalog(*candidate) : nullptr;
        if (after && differsOnlyIn(*catalog, *after, name, enabled))
            return CatalogText{*candidate, after};
    }
    if (own.value && own.value->anchor != 0)
        return cannot(name, *own.value, u"others refer to its value by an anchor."_s);
    return cannot(name, *key, u"others refer to it by an anchor, or it is written in an unusual way."_s);
}

Result<QByteArray> withEnabled(const QByteArray &text, const QString &name, bool enabled)
{
    return withEnabled(CatalogText{text, readCatalog(text)}, name, enabled).map([](const CatalogText &after) {
        return after.bytes;
    });
}

} // namespace nova
