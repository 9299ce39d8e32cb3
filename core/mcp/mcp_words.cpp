#include "core/mcp/mcp_words.h"

using namespace Qt::StringLiterals;

namespace nova
{

QString plainText(const QString &text, qsizetype most)
{
    QString plain;
    for (const QChar c : text.left(most))
        plain += c.isPrint() || c.isSurrogate() ? c : QChar(u' ');
    if (!plain.isEmpty() && plain.back().isHighSurrogate())
        plain.chop(1);
    plain = plain.simplified();
    return text.size() > most ? QString(plain + u'…') : plain;
}

QString serverWords(const McpMemory &memory)
{
    if (memory.serverName.isEmpty())
        return u"a server without a name"_s;
    return memory.serverVersion.isEmpty() ? memory.serverName
                                          : QString(memory.serverName + u' ' + memory.serverVersion);
}

QString errorWords(const RpcReply &reply)
{
    return u"error %1: %2"_s.arg(reply.code).arg(plainText(reply.message, 200));
}

QString failureWords(HttpFailure failure)
{
    switch (failure) {
    case HttpFailure::None:
        return {};
    case HttpFailure::BadUrl:
        return u"not an address that can be asked"_s;
    case HttpFailure::NameUnknown:
        return u"the name of the host is not known"_s;
    case HttpFailure::Refused:
        return u"connection refused"_s;
    case HttpFailure::NoRoute:
        return u"no connection"_s;
    case HttpFailure::Tls:
        return u"no secure connection"_s;
    case HttpFailure::TimedOut:
        return u"no answer in time"_s;
    case HttpFailure::Broken:
        return u"the connection ended in the middle"_s;
    case HttpFailure::NotHttp:
        return u"not HTTP"_s;
    case HttpFailure::TooLarge:
        return u"the answer is too large"_s;
    }
    return {};
}

QString answerWords(const McpAnswer &answer)
{
    if (answer.failure != HttpFailure::None)
        return answer.detail.isEmpty()
                   ? failureWords(answer.failure)
                   : QString(failureWords(answer.failure) + u" (" + plainText(answer.detail, 300) + u')');
    QString words = u"HTTP %1"_s.arg(answer.status);
    if (answer.reply && answer.reply->isError)
        return words + u", "_s + errorWords(*answer.reply);
    if (!answer.redirect.isEmpty())
        return words + u", points to "_s + plainText(answer.redirect, 200);
    if (answer.challenged)
        return words + u", asks for credentials"_s;
    if (!answer.contentType.isEmpty())
        words += u", "_s + plainText(answer.contentType, 60);
    return answer.isSuccess() && !answer.reply ? QString(words + u" without a reply of JSON-RPC") : words;
}

} // namespace nova
