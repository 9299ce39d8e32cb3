#pragma once

#include "core/settings/settings_table.h"

namespace nova
{

/// Settings in words: as the settings page shows and takes them.

/// "Appearance and tray"
[[nodiscard]] QString groupWords(const QString &group);
/// What one of a few is called: "As the desktop" for "system".
[[nodiscard]] QString choiceWords(const QString &setting, const QString &choice);

/// A value as one text: a list with commas, a command as in a terminal.
[[nodiscard]] QString textOf(const Setting &setting, const QStringList &values);
[[nodiscard]] QStringList valuesFrom(const Setting &setting, const QString &text);

/// The same for the eyes: "on", "empty", without a password.
[[nodiscard]] QString shownText(const Setting &setting, const QStringList &values);

/// What a value has to be, as a sentence.
[[nodiscard]] QString expectationWords(const Setting &setting);

} // namespace nova
