#pragma once

#include "core/redis/redis_trial.h"
#include "core/settings/settings_editor.h"
#include "core/settings/settings_service.h"

namespace nova
{

class NovaHost;

/// The settings of a running Nova for its own web side. Made and destroyed on the core thread, where all of it happens;
/// the host outlives it.
class ServedSettings final : public SettingsService
{
public:
    explicit ServedSettings(NovaHost &host);
    ~ServedSettings() override;
    Q_DISABLE_COPY_MOVE(ServedSettings)

    void read(Reply<SettingsView> reply) override;
    void change(ChangeSettingsCommand command, Caller caller, Reply<SettingsView> reply) override;
    void testRedis(QString url, Reply<RedisFinding> reply) override;

private:
    [[nodiscard]] SettingsView view() const;
    [[nodiscard]] Result<SettingChanges> changesOf(const QJsonObject &values) const;
    [[nodiscard]] Result<QString> unmasked(const QString &url) const;
    void startTrial(const QString &url, const Reply<RedisFinding> &reply);

    NovaHost &m_host;
    const QMap<QString, QString> m_overrides; ///< Neither flags nor variables change while it runs.
    std::shared_ptr<Mailbox> m_mailbox;       ///< Core thread.
    RedisTrial m_trial;
    bool m_trying = false;
};

} // namespace nova
