#pragma once

#include <QString>
#include <QStringList>

namespace nova
{

/// Which services may be restarted, and how. Settings: `restart.allowed_services`, `restart.command`,
/// `restart.compose_file`.
struct RestartRules {
    QStringList allowedServices;
    QStringList command; ///< Instead of docker compose: program and first arguments. Empty: whichever compose there is.
    QString composeFile; ///< Absolute; empty: none named (compose finds its own in `folder`).
    QString folder;      ///< Absolute: where it runs when no compose file is named.
};

} // namespace nova
