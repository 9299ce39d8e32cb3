#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"
#include "core/service/commands.h"

namespace nova
{

/// What commands ask of Nova, be it one that runs or the files. Everything waits for its answer and runs the event
/// loop meanwhile.
class NovaAccess
{
public:
    virtual ~NovaAccess() = default;

    /// One runs: it knows how the servers are.
    [[nodiscard]] virtual bool isRunning() const = 0;
    /// As `GET /api/mcp` gives it.
    [[nodiscard]] virtual Result<QJsonObject> catalog() = 0;
    /// What is in the catalog's file.
    [[nodiscard]] virtual Result<QByteArray> catalogText() = 0;
    [[nodiscard]] virtual Result<Toggled> toggle(const ToggleCommand &command) = 0;
    [[nodiscard]] virtual Result<ServerSaved> add(const AddServerCommand &command) = 0;
};

/// The Nova that runs, or the files where none does.
[[nodiscard]] Result<std::unique_ptr<NovaAccess>> reachNova(const CommandLine &command, const Locations &locations);

/// The names of the servers in what NovaAccess::catalog() gave.
[[nodiscard]] QStringList namesIn(const QJsonObject &catalog);

} // namespace nova
