#pragma once

#include "app/desktop/viewmodels/settings_host.h"

namespace nova::test
{

/// Settings without a program: a test says what is set, and answers when it wants to.
class FakeSettings : public SettingsHost
{
    Q_OBJECT

public:
    struct Asked {
        SettingChanges changes;
        Reply<void> reply;
    };

    [[nodiscard]] SettingValues inFile() const override { return valuesOf(settings); }
    [[nodiscard]] SettingValues inForce() const override { return valuesOf(settings); }
    [[nodiscard]] QMap<QString, QString> overrides() const override { return overridden; }
    [[nodiscard]] DocumentStatus file() const override { return status; }
    [[nodiscard]] QString problem() const override { return trouble; }
    void apply(const SettingChanges &changes, const Reply<void> &reply) override { asked.append({changes, reply}); }
    [[nodiscard]] Web web() const override { return served; }
    void makeLink(const Reply<QString> &reply) override { links.append(reply); }
    [[nodiscard]] Result<QString> token() const override { return QStringLiteral("t0ken"); }
    void testRedis(const QString &url, const Reply<QString> &reply) override { tests.append({url, reply}); }
    [[nodiscard]] bool autostart() const override { return starts; }
    [[nodiscard]] Result<void> setAutostart(bool on) override
    {
        if (!startable)
            return failure(ErrorCode::PermissionDenied, QStringLiteral("The file cannot be written."));
        starts = on;
        return {};
    }

    /// Does what a host does for changes that work.
    void accept(const Asked &change)
    {
        const auto table = settingsTable(settings);
        for (const SettingChange &one : change.changes)
            (void)findSetting(table, one.name)->set(one.to);
        Q_EMIT changed();
        change.reply({});
    }

    Settings settings;
    QMap<QString, QString> overridden;
    DocumentStatus status;
    QString trouble;
    Web served;
    bool starts = false;
    bool startable = true;
    QList<Asked> asked;
    QList<Reply<QString>> links;
    QList<std::pair<QString, Reply<QString>>> tests;
};

} // namespace nova::test
