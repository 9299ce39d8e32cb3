#include "app/cli/nova_access.h"

#include "app/cli/files_access.h"
#include "app/cli/running_access.h"
#include "app/host/settings_layers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

Result<std::unique_ptr<NovaAccess>> reachNova(const CommandLine &command, const Locations &locations)
{
    auto running = RunningNova::find(command, locations);
    if (!running)
        return tl::unexpected(running.error());
    if (*running)
        return std::make_unique<RunningAccess>(std::move(*running));
    const auto settings = effectiveSettings(command, locations);
    if (!settings)
        return tl::unexpected(settings.error());
    return std::make_unique<FilesAccess>(*settings, locations);
}

QStringList namesIn(const QJsonObject &catalog)
{
    QStringList names;
    const QJsonArray servers = catalog[u"servers"].toArray();
    for (const QJsonValue server : servers)
        names.append(server[u"name"].toString());
    return names;
}

} // namespace nova
