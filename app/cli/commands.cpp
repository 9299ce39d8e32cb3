#include "app/cli/commands.h"

#include "app/cli/events_command.h"
#include "app/cli/export_command.h"
#include "app/cli/import_command.h"
#include "app/cli/list_command.h"
#include "app/cli/printing.h"
#include "app/cli/probe_command.h"
#include "app/cli/restart_command.h"
#include "app/cli/toggle_command.h"
#include "app/cli/token_command.h"
#include "app/cli/validate_command.h"
#include "app/host/locations.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

int carryOut(const CommandLine &command, const Locations &locations)
{
    switch (command.action) {
    case CommandLine::Action::PrintToken:
    case CommandLine::Action::RotateToken:
        return runToken(command, locations);
    case CommandLine::Action::Validate:
        return runValidate(command, locations);
    case CommandLine::Action::List:
        return runList(command, locations);
    case CommandLine::Action::Toggle:
        return runToggle(command, locations);
    case CommandLine::Action::Events:
        return runEvents(command, locations);
    case CommandLine::Action::Probe:
        return runProbe(command, locations);
    case CommandLine::Action::Restart:
        return runRestart(command, locations);
    case CommandLine::Action::Export:
        return runExport(command, locations);
    case CommandLine::Action::Import:
        return runImport(command, locations);
    case CommandLine::Action::PrintHelp:
        std::printf("%s", qUtf8Printable(command.help));
        return 0;
    case CommandLine::Action::Run:
    case CommandLine::Action::PrintVersion:
        break;
    }
    print(u"nova-settings "_s + QStringLiteral(NOVA_VERSION));
    return 0;
}

} // namespace

std::optional<int> runCommand(const CommandLine &command)
{
    if (command.action == CommandLine::Action::Run)
        return std::nullopt;
    return finishOutput(carryOut(command, findLocations(command.root, command.state)));
}

} // namespace nova
