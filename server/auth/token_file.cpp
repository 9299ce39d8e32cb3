#include "server/auth/token_file.h"

#include "server/auth/secrets.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
}

TokenFile::TokenFile(const QString &stateFolder)
    : m_path(stateFolder + u"/token"_s)
{
}

Result<QByteArray> TokenFile::loadOrCreate() const
{
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
