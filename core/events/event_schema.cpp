#include "core/events/event_schema.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

struct FieldRule {
    QLatin1StringView name;
    QJsonValue::Type kind;
    bool required;
};

QString kindName(QJsonValue::Type kind)
{
    switch (kind) {
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

const QList<FieldRule> &rulesFor(EventType type)
{
    static const QList<FieldRule> toggled{{"name"_L1, QJsonValue::String, true},
                                          {"enabled"_L1, QJsonValue::Bool, true},
                                          {"revision"_L1, QJsonValue::String, false},
                                          {"origin"_L1, QJsonValue::String, false}};
    static const QList<FieldRule> prompt{{"path"_L1, QJsonValue::String, true},
                                         {"revision"_L1, QJsonValue::String, true},
                                         {"bytes"_L1, QJsonValue::Double, false},
                                         {"lines"_L1, QJsonValue::Double, false},
                                         {"content"_L1, QJsonValue::String, false}};
    static const QList<FieldRule> validated{
        {"file"_L1, QJsonValue::String, true},     {"valid"_L1, QJsonValue::Bool, true},
        {"applied"_L1, QJsonValue::Bool, false},   {"errors"_L1, QJsonValue::Array, false},
        {"warnings"_L1, QJsonValue::Array, false}, {"changes"_L1, QJsonValue::Array, false}};
    static const QList<FieldRule> health{{"overall"_L1, QJsonValue::String, true},
                                         {"servers"_L1, QJsonValue::Array, false}};
    static const QList<FieldRule> task{{"counts"_L1, QJsonValue::Object, false},
                                       {"task"_L1, QJsonValue::Object, false}};
    switch (type) {
    case EventType::McpToggled:
        return toggled;
    case EventType::PromptUpdated:
        return prompt;
    case EventType::ConfigValidated:
        return validated;
    case EventType::SystemHealth:
        return health;
    case EventType::TaskUpdated:
        break;
    }
    return task;
}

Diagnostic finding(const QString &path, const QString &message)
{
    return {Diagnostic::Severity::Error, u"event_data"_s, message, {}, path};
}

void checkTask(const QJsonObject &data, QList<Diagnostic> &findings)
{
    if (data.contains(u"counts") == data.contains(u"task")) {
        findings.append(finding({}, u"The data holds either «counts» or «task»."_s));
        return;
    }
    const QJsonObject counts = data[u"counts"].toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        const double value = count.value().toDouble(-1);
        if (value < 0 || value != std::floor(value))
            findings.append(
                finding(u"counts."_s + count.key(), u"counts.%1 has to be a whole number."_s.arg(count.key())));
    }
    const QJsonObject task = data[u"task"].toObject();
    for (const QString &field : {u"id"_s, u"status"_s}) {
        if (data.contains(u"task") && task[field].toString().isEmpty())
            findings.append(finding(u"task."_s + field, u"task.%1 has to be a text."_s.arg(field)));
    }
}

} // namespace

QList<Diagnostic> checkEventData(EventType type, const QJsonObject &data)
{
    QList<Diagnostic> findings;
    for (const FieldRule &rule : rulesFor(type)) {
        const QJsonValue value = data[rule.name];
        if (value.isUndefined() && rule.required)
            findings.append(finding(rule.name, u"«%1» is missing."_s.arg(rule.name)));
        else if (!value.isUndefined() && value.type() != rule.kind)
            findings.append(finding(rule.name, u"«%1» has to be %2."_s.arg(rule.name, kindName(rule.kind))));
    }
    if (type == EventType::TaskUpdated && findings.isEmpty())
        checkTask(data, findings);
    return findings;
}

} // namespace nova
