#include "server/http/conditional.h"

namespace nova
{

namespace
{

/// Without the mark of a weak tag, which makes no difference here.
QByteArrayView opaque(QByteArrayView tag)
{
    return tag.startsWith("W/") ? tag.sliced(2) : tag;
}

bool isTagCharacter(char c)
{
    return c == '!' || (c >= '#' && c != 0x7f) || static_cast<unsigned char>(c) >= 0x80;
}

/// The length of the tag (without W/) at the beginning of `text`; 0 where there is none. A comma may be part of it.
qsizetype tagLength(QByteArrayView text)
{
    if (!text.startsWith('"'))
        return 0;
    qsizetype end = 1;
    while (end < text.size() && isTagCharacter(text[end]))
        ++end;
    return end < text.size() && text[end] == '"' ? end + 1 : 0;
}

} // namespace

bool isNamed(const std::vector<QByteArray> &ifNoneMatch, const QByteArray &tag)
{
    if (ifNoneMatch.size() == 1 && ifNoneMatch.front().trimmed() == "*")
        return true;
    bool named = false;
    for (const QByteArray &value : ifNoneMatch) {
        QByteArrayView rest = QByteArrayView(value).trimmed();
        bool separated = true; // Tags stand apart by commas; empty places between these mean nothing.
        while (!rest.isEmpty()) {
            if (rest.startsWith(',')) {
                separated = true;
                rest = rest.sliced(1).trimmed();
                continue;
            }
            const QByteArrayView candidate = opaque(rest);
            const qsizetype length = tagLength(candidate);
            if (length == 0 || !separated)
                return false;
            named = named || candidate.first(length) == opaque(tag);
            separated = false;
            rest = candidate.sliced(length).trimmed();
        }
    }
    return named;
}

Response unlessKnown(const RequestHead &head, const Response &answer)
{
    if (!isNamed(head.all("If-None-Match"), answer.header("ETag")))
        return answer;
    Response unchanged{304, {}, {}};
    for (const char *name : {"ETag", "Vary", "Cache-Control"}) { // RFC 9110 §15.4.5
        if (const QByteArray value = answer.header(name); !value.isNull())
            unchanged.with(name, value);
    }
    return unchanged;
}

} // namespace nova
