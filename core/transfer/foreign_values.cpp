#include "core/transfer/foreign_values.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QRegularExpression &plainVariable()
{
    static const QRegularExpression variable(u"\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}"_s);
    return variable;
}

/// "Bearer " of "Bearer abc"; empty where there is no such word.
QString schemeOf(const QString &value)
{
    static const QRegularExpression scheme(u"\\A(?:Bearer|Basic|Token|ApiKey|Key|Digest)[ \\t]+(?=\\S)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(value).captured();
}

bool hasLetterAndDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) &&
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QString variableName(const QString &words)
{
    QString name;
    for (const QChar c : words) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (plain)
            name += c.toUpper();
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    if (name.isEmpty() || name.front().isDigit())
        name.prepend(u"MCP_"_s);
    return name;
}

QStringList variablesIn(const QString &text)
{
    QStringList names;
    for (auto matches = plainVariable().globalMatch(text); matches.hasNext();)
        names.append(matches.next().captured(1));
    names.removeDuplicates();
    return names;
}

Translated translateVariables(const QString &text, Defaults defaults)
{
    static const QRegularExpression any(u"\\$\\{([^{}]*)\\}"_s);
    static const QRegularExpression withDefault(u"\\A([A-Za-z_][A-Za-z0-9_]*):-(.*)\\z"_s);
    static const QStringList theirs{u"workspaceFolder"_s,
                                    u"workspaceFolderBasename"_s,
                                    u"workspaceRoot"_s,
                                    u"userHome"_s,
                                    u"pathSeparator"_s,
                                    u"/"_s,
                                    u"cwd"_s,
                                    u"file"_s,
                                    u"CLAUDE_PROJECT_DIR"_s,
                                    u"CLAUDE_PLUGIN_ROOT"_s};
    Translated result;
    qsizetype end = 0;
    for (auto matches = any.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString inner = match.captured(1);
        const QRegularExpressionMatch fallback = withDefault.match(inner);
        QString name;
        QString filled;
        if (inner.startsWith(u"env:"_s)) {
            name = inner.sliced(4);
        } else if (inner.startsWith(u"input:"_s)) {
            // What one asks for by "github-token" another finds in GITHUB_TOKEN; a name that is one stays.
            const QString id = inner.sliced(6);
            name = plainVariable().match(u"${"_s + id + u'}').hasMatch() ? id : variableName(id);
        } else if (fallback.hasMatch()) {
            name = fallback.captured(1);
            result.dropped.append(name);
            if (defaults == Defaults::Fill)
                filled = fallback.captured(2);
        } else {
            name = inner;
        }
        const bool known = plainVariable().match(u"${"_s + name + u'}').hasMatch() && !theirs.contains(name);
        if (!known && result.unknown.isEmpty())
            result.unknown = match.captured();
        result.text += QStringView(text).sliced(end, match.capturedStart() - end);
        result.text += filled.isEmpty() ? QString(u"${"_s + name + u'}') : filled;
        end = match.capturedEnd();
    }
    result.text += QStringView(text).sliced(end);
    result.variables = variablesIn(result.text);
    return result;
}

bool looksSecret(const QString &name, const QString &value)
{
    static const QRegularExpression secretName(
        u"auth|token|secret|passw|pwd|cookie|credential|session|signature|bearer|jwt|key\\b|key$|apikey|(^|[-_])pat$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression secretShape(
        u"\\A(?:sk-|pk-|ghp_|gho_|ghs_|github_pat_|glpat-|xox[a-z]-|AIza|ya29\\.|eyJ|AKIA|lin_|ntn_|secret_|hf_)"_s);
    const QString bare = value.trimmed();
    if (bare.isEmpty())
        return false;
    if (secretName.match(name).hasMatch() || !schemeOf(bare).isEmpty() || secretShape.match(bare).hasMatch())
        return true;
    // Long, in one piece, of letters and digits: nobody made that up.
    static const QRegularExpression onePiece(u"\\A[A-Za-z0-9+/=_.~-]{20,}\\z"_s);
    return onePiece.match(bare).hasMatch() && hasLetterAndDigit(bare);
}

SafeHeader withoutSecret(const QString &server, const HeaderTemplate &header)
{
    const QString name = QString::fromUtf8(header.name);
    const QString scheme = schemeOf(header.value);
    QString literal = header.value.sliced(scheme.size());
    literal.remove(plainVariable());
    const bool templated = literal.size() != header.value.size() - scheme.size();
    // Beside a variable, a short literal is what separates it from something ("user:${PASSWORD}").
    const bool secret = templated ? looksSecret({}, literal) : looksSecret(name, header.value);
    if (literal.trimmed().isEmpty() || !secret)
        return {header, {}};
    const bool authorization = name.compare(u"Authorization"_s, Qt::CaseInsensitive) == 0;
    QString what = authorization ? u"TOKEN"_s : name;
    if (what.startsWith(u"X-"_s, Qt::CaseInsensitive))
        what.remove(0, 2);
    const QString variable = variableName(server + u'_' + what);
    return {{header.name, scheme + u"${"_s + variable + u'}'}, variable};
}

SafeUrl withoutSecrets(const QString &server, const QString &url)
{
    const qsizetype start = url.indexOf(u'?');
    if (start < 0)
        return {url, {}};
    const qsizetype fragment = url.indexOf(u'#', start);
    const qsizetype end = fragment < 0 ? url.size() : fragment;
    SafeUrl safe;
    QStringList parts = url.sliced(start + 1, end - start - 1).split(u'&');
    for (QString &part : parts) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (!variablesIn(value).isEmpty() || !looksSecret(name, value))
            continue;
        const QString variable = variableName(server + u'_' + name);
        part = name + u"=${"_s + variable + u'}';
        safe.variables.append(variable);
    }
    safe.url = url.first(start + 1) + parts.join(u'&') + url.sliced(end);
    return safe;
}

QString allowedName(const QString &name, const QStringList &taken)
{
    constexpr qsizetype longest = 64;
    QString allowed;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (isServerName(u"a"_s + c))
            allowed += c;
        else if (!allowed.isEmpty() && !allowed.endsWith(u'-'))
            allowed += u'-';
    }
    while (!allowed.isEmpty() && !isServerName(allowed.first(1)))
        allowed.remove(0, 1);
    while (allowed.endsWith(u'-') && !name.endsWith(u'-'))
        allowed.chop(1);
    if (allowed.isEmpty())
        allowed = u"server"_s;
    allowed.truncate(longest);
    const QString base = allowed;
    for (int number = 2; taken.contains(allowed); ++number) {
        const QString ending = u'-' + QString::number(number);
        allowed = base.first(std::min(base.size(), longest - ending.size())) + ending;
    }
    return allowed;
}

QString comparableUrl(const QString &url)
{
    // One that holds variables is compared as it is written.
    QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return url;
    const int usual = parsed.scheme() == u"https" ? 443 : 80;
    if (parsed.port(usual) == usual)
        parsed.setPort(-1);
    return parsed.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

} // namespace nova
