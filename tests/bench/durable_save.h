#pragma once

#include <QByteArray>
#include <QString>

namespace nova::bench
{

/// Saves as a careful program does: a new file, fsync, rename over the old one, fsync of the folder. What the disk
/// alone takes for it is the floor under every toggle.
void durableSave(const QString &path, const QByteArray &bytes);

} // namespace nova::bench
