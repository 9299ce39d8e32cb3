#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int answerWithinMs = 2000;
constexpr qint64 longestMessage = 4096;

QString socketPath(const QString &folder, const QString &root)
{
    // A path of a socket has 107 bytes at most; a root may have any length.
    const QByteArray hash = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return folder + u"/nova-settings-"_s + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &root, QObject *parent)
    : QObject(parent)
    , m_path(socketPath(folder, root))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!given.isEmpty() && QDir(given).exists())
        return given;
    const QString own = QDir::tempPath() + u"/nova-settings-%1"_s.arg(geteuid());
    mkdir(own.toLocal8Bit().constData(), S_IRWXU); // Not made where it is there already; whose it is decides.
    struct stat found = {};
    if (lstat(own.toLocal8Bit().constData(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == geteuid())
        return own;
    return QDir::homePath();
}

Result<SingleInstance::Standing> SingleInstance::settle(const QString &connectTo)
{
    // Of one that was killed the lock is left behind; QLockFile knows by its process id that nobody holds it.
    m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    m_lock->setStaleLockTime(0);
    const auto until = QDeadlineTimer(answerWithinMs);
    while (!m_lock->tryLock(0)) {
        const auto answered = ask(connectTo);
        if (!answered)
            return tl::unexpected(answered.error());
        if (*answered)
            return Standing::Second;
        if (m_lock->error() != QLockFile::LockFailedError || until.hasExpired())
            return failure(ErrorCode::Unavailable,
                           u"Whether Nova Settings is open already cannot be found out: %1 cannot be locked."_s.arg(
                               m_path + u".lock"_s));
        usleep(20'000); // The other one has begun and does not listen yet.
    }
    QLocalServer::removeServer(m_path);
    if (!m_server.listen(m_path))
        return failure(ErrorCode::Io,
                       u"A second start could not find this one: %1: %2."_s.arg(m_path, m_server.errorString()));
    return Standing::First;
}

Result<bool> SingleInstance::ask(const QString &connectTo) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(answerWithinMs))
        return false;
    const QJsonObject message{{u"open"_s, true},
                              {u"connect"_s, connectTo},
                              {u"activation_token"_s, qEnvironmentVariable("XDG_ACTIVATION_TOKEN")}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    if (!socket.waitForReadyRead(answerWithinMs))
        return failure(ErrorCode::Unavailable, u"Nova Settings is open already and does not answer. End it first."_s);
    return true;
}

void SingleInstance::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestMessage)
                    socket->abort();
                return;
            }
            const QJsonObject message = QJsonDocument::fromJson(socket->readLine(longestMessage)).object();
            if (!message[u"open"_s].toBool())
                return socket->abort();
            if (const QString token = message[u"activation_token"_s].toString(); !token.isEmpty())
                qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
            socket->write("opened\n");
            socket->disconnectFromServer();
            Q_EMIT openRequested(message[u"connect"_s].toString());
        });
    }
}

} // namespace nova
