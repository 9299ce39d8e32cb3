#pragma once

#include "core/base/caller.h"
#include "core/base/reply.h"
#include "core/documents/document.h"
#include "core/settings/settings_table.h"

#include <QJsonObject>

namespace nova
{

/// The settings of a running Nova as of one moment. No password is in it: see secretMask.
struct SettingsView {
    DocumentStatus file;
    QString problem;      ///< Why what the file says is not in force; empty where it is.
    SettingValues inFile; ///< With the defaults of what it does not say.
    SettingValues inForce;
    QMap<QString, QString> overrides; ///< What decides instead of the file: "NOVA_SERVER_PORT", "--port".
    QString address;                  ///< Where the web side listens; empty while it does not.
};

/// Stands in place of a password, in both directions: whoever sends it back means the password as it is.
inline constexpr QStringView secretMask = u"***";

/// Change settings as a merge patch: `values` as JSON by the names of the settings, null for the default.
struct ChangeSettingsCommand {
    QJsonObject values;
    std::optional<QString> ifMatch; ///< The revision of nova.yaml that the caller has seen.
};

/// What a try of a Redis came to, in a sentence.
struct RedisFinding {
    bool works = false;
    QString finding;
};

/// The settings of a running Nova for those who are not part of it. Implemented by the program over its host. May be
/// called from any thread; outlives those who call it.
class SettingsService
{
public:
    virtual ~SettingsService() = default;

    virtual void read(Reply<SettingsView> reply) = 0;
    /// Puts all changes in force and into the file, or none; answers with the settings after it. A value that cannot be
    /// is InvalidInput, a setting that the file does not decide is a Conflict; findings have its name as their path.
    virtual void change(ChangeSettingsCommand command, Caller caller, Reply<SettingsView> reply) = 0;
    /// Tries an address of Redis without saving it, within seconds. One at a time; another meanwhile is a Conflict.
    virtual void testRedis(QString url, Reply<RedisFinding> reply) = 0;
};

} // namespace nova
