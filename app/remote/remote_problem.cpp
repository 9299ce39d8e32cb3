#include "app/remote/remote_problem.h"

#include "core/service/state_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype maxDetail = 500; ///< Of what somebody else says.

/// An answer as application/problem+json has it; empty where it is something else.
QJsonObject problemOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QString detailOf(const HttpReply &reply)
{
    return problemOf(reply)[u"detail"].toString().left(maxDetail);
}

/// Why no whole answer came.
QString failureSentence(const RemoteAddress &address, const HttpReply &reply)
{
    const QString name = address.name();
    switch (reply.failure) {
    case HttpFailure::NameUnknown:
        return u"No computer named %1 can be found."_s.arg(name);
    case HttpFailure::Refused:
        return u"%1 cannot be reached: nothing listens on port %2."_s.arg(name).arg(address.port());
    case HttpFailure::NoRoute:
        return u"%1 cannot be reached over the network."_s.arg(name);
    case HttpFailure::Tls:
        return u"%1 cannot be reached safely: %2."_s.arg(name, reply.detail);
    case HttpFailure::TimedOut:
        return u"%1 does not answer."_s.arg(name);
    case HttpFailure::BadUrl:
        return u"%1 is not an address."_s.arg(address.text());
    case HttpFailure::NotHttp:
        return u"What answers at %1 is not Nova."_s.arg(name);
    case HttpFailure::TooLarge:
        return u"%1 answers with more than a Nova has to say."_s.arg(name);
    case HttpFailure::Broken:
    case HttpFailure::None:
        break;
    }
    return u"The connection to %1 broke."_s.arg(name);
}

std::chrono::seconds pauseOf(const HttpReply &reply)
{
    constexpr int longest = 600;
    return std::chrono::seconds(std::clamp(reply.header("Retry-After").toInt(), 0, longest));
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
    case 405:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    case 412:
    case 428:
        return ErrorCode::StaleRevision;
    case 413:
        return ErrorCode::TooLarge;
    case 400:
    case 415:
    case 422:
        return ErrorCode::InvalidInput;
    case 429:
    case 502:
    case 503:
    case 504:
        return ErrorCode::Unavailable;
    case 507:
        return ErrorCode::NoSpace;
    default:
        return ErrorCode::Io;
    }
}

/// What a person has to know of a command that was sent and not answered.
QString nobodyKnows()
{
    return u"It is not known whether this was done; look before you try again."_s;
}

} // namespace

LinkProblem wrongToken(const RemoteAddress &address)
{
    return {
        u"%1 does not take this token. «nova-settingsd token», run there, prints the right one."_s.arg(address.name()),
        true};
}

LinkProblem notNova(const RemoteAddress &address, const QString &detail)
{
    return {u"What answers at %1 is not a Nova that this program understands: %2"_s.arg(address.name(), detail)};
}

LinkProblem linkProblem(const RemoteAddress &address, const HttpReply &reply)
{
    if (reply.failure != HttpFailure::None)
        return {failureSentence(address, reply)};
    const QString detail = detailOf(reply);
    if (reply.status == 401)
        return wrongToken(address);
    if ((reply.status == 403 || reply.status == 421) && !detail.isEmpty())
        return {u"%1 does not let this program in: %2"_s.arg(address.name(), detail), true};
    if (reply.status == 403)
        return {u"%1 does not let this program in."_s.arg(address.name()), true};
    if (reply.status >= 300 && reply.status < 400)
        return {u"%1 sends callers on to another address; connect to that one."_s.arg(address.name())};
    if (reply.status == 429 || reply.status == 503)
        return {detail.isEmpty() ? u"%1 is busy."_s.arg(address.name())
                                 : u"%1 asks to wait: %2"_s.arg(address.name(), detail),
                false, pauseOf(reply)};
    if (reply.status >= 500 && !detail.isEmpty())
        return {u"%1 has a problem: %2"_s.arg(address.name(), detail)};
    return notNova(address, u"status %1."_s.arg(reply.status));
}

Error callError(const RemoteAddress &address, const HttpReply &reply, bool isWrite)
{
    if (reply.failure != HttpFailure::None) {
        const bool mayBeDone = isWrite && reply.wasSent;
        const QString end = !isWrite ? QString() : mayBeDone ? nobodyKnows() : u"Nothing was changed."_s;
        return {ErrorCode::Unavailable, u"%1 %2"_s.arg(failureSentence(address, reply), end).trimmed()};
    }
    if (reply.status == 401)
        return {ErrorCode::PermissionDenied, wrongToken(address).sentence};
    QString problem;
    const JsonFields fields(problemOf(reply), problem);
    Error error{codeOf(reply.status), detailOf(reply)};
    if (fields.has("errors"_L1))
        error.diagnostics = readDiagnostics(fields, "errors"_L1);
    // Something between us and Nova may answer for it when it is too slow.
    const bool isGateway = reply.status == 502 || reply.status == 504;
    if (error.message.isEmpty())
        error.message = u"%1 answered with status %2."_s.arg(address.name()).arg(reply.status);
    if (isWrite && isGateway)
        error.message = error.message + u' ' + nobodyKnows();
    return error;
}

Error strangeAnswer(const RemoteAddress &address, const QString &detail, bool isWrite)
{
    const QString sentence = u"%1 answered with something that is not understood: %2"_s.arg(address.name(), detail);
    return {ErrorCode::Io, isWrite ? QString(sentence + u' ' + nobodyKnows()) : sentence};
}

Error abandonedCall(const RemoteAddress &address, bool isWrite)
{
    const QString sentence = u"The connection to %1 was closed before it answered."_s.arg(address.name());
    return {ErrorCode::Unavailable, isWrite ? QString(sentence + u' ' + nobodyKnows()) : sentence};
}

} // namespace nova
