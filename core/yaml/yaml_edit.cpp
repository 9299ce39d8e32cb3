#include "core/yaml/yaml_edit.h"

#include "core/yaml/yaml_values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova::yaml
{

namespace
{

/// How far a line is indented; -1 for a blank one.
qsizetype indentOf(QByteArrayView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line[i] == ' ' || line[i] == '\t'))
        ++i;
    return i == line.size() || line[i] == '\r' || line[i] == '\n' ? -1 : i;
}

/// Whether a text may stand without quotes and is still read as this text, by YAML 1.1 readers, too, who see more
/// numbers, dates and booleans than 1.2 does.
bool isSafePlain(const QString &text)
{
    static const QRegularExpression safe(
        u"\\A[A-Za-z/$][A-Za-z0-9 _./~?&=+%@()$'*!;-]*(:[A-Za-z0-9_./~?&=+%@()$*!;-]+[A-Za-z0-9 _./~?&=+%@()$'*!;-]*)*\\z"_s);
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s,
                                   u"off"_s,  u"null"_s,  u"y"_s,   u"n"_s};
    return safe.match(text).hasMatch() && text.trimmed() == text && !words.contains(text.toLower());
}

QByteArray doubleQuoted(const QString &text)
{
    // A JSON string is a YAML double-quoted scalar (YAML 1.2 §1.3), and Qt leaves non-ASCII characters as they are.
    const QByteArray json = QJsonDocument(QJsonObject{{u"t"_s, text}}).toJson(QJsonDocument::Compact);
    return json.mid(5).chopped(1);
}

} // namespace

QByteArray lineEnding(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && text.at(end - 1) == '\r' ? "\r\n" : "\n";
}

qsizetype lineStart(const QByteArray &text, qsizetype position)
{
    return position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
}

std::optional<QByteArray> indentationOf(const QByteArray &text, const YamlNode &node)
{
    qsizetype start = lineStart(text, node.position);
    if (start == 0 && text.startsWith("\xEF\xBB\xBF"))
        start = 3;
    const QByteArray before = text.mid(start, node.position - start);
    return before.trimmed().isEmpty() ? std::optional(before) : std::nullopt;
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

QByteArray flowText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return isSafePlain(value.toString()) ? value.toString().toUtf8() : doubleQuoted(value.toString());
    case QJsonValue::Object: {
        QByteArrayList pairs;
        const QJsonObject object = value.toObject();
        for (auto pair = object.begin(); pair != object.end(); ++pair) {
            const bool plainKey = isSafePlain(pair.key()) && !pair.key().contains(u':');
            pairs.append((plainKey ? pair.key().toUtf8() : doubleQuoted(pair.key())) + ": " +
                         doubleQuoted(pair.value().toString()));
        }
        return pairs.isEmpty() ? "{}" : "{ " + pairs.join(", ") + " }";
    }
    default:
        return "null";
    }
}

QByteArray scalarLike(const QByteArray &written, const QJsonValue &value)
{
    if (!value.isString())
        return flowText(value);
    const QString text = value.toString();
    const bool oneLine =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (written.startsWith('"'))
        return doubleQuoted(text);
    if (written.startsWith('\'') && oneLine)
        return QString(u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'').toUtf8();
    return flowText(value);
}

bool sameStructure(const YamlNode &a, const YamlNode &b)
{
    return a.kind == b.kind && a.tag == b.tag && a.value == b.value && a.anchor == b.anchor &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), sameStructure);
}

} // namespace nova::yaml
