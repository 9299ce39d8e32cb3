#include "core/catalog/catalog_reader.h"

#include "core/base/closest.h"
#include "core/yaml/yaml_values.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int maxMergeDepth = 20;
constexpr qsizetype maxFindings = 200; // Of each severity: nobody reads more, and everybody is sent them.

QString kindName(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return u"nothing"_s;
    case YamlNode::Kind::Scalar:
        return u"a single value"_s;
    case YamlNode::Kind::Sequence:
        return u"a list"_s;
    case YamlNode::Kind::Map:
        return u"a mapping"_s;
    case YamlNode::Kind::Alias:
        break;
    }
    return u"an alias"_s;
}

} // namespace

CatalogReader::CatalogReader(Catalog &catalog)
    : m_catalog(catalog)
{
}

void CatalogReader::error(const YamlNode &where, const QString &path, const QString &code, const QString &message,
                          const QString &hint)
{
    add(m_catalog.errors, {Diagnostic::Severity::Error, code, message, hint, path, where.line, where.column});
}

void CatalogReader::warning(const YamlNode &where, const QString &path, const QString &code, const QString &message,
                            const QString &hint)
{
    add(m_catalog.warnings, {Diagnostic::Severity::Warning, code, message, hint, path, where.line, where.column});
}

void CatalogReader::add(QList<Diagnostic> &findings, const Diagnostic &finding)
{
    if (findings.size() < maxFindings)
        findings.append(finding);
    else if (findings.size() == maxFindings)
        findings.append({finding.severity,
                         u"too_many"_s,
                         u"There is more from here on; it is shown when this is mended."_s,
                         {},
                         {},
                         finding.line,
                         finding.column});
}

void CatalogReader::collectAnchors(const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Alias)
        return;
    if (node.anchor != 0)
        m_anchors.insert(node.anchor, &node);
    for (const YamlNode &child : node.children)
        collectAnchors(child); // The parser has bounded the depth.
}

const YamlNode &CatalogReader::resolve(const YamlNode &node) const
{
    // An anchor is defined before its alias and is never an alias itself, so one step is enough.
    return node.kind == YamlNode::Kind::Alias ? *m_anchors.value(node.anchor, &node) : node;
}

void CatalogReader::read(const YamlNode &root)
{
    collectAnchors(root);
    if (root.kind == YamlNode::Kind::Null)
        return;
    if (root.kind != YamlNode::Kind::Map) {
        error(root, {}, u"type"_s,
              u"The file holds %1; it has to be a mapping of names to servers."_s.arg(kindName(root)),
              u"Write one server as «name:» with its fields indented below."_s);
        return;
    }
    QHash<QByteArray, const YamlNode *> seen;
    for (size_t i = 0; i < root.pairs(); ++i) {
        const YamlNode &key = root.key(i);
        if (key.kind != YamlNode::Kind::Scalar) {
            error(key, {}, u"name_invalid"_s,
                  u"The name of a server has to be a single value, not %1."_s.arg(kindName(key)));
            continue;
        }
        if (const YamlNode *first = seen.value(key.value)) {
            error(
                key, yamlString(key.value), u"duplicate_key"_s,
                u"%1 is here a second time; the first one is on line %2."_s.arg(yamlString(key.value)).arg(first->line),
                u"Rename or remove one of them."_s);
            continue;
        }
        seen.insert(key.value, &key);
        readEntry(key, resolve(root.mapped(i)));
    }
}

void CatalogReader::readEntry(const YamlNode &key, const YamlNode &value)
{
    const QString name = yamlString(key.value);
    // A key that begins with a dot cannot be a server's name: it holds anchors for others to use.
    if (name.startsWith(u'.'))
        return;
    if (!isServerName(name)) {
        error(key, name, u"name_invalid"_s, u"«%1» cannot be the name of a server."_s.arg(name),
              u"Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit."_s);
        return;
    }
    if (value.kind != YamlNode::Kind::Map) {
        error(value.kind == YamlNode::Kind::Null ? key : value, name, u"type"_s,
              u"%1 holds %2; a server has to be a mapping with at least «url»."_s.arg(name, kindName(value)));
        return;
    }
    ServerEntry entry;
    entry.name = name;
    entry.line = key.line;
    Fields fields;
    const qsizetype firstError = m_catalog.errors.size();
    collectFields(value, name, 0, fields);
    for (const Field &field : fields.inOrder)
        readField(entry, field);
    checkWhole(entry, key, firstError);
    m_catalog.servers.append(entry);
}

