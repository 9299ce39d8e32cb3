#include "app/host/locations.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString userRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/nova-settings"_s;
}

/// QStandardPaths knows the state folder of the XDG base directory specification from Qt 6.7 on only.
QString userState()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    return (home.startsWith(u'/') ? home : QDir::homePath() + u"/.local/state"_s) + u"/nova-settings"_s;
}

} // namespace

QString Locations::besideSettings(const QString &file) const
{
    return file.isEmpty() ? file : QDir(QFileInfo(settings()).path()).absoluteFilePath(file);
}

Locations findLocations(const QString &root, const QString &state)
{
    Locations found;
    if (!root.isEmpty())
        found.root = root;
    else if (qEnvironmentVariableIsSet("NOVA_ROOT"))
        found.root = qEnvironmentVariable("NOVA_ROOT");
    else if (QDir::current().exists(u"configs"_s))
        found.root = QDir::currentPath();
    else
        found.root = userRoot();
    found.state = !state.isEmpty() ? state : qEnvironmentVariable("NOVA_STATE_DIR", userState());
    found.root = QDir::cleanPath(QDir::current().absoluteFilePath(found.root));
    found.state = QDir::cleanPath(QDir::current().absoluteFilePath(found.state));
    return found;
}

void writeFirstContent(const Locations &locations)
{
    if (locations.root != userRoot() || QDir(locations.root).exists(u"configs"_s) ||
        QDir(locations.root).exists(u"prompts"_s))
        return;
    const auto copy = [](const QString &from, const QString &to) {
        QDir().mkpath(QFileInfo(to).path());
        if (QFile::copy(from, to))
            QFile::setPermissions(to, QFile::permissions(to) | QFileDevice::WriteOwner); // Resources are read-only.
    };
    copy(u":/first/mcp_servers.yaml"_s, locations.catalog());
    copy(u":/first/NOVA_SYSTEM_PROMPT.md"_s, locations.prompt());
}

} // namespace nova
