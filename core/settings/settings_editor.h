#pragma once

#include "core/settings/settings_table.h"

namespace nova
{

/// What one setting shall be.
struct SettingChange {
    QString name;   ///< "server.port"
    QStringList to; ///< As Setting::set() takes it.
    /// What the file said when that was asked for. Where it says something else by now, that is a conflict.
    std::optional<QStringList> from{};

    bool operator==(const SettingChange &) const = default;
};
using SettingChanges = QList<SettingChange>;

/// What is wrong with the values themselves; findings have the name of the setting as their path.
[[nodiscard]] Result<void> checkChanges(const SettingChanges &changes);

/// Changes settings in the text of nova.yaml, in place: every byte that has nothing to do with the change is as it was.
/// A group or key that is missing is added; one that is missing and would say what holds without it is not. The result
/// has been read again and says exactly what it said before but for the changes.
///
/// A value that cannot be is ErrorCode::InvalidInput; a text with errors, one that says something else than `from`
/// (finding `changed_meanwhile`), and a way of writing that leaves no safe place (`not_editable`) are
/// ErrorCode::Conflict. Pure.
[[nodiscard]] Result<QByteArray> withSettings(const QByteArray &text, const SettingChanges &changes);

} // namespace nova
