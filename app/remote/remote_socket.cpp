#include "app/remote/remote_socket.h"

#include "core/service/state_reader.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr quint64 maxMessage = 32 * 1024 * 1024; ///< A resync is as large as the state.

/// As the requests have it: where a certificate authority of one's own is.
QSslConfiguration tlsConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const QString authorities = qEnvironmentVariable("SSL_CERT_FILE");
    if (!authorities.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(authorities));
    return configuration;
}

} // namespace

RemoteSocket::RemoteSocket(const QUrl &url, const QByteArray &token, Timing timing, QObject *parent,
                           const QString &certificate)
    : QObject(parent)
    , m_timing(timing)
{
    m_socket.setMaxAllowedIncomingMessageSize(maxMessage);
    m_socket.setMaxAllowedIncomingFrameSize(maxMessage);
    m_socket.setProxy(QNetworkProxy::NoProxy); // The token is for the server alone.
    if (url.scheme() == u"wss")
        m_socket.setSslConfiguration(tlsConfiguration());
    const auto known = certificate.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromPath(certificate);
    connect(&m_socket, &QWebSocket::sslErrors, this, [this, known] {
        if (!known.isEmpty() && m_socket.sslConfiguration().peerCertificate() == known.first())
            m_socket.ignoreSslErrors();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &RemoteSocket::take);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_wasHeard = true; });
    connect(&m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            end(m_isGreeted ? u"ended."_s : u"could not be opened: %1."_s.arg(m_socket.errorString()));
    });
    connect(&m_timer, &QTimer::timeout, this, &RemoteSocket::beat);
    m_timer.start(m_timing.opening);
    open(url, token);
}

RemoteSocket::~RemoteSocket()
{
    m_isOver = true; // Nobody is told from here on.
    m_socket.disconnect(this);
    m_socket.abort();
}

void RemoteSocket::open(const QUrl &url, const QByteArray &token)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Authorization", "Bearer " + token);
    m_socket.open(request);
}

void RemoteSocket::beat()
{
    if (!m_isGreeted)
        return end(u"could not be opened in time."_s);
    if (!std::exchange(m_wasHeard, false))
        return end(u"went silent."_s);
    m_socket.ping();
}

void RemoteSocket::end(const QString &why)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.stop();
    Q_EMIT ended(m_socket.closeCode(), why);
}

void RemoteSocket::take(const QString &text)
{
    if (m_isOver)
        return;
    m_wasHeard = true;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject message = document.object();
    if (!message[u"type"].isString())
        return end(u"brought something that is no message of a Nova."_s);
    if (!message.contains(u"seq"))
        return takeMessage(message[u"type"].toString(), message[u"data"].toObject());
    if (const auto event = fromJson<Event>(message)) {
        Q_EMIT happened(*event);
    } else {
        Event unknown; // Of a newer Nova, perhaps: it has its number, so that nothing seems to be missing.
        unknown.seq = quint64(std::max<qint64>(0, message[u"seq"].toInteger()));
        Q_EMIT happened(unknown);
    }
}

void RemoteSocket::takeMessage(const QString &type, const QJsonObject &data)
{
    if (type == u"hello") {
        if (!data[u"epoch"].isString() || !data[u"seq"].isDouble())
            return end(u"began with something that is no greeting of a Nova."_s);
        m_isGreeted = true;
        m_timer.start(m_timing.heartbeat);
        Q_EMIT greeted(data[u"epoch"].toString(), quint64(std::max<qint64>(0, data[u"seq"].toInteger())));
    } else if (type == u"resync") {
        Q_EMIT resynced(data);
    }
}

} // namespace nova
