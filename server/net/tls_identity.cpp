#include "server/net/tls_identity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

Result<QByteArray> readAll(const QString &setting, const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::PermissionDenied,
                       u"%1 is %2, which cannot be read: %3."_s.arg(setting, name, file.errorString()), name);
    return file.readAll();
}

QSslKey parseKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return {};
}

/// Whether OpenSSL takes the two together: Qt has no other way to ask than to begin a handshake.
QString objectionTo(const QSslConfiguration &configuration)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return {};
    QString objection;
    {
        QSslSocket socket;
        QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&] { objection = socket.errorString(); });
        socket.setSslConfiguration(configuration);
        if (socket.setSocketDescriptor(ends[0]))
            socket.startServerEncryption();
        else
            ::close(ends[0]);
        QObject::disconnect(&socket, nullptr, nullptr, nullptr);
        socket.abort();
    }
    ::close(ends[1]);
    return objection;
}

} // namespace

Result<QSslConfiguration> loadTlsIdentity(const QString &certificateFile, const QString &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return failure(ErrorCode::Unavailable, u"TLS needs OpenSSL %1, which is not installed."_s.arg(
                                                   QSslSocket::sslLibraryBuildVersionString().section(u' ', 1, 1)));
    const auto certificateText = readAll(u"server.tls_certificate"_s, certificateFile);
    const auto keyText = readAll(u"server.tls_key"_s, keyFile);
    if (!certificateText || !keyText)
        return tl::unexpected(certificateText ? keyText.error() : certificateText.error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificateText, QSsl::Pem);
    if (chain.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"server.tls_certificate is %1, which holds no certificate in PEM form."_s.arg(certificateFile),
                       certificateFile);
    const QSslKey key = parseKey(*keyText);
    if (key.isNull())
        return failure(
            ErrorCode::InvalidInput,
            u"server.tls_key is %1, which holds no RSA or EC private key in PEM form without a passphrase."_s.arg(
                keyFile),
            keyFile);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // Clients show a token, not a certificate.
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (const QString objection = objectionTo(configuration); !objection.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"The key %1 does not go with the certificate %2: %3"_s.arg(keyFile, certificateFile, objection),
                       keyFile);
    return configuration;
}

} // namespace nova
