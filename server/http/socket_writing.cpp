#include "server/http/socket_writing.h"

#include <QSslSocket>
#include <QTimer>

#include <sys/socket.h>

namespace nova
{

bool sendNow(QTcpSocket &socket, const QByteArray &bytes)
{
    qsizetype sent = 0;
    if (socket.bytesToWrite() == 0 && !qobject_cast<QSslSocket *>(&socket)) {
        const ssize_t taken = ::send(int(socket.socketDescriptor()), bytes.constData(), size_t(bytes.size()),
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (taken == bytes.size())
            return true;
        sent = std::max<ssize_t>(taken, 0); // An error shows again, and is handled, when the socket writes.
    }
    socket.write(bytes.constData() + sent, bytes.size() - sent);
    return false;
}

qint64 unsentBytes(const QTcpSocket &socket)
{
    const auto *tls = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void closeLingering(QTcpSocket &socket, std::chrono::milliseconds patience)
{
    QTimer::singleShot(patience, &socket, &QTcpSocket::abort);
    if (qobject_cast<QSslSocket *>(&socket)) {
        socket.disconnectFromHost(); // Says so inside the encryption, once all is written.
        return;
    }
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] { socket.readAll(); });
    const auto sayEnd = [&socket] {
        if (socket.bytesToWrite() == 0)
            ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, sayEnd);
    socket.readAll();
    sayEnd();
}

} // namespace nova
