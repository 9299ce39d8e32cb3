#include "core/yaml/yaml_layout.h"

#include "core/yaml/yaml_scan.h"

namespace nova::yaml
{

namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// How far a line is indented; -1 for a blank one.
qsizetype indentOf(QByteArrayView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line[i] == ' ' || line[i] == '\t'))
        ++i;
    return i == line.size() || line[i] == '\r' || line[i] == '\n' ? -1 : i;
}

/// The first character from `i` on that is neither blank, nor of a comment, nor one of `also`.
qsizetype skip(const QByteArray &text, qsizetype i, const char *also = "")
{
    while (i < text.size()) {
        if (text.at(i) == '#' && i > 0 && isBlank(text.at(i - 1))) {
            while (i < text.size() && text.at(i) != '\n')
                ++i;
        } else if (isBlank(text.at(i)) || QByteArrayView(also).contains(text.at(i))) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

std::optional<qsizetype> flowEnd(const QByteArray &text, const YamlNode &node)
{
    const char open = node.kind == YamlNode::Kind::Map ? '{' : '[';
    const char close = node.kind == YamlNode::Kind::Map ? '}' : ']';
    qsizetype i = contentStart(text, node);
    if (i >= text.size() || text.at(i) != open)
        return std::nullopt; // [a: b] holds a mapping without braces.
    ++i;
    if (!node.children.empty()) {
        // The reader knows best where the last thing in it is: what ends behind that is this.
        const YamlNode *last = &node.children.back();
        if (last->kind == YamlNode::Kind::Null && node.kind == YamlNode::Kind::Map)
            last = &node.children[node.children.size() - 2];
        const auto end = nodeEnd(text, *last);
        if (!end)
            return std::nullopt;
        i = *end;
    }
    i = skip(text, i, ":,"); // A colon without a value, a trailing comma.
    return i < text.size() && text.at(i) == close ? std::optional(i + 1) : std::nullopt;
}

} // namespace

QByteArray lineEnding(const QByteArray &text, qsizetype position)
{
    qsizetype end = text.indexOf('\n', position);
    if (end < 0)
        end = position > 0 ? text.lastIndexOf('\n', position - 1) : -1;
    return end > 0 && text.at(end - 1) == '\r' ? "\r\n" : "\n";
}

qsizetype lineStart(const QByteArray &text, qsizetype position)
{
    const qsizetype start = position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
    return start == 0 && position >= 3 && text.startsWith("\xEF\xBB\xBF") ? 3 : start;
}

std::optional<QByteArray> indentationOf(const QByteArray &text, const YamlNode &node)
{
    const qsizetype start = lineStart(text, node.position);
    const QByteArray before = text.mid(start, node.position - start);
    return before.trimmed().isEmpty() ? std::optional(before) : std::nullopt;
}

std::optional<qsizetype> nodeEnd(const QByteArray &text, const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Alias: {
        qsizetype end = node.position + 1;
        while (end < text.size() && !isBlank(text.at(end)) && !QByteArrayView(",[]{}").contains(text.at(end)))
            ++end;
        return end;
    }
    case YamlNode::Kind::Scalar:
        if (const auto span = scalarSpan(text, node))
            return span->end;
        return std::nullopt;
    case YamlNode::Kind::Map:
    case YamlNode::Kind::Sequence:
        return node.flow ? flowEnd(text, node) : std::nullopt;
    case YamlNode::Kind::Null:
        break;
    }
    return std::nullopt;
}

qsizetype documentEnd(const QByteArray &text, const YamlNode &root)
{
    const qsizetype from = root.children.empty() ? 0 : root.key(root.pairs() - 1).position;
    for (qsizetype i = text.indexOf("\n...", from); i >= 0; i = text.indexOf("\n...", i + 1)) {
        if (i + 4 == text.size() || isBlank(text.at(i + 4)))
            return i + 1;
    }
    return text.size();
}

qsizetype pairEnd(const QByteArray &text, const YamlNode &map, size_t pair, qsizetype limit)
{
    const YamlNode &key = map.key(pair);
    const qsizetype column = key.position - lineStart(text, key.position);
    qsizetype end = pair + 1 < map.pairs() ? lineStart(text, map.key(pair + 1).position) : limit;
    while (end > key.position) {
        const qsizetype start = lineStart(text, end - 1);
        const QByteArrayView line = QByteArrayView(text).sliced(start, end - start);
        const qsizetype indent = indentOf(line);
        const bool comment = indent >= 0 && line[indent] == '#' && indent <= column;
        if (start <= key.position || !(indent < 0 || comment))
            break;
        end = start;
    }
    return end;
}

std::optional<qsizetype> colonOf(const QByteArray &text, const YamlNode &map, size_t pair)
{
    auto i = nodeEnd(text, map.key(pair));
    while (i && *i < text.size() && (text.at(*i) == ' ' || text.at(*i) == '\t'))
        ++*i;
    return i && *i < text.size() && text.at(*i) == ':' ? i : std::nullopt;
}

bool mayHoldComment(const QByteArray &text, qsizetype begin, qsizetype end)
{
    for (qsizetype i = text.indexOf('#', begin); i >= 0 && i < end; i = text.indexOf('#', i + 1)) {
        if (i == begin || isBlank(text.at(i - 1)))
            return true;
    }
    return false;
}

} // namespace nova::yaml
