#include "core/yaml/yaml_scan.h"

namespace nova
{

namespace
{

/// One past the closing quote, or -1.
qsizetype quotedEnd(const QByteArray &text, qsizetype start)
{
    const char quote = text.at(start);
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (quote == '"' && text.at(i) == '\\') {
            ++i;
        } else if (text.at(i) == quote) {
            if (quote == '\'' && i + 1 < text.size() && text.at(i + 1) == '\'')
                ++i;
            else
                return i + 1;
        }
    }
    return -1;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isQuoted(const QByteArray &text, qsizetype start)
{
    return start < text.size() && (text.at(start) == '"' || text.at(start) == '\'');
}

} // namespace

qsizetype contentStart(const QByteArray &text, const YamlNode &node)
{
    qsizetype i = node.position;
    while (i < text.size() && (text.at(i) == '!' || text.at(i) == '&')) {
        while (i < text.size() && !isBlank(text.at(i)))
            ++i;
        while (i < text.size() && isBlank(text.at(i)))
            ++i;
    }
    return i;
}

std::optional<TextSpan> scalarSpan(const QByteArray &text, const YamlNode &scalar)
{
    if (scalar.kind != YamlNode::Kind::Scalar)
        return std::nullopt;
    const qsizetype begin = contentStart(text, scalar);
    if (isQuoted(text, begin)) {
        const qsizetype end = quotedEnd(text, begin);
        return end < 0 ? std::nullopt : std::optional(TextSpan{begin, end});
    }
    // A plain scalar on one line stands in the text as its value does.
    if (scalar.value.isEmpty() || text.mid(begin, scalar.value.size()) != scalar.value || scalar.value.contains('\n'))
        return std::nullopt;
    return TextSpan{begin, begin + scalar.value.size()};
}

bool isUnterminated(const QByteArray &text, const YamlNode &scalar)
{
    if (scalar.kind != YamlNode::Kind::Scalar)
        return false;
    const qsizetype begin = contentStart(text, scalar);
    return isQuoted(text, begin) && quotedEnd(text, begin) < 0;
}

} // namespace nova
