#pragma once

#include "app/desktop/autostart.h"
#include "app/desktop/viewmodels/settings_host.h"
#include "app/host/nova_host.h"
#include "core/redis/redis_trial.h"

namespace nova
{

/// The settings page's way to the program it is part of. UI thread; the host outlives it.
class HostSettings final : public SettingsHost
{
    Q_OBJECT

public:
    /// `autostartFolder`: where it is not the user's own.
    explicit HostSettings(NovaHost &host, const QString &autostartFolder = {});
    ~HostSettings() override;

    [[nodiscard]] SettingValues inFile() const override { return valuesOf(m_host.settingsInFile()); }
    [[nodiscard]] SettingValues inForce() const override { return valuesOf(m_host.settings()); }
    [[nodiscard]] QMap<QString, QString> overrides() const override { return m_overrides; }
    [[nodiscard]] DocumentStatus file() const override { return m_host.settingsFile(); }
    [[nodiscard]] QString problem() const override { return m_host.settingsProblem(); }
    void apply(const SettingChanges &changes, const Reply<void> &reply) override;
    [[nodiscard]] Web web() const override;
    void makeLink(const Reply<QString> &reply) override;
    [[nodiscard]] Result<QString> token() const override;
    void testRedis(const QString &url, const Reply<QString> &reply) override;
    [[nodiscard]] bool autostart() const override { return m_autostart.isOn(); }
    [[nodiscard]] Result<void> setAutostart(bool on) override;

private:
    NovaHost &m_host;
    const QMap<QString, QString> m_overrides; ///< Neither flags nor variables change while it runs.
    Autostart m_autostart;
    RedisTrial m_trial;
};

} // namespace nova
