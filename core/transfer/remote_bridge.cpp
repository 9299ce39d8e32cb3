#include "core/transfer/remote_bridge.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool isBridge(const QString &word)
{
    static const QRegularExpression bridge(u"(?:\\A|[/\\\\])mcp-remote(?:@[A-Za-z0-9.^~*-]+)?\\z"_s);
    return bridge.match(word).hasMatch();
}

/// The words of the command line; on Windows they often begin with `cmd /c npx`.
QStringList wordsOf(const JsonNode &entry)
{
    QStringList words{entry.text(u"command")};
    const JsonNode *args = entry.member(u"args");
    if (args && args->isArray()) {
        for (const JsonNode &arg : args->children)
            words.append(arg.string);
    }
    return words;
}

/// `${AUTH_HEADER}` where the entry says that it is "Bearer …": the word in front belongs into the catalog, and the
/// secret behind it does not; that is seen to later. What is a secret as a whole stays the variable it is.
QString filledIn(QString value, const JsonNode *environment)
{
    static const QRegularExpression telling(u"\\A\\S+[ \\t]+\\S|\\$\\{"_s);
    if (!environment || !environment->isObject())
        return value;
    for (qsizetype i = 0; i < environment->keys.size(); ++i) {
        const QString &set = environment->children[size_t(i)].string;
        if (telling.match(set).hasMatch())
            value.replace(u"${"_s + environment->keys[i] + u'}', set);
    }
    return value;
}

} // namespace

std::optional<RemoteBridge> remoteBridge(const JsonNode &entry)
{
    const QStringList words = wordsOf(entry);
    qsizetype at = 0;
    while (at < words.size() && !isBridge(words[at]))
        ++at;
    if (at == words.size())
        return std::nullopt;
    RemoteBridge bridge;
    for (++at; at < words.size(); ++at) {
        const QString &word = words[at];
        const QString next = words.value(at + 1);
        if (word == u"--header") {
            const QString name = next.section(u':', 0, 0).trimmed();
            const QString value = next.section(u':', 1).trimmed();
            bridge.headers.append({name.toUtf8(), filledIn(value, entry.member(u"env"))});
            ++at;
        } else if (word == u"--transport") {
            bridge.sseOnly = next == u"sse-only";
            ++at;
        } else if (bridge.url.isEmpty() && (word.contains(u"://") || word.startsWith(u"${"))) {
            bridge.url = word;
        }
    }
    return bridge;
}

} // namespace nova
