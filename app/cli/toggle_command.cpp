#include "app/cli/toggle_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "core/base/closest.h"

using namespace Qt::StringLiterals;

namespace nova
{

int runToggle(const CommandLine &command, const Locations &locations)
{
    const auto nova = reachNova(command, locations);
    if (!nova)
        return fail(command, nova.error());
    const auto toggled = (*nova)->toggle({command.target, command.enabled, std::nullopt});
    if (!toggled) {
        const bool isUnknown = toggled.error().code == ErrorCode::NotFound;
        const auto catalog = isUnknown ? (*nova)->catalog() : Result<QJsonObject>(QJsonObject());
        return fail(command, withSuggestion(toggled.error(), command.target, namesIn(catalog.value_or(QJsonObject()))));
    }
    if (command.json)
        print({{u"name"_s, toggled->name},
               {u"enabled"_s, toggled->enabled},
               {u"changed"_s, toggled->changed},
               {u"revision"_s, toggled->revision}});
    else
        print(u"%1 %2 %3."_s.arg(toggled->name, toggled->changed ? u"is now"_s : u"was already"_s,
                                 toggled->enabled ? u"on"_s : u"off"_s));
    return 0;
}

} // namespace nova
