#pragma once

#include <QStringList>

namespace nova
{

/// The one of `known` that `name` was most likely meant to be (by edit distance), or an empty string.
[[nodiscard]] QString closest(const QString &name, const QStringList &known);

} // namespace nova
