#include "core/settings/settings.h"

#include "core/base/closest.h"
#include "core/redis/redis_address.h"
#include "core/yaml/yaml_tree.h"
#include "core/yaml/yaml_values.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

template <typename Number>
Setting number(const QString &name, Number &target, int least, int most)
{
    const auto set = [&target, least, most](const QStringList &values) {
        bool isNumber = false;
        const int value = values.value(0).toInt(&isNumber);
        if (values.size() != 1 || !isNumber || value < least || value > most)
            return false;
        target = Number(value);
        return true;
    };
    return {name, u"a whole number from %1 to %2"_s.arg(least).arg(most), false, set};
}

template <typename Bool>
Setting flag(const QString &name, Bool &target)
{
    const auto set = [&target](const QStringList &values) {
        const auto value = values.size() == 1 ? yamlBoolean(values.first().toUtf8()) : std::nullopt;
        if (value)
            target = *value;
        return value.has_value();
    };
    return {name, u"true or false"_s, false, set};
}

Setting text(const QString &name, QString &target, const QString &expects)
{
    const auto set = [&target](const QStringList &values) {
        if (values.size() != 1 || values.first().isEmpty())
            return false;
        target = values.first();
        return true;
    };
    return {name, expects, false, set};
}

Setting path(const QString &name, QString &target, const QString &expects)
{
    const auto set = [&target](const QStringList &values) {
        target = values.value(0);
        return values.size() == 1;
    };
    return {name, expects, false, set};
}

Setting list(const QString &name, QStringList &target, const QString &expects)
{
    return {name, expects, true, [&target](const QStringList &values) {
                target = values;
                return true;
            }};
}

template <typename Value>
Setting choice(const QString &name, Value &target, const QList<std::pair<QString, Value>> &choices)
{
    QStringList words;
    for (const auto &[word, value] : choices)
        words.append(word);
    const auto set = [&target, choices](const QStringList &values) {
        for (const auto &[word, value] : choices) {
            if (values.size() == 1 && values.first() == word) {
                target = value;
                return true;
            }
        }
        return false;
    };
    return {name, u"one of "_s + words.join(u", "_s), false, set};
}

QString variableFor(const QString &name)
{
    return u"NOVA_"_s + QString(name).replace(u'.', u'_').toUpper();
}

QStringList namesOf(const std::vector<Setting> &table)
{
    QStringList names;
    for (const Setting &setting : table)
        names.append(setting.name);
    return names;
}

const Setting *find(const std::vector<Setting> &table, const QString &name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Setting &setting) { return setting.name == name; });
    return found == table.end() ? nullptr : &*found;
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
        const Setting *setting = find(table, name);
        const auto values = valuesOf(node.mapped(i));
        if (!setting)
            findings.append(finding(key, u"unknown_key"_s, u"There is no setting %1."_s.arg(name), name,
                                    didYouMean(closest(name, namesOf(table)))));
        else if (seen.contains(name))
            findings.append(finding(key, u"duplicate_key"_s, u"%1 is set a second time."_s.arg(name), name));
        else if (!values || (node.mapped(i).kind == YamlNode::Kind::Sequence && !setting->isList) ||
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

std::vector<Setting> settingsTable(Settings &settings)
{
    auto &[server, redis, watch, health, restart, backups, log, desktop] = settings;
    return {
        flag(u"server.enabled"_s, server.enabled),
        text(u"server.host"_s, server.host, u"an IP address of this machine, or localhost"_s),
        number(u"server.port"_s, server.port, 0, 65535),
        list(u"server.allowed_hosts"_s, server.allowedHosts, u"a list of host names"_s),
        list(u"server.allowed_origins"_s, server.allowedOrigins, u"a list of origins"_s),
        path(u"server.tls_certificate"_s, server.tlsCertificate, u"empty, or a PEM file"_s),
        path(u"server.tls_key"_s, server.tlsKey, u"empty, or a PEM file"_s),
        number(u"server.max_clients"_s, server.maxClients, 1, 1'000'000),
        number(u"server.max_clients_per_address"_s, server.maxClientsPerAddress, 0, 1'000'000),
        {u"redis.url"_s, u"empty, or redis://[user:password@]host[:port][/database], or unix:///path"_s, false,
         [&target = redis.url](const QStringList &values) {
             target = values.value(0);
             return values.size() == 1 && (target.isEmpty() || parseRedisUrl(target));
         }},
        {u"redis.channel"_s, u"the name of a channel, 1 to 200 characters"_s, false,
         [&target = redis.channel](const QStringList &values) {
             target = values.value(0);
             return values.size() == 1 && !target.isEmpty() && target.size() <= 200;
         }},
        number(u"watch.window_ms"_s, watch.windowMs, 10, 10'000),
        flag(u"watch.polling"_s, watch.polling),
        number(u"health.interval_s"_s, health.intervalSeconds, 0, 86400),
        number(u"health.timeout_s"_s, health.timeoutSeconds, 1, 300),
        number(u"health.failures_before_down"_s, health.failuresBeforeDown, 1, 100),
        number(u"health.max_concurrent"_s, health.maxConcurrent, 1, 1000),
        list(u"restart.allowed_services"_s, restart.allowedServices, u"a list of names of services"_s),
        list(u"restart.command"_s, restart.command, u"a list: a program and its first arguments"_s),
        path(u"restart.compose_file"_s, restart.composeFile, u"empty, or a file of docker compose"_s),
        number(u"backups.keep"_s, backups.keep, 1, 10'000),
        choice<LogLevel>(u"log.level"_s, log.level,
                         {{u"debug"_s, LogLevel::Debug},
                          {u"info"_s, LogLevel::Info},
                          {u"warning"_s, LogLevel::Warning},
                          {u"error"_s, LogLevel::Error}}),
        choice<LogFormat>(u"log.format"_s, log.format,
                          {{u"json"_s, LogFormat::Json}, {u"console"_s, LogFormat::Console}}),
        flag(u"desktop.notifications"_s, desktop.notifications),
        flag(u"desktop.health_alerts"_s, desktop.healthAlerts),
        list(u"desktop.muted_servers"_s, desktop.mutedServers, u"a list of names of servers"_s),
        flag(u"desktop.start_in_tray"_s, desktop.startInTray),
        choice<QString>(u"desktop.theme"_s, desktop.theme,
                        {{u"system"_s, u"system"_s}, {u"light"_s, u"light"_s}, {u"dark"_s, u"dark"_s}}),
    };
}

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
        const QString variable = variableFor(setting.name);
        known.append(variable);
        groups.append(variable.section(u'_', 0, 1) + u'_');
        if (!environment.contains(variable))
            continue;
        const QString value = environment.value(variable);
        static const QRegularExpression comma(u"\\s*,\\s*"_s);
        const QStringList values =
            setting.isList ? value.trimmed().split(comma, Qt::SkipEmptyParts) : QStringList{value};
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
