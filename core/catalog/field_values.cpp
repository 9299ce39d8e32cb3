#include "core/catalog/field_values.h"

#include "core/base/closest.h"
#include "core/catalog/server_entry.h"
#include "core/yaml/yaml_compare.h"
#include "core/yaml/yaml_values.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// What a field has to be made of, for people; empty where `value` is that.
QString expectedKind(const QString &field, const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (field == u"enabled")
        return value.isBool() ? QString() : u"true or false"_s;
    if (field == u"interval_s" || field == u"timeout_s")
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble()) ? QString() : u"a whole number"_s;
    if (field != u"headers")
        return value.isString() ? QString() : u"a text"_s;
    const QJsonObject headers = value.toObject();
    const bool texts = std::all_of(headers.begin(), headers.end(),
                                   [](const QJsonValue &header) { return header.isString() || header.isNull(); });
    return value.isObject() && texts ? QString() : u"an object of texts"_s;
}

} // namespace

QList<Diagnostic> checkFields(const QString &server, const QJsonObject &fields)
{
    QList<Diagnostic> findings;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString path = server + u'.' + field.key();
        if (!serverFields().contains(field.key())) {
            const QString meant = closest(field.key(), serverFields());
            findings.append({Diagnostic::Severity::Error, u"unknown_key"_s,
                             u"«%1» is not a field of a server."_s.arg(field.key()),
                             meant.isEmpty() ? QString() : u"Did you mean «%1»?"_s.arg(meant), path});
        } else if (const QString kind = expectedKind(field.key(), field.value()); !kind.isEmpty()) {
            findings.append({Diagnostic::Severity::Error, u"type"_s, u"%1 has to be %2."_s.arg(path, kind), {}, path});
        }
    }
    return findings;
}

bool represents(const YamlNode &node, const QJsonValue &value)
{
    bool isNumber = false;
    switch (value.type()) {
    case QJsonValue::Bool:
        return node.kind == YamlNode::Kind::Scalar && node.tag != "!" && yamlBoolean(node.value) == value.toBool();
    case QJsonValue::Double:
        return node.isPlainScalar() && node.value.toDouble(&isNumber) == value.toDouble() && isNumber;
    case QJsonValue::String:
        return node.kind == YamlNode::Kind::Scalar && yamlString(node.value) == value.toString();
    case QJsonValue::Object: {
        size_t members = 0;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.value().isNull())
                continue;
            const auto pair = yaml::pairOf(node, member.key());
            if (!pair || !represents(node.mapped(*pair), member.value()))
                return false;
            ++members;
        }
        return node.kind == YamlNode::Kind::Map && node.pairs() == members;
    }
    default:
        return false;
    }
}

} // namespace nova
