#pragma once

#include <QJsonObject>
#include <QString>

namespace nova
{

/// One line on the standard output.
void print(const QString &line);
/// The same as compact JSON, for scripts.
void print(const QJsonObject &object);

} // namespace nova
