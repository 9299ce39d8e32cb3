#include "app/cli/validate_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "core/catalog/catalog.h"
#include "core/documents/file_reading.h"
#include "core/service/state_json.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct Text {
    QString path;
    QByteArray bytes;
};

Result<Text> readFrom(const QString &path)
{
    const FileReading reading = readFile(path);
    if (reading.status == FileStatus::Present)
        return Text{path, reading.bytes};
    return failure(reading.status == FileStatus::Missing ? ErrorCode::NotFound : ErrorCode::Io, reading.problem, path);
}

Result<Text> textOf(const CommandLine &command, const Locations &locations)
{
    if (command.target == u"-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorCode::Io, u"The standard input cannot be read."_s);
        return Text{u"-"_s, input.readAll()};
    }
    if (!command.target.isEmpty())
        return readFrom(command.target);
    if (command.connect.isEmpty()) // What is in the file, whoever runs on it.
        return readFrom(locations.catalog());
    const auto nova = reachNova(command, locations);
    if (!nova)
        return tl::unexpected(nova.error());
    return (*nova)->catalogText().map([&](const QByteArray &bytes) { return Text{command.connect, bytes}; });
}

/// What compilers print: editors know how to jump there.
void printFindings(const QString &path, const QList<Diagnostic> &findings, const Paint &paint)
{
    for (const Diagnostic &finding : findings) {
        const bool isError = finding.severity == Diagnostic::Severity::Error;
        const QString kind =
            isError ? paint(Paint::Tint::Bad, u"error"_s) : paint(Paint::Tint::Attention, u"warning"_s);
        print(u"%1:%2:%3: %4: %5%6"_s.arg(path)
                  .arg(finding.line)
                  .arg(finding.column)
                  .arg(kind, harmless(finding.message),
                       finding.hint.isEmpty() ? QString() : u' ' + harmless(finding.hint)));
    }
}

} // namespace

int runValidate(const CommandLine &command, const Locations &locations)
{
    const auto text = textOf(command, locations);
    if (!text)
        return fail(command, text.error());
    const auto catalog = readCatalog(text->bytes);
    const int code = catalog->valid() ? 0 : 1;
    if (command.json) {
        print({{u"file"_s, text->path},
               {u"valid"_s, catalog->valid()},
               {u"errors"_s, toJson(catalog->errors)},
               {u"warnings"_s, toJson(catalog->warnings)}});
        return code;
    }
    const Paint paint(command.color);
    printFindings(text->path, catalog->errors, paint);
    printFindings(text->path, catalog->warnings, paint);
    if (catalog->valid())
        print(catalog->servers.size() == 1 ? u"%1: 1 server, fine."_s.arg(text->path)
                                           : u"%1: %2 servers, fine."_s.arg(text->path).arg(catalog->servers.size()));
    return code;
}

} // namespace nova
