#pragma once

#include <QStringList>

namespace nova
{

/// The revisions of the Model Context Protocol that Nova speaks. "Modern" ones say version and capabilities in every
/// request (2026-07-28, basic/versioning); "legacy" ones begin with `initialize`.
[[nodiscard]] inline QString modernVersion()
{
    return QStringLiteral("2026-07-28");
}
[[nodiscard]] inline QStringList legacyVersions()
{
    return {QStringLiteral("2025-11-25"), QStringLiteral("2025-06-18"), QStringLiteral("2025-03-26"),
            QStringLiteral("2024-11-05")};
}

} // namespace nova
