#include "core/transfer/foreign_entry.h"

#include "core/transfer/foreign_values.h"
#include "core/transfer/remote_bridge.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QString onlyAddresses = QStringLiteral("Nova looks after servers with an address.");

/// "npx -y @scope/server" of a command, short enough to be shown. Arguments often hold secrets: only what comes before
/// the first one that is not an option or a package is told.
QString commandWords(const JsonNode &entry)
{
    QString words = entry.text(u"command").section(u'/', -1).section(u'\\', -1);
    static const QStringList runners{u"npx"_s, u"uvx"_s, u"bunx"_s, u"pnpm"_s, u"yarn"_s, u"npm"_s};
    const JsonNode *args = entry.member(u"args");
    if (!runners.contains(words) || !args || !args->isArray())
        return words.left(60);
    static const QRegularExpression package(u"\\A@?[A-Za-z0-9][A-Za-z0-9._/@-]*\\z"_s);
    for (const JsonNode &arg : args->children) {
        if (arg.string.startsWith(u'-'))
            continue;
        if (package.match(arg.string).hasMatch() && arg.string.size() <= 60)
            words += u' ' + arg.string;
        break;
    }
    return words;
}

QString textOf(const JsonNode &value)
{
    switch (value.kind) {
    case JsonNode::Kind::String:
        return value.string;
    case JsonNode::Kind::Number:
        return QString::fromLatin1(value.number);
    case JsonNode::Kind::Boolean:
        return value.boolean ? u"true"_s : u"false"_s;
    default:
        return {};
    }
}

bool isAddress(const QString &url)
{
    QString sample = url;
    for (const QString &name : variablesIn(url))
        sample.replace(u"${"_s + name + u'}', u"1"_s);
    const QUrl parsed(sample, QUrl::StrictMode);
    return parsed.isValid() && (parsed.scheme() == u"http" || parsed.scheme() == u"https") && !parsed.host().isEmpty();
}

void addUrl(ForeignServer &server, const QString &written)
{
    const Translated translated = translateVariables(written.trimmed(), Defaults::Fill);
    if (!translated.unknown.isEmpty()) {
        server.obstacle = u"Its address holds %1, which only the other program can fill in."_s.arg(translated.unknown);
        return;
    }
    if (!isAddress(translated.text)) {
        server.obstacle = u"Its address is not an absolute http or https address."_s;
        return;
    }
    if (translated.text.section(u"://"_s, 1).section(u'/', 0, 0).section(u'?', 0, 0).contains(u'@')) {
        server.obstacle = u"Its address holds a user name or password. Put them into a header instead."_s;
        return;
    }
    for (const QString &name : translated.dropped)
        server.notes.append(u"The address has what %1 is by default written in."_s.arg(name));
    const SafeUrl safe = withoutSecrets(server.name, translated.text);
    server.url = safe.url;
    if (!safe.variables.isEmpty())
        server.notes.append(u"The secret in its address was left behind: set %1 to it where Nova runs."_s.arg(
            safe.variables.join(u", "_s)));
}

void addHeader(ForeignServer &server, const HeaderTemplate &written)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s); // RFC 9110 §5.6.2
    const QString name = QString::fromUtf8(written.name);
    const auto same = [&name](const HeaderTemplate &other) {
        return name.compare(QString::fromUtf8(other.name), Qt::CaseInsensitive) == 0;
    };
    if (!token.match(name).hasMatch() || written.value.contains(u'\n') || written.value.contains(u'\r')) {
        server.notes.append(u"A header that cannot be sent was left out."_s);
        return;
    }
    if (std::any_of(server.headers.begin(), server.headers.end(), same))
        return;
    const Translated translated = translateVariables(written.value, Defaults::Drop);
    if (!translated.unknown.isEmpty()) {
        server.notes.append(
            u"The header %1 was left out: only the other program can fill in %2."_s.arg(name, translated.unknown));
        return;
    }
    for (const QString &variable : translated.dropped)
        server.notes.append(u"The default of %1 stays behind."_s.arg(variable));
    const SafeHeader safe = withoutSecret(server.name, {written.name, translated.text});
    if (!safe.variable.isEmpty())
        server.notes.append(
            u"The secret in the header %1 was left behind: set %2 to it where Nova runs."_s.arg(name, safe.variable));
    server.headers.append(safe.header);
}

