#pragma once

#include <QList>
#include <QString>
#include <tl/expected.hpp>

namespace nova
{

/// One finding about a text: a syntax error, a broken rule or a warning.
/// Lines and columns count from 1; columns count Unicode code points. 0 means "not known".
struct Diagnostic {
    enum class Severity { Error, Warning };

    Severity severity = Severity::Error;
    QString code{};    ///< Stable, for programs: "yaml_syntax", "url_invalid", …
    QString message{}; ///< One sentence for people.
    QString hint{};    ///< What to do about it; may be empty.
    QString path{};    ///< Where in the structure: "gmail.url"; may be empty.
    int line = 0;
    int column = 0;

    bool operator==(const Diagnostic &) const = default;
};

/// What kind of failure it was. The HTTP API maps each to one status, the command line to one exit code.
enum class ErrorCode {
    InvalidInput,     ///< The request breaks a rule (422).
    NotFound,         ///< No such server, version, … (404).
    Conflict,         ///< It cannot be done in the present state (409).
    ManagedElsewhere, ///< The file may not be written by Nova: read-only mount or folder (409).
    StaleRevision,    ///< If-Match named another revision than the newest (412).
    TooLarge,         ///< Over a limit on size (413).
    PermissionDenied, ///< The system refused access (403).
    NoSpace,          ///< The disk is full (507).
    Io,               ///< Any other failure of the file system (500).
    Unavailable,      ///< Shutting down, or the other side is away (503).
};

/// Why a command failed. `message` is one sentence for people and says what to do where that is known.
struct Error {
    ErrorCode code = ErrorCode::Io;
    QString message;
    QString file{};                  ///< The file it is about; may be empty.
    QList<Diagnostic> diagnostics{}; ///< With line and column, where the failure lies in a text.
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString file = {},
                                                   QList<Diagnostic> diagnostics = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(file), std::move(diagnostics)});
}

} // namespace nova
