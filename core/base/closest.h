#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace nova
{

/// The one of `known` that `name` was most likely meant to be (by edit distance), or an empty string.
[[nodiscard]] QString closest(const QString &name, const QStringList &known);

/// An error about a name that there is not, with the one that was meant, or with those there are where they are few.
/// Other errors stay as they are.
[[nodiscard]] Error withSuggestion(Error error, const QString &name, const QStringList &known);

} // namespace nova
