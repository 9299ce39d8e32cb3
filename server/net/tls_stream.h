#pragma once

#include "server/net/stream.h"

class QSslConfiguration;
class QSslSocket;

namespace nova
{

/// A TCP connection under TLS, by QSslSocket.
class TlsStream : public Stream
{
    Q_OBJECT

public:
    /// Takes the descriptor and begins the handshake; what a stream should say before it is done is closed().
    TlsStream(int descriptor, Peer peer, const QSslConfiguration &identity);
    ~TlsStream() override;

    qsizetype read(QByteArray &into, qsizetype most) override;
    [[nodiscard]] bool atEnd() const override { return false; } // With TLS the peer ends both directions or none.
    void setReading(bool on) override;
    bool send(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsent() const override;
    [[nodiscard]] quint64 written() const override { return m_written; }
    void finish() override;
    void abort() override;

    /// Whether the handshake has been done.
    [[nodiscard]] bool wasEncrypted() const { return m_wasEncrypted; }

private:
    void tellAgain();
    void end();

    QSslSocket *m_socket; ///< Child.
    bool m_reading = true;
    bool m_wasEncrypted = false;
    bool m_closed = false;
    quint64 m_written = 0;
};

} // namespace nova
