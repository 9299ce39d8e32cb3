#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace nova
{

/// A text of the catalog with its `${NAME}`s filled in from the environment.
struct Expanded {
    QString text;
    QStringList values;  ///< Those that were filled in.
    QStringList missing; ///< Variables that are not set, or are empty.
};

/// Fills in `${NAME}`; every other `$` stays as it is. What is filled in is not looked at again. Pure.
[[nodiscard]] Expanded expandVariables(const QString &text, const QProcessEnvironment &environment);

} // namespace nova
