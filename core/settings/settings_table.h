#pragma once

#include "core/settings/settings.h"

#include <QMap>
#include <functional>
#include <vector>

namespace nova
{

/// One setting: its name, what it may be, where it goes, and what people are told of it. The file, the environment, the
/// flags and the settings page all use this.
struct Setting {
    enum class Kind { Switch, Number, Choice, Text, List, File };

    QString name;    ///< "server.port"
    QString expects; ///< "a whole number from 0 to 65535"
    Kind kind = Kind::Text;
    /// Takes the value; false where it is not what is expected.
    std::function<bool(const QStringList &)> set;
    /// The value as set() takes it: one text, or those of a list. None at all where nothing has been said.
    std::function<QStringList()> get;
    const char *title = "";       ///< "Port"; to be translated in the context "Settings", as is the next.
    const char *description = ""; ///< One sentence or less.
    int least = 0;                ///< Of a number.
    int most = 0;
    QStringList choices{};
    bool secret = false; ///< There may be a password in it.
    bool local = false;  ///< It says what Nova runs on this machine: nobody changes it from elsewhere.

    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    [[nodiscard]] QString group() const { return name.section(u'.', 0, 0); }
    [[nodiscard]] QString key() const { return name.section(u'.', 1); }
    [[nodiscard]] QString variable() const; ///< "NOVA_SERVER_PORT"
};

/// The table of all settings, bound to `settings`, which must outlive it.
[[nodiscard]] std::vector<Setting> settingsTable(Settings &settings);

[[nodiscard]] const Setting *findSetting(const std::vector<Setting> &table, const QString &name);

/// What all settings are, by name.
using SettingValues = QMap<QString, QStringList>;
[[nodiscard]] SettingValues valuesOf(Settings settings);

} // namespace nova
