#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace nova
{

/// Whether the program starts with the desktop session: the file `autostart/nova-settings.desktop` of the XDG Desktop
/// Application Autostart Specification. Blocks on the disk, shortly.
class Autostart
{
public:
    /// `command`: the program and its arguments. `folder`: $XDG_CONFIG_HOME/autostart where it is empty.
    explicit Autostart(QStringList command, const QString &folder = {});

    [[nodiscard]] QString path() const { return m_path; }
    /// Of the file: there, and not hidden.
    [[nodiscard]] bool isOn() const;
    /// Writes the file, or removes it. One that hides an entry of the whole system is not removed but stays hidden.
    [[nodiscard]] Result<void> set(bool on) const;

private:
    const QStringList m_command;
    const QString m_path;
};

/// A command line as the key Exec of a desktop entry has to be written.
[[nodiscard]] QString execText(const QStringList &command);

} // namespace nova
