#include "core/transfer/json_reader.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int maxDepth = 64; // Files of servers nest five deep.

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}

void appendUtf8(QByteArray &into, char32_t c)
{
    into += QString::fromUcs4(&c, 1).toUtf8();
}

} // namespace

JsonReader::JsonReader(const QByteArray &text)
    : m_text(text)
    , m_places(text)
    , m_at(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
{
}

Result<JsonNode> JsonReader::read()
{
    JsonNode root;
    if (const qsizetype wrong = firstInvalidUtf8(m_text); wrong >= 0)
        fail(wrong, u"This is not UTF-8 text."_s);
    else if (skipBlanks() && value(root, 0) && skipBlanks() && !atEnd())
        fail(m_at, u"There is more behind the end of the JSON text."_s);
    if (!m_problem)
        return root;
    const TextPosition place = m_places.atByte(m_problem->position);
    return failure(ErrorCode::InvalidInput, m_problem->message, {},
                   {{Diagnostic::Severity::Error,
                     u"json_syntax"_s,
                     m_problem->message,
                     m_problem->hint,
                     {},
                     place.line,
                     place.column}});
}

bool JsonReader::fail(qsizetype position, const QString &message, const QString &hint)
{
    m_problem = {position, message, hint};
    return false;
}

bool JsonReader::skipBlanks()
{
    while (!atEnd()) {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            ++m_at;
        else if (c != '/')
            return true;
        else if (!skipComment())
            return false;
    }
    return true;
}

bool JsonReader::skipComment()
{
    const qsizetype start = m_at;
    if (rest().startsWith("//")) {
        while (!atEnd() && peek() != '\n' && peek() != '\r')
            ++m_at;
        return true;
    }
    if (!rest().startsWith("/*"))
        return fail(start, u"A single “/” has no meaning here."_s, u"Comments begin with // or /*."_s);
    const qsizetype end = m_text.indexOf("*/", m_at + 2);
    if (end < 0)
        return fail(start, u"This comment is not closed."_s, u"Put */ behind it."_s);
    m_at = end + 2;
    return true;
}

bool JsonReader::value(JsonNode &node, int depth)
{
    node.position = m_at;
    if (atEnd())
        return fail(m_at, u"The text ends where a value is expected."_s);
    node.line = m_places.atByte(m_at).line;
    switch (peek()) {
    case '{':
        return object(node, depth + 1);
    case '[':
        return array(node, depth + 1);
    case '"':
        node.kind = JsonNode::Kind::String;
        return string(node.string);
    case '\'':
        return fail(m_at, u"Texts are written in double quotes."_s);
    default:
        return peek() == '-' || isDigit(peek()) ? number(node) : word(node);
    }
}

bool JsonReader::separator(char end, bool &more)
{
    const qsizetype behind = m_at;
    if (!skipBlanks())
        return false;
    const bool comma = peek() == ',';
    if (comma) {
        ++m_at;
        if (!skipBlanks())
            return false;
    }
    if (atEnd())
        return fail(m_at, u"The text ends before “%1”."_s.arg(QChar::fromLatin1(end)));
    more = peek() != end;
    if (!more)
        ++m_at;
    else if (!comma)
        return fail(behind, u"A comma or “%1” is expected here."_s.arg(QChar::fromLatin1(end)));
    return true;
}

bool JsonReader::array(JsonNode &node, int depth)
{
    node.kind = JsonNode::Kind::Array;
    if (depth > maxDepth)
        return fail(m_at, u"This is nested too deeply."_s);
    ++m_at;
    if (!skipBlanks())
        return false;
    bool more = peek() != ']';
    if (!more)
        ++m_at;
    while (more) {
        if (!value(node.children.emplace_back(), depth) || !separator(']', more))
            return false;
    }
    return true;
}

bool JsonReader::object(JsonNode &node, int depth)
{
    node.kind = JsonNode::Kind::Object;
    if (depth > maxDepth)
        return fail(m_at, u"This is nested too deeply."_s);
    ++m_at;
    if (!skipBlanks())
        return false;
    bool more = peek() != '}';
    if (!more)
        ++m_at;
    while (more) {
        if (peek() != '"')
            return atEnd() ? fail(m_at, u"The text ends before “}”."_s)
                           : fail(m_at, u"A name in double quotes is expected here."_s);
        QString key;
        if (!string(key) || !skipBlanks())
            return false;
        if (peek() != ':')
            return fail(m_at, u"A colon is expected behind the name “%1”."_s.arg(key.left(40)));
        ++m_at;
        node.keys.append(key);
        if (!skipBlanks() || !value(node.children.emplace_back(), depth) || !separator('}', more))
            return false;
    }
    return true;
}

bool JsonReader::string(QString &into)
{
    const qsizetype start = m_at++;
    QByteArray bytes;
    while (peek() != '"') {
        if (atEnd() || peek() == '\n' || peek() == '\r')
            return fail(start, u"This text is not closed."_s, u"Put a double quote behind it."_s);
        if (quint8(peek()) < 0x20)
            return fail(m_at, u"A control character has to be escaped here."_s, u"Write a tab as \\t."_s);
        if (peek() == '\\') {
            if (!escape(bytes))
                return false;
        } else {
            bytes += m_text.at(m_at++);
        }
    }
    ++m_at;
    into = QString::fromUtf8(bytes);
    return true;
}

bool JsonReader::escape(QByteArray &into)
{
    const qsizetype start = m_at++;
    static constexpr QByteArrayView names = "\"\\/bfnrt";
    static constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
    const char c = peek();
    if (const qsizetype known = atEnd() ? -1 : names.indexOf(c); known >= 0) {
        into += meanings.at(known);
        ++m_at;
        return true;
    }
    quint16 unit = 0;
    if (c != 'u' || !hex4(unit))
        return fail(start, u"This escape is none of JSON."_s, u"A backslash itself is written as \\\\."_s);
    char32_t character = unit;
    if (QChar::isHighSurrogate(unit) && rest().startsWith("\\u")) {
        const qsizetype behind = m_at++;
        quint16 low = 0;
        if (hex4(low) && QChar::isLowSurrogate(low))
            character = QChar::surrogateToUcs4(unit, low);
        else
            m_at = behind;
    }
    appendUtf8(into, QChar::isSurrogate(character) ? char32_t(QChar::ReplacementCharacter) : character);
    return true;
}

bool JsonReader::hex4(quint16 &unit)
{
    bool isHex = false;
    const QByteArray digits = m_text.mid(m_at + 1, 4);
    const bool all = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) {
                         return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                     });
    unit = all ? digits.toUShort(&isHex, 16) : quint16(0);
    if (isHex)
        m_at += 5;
    return isHex;
}

