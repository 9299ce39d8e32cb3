#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <functional>

namespace nova
{

/// A JSON object that somebody sent us, read field by field: strict about types, deaf to fields that are not asked for.
/// The first thing that is not as it has to be becomes the problem, with its place ("catalog.servers[2].url"); what is
/// read after that means nothing.
class JsonFields
{
public:
    /// `problem` outlives it, and is empty as long as all is well.
    JsonFields(QJsonObject object, QString &problem, QString path = {});

    /// Whether there is such a field, and it is not null.
    [[nodiscard]] bool has(QLatin1StringView name) const;

    [[nodiscard]] QString text(QLatin1StringView name) const;
    [[nodiscard]] bool flag(QLatin1StringView name) const;
    [[nodiscard]] double real(QLatin1StringView name) const;
    /// A whole number that is not negative.
    [[nodiscard]] qint64 count(QLatin1StringView name) const;
    [[nodiscard]] int number(QLatin1StringView name) const;
    [[nodiscard]] QDateTime time(QLatin1StringView name) const;
    [[nodiscard]] QStringList texts(QLatin1StringView name) const;
    [[nodiscard]] JsonFields object(QLatin1StringView name) const;

    /// The same where the field may be missing or null.
    [[nodiscard]] QString textOr(QLatin1StringView name, const QString &otherwise = {}) const;
    [[nodiscard]] int numberOr(QLatin1StringView name, int otherwise) const;
    [[nodiscard]] double realOr(QLatin1StringView name, double otherwise) const;
    [[nodiscard]] QDateTime timeOrNone(QLatin1StringView name) const;

    /// Each element of a list of objects.
    void each(QLatin1StringView name, const std::function<void(const JsonFields &)> &read) const;
    [[nodiscard]] QJsonArray array(QLatin1StringView name) const;

    [[nodiscard]] const QJsonObject &json() const { return m_object; }
    /// Notes that a field is not as it has to be: `expected` goes on «has to be …».
    void wrong(QLatin1StringView name, const QString &expected) const;

private:
    [[nodiscard]] QString pathOf(QLatin1StringView name) const;

    QJsonObject m_object;
    QString &m_problem;
    QString m_path; ///< Of the object itself; with a dot behind it where it is not empty.
};

/// What a JSON object says, or what is wrong with it. For each kind of value there is a function
/// `read(const JsonFields &, T &)`.
template <typename T>
[[nodiscard]] Result<T> fromJson(const QJsonObject &object)
{
    QString problem;
    T value;
    read(JsonFields(object, problem), value);
    if (!problem.isEmpty())
        return failure(ErrorCode::Io, problem);
    return value;
}

} // namespace nova
