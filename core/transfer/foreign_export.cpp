#include "core/transfer/foreign_export.h"

#include "core/base/closest.h"
#include "core/transfer/foreign_values.h"
#include "core/transfer/json_writer.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct Leaving {
    QString name;
    QString url;
    QList<HeaderTemplate> headers;
};

/// `${NAME}` as that program writes it.
QString inTheirWords(QString text, ForeignForm form)
{
    const QString kind = form == ForeignForm::Cursor   ? u"env:"_s
                         : form == ForeignForm::VsCode ? u"input:"_s
                                                       : QString();
    for (const QString &name : variablesIn(text)) {
        if (!kind.isEmpty())
            text.replace(u"${"_s + name + u'}', u"${"_s + kind + name + u'}');
    }
    return text;
}

/// `mcp-remote` fills variables of its environment into headers and into nothing else. A text with a blank in it would
/// be torn apart on Windows, so that all of a header's value goes through the environment.
void writeBridge(JsonWriter &json, const Leaving &server)
{
    QList<std::pair<QString, QString>> environment;
    json.beginObject();
    json.member(u"command"_s, u"npx"_s);
    json.key(u"args"_s);
    json.beginArray();
    json.value(u"-y"_s);
    json.value(u"mcp-remote"_s);
    json.value(server.url);
    const QUrl url(server.url);
    const bool near = url.host() == u"localhost" || url.host() == u"127.0.0.1";
    if (url.scheme() == u"http" && !near)
        json.value(u"--allow-http"_s);
    for (const HeaderTemplate &header : server.headers) {
        const QString name = QString::fromUtf8(header.name);
        const QStringList variables = variablesIn(header.value);
        const bool alone = variables.size() == 1 && header.value == u"${"_s + variables.first() + u'}';
        const QString variable = alone ? variables.first() : variableName(server.name + u'_' + name);
        json.value(u"--header"_s);
        if (variables.isEmpty() && !header.value.contains(u' ')) {
            json.value(QString(name + u':' + header.value));
            continue;
        }
        json.value(QString(name + u":${"_s + variable + u'}'));
        environment.append({variable, alone ? QString() : header.value});
    }
    json.endArray();
    if (!environment.isEmpty()) {
        json.key(u"env"_s);
        json.beginObject();
        for (const auto &[variable, value] : environment)
            json.member(variable, value);
        json.endObject();
    }
    json.endObject();
}

void writeServer(JsonWriter &json, const Leaving &server, ForeignForm form)
{
    json.key(server.name);
    if (form == ForeignForm::ClaudeDesktop) {
        writeBridge(json, server);
        return;
    }
    json.beginObject();
    if (form != ForeignForm::Cursor)
        json.member(u"type"_s, u"http"_s);
    json.member(u"url"_s, inTheirWords(server.url, form));
    if (!server.headers.isEmpty()) {
        json.key(u"headers"_s);
        json.beginObject();
        for (const HeaderTemplate &header : server.headers)
            json.member(QString::fromUtf8(header.name), inTheirWords(header.value, form));
        json.endObject();
    }
    json.endObject();
}

void writeInputs(JsonWriter &json, const QStringList &variables)
{
    json.key(u"inputs"_s);
    json.beginArray();
    for (const QString &name : variables) {
        json.beginObject();
        json.member(u"type"_s, u"promptString"_s);
        json.member(u"id"_s, name);
        json.member(u"description"_s, name);
        json.key(u"password"_s);
        json.value(true);
        json.endObject();
    }
    json.endArray();
}

Leaving leaving(const ServerEntry &entry, const Catalog &catalog, QStringList &secrets)
{
    const SafeUrl url = withoutSecrets(entry.name, entry.url);
    Leaving server{entry.name, url.url, {}};
    secrets += url.variables;
    for (const HeaderTemplate &header : catalog.headers.value(entry.name)) {
        const SafeHeader safe = withoutSecret(entry.name, header);
        server.headers.append(safe.header);
        if (!safe.variable.isEmpty())
            secrets.append(safe.variable);
    }
    return server;
}

