#include "core/transfer/usual_places.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

QList<UsualPlace> usualPlaces(const QString &home, const QProcessEnvironment &environment)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s, home + u"/.config"_s);
    const QString claude = environment.value(u"CLAUDE_CONFIG_DIR"_s, home);
    QList<UsualPlace> places{{ForeignForm::ClaudeDesktop, titleOf(ForeignForm::ClaudeDesktop),
                              config + u"/Claude/claude_desktop_config.json"_s},
                             {ForeignForm::ClaudeCode, titleOf(ForeignForm::ClaudeCode), claude + u"/.claude.json"_s},
                             {ForeignForm::Cursor, titleOf(ForeignForm::Cursor), home + u"/.cursor/mcp.json"_s}};
    const QList<std::pair<QString, QString>> editors{
        {u"VS Code"_s, config + u"/Code/User/"_s},
        {u"VS Code Insiders"_s, config + u"/Code - Insiders/User/"_s},
        {u"VSCodium"_s, config + u"/VSCodium/User/"_s},
        {u"VS Code (Flatpak)"_s, home + u"/.var/app/com.visualstudio.code/config/Code/User/"_s}};
    for (const auto &[title, folder] : editors) {
        places.append({ForeignForm::VsCode, title, folder + u"mcp.json"_s});
        places.append({ForeignForm::VsCode, u"%1, settings"_s.arg(title), folder + u"settings.json"_s});
    }
    return places;
}

qsizetype maxBytesOf(const QString &path)
{
    return QFileInfo(path).fileName() == u".claude.json" ? maxClaudeStateBytes : maxForeignBytes;
}

Result<QByteArray> readForeignFile(const QString &path)
{
    const QFileInfo info(path);
    if (::access(QFile::encodeName(path).constData(), F_OK) != 0) {
        const bool hidden = errno == EACCES; // It may well be there.
        return hidden
                   ? failure(ErrorCode::PermissionDenied,
                             u"A folder on the way there may not be looked into by the user that Nova runs as."_s, path)
                   : failure(ErrorCode::NotFound, u"There is no such file."_s, path);
    }
    if (!info.isFile()) // A pipe would never end.
        return failure(ErrorCode::InvalidInput, u"This is not a file."_s, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::PermissionDenied, u"It cannot be read: %1."_s.arg(file.errorString()), path);
    const qsizetype most = maxBytesOf(path);
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return failure(ErrorCode::TooLarge, u"This is larger than %1 MiB: no list of servers is."_s.arg(most >> 20),
                       path);
    return bytes;
}

QList<FoundPlace> findPlaces(const QList<UsualPlace> &places)
{
    QList<FoundPlace> found;
    for (const UsualPlace &place : places) {
        if (!QFileInfo::exists(place.path))
            continue;
        FoundPlace here{place, 0, 0, {}};
        const auto config = readForeignFile(place.path).and_then([&place](const QByteArray &bytes) {
            return readForeign(bytes, place.form, maxBytesOf(place.path));
        });
        if (!config) {
            // The settings of an editor mostly hold no servers, which is nothing to tell of.
            const auto &findings = config.error().diagnostics;
            const bool noServers = !findings.isEmpty() && findings.first().code == u"not_servers";
            const bool settings = place.path.endsWith(u"/settings.json");
            if (noServers || settings)
                continue;
            here.problem = config.error().message;
        } else if (config->servers.isEmpty()) {
            continue;
        } else {
            here.servers = int(config->servers.size());
            here.addresses = int(std::count_if(config->servers.begin(), config->servers.end(),
                                               [](const ForeignServer &server) { return server.obstacle.isEmpty(); }));
        }
        found.append(here);
    }
    return found;
}

} // namespace nova
