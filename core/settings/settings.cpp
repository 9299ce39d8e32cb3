#include "core/settings/settings.h"

#include "core/base/closest.h"
#include "core/settings/settings_table.h"
#include "core/yaml/yaml_tree.h"
#include "core/yaml/yaml_values.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QStringList namesOf(const std::vector<Setting> &table)
{
    QStringList names;
    for (const Setting &setting : table)
        names.append(setting.name);
    return names;
}

/// The values a node stands for: one of a scalar, all of a list of scalars; nothing for what is neither.
std::optional<QStringList> valuesOf(const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Scalar)
        return QStringList{QString::fromUtf8(node.value)};
    if (node.kind != YamlNode::Kind::Sequence)
        return std::nullopt;
    QStringList values;
    for (const YamlNode &child : node.children) {
        if (child.kind != YamlNode::Kind::Scalar)
            return std::nullopt;
        values.append(QString::fromUtf8(child.value));
    }
    return values;
}

Diagnostic finding(const YamlNode &where, const QString &code, const QString &message, const QString &path,
                   const QString &hint = {})
{
    return {Diagnostic::Severity::Error, code, message, hint, path, where.line, where.column};
}

QString didYouMean(const QString &meant)
{
    return meant.isEmpty() ? QString() : u"Did you mean «%1»?"_s.arg(meant);
}

QList<Diagnostic> readGroup(const QString &group, const YamlNode &node, const std::vector<Setting> &table)
{
    QList<Diagnostic> findings;
    QStringList seen;
    for (size_t i = 0; i < node.pairs(); ++i) {
        const YamlNode &key = node.key(i);
        const QString name = group + u'.' + QString::fromUtf8(key.value);
        const Setting *setting = findSetting(table, name);
        const auto values = valuesOf(node.mapped(i));
        if (!setting)
            findings.append(finding(key, u"unknown_key"_s, u"There is no setting %1."_s.arg(name), name,
                                    didYouMean(closest(name, namesOf(table)))));
        else if (seen.contains(name))
            findings.append(finding(key, u"duplicate_key"_s, u"%1 is set a second time."_s.arg(name), name));
        else if (!values || (node.mapped(i).kind == YamlNode::Kind::Sequence && !setting->isList()) ||
                 !setting->set(*values))
            findings.append(
                finding(node.mapped(i), u"value"_s, u"%1 has to be %2."_s.arg(name, setting->expects), name));
        seen.append(name);
    }
    return findings;
}

tl::unexpected<Error> invalid(const QString &file, const QList<Diagnostic> &findings)
{
    const Diagnostic &first = findings.first();
    const QString where = u"%1:%2:%3: "_s.arg(file).arg(first.line).arg(first.column);
    return failure(ErrorCode::InvalidInput,
                   where + first.message + (first.hint.isEmpty() ? QString() : u' ' + first.hint), file, findings);
}

} // namespace

Result<void> readSettings(const QByteArray &text, const QString &file, Settings &settings)
{
    const Result<YamlNode> root = parseYaml(text);
    if (!root)
        return invalid(file, root.error().diagnostics);
    if (root->kind == YamlNode::Kind::Null)
        return {};
    if (root->kind != YamlNode::Kind::Map)
        return invalid(file, {finding(*root, u"type"_s, u"The file has to be a mapping of groups of settings."_s, {})});

    const std::vector<Setting> table = settingsTable(settings);
    QStringList groups;
    for (const QString &name : namesOf(table))
        groups.append(name.section(u'.', 0, 0));
    QStringList seen;
    QList<Diagnostic> findings;
    for (size_t i = 0; i < root->pairs(); ++i) {
        const QString group = QString::fromUtf8(root->key(i).value);
        const YamlNode &value = root->mapped(i);
        if (!groups.contains(group))
            findings.append(finding(root->key(i), u"unknown_key"_s,
                                    u"There is no group of settings named %1."_s.arg(group), group,
                                    didYouMean(closest(group, groups))));
        else if (seen.contains(group))
            findings.append(
                finding(root->key(i), u"duplicate_key"_s, u"%1 is here a second time."_s.arg(group), group));
        else if (value.kind == YamlNode::Kind::Map)
            findings.append(readGroup(group, value, table));
        else if (value.kind != YamlNode::Kind::Null)
            findings.append(finding(value, u"type"_s, u"%1 has to be a mapping of settings."_s.arg(group), group));
        seen.append(group);
    }
    if (!findings.isEmpty())
        return invalid(file, findings);
    return {};
}

Result<void> readEnvironment(const QProcessEnvironment &environment, Settings &settings)
{
    const std::vector<Setting> table = settingsTable(settings);
    QStringList known, groups;
    for (const Setting &setting : table) {
        const QString variable = setting.variable();
        known.append(variable);
        groups.append(variable.section(u'_', 0, 1) + u'_');
        if (!environment.contains(variable))
            continue;
        const QString value = environment.value(variable);
        static const QRegularExpression comma(u"\\s*,\\s*"_s);
        const QStringList values =
            setting.isList() ? value.trimmed().split(comma, Qt::SkipEmptyParts) : QStringList{value};
        if (!setting.set(values))
            return failure(ErrorCode::InvalidInput,
                           u"The variable %1 is «%2»; it has to be %3."_s.arg(variable, value, setting.expects));
    }
    const QStringList variables = environment.keys();
    for (const QString &variable : variables) {
        const bool meant =
            std::any_of(groups.begin(), groups.end(), [&](const QString &group) { return variable.startsWith(group); });
        if (!meant || known.contains(variable))
            continue;
        const QString hint = closest(variable, known);
        return failure(ErrorCode::InvalidInput, u"The variable %1 names no setting."_s.arg(variable) +
                                                    (hint.isEmpty() ? QString() : u" Did you mean %1?"_s.arg(hint)));
    }
    return {};
}

} // namespace nova
