#include "app/cli/printing.h"

#include "app/cli/terminal.h"
#include "app/host/headless.h"
#include "core/service/state_json.h"

#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString wordFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"invalid_input"_s;
    case ErrorCode::NotFound:
        return u"not_found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::ManagedElsewhere:
        return u"managed_elsewhere"_s;
    case ErrorCode::StaleRevision:
        return u"stale_revision"_s;
    case ErrorCode::TooLarge:
        return u"too_large"_s;
    case ErrorCode::PermissionDenied:
        return u"permission_denied"_s;
    case ErrorCode::NoSpace:
        return u"no_space"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::Io:
        break;
    }
    return u"io"_s;
}

} // namespace

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
}

void print(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

int fail(const CommandLine &command, const Error &error, int code)
{
    complain(harmless(error.message));
    if (command.json) {
        QJsonObject told{{u"code"_s, wordFor(error.code)}, {u"message"_s, error.message}};
        if (!error.diagnostics.isEmpty())
            told[u"errors"_s] = toJson(error.diagnostics);
        print({{u"error"_s, told}});
    }
    return code;
}

bool hasReader()
{
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) <= 0 || (output.revents & (POLLERR | POLLHUP)) == 0;
}

int finishOutput(int code)
{
    errno = 0;
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (written || errno == EPIPE || !hasReader())
        return code;
    complain(u"The output could not be written%1."_s.arg(
        errno == 0 ? QString() : u": "_s + QString::fromLocal8Bit(std::strerror(errno))));
    return 1;
}

} // namespace nova
