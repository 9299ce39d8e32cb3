#include "core/yaml/yaml_writing.h"

#include "core/yaml/yaml_values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nova::yaml
{

namespace
{

bool isLetterOrDigit(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar(0xFEFF) || c == QChar(0x2028) || c == QChar(0x2029);
}

/// Whether a text may stand without quotes and is still read as this text, also by YAML 1.1 readers, who see more
/// numbers, dates and booleans than 1.2 does. When in doubt: quotes.
bool isSafePlain(const QString &text, Around around)
{
    if (around == Around::Flow && text.contains(u'?')) // Some readers take it for the mark of a key there.
        return false;
    if (text.isEmpty() || text.size() > 1000 || text.back() == u' ' || text.back() == u':')
        return false;
    const char16_t first = text.front().unicode();
    if (!isLetterOrDigit(first) && first != u'/' && first != u'$')
        return false;
    if (first >= u'0' && first <= u'9')
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool harmless = isLetterOrDigit(c) || QStringView(u" _./~?&=+%@()$'*!;-").contains(QChar(c)) ||
                              (c == u':' && text.at(i + 1) != u' ');
        if (!harmless)
            return false;
    }
    static const std::array words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s,
                                  u"off"_s,  u"null"_s,  u"y"_s,   u"n"_s};
    return std::find(words.begin(), words.end(), text.toLower()) == words.end();
}

/// `written` for the other value, in the same style: yes → no, True → False, ON → OFF.
QByteArray booleanLike(const QByteArray &written, bool value)
{
    static constexpr std::array<std::pair<const char *, const char *>, 3> words{
        {{"true", "false"}, {"yes", "no"}, {"on", "off"}}};
    if (written.startsWith('"') || written.startsWith('\'')) // As in !!bool "yes".
        return QByteArray(written.left(1) + booleanLike(written.mid(1).chopped(1), value) + written.left(1));
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

/// An object of texts, without its nulls. The texts are always quoted: what is in headers is often not quite plain.
QByteArray object(const QJsonObject &object, bool plainKeys)
{
    QByteArrayList pairs;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool plain = plainKeys && isSafePlain(member.key(), Around::Flow) && !member.key().contains(u':');
        if (!member.value().isNull())
            pairs.append((plain ? member.key().toUtf8() : doubleQuoted(member.key())) + ": " +
                         doubleQuoted(member.value().toString()));
    }
    return pairs.isEmpty() ? QByteArray("{}") : QByteArray("{ " + pairs.join(", ") + " }");
}

} // namespace

QByteArray doubleQuoted(const QString &text)
{
    // A JSON string is a YAML double-quoted scalar (YAML 1.2.2 §1.3); JSON leaves more characters as they are.
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
    if (std::none_of(text.begin(), text.end(), isControl))
        return json;
    QString escaped; // Not bytes: half of a surrogate pair has none.
    const QString characters = QString::fromUtf8(json);
    for (const QChar c : characters) {
        if (isControl(c))
            escaped += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            escaped += c;
    }
    return escaped.toUtf8();
}

QByteArray flowText(const QJsonValue &value, Around around)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return isSafePlain(value.toString(), around) ? value.toString().toUtf8() : doubleQuoted(value.toString());
    case QJsonValue::Object:
        return object(value.toObject(), true);
    default:
        return "null";
    }
}

QByteArray jsonText(const QJsonValue &value)
{
    if (value.isString())
        return doubleQuoted(value.toString());
    if (!value.isObject())
        return flowText(value);
    return object(value.toObject(), false);
}

QByteArray scalarLike(const QByteArray &written, const QJsonValue &value, Around around)
{
    if (value.isBool())
        return booleanLike(written, value.toBool());
    if (!value.isString())
        return flowText(value, around);
    const QString text = value.toString();
    if (written.startsWith('"'))
        return doubleQuoted(text);
    if (written.startsWith('\'') && std::none_of(text.begin(), text.end(), isControl))
        return QString(u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'').toUtf8();
    return flowText(value, around);
}

std::optional<QByteArray> literalBlock(const QString &text, const QByteArray &indentation, const QByteArray &lineEnding)
{
    const QStringList lines = text.split(u'\n');
    const bool writable = std::none_of(text.begin(), text.end(), [](QChar c) { return c != u'\n' && isControl(c); });
    if (lines.size() < 2 || !writable || indentation.isEmpty() || lines.first().isEmpty() ||
        lines.first().at(0) == u' ')
        return std::nullopt;
    // «|» keeps one line ending at the end, «|-» none; more than one is rare enough for quotes.
    const bool ends = text.endsWith(u'\n');
    if (ends && lines.size() > 1 && lines.at(lines.size() - 2).isEmpty())
        return std::nullopt;
    QByteArray block = ends ? "|" : "|-";
    for (qsizetype i = 0; i < lines.size() - (ends ? 1 : 0); ++i)
        block += lineEnding + (lines.at(i).isEmpty() ? QByteArray() : indentation + lines.at(i).toUtf8());
    return block;
}

} // namespace nova::yaml
