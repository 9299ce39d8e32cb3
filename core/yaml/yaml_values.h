#pragma once

#include <QByteArray>
#include <optional>

namespace nova
{

/// What `text` means as a boolean: true, false, yes, no, on, off in lower case, capitalised or upper case.
[[nodiscard]] std::optional<bool> yamlBoolean(const QByteArray &text);

} // namespace nova
