#include "core/base/json_fields.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr double greatestWhole = 9'007'199'254'740'992; ///< 2^53: up to here JSON's numbers count exactly.

bool isWhole(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble(NAN);
    return number >= least && number <= most && std::floor(number) == number;
}

} // namespace

JsonFields::JsonFields(QJsonObject object, QString &problem, QString path)
    : m_object(std::move(object))
    , m_problem(problem)
    , m_path(std::move(path))
{
}

QString JsonFields::pathOf(QLatin1StringView name) const
{
    return m_path + name;
}

void JsonFields::wrong(QLatin1StringView name, const QString &expected) const
{
    if (m_problem.isEmpty())
        m_problem = u"«%1» has to be %2."_s.arg(pathOf(name), expected);
}

bool JsonFields::has(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString JsonFields::text(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString())
        wrong(name, u"a text"_s);
    return value.toString();
}

bool JsonFields::flag(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        wrong(name, u"true or false"_s);
    return value.toBool();
}

double JsonFields::real(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isDouble())
        wrong(name, u"a number"_s);
    return value.toDouble();
}

qint64 JsonFields::count(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (isWhole(value, 0, greatestWhole))
        return value.toInteger();
    wrong(name, u"a whole number"_s);
    return 0;
}

int JsonFields::number(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (isWhole(value, INT32_MIN, INT32_MAX))
        return value.toInt();
    wrong(name, u"a whole number"_s);
    return 0;
}

QDateTime JsonFields::time(QLatin1StringView name) const
{
    const QString written = text(name);
    const QDateTime when = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (!when.isValid() && !written.isEmpty())
        wrong(name, u"a time"_s);
    return when.toUTC();
}

QStringList JsonFields::texts(QLatin1StringView name) const
{
    QStringList list;
    const QJsonArray values = array(name);
    for (const QJsonValue &value : values) {
        if (!value.isString())
            wrong(name, u"a list of texts"_s);
        list.append(value.toString());
    }
    return list;
}

JsonFields JsonFields::object(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        wrong(name, u"an object"_s);
    return {value.toObject(), m_problem, pathOf(name) + u'.'};
}

QJsonArray JsonFields::array(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray())
        wrong(name, u"a list"_s);
    return value.toArray();
}

QString JsonFields::textOr(QLatin1StringView name, const QString &otherwise) const
{
    return has(name) ? text(name) : otherwise;
}

int JsonFields::numberOr(QLatin1StringView name, int otherwise) const
{
    return has(name) ? number(name) : otherwise;
}

double JsonFields::realOr(QLatin1StringView name, double otherwise) const
{
    return has(name) ? real(name) : otherwise;
}

QDateTime JsonFields::timeOrNone(QLatin1StringView name) const
{
    return has(name) ? time(name) : QDateTime();
}

void JsonFields::each(QLatin1StringView name, const std::function<void(const JsonFields &)> &read) const
{
    const QJsonArray values = array(name);
    for (qsizetype i = 0; i < values.size() && m_problem.isEmpty(); ++i) {
        if (!values.at(i).isObject())
            wrong(name, u"a list of objects"_s);
        read({values.at(i).toObject(), m_problem, u"%1[%2]."_s.arg(pathOf(name)).arg(i)});
    }
}

} // namespace nova
