#include "app/desktop/autostart.h"

#include "core/documents/atomic_save.h"
#include "core/documents/file_reading.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QString fileName = u"nova-settings.desktop"_s;

QString userFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
}

/// Whether the system starts the program for everybody; then switching off means to say so.
bool isStartedForAll(const QString &own)
{
    const QString folders = qEnvironmentVariable("XDG_CONFIG_DIRS", u"/etc/xdg"_s);
    for (const QString &folder : folders.split(u':', Qt::SkipEmptyParts)) {
        const QString path = folder + u"/autostart/"_s + fileName;
        if (path != own && QFileInfo::exists(path))
            return true;
    }
    return false;
}

QByteArray entry(const QString &command, bool hidden)
{
    const QString text = u"[Desktop Entry]\n"
                         "Type=Application\n"
                         "Name=Nova Settings\n"
                         "Comment=MCP servers and the system prompt of your agents\n"
                         "Icon=nova-settings\n"
                         "Exec=%1\n"
                         "Terminal=false\n"_s.arg(command);
    return (hidden ? QString(text + u"Hidden=true\n"_s) : text).toUtf8();
}

/// The value of a key in the group of the entry.
QByteArray valueOf(const QByteArray &text, const QByteArray &key)
{
    bool inside = false;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.startsWith('['))
            inside = trimmed == "[Desktop Entry]";
        const qsizetype equals = trimmed.indexOf('=');
        if (inside && equals > 0 && trimmed.left(equals).trimmed() == key)
            return trimmed.mid(equals + 1).trimmed();
    }
    return {};
}

} // namespace

QString execText(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command) {
        QString quoted;
        for (const QChar c : word) {
            if (c == u'\\')
                quoted += u"\\\\\\\\"_s; // A backslash counts twice: for the quotes, and for the file.
            else if (u"\"`$"_s.contains(c))
                quoted += u"\\\\"_s + c;
            else if (c == u'%')
                quoted += u"%%"_s;
            else
                quoted += c;
        }
        const bool plain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
            return c.isLetterOrNumber() || u"/._-=:,+@%"_s.contains(c);
        });
        words.append(plain ? quoted : QString(u'"' + quoted + u'"'));
    }
    return words.join(u' ');
}

Autostart::Autostart(QStringList command, const QString &folder)
    : m_command(std::move(command))
    , m_path((folder.isEmpty() ? userFolder() : folder) + u'/' + fileName)
{
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return isStartedForAll(m_path);
    const QByteArray text = file.readAll();
    return valueOf(text, "Hidden") != "true" && valueOf(text, "X-GNOME-Autostart-enabled") != "false" &&
           !valueOf(text, "Exec").isEmpty();
}

Result<void> Autostart::set(bool on) const
{
    const FileReading before = readFile(m_path);
    if (!on && !isStartedForAll(m_path)) {
        if (before.status == FileStatus::Missing || QFile::remove(m_path))
            return {};
        return failure(ErrorCode::PermissionDenied, u"%1 cannot be removed."_s.arg(m_path), m_path);
    }
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::PermissionDenied, u"The folder %1 cannot be made."_s.arg(folder), folder);
    return saveAtomically(m_path, entry(execText(m_command), !on), before.revision);
}

} // namespace nova
