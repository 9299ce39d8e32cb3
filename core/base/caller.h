#pragma once

#include <QString>

namespace nova
{

/// Where a change came from, as events and logs say it.
enum class Origin {
    Ui,     ///< The desktop window or tray of this process.
    Api,    ///< HTTP: web page, script, command line.
    File,   ///< Somebody saved the file.
    Remote, ///< Another instance.
};

[[nodiscard]] QString toString(Origin origin);

/// Who asks for a change; ends up in the audit line. Never holds a secret.
struct Caller {
    Origin origin = Origin::Api;
    QString who;       ///< "desktop", "token", "session", "editor", …
    QString address{}; ///< Remote address, where there is one.
    QString requestId{};
};

} // namespace nova
