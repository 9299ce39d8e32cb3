#include "server/net/tls_stream.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <unistd.h>

namespace nova
{

namespace
{
constexpr qint64 readBuffer = 64 * 1024; ///< What a client sends beyond waits in the kernel, and then with the client.
}

TlsStream::TlsStream(int descriptor, Peer peer, const QSslConfiguration &identity)
    : Stream(std::move(peer))
    , m_socket(new QSslSocket(this))
{
    m_socket->setSslConfiguration(identity);
    m_socket->setReadBufferSize(readBuffer);
    connect(m_socket, &QSslSocket::readyRead, this, [this] {
        if (m_reading)
            Q_EMIT readable();
    });
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, [this](qint64 bytes) {
        m_written += quint64(bytes);
        if (unsent() == 0)
            Q_EMIT drained();
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] { m_wasEncrypted = true; });
    connect(m_socket, &QSslSocket::disconnected, this, &TlsStream::end);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        QTimer::singleShot(0, this, &TlsStream::end);
        return;
    }
    m_socket->startServerEncryption();
}

TlsStream::~TlsStream()
{
    m_socket->disconnect(this);
}

qsizetype TlsStream::read(QByteArray &into, qsizetype most)
{
    const QByteArray bytes = m_socket->read(most);
    into.append(bytes);
    tellAgain();
    return bytes.size();
}

void TlsStream::setReading(bool on)
{
    if (!std::exchange(m_reading, on) && on)
        tellAgain();
}

/// A QSslSocket tells once of what came in.
void TlsStream::tellAgain()
{
    if (!m_reading || m_socket->bytesAvailable() == 0)
        return;
    QTimer::singleShot(0, this, [this] {
        if (m_reading && m_socket->bytesAvailable() > 0)
            Q_EMIT readable();
    });
}

bool TlsStream::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    return unsent() == 0;
}

qint64 TlsStream::unsent() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void TlsStream::finish()
{
    connect(this, &Stream::drained, this, [this] { QTimer::singleShot(lingering, this, &TlsStream::abort); });
    if (unsent() == 0)
        QTimer::singleShot(lingering, this, &TlsStream::abort);
    m_reading = false;
    m_socket->disconnectFromHost(); // Says so inside the encryption, once all is written.
}

void TlsStream::abort()
{
    m_socket->abort();
    end();
}

void TlsStream::end()
{
    if (!std::exchange(m_closed, true))
        Q_EMIT closed();
}

} // namespace nova