bool JsonReader::number(JsonNode &node)
{
    const qsizetype start = m_at;
    const auto digits = [this] {
        const qsizetype from = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > from;
    };
    if (peek() == '-')
        ++m_at;
    const bool zero = peek() == '0';
    const qsizetype first = m_at;
    bool good = digits() && !(zero && m_at - first > 1);
    if (good && peek() == '.') {
        ++m_at;
        good = digits();
    }
    if (good && (peek() == 'e' || peek() == 'E')) {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        good = digits();
    }
    if (!good || isWordCharacter(peek()))
        return fail(start, u"This is not a number as JSON writes it."_s);
    node.kind = JsonNode::Kind::Number;
    node.number = m_text.sliced(start, m_at - start);
    return true;
}

bool JsonReader::word(JsonNode &node)
{
    const qsizetype start = m_at;
    while (isWordCharacter(peek()))
        ++m_at;
    const QByteArrayView text = QByteArrayView(m_text).sliced(start, m_at - start);
    if (text == "null")
        return true;
    node.kind = JsonNode::Kind::Boolean;
    node.boolean = text == "true";
    if (node.boolean || text == "false")
        return true;
    return fail(start, u"A value is expected here."_s, text.isEmpty() ? QString() : u"Texts stand in double quotes."_s);
}

} // namespace nova