void CatalogReader::collectFields(const YamlNode &map, const QString &path, int depth, Fields &fields)
{
    const size_t own = fields.inOrder.size();
    std::vector<const YamlNode *> merges;
    for (size_t i = 0; i < map.pairs(); ++i) {
        const YamlNode &key = map.key(i);
        if (key.kind != YamlNode::Kind::Scalar) {
            warning(key, path, u"unknown_key"_s, u"A key of %1 is not a single value; it is ignored."_s.arg(path));
        } else if (key.isPlainScalar() && key.value == "<<") {
            merges.push_back(&map.mapped(i));
        } else if (const auto other = fields.index.constFind(key.value); other == fields.index.cend()) {
            fields.index.insert(key.value, fields.inOrder.size());
            fields.inOrder.push_back({key.value, &key, &map.mapped(i)});
        } else if (depth == 0 && *other >= own) {
            error(key, path + u'.' + yamlString(key.value), u"duplicate_key"_s,
                  u"%1 is here a second time; the first one is on line %2."_s.arg(yamlString(key.value))
                      .arg(fields.inOrder[*other].key->line),
                  u"Remove one of them."_s);
        }
    }
    // What a mapping says itself wins over what it merges in; of several merged ones the first wins.
    for (const YamlNode *where : merges) {
        const YamlNode &source = resolve(*where);
        if (source.kind != YamlNode::Kind::Sequence) {
            merge(source, *where, path, depth, fields);
            continue;
        }
        for (const YamlNode &item : source.children)
            merge(resolve(item), *where, path, depth, fields);
    }
}

void CatalogReader::merge(const YamlNode &from, const YamlNode &where, const QString &path, int depth, Fields &fields)
{
    if (from.kind != YamlNode::Kind::Map) {
        error(where, path, u"type"_s, u"«<<» in %1 has to name a mapping, not %2."_s.arg(path, kindName(from)));
        return;
    }
    if (m_mergesLeft < 0)
        return; // It has been said.
    m_mergesLeft -= qsizetype(from.pairs()) + 1;
    if (m_mergesLeft < 0 || depth >= maxMergeDepth) {
        m_mergesLeft = -1;
        error(where, path, u"too_large"_s, u"The file merges mappings too often, or one into itself."_s);
        return;
    }
    collectFields(from, path, depth + 1, fields);
}

void CatalogReader::readField(ServerEntry &entry, const Field &field)
{
    const YamlNode &node = resolve(*field.value);
    const QString name = yamlString(field.name);
    const QString path = entry.name + u'.' + name;
    if (!serverFields().contains(name)) {
        const QString meant = m_catalog.warnings.size() < maxFindings ? closest(name, serverFields()) : QString();
        warning(*field.key, path, u"unknown_key"_s,
                u"«%1» is not a field of a server; it is kept and ignored."_s.arg(name),
                meant.isEmpty() ? QString() : u"Did you mean «%1»?"_s.arg(meant));
        return;
    }
    if (field.name == "url") {
        entry.url = url(node, path);
    } else if (field.name == "health_url") {
        entry.healthUrl = url(node, path);
    } else if (field.name == "description") {
        entry.description = string(node, path).value_or(QString());
    } else if (field.name == "service") {
        entry.service = string(node, path).value_or(QString());
    } else if (field.name == "interval_s") {
        entry.intervalSeconds = number(node, path, 1, 86400).value_or(0);
    } else if (field.name == "timeout_s") {
        entry.timeoutSeconds = number(node, path, 1, 300).value_or(0);
    } else if (field.name == "headers") {
        readHeaders(entry, node);
    } else if (field.name == "enabled") {
        const bool mayBeBoolean = node.isPlainScalar() || node.tag == "tag:yaml.org,2002:bool";
        const auto value = mayBeBoolean ? yamlBoolean(node.value) : std::nullopt;
        if (!value)
            error(*field.value, path, u"type"_s, u"%1 has to be true or false."_s.arg(path),
                  node.kind == YamlNode::Kind::Scalar && !node.isPlainScalar() ? u"Write it without quotes."_s
                                                                               : QString());
        entry.enabled = value.value_or(true);
    } else if (field.name == "probe") {
        const QString kind = string(node, path).value_or(u"auto"_s);
        if (kind != u"auto" && kind != u"mcp" && kind != u"http")
            error(*field.value, path, u"value"_s, u"%1 is «%2»; it has to be auto, mcp or http."_s.arg(path, kind));
        entry.probe = kind == u"mcp" ? ProbeKind::Mcp : kind == u"http" ? ProbeKind::Http : ProbeKind::Auto;
    }
}

