#include "server/auth/token_file.h"

#include "core/documents/file_reading.h"
#include "server/auth/secrets.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr qsizetype leastGiven = 32; ///< Nobody guesses so many.
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
} // namespace

TokenFile::TokenFile(const QString &stateFolder, const QString &given)
    : m_isGiven(!given.isEmpty())
    , m_path(m_isGiven ? given : QString(stateFolder + u"/token"_s))
{
}

Result<QByteArray> TokenFile::loadGiven() const
{
    const QString named = u"%1, which server.token_file names,"_s.arg(m_path);
    const FileReading reading = readFile(m_path);
    if (reading.status != FileStatus::Present)
        return failure(reading.status == FileStatus::Missing ? ErrorCode::NotFound : ErrorCode::PermissionDenied,
                       u"The token cannot be read: %1 server.token_file names that file."_s.arg(reading.problem),
                       m_path);
    const QByteArray token = reading.bytes.trimmed();
    if (token.size() < leastGiven || token.size() > 4096)
        return failure(ErrorCode::InvalidInput,
                       u"%1 has a token of %2 characters; it has to have %3 to 4096."_s.arg(named)
                           .arg(token.size())
                           .arg(leastGiven),
                       m_path);
    // It goes into a header as it is.
    if (!std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; }))
        return failure(ErrorCode::InvalidInput,
                       u"%1 has more in it than one line of letters, digits and signs."_s.arg(named), m_path);
    return token;
}

Result<QByteArray> TokenFile::loadOrCreate() const
{
    if (m_isGiven)
        return loadGiven();
    QFile file(m_path);
    if (!file.exists())
        return rotate();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::PermissionDenied,
                       u"The token file %1 cannot be read: %2."_s.arg(m_path, file.errorString()), m_path);
    const QByteArray token = file.read(4096).trimmed();
    if (token.size() < 32)
        return failure(ErrorCode::InvalidInput,
                       u"The token file %1 holds no token. Remove it to have a new one made."_s.arg(m_path), m_path);
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others)
        file.setPermissions(ownerOnly);
    return token;
}

Result<QByteArray> TokenFile::rotate() const
{
    if (m_isGiven)
        return failure(ErrorCode::ManagedElsewhere,
                       u"The token is in %1, which server.token_file names, and Nova does not change it. Write another "
                       "one there, then let Nova read it: systemctl reload nova-settingsd, or SIGHUP."_s.arg(m_path),
                       m_path);
    const QString folder = QFileInfo(m_path).path();
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::PermissionDenied,
                       u"The state folder %1 cannot be made. Choose another with --state-dir."_s.arg(folder), folder);
    if (isNew)
        QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);

    const QByteArray token = randomSecret();
    const mode_t before = ::umask(0177); // From its first moment the file is its owner's alone.
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
                         file.write(token + '\n') == token.size() + 1 && file.commit();
    ::umask(before);
    if (!written)
        return failure(ErrorCode::PermissionDenied,
                       u"The state folder %1 cannot be written: %2. Choose another with --state-dir."_s.arg(
                           folder, file.errorString()),
                       m_path);
    return token;
}

} // namespace nova
