#pragma once

#include <QString>

namespace nova
{

/// Where Nova's files are.
struct Locations {
    QString root;  ///< The folder with configs/ and prompts/.
    QString state; ///< Token, log, history.

    [[nodiscard]] QString catalog() const { return root + QStringLiteral("/configs/mcp_servers.yaml"); }
    [[nodiscard]] QString settings() const { return root + QStringLiteral("/configs/nova.yaml"); }
    [[nodiscard]] QString prompt() const { return root + QStringLiteral("/prompts/NOVA_SYSTEM_PROMPT.md"); }
    /// A file that a setting names: as it is, or beside the settings' file.
    [[nodiscard]] QString besideSettings(const QString &file) const;
};

/// `root` and `state` as asked for, where not empty. Else the root is $NOVA_ROOT, the current folder if it has
/// configs/, or $XDG_CONFIG_HOME/nova-settings; the state folder is $NOVA_STATE_DIR or $XDG_STATE_HOME/nova-settings.
[[nodiscard]] Locations findLocations(const QString &root, const QString &state);

/// At the very first start in the user's own folder there is nothing yet: writes the example catalog and prompt there.
/// Does nothing where configs/ or prompts/ exists, or where the root was chosen by hand.
void writeFirstContent(const Locations &locations);

} // namespace nova