void CatalogReader::readHeaders(ServerEntry &entry, const YamlNode &node)
{
    const QString path = entry.name + u".headers"_s;
    if (node.kind != YamlNode::Kind::Map) {
        error(node, path, u"type"_s,
              u"%1 has to be a mapping of header names to values, not %2."_s.arg(path, kindName(node)));
        return;
    }
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s); // RFC 9110 §5.6.2
    QSet<QString> seen; // In lower case: the names of headers do not care.
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (size_t i = 0; i < node.pairs(); ++i) {
        const YamlNode &key = node.key(i);
        const YamlNode &value = resolve(node.mapped(i));
        const QString name = yamlString(key.value);
        if (key.kind != YamlNode::Kind::Scalar || !token.match(name).hasMatch()) {
            error(key, path, u"header_invalid"_s, u"«%1» cannot be the name of a header."_s.arg(name));
        } else if (seen.contains(name.toLower())) {
            error(key, path + u'.' + name, u"duplicate_key"_s, u"The header %1 is here a second time."_s.arg(name));
        } else if (value.kind != YamlNode::Kind::Scalar || value.value.contains('\n') || value.value.contains('\r')) {
            error(node.mapped(i), path + u'.' + name, u"header_invalid"_s,
                  u"The value of the header %1 has to be a text on one line."_s.arg(name));
        } else {
            seen.insert(name.toLower());
            entry.headerNames.append(name);
            m_catalog.headers[entry.name].append({key.value, yamlString(value.value)});
            digest.addData(QByteArray(key.value + ':' + value.value + '\n'));
        }
    }
    entry.headersDigest = digest.result();
}

void CatalogReader::checkWhole(const ServerEntry &entry, const YamlNode &key, qsizetype firstError)
{
    const auto hasErrorAt = [this, firstError](const QString &path) {
        return std::any_of(m_catalog.errors.begin() + firstError, m_catalog.errors.end(),
                           [&](const auto &e) { return e.path == path; });
    };
    if (entry.url.isEmpty() && !hasErrorAt(entry.name + u".url"_s))
        error(key, entry.name + u".url"_s, u"required"_s, u"%1 has no «url»."_s.arg(entry.name),
              u"Add «url:» with the address of its MCP endpoint, such as http://localhost:8002/mcp."_s);
    if (entry.probe == ProbeKind::Http && entry.healthUrl.isEmpty() && !hasErrorAt(entry.name + u".health_url"_s))
        error(key, entry.name + u".health_url"_s, u"required"_s,
              u"%1 is probed by http and has no «health_url»."_s.arg(entry.name),
              u"Add «health_url:», or remove «probe: http»."_s);
}

std::optional<QString> CatalogReader::string(const YamlNode &node, const QString &path)
{
    if (node.kind == YamlNode::Kind::Scalar)
        return yamlString(node.value);
    error(node, path, u"type"_s, u"%1 has to be a text, not %2."_s.arg(path, kindName(node)));
    return std::nullopt;
}

std::optional<int> CatalogReader::number(const YamlNode &node, const QString &path, int least, int most)
{
    bool isNumber = false;
    const int value = node.isPlainScalar() ? node.value.toInt(&isNumber) : 0;
    if (isNumber && value >= least && value <= most)
        return value;
    error(node, path, isNumber ? u"range"_s : u"type"_s,
          u"%1 has to be a whole number from %2 to %3."_s.arg(path).arg(least).arg(most));
    return std::nullopt;
}

QString CatalogReader::url(const YamlNode &node, const QString &path)
{
    const auto text = string(node, path);
    if (!text)
        return {};
    // A variable may stand for any part of an address; what it stands for is known only when it is used.
    static const QRegularExpression variable(u"\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}"_s);
    const QString sample = text->contains(u'$') ? QString(*text).replace(variable, u"1"_s) : *text;
    const QUrl parsed(sample, QUrl::StrictMode);
    const bool wholeVariable = sample == u"1" && sample != *text;
    if (!wholeVariable &&
        (!parsed.isValid() || (parsed.scheme() != u"http" && parsed.scheme() != u"https") || parsed.host().isEmpty())) {
        error(node, path, u"url_invalid"_s, u"%1 is not an absolute http or https address."_s.arg(path),
              u"Write it in full, such as http://localhost:8002/mcp."_s);
        return {};
    }
    if (!parsed.userInfo().isEmpty())
        error(node, path, u"url_invalid"_s, u"%1 holds a user name or password."_s.arg(path),
              u"Put credentials into «headers», by an environment variable."_s);
    return *text;
}

} // namespace nova
