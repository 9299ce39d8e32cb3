#include "app/cli/commands.h"

#include "app/cli/printing.h"
#include "app/cli/probe_command.h"
#include "app/cli/restart_command.h"
#include "app/host/headless.h"
#include "app/host/locations.h"
#include "app/host/settings_layers.h"
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

int printToken(const CommandLine &command, const Locations &locations, bool rotate)
{
    const auto settings = effectiveSettings(command, locations); // They may say where it is.
    if (!settings) {
        complain(settings.error().message);
        return 2;
    }
    const TokenFile file = tokenFileOf(settings->server, locations);
    const auto token = rotate ? file.rotate() : file.loadOrCreate();
    if (!token) {
        complain(token.error().message);
        return 1;
    }
    print(QString::fromLatin1(*token));
    return 0;
}

/// What compilers print: editors know how to jump there.
void printFindings(const QString &path, const QList<Diagnostic> &findings)
{
    for (const Diagnostic &finding : findings) {
        const QString kind = finding.severity == Diagnostic::Severity::Error ? u"error"_s : u"warning"_s;
        print(u"%1:%2:%3: %4: %5%6"_s.arg(path)
                  .arg(finding.line)
                  .arg(finding.column)
                  .arg(kind, finding.message, finding.hint.isEmpty() ? QString() : u' ' + finding.hint));
    }
}

int validate(const QString &path, bool json)
{
    const FileReading reading = readFile(path);
    if (reading.status != FileStatus::Present) {
        complain(reading.problem);
        return 1;
    }
    const auto catalog = readCatalog(reading.bytes);
    if (json) {
        print({{u"file"_s, path},
               {u"valid"_s, catalog->valid()},
               {u"errors"_s, toJson(catalog->errors)},
               {u"warnings"_s, toJson(catalog->warnings)}});
        return catalog->valid() ? 0 : 1;
    }
    printFindings(path, catalog->errors);
    printFindings(path, catalog->warnings);
    if (catalog->valid())
        print(u"%1: %2 servers, fine."_s.arg(path).arg(catalog->servers.size()));
    return catalog->valid() ? 0 : 1;
}

int list(const QString &path, bool json)
{
    const FileReading reading = readFile(path);
    const auto catalog = readCatalog(reading.bytes);
    if (reading.status != FileStatus::Present || !catalog->valid()) {
        complain(reading.status != FileStatus::Present ? reading.problem
                                                       : u"%1 has errors; «validate» shows them."_s.arg(path));
        return 1;
    }
    QJsonArray servers;
    for (const ServerEntry &server : catalog->servers) {
        servers.append(toJson(server));
        if (!json)
            print((server.enabled ? u"on   "_s : u"off  "_s) + server.name.leftJustified(24) + u' ' + server.url);
    }
    if (json)
        print({{u"revision"_s, reading.revision}, {u"servers"_s, servers}});
    return 0;
}

} // namespace

std::optional<int> runCommand(const CommandLine &command)
{
    const Locations locations = findLocations(command.root, command.state);
    switch (command.action) {
    case CommandLine::Action::Run:
        return std::nullopt;
    case CommandLine::Action::PrintHelp:
        std::printf("%s", qUtf8Printable(command.help));
        return 0;
    case CommandLine::Action::PrintVersion:
        print(u"nova-settings "_s + QStringLiteral(NOVA_VERSION));
        return 0;
    case CommandLine::Action::PrintToken:
    case CommandLine::Action::RotateToken:
        return printToken(command, locations, command.action == CommandLine::Action::RotateToken);
    case CommandLine::Action::Validate:
        return validate(command.file.isEmpty() ? locations.catalog() : command.file, command.json);
    case CommandLine::Action::List:
        return list(locations.catalog(), command.json);
    case CommandLine::Action::Probe:
        return runProbe(command, locations);
    case CommandLine::Action::Restart:
        return runRestart(command, locations);
    }
    return std::nullopt;
}

} // namespace nova
