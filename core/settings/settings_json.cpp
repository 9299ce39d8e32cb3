#include "core/settings/settings_json.h"

#include <QJsonArray>
#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

std::optional<QStringList> textsIn(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        if (!text.isString())
            return std::nullopt;
        texts.append(text.toString());
    }
    return texts;
}

/// As Setting::set() takes it; nothing where the value is of another kind.
std::optional<QStringList> valuesFrom(const Setting &setting, const QJsonValue &value)
{
    switch (setting.kind) {
    case Setting::Kind::Switch:
        return value.isBool() ? std::optional(QStringList{value.toBool() ? u"true"_s : u"false"_s}) : std::nullopt;
    case Setting::Kind::Number: {
        const double number = value.toDouble(0.5); // What is no number is none of the whole ones.
        if (number != std::floor(number) || std::abs(number) > std::numeric_limits<int>::max())
            return std::nullopt;
        return QStringList{QString::number(int(number))};
    }
    case Setting::Kind::List:
        return textsIn(value);
    case Setting::Kind::Choice:
    case Setting::Kind::Text:
    case Setting::Kind::File:
        break;
    }
    return value.isString() ? std::optional(QStringList{value.toString()}) : std::nullopt;
}

} // namespace

QJsonValue settingJson(const Setting &setting, const QStringList &values)
{
    if (setting.isList())
        return QJsonArray::fromStringList(values);
    if (values.isEmpty())
        return QJsonValue::Null;
    switch (setting.kind) {
    case Setting::Kind::Switch:
        return values.first() == u"true";
    case Setting::Kind::Number:
        return values.first().toInt();
    default:
        return values.first();
    }
}

QString toString(Setting::Kind kind)
{
    switch (kind) {
    case Setting::Kind::Switch:
        return u"switch"_s;
    case Setting::Kind::Number:
        return u"number"_s;
    case Setting::Kind::Choice:
        return u"choice"_s;
    case Setting::Kind::Text:
        return u"text"_s;
    case Setting::Kind::List:
        return u"list"_s;
    case Setting::Kind::File:
        return u"file"_s;
    }
    return {};
}

Result<SettingChanges> changesFrom(const QJsonObject &patch, const SettingValues &inFile)
{
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    const SettingValues defaults = valuesOf({});
    SettingChanges changes;
    QList<Diagnostic> findings;
    for (auto wanted = patch.begin(); wanted != patch.end(); ++wanted) {
        const QString name = wanted.key();
        const Setting *setting = findSetting(table, name);
        if (!setting) {
            changes.append({name, {}}); // Is found to be unknown below.
        } else if (!wanted->isNull()) {
            if (const auto values = valuesFrom(*setting, *wanted))
                changes.append({name, *values});
            else
                findings.append({Diagnostic::Severity::Error,
                                 u"value"_s,
                                 u"%1 has to be %2."_s.arg(name, setting->expects),
                                 {},
                                 name});
        } else if (setting->kind != Setting::Kind::Switch || !defaults.value(name).isEmpty()) {
            changes.append({name, defaults.value(name)});
        } else if (!inFile.value(name).isEmpty()) {
            changes.append({name, {u"false"_s}}); // What has been said cannot be unsaid, and off means the same.
        }
    }
    if (const auto checked = checkChanges(changes); !checked)
        findings = checked.error().diagnostics + findings;
    if (!findings.isEmpty())
        return failure(ErrorCode::InvalidInput, findings.first().message, {}, findings);
    return changes;
}

} // namespace nova