bool isSse(const QString &type)
{
    return type.compare(u"sse"_s, Qt::CaseInsensitive) == 0;
}

bool isStreamableHttp(const QString &type)
{
    const QString plain = QString(type).remove(u'-').remove(u'_').toLower();
    return plain.isEmpty() || plain == u"http" || plain == u"streamablehttp";
}

QString addressOf(const JsonNode &entry)
{
    for (const QStringView key : {u"url", u"serverUrl", u"httpUrl"}) {
        if (const QString address = entry.text(key); !address.isEmpty())
            return address;
    }
    return {};
}

void addVariableNotes(ForeignServer &server)
{
    server.variables = variablesIn(server.url);
    for (const HeaderTemplate &header : server.headers)
        server.variables += variablesIn(header.value);
    server.variables.removeDuplicates();
    QStringList untold;
    for (const QString &name : server.variables) {
        const auto tells = [&name](const QString &note) { return note.contains(u"set "_s + name); };
        if (std::none_of(server.notes.begin(), server.notes.end(), tells))
            untold.append(name);
    }
    if (!untold.isEmpty())
        server.notes.append(u"It needs %1 to be set where Nova runs."_s.arg(untold.join(u", "_s)));
}

} // namespace

bool isForeignEntry(const JsonNode &entry)
{
    return entry.isObject() && (!addressOf(entry).isEmpty() || !entry.text(u"command").isEmpty());
}

ForeignServer readForeignEntry(const QString &name, const JsonNode &entry)
{
    ForeignServer server;
    server.name = name;
    server.line = entry.line;
    if (!entry.isObject()) {
        server.obstacle = u"It is not described by an object with a “url”."_s;
        return server;
    }
    server.description = entry.text(u"description").simplified();
    const JsonNode *disabled = entry.member(u"disabled");
    server.enabled = !(disabled && disabled->boolean);
    QString type = entry.text(u"type").isEmpty() ? entry.text(u"transport") : entry.text(u"type");
    QString address = addressOf(entry);
    QList<HeaderTemplate> headers;
    if (const JsonNode *written = entry.member(u"headers"); written && written->isObject()) {
        for (qsizetype i = 0; i < written->keys.size(); ++i)
            headers.append({written->keys[i].toUtf8(), textOf(written->children[size_t(i)])});
    }
    const bool runs = !entry.text(u"command").isEmpty();
    if (address.isEmpty() && runs) {
        const auto bridge = remoteBridge(entry);
        if (!bridge || bridge->url.isEmpty()) {
            server.obstacle = u"It runs a command (%1). %2"_s.arg(commandWords(entry), onlyAddresses);
            return server;
        }
        address = bridge->url;
        headers = bridge->headers;
        type = bridge->sseOnly ? u"sse"_s : u"http"_s;
        server.notes.append(u"It is reached by mcp-remote there; Nova asks its address itself."_s);
    }
    if (type.compare(u"stdio"_s, Qt::CaseInsensitive) == 0 && address.isEmpty())
        server.obstacle = u"It runs a command. "_s + onlyAddresses;
    else if (address.isEmpty())
        server.obstacle = u"It has no address."_s;
    else if (isSse(type))
        server.obstacle = u"It speaks the older SSE transport, which Nova cannot check. Add the address it has for "
                          "streamable HTTP, if there is one (often the same with /mcp)."_s;
    else if (!isStreamableHttp(type) && type.compare(u"stdio"_s, Qt::CaseInsensitive) != 0)
        server.obstacle = u"It is reached by “%1”; Nova knows http."_s.arg(type.left(40));
    else
        addUrl(server, address);
    if (!server.obstacle.isEmpty())
        return server;
    for (const HeaderTemplate &header : headers)
        addHeader(server, header);
    addVariableNotes(server);
    return server;
}

} // namespace nova