QString variableNote(const QStringList &variables, ForeignForm form)
{
    const QString names = variables.join(u", "_s);
    switch (form) {
    case ForeignForm::ClaudeDesktop:
        return u"Claude Desktop fills in nothing: write %1 into “env” there."_s.arg(names);
    case ForeignForm::ClaudeCode:
        return u"Set %1 in the environment in which Claude Code is started."_s.arg(names);
    case ForeignForm::Cursor:
        return u"Set %1 in the environment in which Cursor is started."_s.arg(names);
    case ForeignForm::VsCode:
        break;
    }
    return u"VS Code asks for %1 when a server is first started."_s.arg(names);
}

} // namespace

Result<QStringList> serversToExport(const Catalog &catalog, const QStringList &asked)
{
    QStringList known, wanted;
    for (const ServerEntry &server : catalog.servers) {
        known.append(server.name);
        if (asked.isEmpty() ? server.enabled : asked.contains(server.name))
            wanted.append(server.name);
    }
    for (const QString &name : asked) {
        if (!known.contains(name))
            return tl::unexpected(
                withSuggestion({ErrorCode::NotFound, u"There is no server named %1."_s.arg(name)}, name, known));
    }
    return wanted;
}

ForeignExport exportServers(const Catalog &catalog, const QStringList &names, ForeignForm form)
{
    QList<Leaving> servers;
    QStringList variables;
    QStringList secrets;
    ForeignExport made;
    for (const ServerEntry &entry : catalog.servers) {
        if (!names.contains(entry.name))
            continue;
        const Leaving server = leaving(entry, catalog, secrets);
        variables += variablesIn(server.url);
        if (form == ForeignForm::ClaudeDesktop && !variablesIn(server.url).isEmpty())
            made.notes.append(u"The address of %1 holds a variable: write it in."_s.arg(server.name));
        for (const HeaderTemplate &header : server.headers)
            variables += variablesIn(header.value);
        servers.append(server);
    }
    variables.removeDuplicates();
    secrets.removeDuplicates();

    JsonWriter json;
    json.beginObject();
    if (form == ForeignForm::VsCode && !variables.isEmpty())
        writeInputs(json, variables);
    json.key(form == ForeignForm::VsCode ? u"servers"_s : u"mcpServers"_s);
    json.beginObject();
    for (const Leaving &server : servers)
        writeServer(json, server, form);
    json.endObject();
    json.endObject();
    made.text = json.text();
    if (!variables.isEmpty())
        made.notes.append(variableNote(variables, form));
    if (!secrets.isEmpty())
        made.notes.append(u"What stands in the catalog in plain text was left out: %1."_s.arg(secrets.join(u", "_s)));
    if (form == ForeignForm::ClaudeDesktop && !servers.isEmpty())
        made.notes.append(u"Claude Desktop reaches addresses by mcp-remote, which needs Node.js."_s);
    return made;
}

QString destinationOf(ForeignForm form)
{
    switch (form) {
    case ForeignForm::ClaudeDesktop:
        return u"~/.config/Claude/claude_desktop_config.json"_s;
    case ForeignForm::ClaudeCode:
        return u".mcp.json in a project’s folder"_s;
    case ForeignForm::Cursor:
        return u"~/.cursor/mcp.json, or .cursor/mcp.json in a project’s folder"_s;
    case ForeignForm::VsCode:
        break;
    }
    return u".vscode/mcp.json in a project’s folder"_s;
}

QString fileNameFor(ForeignForm form)
{
    switch (form) {
    case ForeignForm::ClaudeDesktop:
        return u"claude_desktop_config.json"_s;
    case ForeignForm::ClaudeCode:
        return u".mcp.json"_s;
    case ForeignForm::Cursor:
    case ForeignForm::VsCode:
        break;
    }
    return u"mcp.json"_s;
}

} // namespace nova
