#include "core/settings/settings_editor.h"

#include "core/settings/setting_texts.h"
#include "core/yaml/yaml_compare.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// A text of nova.yaml and what it says.
struct SettingsText {
    QByteArray bytes;
    YamlNode root;
    SettingValues values;
};

Result<SettingsText> readText(const QByteArray &bytes)
{
    Settings settings;
    if (const auto read = readSettings(bytes, u"nova.yaml"_s, settings); !read) {
        const QList<Diagnostic> &found = read.error().diagnostics;
        return failure(
            ErrorCode::Conflict,
            u"The file has errors, and can be changed here when they are mended. Line %1: %2"_s.arg(found.first().line)
                .arg(found.first().message),
            {}, found);
    }
    return SettingsText{bytes, *parseYaml(bytes), valuesOf(settings)};
}

tl::unexpected<Error> refused(ErrorCode code, const QString &setting, const QString &kind, const QString &message,
                              const QString &hint = {})
{
    return failure(code, message, {}, {{Diagnostic::Severity::Error, kind, message, hint, setting}});
}

QString wordsOf(const QStringList &values)
{
    return values.isEmpty() ? u"nothing"_s : values.join(u", "_s);
}

bool isWritten(const YamlNode &root, const Setting &setting)
{
    const auto group = yaml::pairOf(root, setting.group());
    return group && root.mapped(*group).kind == YamlNode::Kind::Map &&
           yaml::pairOf(root.mapped(*group), setting.key()).has_value();
}

/// Whether the two texts are the same but for this setting, and for what has to be there to write it.
bool differsInThisOnly(const YamlNode &before, const YamlNode &after, const Setting &setting)
{
    const bool hadGroup = yaml::pairOf(before, setting.group()).has_value();
    const QStringList path = hadGroup ? QStringList{setting.group(), setting.key()} : QStringList{setting.group()};
    if (!yaml::TreeComparison().sameExcept(before, after, path))
        return false;
    const auto group = yaml::pairOf(after, setting.group());
    return group && isWritten(after, setting) && (hadGroup || after.mapped(*group).pairs() == 1);
}

Result<SettingsText> withSetting(const SettingsText &before, const Setting &setting, const QStringList &values)
{
    SettingValues wanted = before.values;
    wanted[setting.name] = values;
    const yaml::Candidates candidates = textsWith(before.bytes, before.root, setting, values);
    for (const QByteArray &candidate : candidates) {
        auto after = readText(candidate);
        if (after && after->values == wanted && differsInThisOnly(before.root, after->root, setting))
            return after;
    }
    return refused(ErrorCode::Conflict, setting.name, u"not_editable"_s,
                   u"%1 cannot be changed without rewriting more of the file: something else refers to it by an "
                   "anchor, a comment stands inside it, or it is written in an unusual way."_s.arg(setting.name),
                   u"Change it in the file."_s);
}

} // namespace

Result<void> checkChanges(const SettingChanges &changes)
{
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    QList<Diagnostic> findings;
    for (const SettingChange &change : changes) {
        const Setting *setting = findSetting(table, change.name);
        if (!setting)
            findings.append({Diagnostic::Severity::Error,
                             u"unknown_key"_s,
                             u"There is no setting %1."_s.arg(change.name),
                             {},
                             change.name});
        else if (!setting->set(change.to))
            findings.append({Diagnostic::Severity::Error,
                             u"value"_s,
                             u"%1 has to be %2."_s.arg(change.name, setting->expects),
                             {},
                             change.name});
    }
    if (!findings.isEmpty())
        return failure(ErrorCode::InvalidInput, findings.first().message, {}, findings);
    return {};
}

Result<QByteArray> withSettings(const QByteArray &text, const SettingChanges &changes)
{
    if (const auto checked = checkChanges(changes); !checked)
        return tl::unexpected(checked.error());
    auto now = readText(text);
    if (!now)
        return tl::unexpected(now.error());
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    for (const SettingChange &change : changes) {
        const Setting &setting = *findSetting(table, change.name);
        (void)setting.set(change.to);
        const QStringList wanted = setting.get(); // As it is read back: «yes» is true, 007 is 7.
        const QStringList present = now->values.value(change.name);
        if (present == wanted)
            continue;
        if (change.from && present != *change.from)
            return refused(ErrorCode::Conflict, change.name, u"changed_meanwhile"_s,
                           u"%1 was changed in the file meanwhile: it is %2 now."_s.arg(
                               change.name, setting.secret ? u"another one"_s : wordsOf(present)));
        auto next = withSetting(*now, setting, wanted);
        if (!next)
            return tl::unexpected(next.error());
        now = std::move(next);
    }
    return now->bytes;
}

} // namespace nova
