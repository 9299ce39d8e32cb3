#include "core/transfer/foreign_config.h"

#include "core/transfer/foreign_entry.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> notServers(const QString &message, const QString &hint = {})
{
    return failure(ErrorCode::InvalidInput, message, {},
                   {{Diagnostic::Severity::Error, u"not_servers"_s, message, hint}});
}

void addList(ForeignConfig &config, const JsonNode &list, const QString &place = {})
{
    QStringList seen;
    for (qsizetype i = 0; i < list.keys.size(); ++i) {
        // Of two entries of one name the other programs know the last; it stands where the first stood.
        if (seen.contains(list.keys[i]))
            continue;
        seen.append(list.keys[i]);
        ForeignServer server = readForeignEntry(list.keys[i], *list.member(list.keys[i]));
        if (list.keys.count(list.keys[i]) > 1)
            server.notes.append(u"There are several of this name; this is the last."_s);
        server.place = place;
        config.servers.append(server);
    }
}

const JsonNode *objectAt(const JsonNode &node, QStringView key)
{
    const JsonNode *member = node.member(key);
    return member && member->isObject() ? member : nullptr;
}

/// Manuals print an entry without the list it belongs into.
bool isBareList(const JsonNode &root)
{
    return !root.children.empty() && std::all_of(root.children.begin(), root.children.end(), isForeignEntry);
}

/// Whose it is, where the text alone tells: `mcpServers` is what three of them write.
std::optional<ForeignForm> formOf(const JsonNode &root)
{
    if (objectAt(root, u"servers") || objectAt(root, u"mcp"))
        return ForeignForm::VsCode;
    if (objectAt(root, u"projects"))
        return ForeignForm::ClaudeCode;
    return std::nullopt;
}

/// Reads also `"gmail": {…}` or `"mcpServers": {…}`, as they are copied out of the middle of a file.
Result<JsonNode> readWholeOrPiece(const QByteArray &text)
{
    const qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (!text.mid(start, 1024).trimmed().startsWith('"'))
        return readJson(text);
    auto root = readJson(text.first(start) + '{' + text.sliced(start) + '}');
    if (root)
        return root;
    for (Diagnostic &finding : root.error().diagnostics) {
        if (finding.line == 1)
            finding.column = std::max(1, finding.column - 1); // Without the brace that is not in the text.
    }
    return root;
}

} // namespace

QJsonObject ForeignServer::fields() const
{
    QJsonObject fields{{u"url"_s, url}};
    if (!description.isEmpty())
        fields[u"description"_s] = description;
    if (!enabled)
        fields[u"enabled"_s] = false;
    QJsonObject written;
    for (const HeaderTemplate &header : headers)
        written[QString::fromUtf8(header.name)] = header.value;
    if (!written.isEmpty())
        fields[u"headers"_s] = written;
    return fields;
}

QString ForeignConfig::title() const
{
    return form ? titleOf(*form) : QString();
}

QString titleOf(ForeignForm form)
{
    switch (form) {
    case ForeignForm::ClaudeDesktop:
        return u"Claude Desktop"_s;
    case ForeignForm::ClaudeCode:
        return u"Claude Code"_s;
    case ForeignForm::Cursor:
        return u"Cursor"_s;
    case ForeignForm::VsCode:
        break;
    }
    return u"VS Code"_s;
}

Result<ForeignConfig> readForeign(const QByteArray &text, std::optional<ForeignForm> form, qsizetype maxBytes)
{
    if (text.size() > maxBytes)
        return failure(ErrorCode::TooLarge,
                       u"This is larger than %1 MiB: no list of servers is."_s.arg(maxBytes >> 20));
    if (text.trimmed().isEmpty())
        return notServers(u"There is nothing in it."_s);
    const auto root = readWholeOrPiece(text);
    if (!root)
        return tl::unexpected(root.error());
    if (!root->isObject())
        return notServers(u"This is JSON, but no list of MCP servers."_s,
                          u"It has to be an object with “mcpServers” or “servers”."_s);
    ForeignConfig config;
    config.form = form;
    const JsonNode *mcp = objectAt(*root, u"mcp");
    bool any = false;
    for (const JsonNode *list :
         {objectAt(*root, u"mcpServers"), objectAt(*root, u"servers"), mcp ? objectAt(*mcp, u"servers") : nullptr}) {
        if (list)
            addList(config, *list);
        any = any || list;
    }
    if (const JsonNode *projects = objectAt(*root, u"projects")) {
        for (qsizetype i = 0; i < projects->keys.size(); ++i) {
            if (const JsonNode *list = objectAt(projects->children[size_t(i)], u"mcpServers"))
                addList(config, *list, projects->keys[i]);
        }
        any = true;
    }
    if (!any && isForeignEntry(*root))
        return notServers(u"This is one server without its name."_s, u"Put it as {\"name\": {…}}."_s);
    if (!any && isBareList(*root))
        addList(config, *root);
    else if (!any)
        return notServers(u"There are no MCP servers in it."_s,
                          u"Nova reads “mcpServers” and “servers”, as Claude Desktop, Claude Code, Cursor and VS Code "
                          "write them."_s);
    if (!config.form)
        config.form = formOf(*root);
    return config;
}

bool looksForeign(const QByteArray &text)
{
    if (text.size() > maxForeignBytes)
        return false;
    const bool braces = text.contains('{') && text.contains('}');
    return braces && (text.contains("\"mcpServers\"") || text.contains("\"servers\"") || text.contains("\"url\"") ||
                      text.contains("\"command\""));
}

std::optional<ForeignForm> formOfPath(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QString folder = path.section(u'/', -2, -2);
    if (name == u"claude_desktop_config.json")
        return ForeignForm::ClaudeDesktop;
    if (name == u".claude.json" || name == u".mcp.json")
        return ForeignForm::ClaudeCode;
    if (name == u"mcp.json" && folder == u".cursor")
        return ForeignForm::Cursor;
    if ((name == u"mcp.json" || name == u"settings.json") && (folder == u".vscode" || folder == u"User"))
        return ForeignForm::VsCode;
    return std::nullopt;
}

} // namespace nova
