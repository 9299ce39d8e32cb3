#pragma once

#include "app/cli/nova_access.h"
#include "app/cli/running_nova.h"

namespace nova
{

/// NovaAccess over the API.
class RunningAccess final : public NovaAccess
{
public:
    explicit RunningAccess(std::unique_ptr<RunningNova> nova);

    [[nodiscard]] bool isRunning() const override { return true; }
    [[nodiscard]] Result<QJsonObject> catalog() override;
    [[nodiscard]] Result<QByteArray> catalogText() override;
    [[nodiscard]] Result<Toggled> toggle(const ToggleCommand &command) override;
    [[nodiscard]] Result<ServerSaved> add(const AddServerCommand &command) override;

private:
    template <typename T>
    [[nodiscard]] Result<T> write(RemoteRequest request, const std::optional<QString> &ifMatch,
                                  const QJsonObject &body);

    const std::unique_ptr<RunningNova> m_nova;
};

} // namespace nova
