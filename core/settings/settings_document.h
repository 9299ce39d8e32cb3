#pragma once

#include "core/documents/document_text.h"
#include "core/settings/settings_editor.h"

namespace nova
{

/// What a text of nova.yaml means: the settings with what it says, and everything else as by default.
struct SettingsMeaning : Interpretation {
    Settings settings;
};

/// Reads nova.yaml for a Document.
[[nodiscard]] InterpretationPtr interpretSettings(const QByteArray &text);

/// The edit of such a document that makes `changes`, on whatever the file holds by then.
[[nodiscard]] TextEdit settingsEdit(SettingChanges changes);

} // namespace nova
