#pragma once

#include "app/cli/nova_access.h"
#include "core/log/logger.h"
#include "core/service/local_nova.h"
#include "core/settings/settings.h"

namespace nova
{

/// NovaAccess over the files, where none runs: a Nova in this process without its web side, that asks no server and
/// talks to no Redis. So edits have the same lock, the same rules and the same backups, and are in the same log.
class FilesAccess final : public NovaAccess
{
public:
    FilesAccess(const Settings &settings, const Locations &locations);
    ~FilesAccess() override;

    [[nodiscard]] bool isRunning() const override { return false; }
    [[nodiscard]] Result<QJsonObject> catalog() override;
    [[nodiscard]] Result<QByteArray> catalogText() override;
    [[nodiscard]] Result<Toggled> toggle(const ToggleCommand &command) override;
    [[nodiscard]] Result<ServerSaved> add(const AddServerCommand &command) override;

private:
    template <typename T>
    [[nodiscard]] Result<T> wait(const std::function<void(Reply<T>)> &ask);
    /// What is changed is in the log; who only asks leaves none behind.
    void openLog();

    const QString m_log;
    bool m_logIsOpen = false;
    Logger m_logger;
    QtMessageBridge m_qtMessages; ///< What Qt has to say is for the log.
    LocalNova m_nova;
};

} // namespace nova
