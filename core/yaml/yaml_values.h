#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace nova
{

/// What `text` means as a boolean: true, false, yes, no, on, off in lower case, capitalised or upper case.
[[nodiscard]] std::optional<bool> yamlBoolean(const QByteArray &text);

/// The characters of a value or key, all of them: QString::fromUtf8() drops a byte order mark at the start.
[[nodiscard]] QString yamlString(const QByteArray &utf8);

} // namespace nova
