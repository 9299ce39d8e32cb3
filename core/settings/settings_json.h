#pragma once

#include "core/settings/settings_editor.h"

#include <QJsonObject>

namespace nova
{

/// The values of a setting as JSON of its kind: boolean, whole number, list of texts, or text; null where nothing has
/// been said. Pure.
[[nodiscard]] QJsonValue settingJson(const Setting &setting, const QStringList &values);

/// "switch", "number", "choice", "text", "list" or "file".
[[nodiscard]] QString toString(Setting::Kind kind);

/// The changes that a merge patch asks for: values by the names of settings, null for the default. `inFile` is what the
/// file says now. What cannot be is ErrorCode::InvalidInput, with a finding for each setting. Pure.
[[nodiscard]] Result<SettingChanges> changesFrom(const QJsonObject &patch, const SettingValues &inFile);

} // namespace nova
