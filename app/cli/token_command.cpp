#include "app/cli/token_command.h"

#include "app/cli/printing.h"
#include "app/host/headless.h"
#include "app/host/settings_layers.h"

using namespace Qt::StringLiterals;

namespace nova
{

int runToken(const CommandLine &command, const Locations &locations)
{
    const auto settings = effectiveSettings(command, locations); // They may say where it is.
    if (!settings)
        return fail(command, settings.error(), 2);
    const TokenFile file = tokenFileOf(settings->server, locations);
    const bool rotate = command.action == CommandLine::Action::RotateToken;
    const auto token = rotate ? file.rotate() : file.loadOrCreate();
    if (!token)
        return fail(command, token.error());
    if (command.json)
        print({{u"token"_s, QString::fromLatin1(*token)}});
    else
        print(QString::fromLatin1(*token));
    if (rotate)
        complain(u"A Nova that runs takes it when it is started again."_s);
    return 0;
}

} // namespace nova
