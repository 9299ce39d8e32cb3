#include "core/settings/settings_document.h"

using namespace Qt::StringLiterals;

namespace nova
{

InterpretationPtr interpretSettings(const QByteArray &text)
{
    auto meaning = std::make_shared<SettingsMeaning>();
    Settings settings;
    if (const auto read = readSettings(text, u"nova.yaml"_s, settings); !read)
        meaning->errors = read.error().diagnostics;
    else
        meaning->settings = settings;
    return meaning;
}

TextEdit settingsEdit(SettingChanges changes)
{
    return [changes = std::move(changes)](const DocumentText &base) {
        return withSettings(base.bytes, changes).map([](const QByteArray &bytes) { return EditedText(bytes); });
    };
}

} // namespace nova
