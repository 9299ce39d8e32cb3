#include "server/net/tls_identity.h"
#include "tests/support/raw_web_socket.h"
#include "tests/support/test_certificate.h"
#include "tests/support/web_fixture.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The web side under TLS, with OpenSSL's own clients on the other end.
class TestTls : public QObject
{
    Q_OBJECT

    const Scratch m_folder{Scratch::Content::Empty};
    const TestCertificate m_first{m_folder, u"first"_s};
    const TestCertificate m_second{m_folder, u"second"_s, TestCertificate::Kind::Rsa};
    std::unique_ptr<WebFixture> m_web;

    [[nodiscard]] std::unique_ptr<WebFixture> serve(const TestCertificate &certificate) const
    {
        return std::make_unique<WebFixture>([&](WebServer::Options &options) {
            options.tlsCertificate = certificate.certificate();
            options.tlsKey = certificate.key();
            options.deadlines = {std::chrono::milliseconds(500), std::chrono::milliseconds(600)};
        });
    }

    /// A client that trusts the certificate it is shown when it is this one.
    [[nodiscard]] QSslConfiguration trusting(const TestCertificate &certificate) const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(certificate.certificate()));
        return configuration;
    }

    [[nodiscard]] QByteArray exchange(const TestCertificate &certificate, const QByteArray &bytes) const
    {
        QSslSocket socket;
        socket.setSslConfiguration(trusting(certificate));
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_web->port());
        socket.write(bytes);
        QByteArray received;
        [[maybe_unused]] const bool done = QTest::qWaitFor(
            [&] {
                received += socket.readAll();
                const qsizetype end = received.indexOf("\r\n\r\n");
                return socket.state() == QAbstractSocket::UnconnectedState ||
                       (end >= 0 && received.size() >= end + 4 + headerOf(received, "Content-Length").toInt());
            },
            10'000);
        return received;
    }

private Q_SLOTS:
    void init() { m_web = serve(m_first); }
    void cleanup() { m_web.reset(); }

    void answers_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::newRow("EC") << false;
        QTest::newRow("RSA") << true;
    }

    void answers()
    {
        QFETCH(bool, rsa);
        const TestCertificate &certificate = rsa ? m_second : m_first;
        m_web = serve(certificate);
        QVERIFY(m_web->listening.address.startsWith(u"https://127.0.0.1:"));
        QCOMPARE(statusOf(exchange(certificate, m_web->request("GET /api/state"))), 200);
        const QByteArray prompt = exchange(certificate, m_web->request("GET /api/prompt"));
        QVERIFY(bodyOf(prompt).contains("content"));
        QCOMPARE(statusOf(exchange(certificate, "GET /api/state HTTP/1.1\r\nHost: " + m_web->host() + "\r\n\r\n")),
                 401);
    }

    void ownOriginIsHttps()
    {
        const QByteArray origin = "Origin: https://" + m_web->host() + "\r\n";
        QCOMPARE(statusOf(exchange(m_first, m_web->request("GET /api/state", origin))), 200);
        const QByteArray plain = "Origin: http://" + m_web->host() + "\r\n";
        QCOMPARE(statusOf(exchange(m_first, m_web->request("GET /api/state", plain))), 403);
    }

    void cookiesAreSecure()
    {
        const QByteArray body = "{\"token\":\"" + QByteArray(WebFixture::token) + "\"}";
        const QByteArray answer = exchange(m_first, m_web->request("POST /api/session", {}, body));
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(headerOf(answer, "Set-Cookie").contains("; Secure;"));
    }

    void webSocket()
    {
        QWebSocket socket;
        QStringList messages;
        connect(&socket, &QWebSocket::textMessageReceived, this, [&](const QString &text) { messages += text; });
        socket.setSslConfiguration(trusting(m_first));
        QNetworkRequest request(QUrl(QString(m_web->listening.address).replace(u"https"_s, u"wss"_s) + u"/ws/"_s));
        request.setRawHeader("Authorization", "Bearer " + QByteArray(WebFixture::token));
        socket.open(request);
        QTRY_COMPARE(messages.size(), 1);
        for (int i = 0; i < 200; ++i)
            m_web->nova->broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, i}}}}}, {}, {});
        QTRY_COMPARE(messages.size(), 201);
        QVERIFY(messages.last().contains(u"\"running\":199"));
        m_web->web->stop();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(socket.closeCode()), 1001);
    }

    /// What it leaves unread waits inside the encryption, and counts all the same.
    void aClientThatDoesNotReadIsLetGo()
    {
        QSslSocket deaf;
        deaf.setSslConfiguration(trusting(m_first));
        deaf.connectToHostEncrypted(u"127.0.0.1"_s, m_web->port());
        QTRY_VERIFY(deaf.isEncrypted());
        deaf.setReadBufferSize(1024);
        deaf.write(m_web->request("GET /ws/", RawWebSocket::handshake));
        QTRY_COMPARE(m_web->clients, 1);
        const QString text(60'000, u'x');
        for (int i = 1; i <= 400 && m_web->clients == 1; ++i) {
            m_web->nova->broadcast(
                {EventType::TaskUpdated, {{u"task"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"status"_s, text}}}}}, {}, {});
            QTRY_VERIFY(m_web->nova->events().lastSeq() == quint64(i));
        }
        QTRY_COMPARE(m_web->clients, 0);
    }

    void plainHttpIsLetGo()
    {
        QCOMPARE(m_web->exchange(m_web->request("GET /api/state")), QByteArray());
        const QByteArray metrics = bodyOf(exchange(m_first, m_web->request("GET /metrics")));
        QVERIFY(metrics.contains("nova_http_dropped_total{reason=\"tls_handshake\"} 1\n"));
    }

    void aHandshakeThatNeverEndsIsLetGo()
    {
        QTcpSocket silent;
        silent.connectToHost(u"127.0.0.1"_s, m_web->port());
        QTRY_COMPARE(silent.state(), QAbstractSocket::ConnectedState);
        silent.write("\x16\x03\x01");
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    }

    void oldProtocolsAreRefused()
    {
        QSslSocket old;
        QSslConfiguration configuration = trusting(m_first);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        configuration.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        old.setSslConfiguration(configuration);
        old.connectToHostEncrypted(u"127.0.0.1"_s, m_web->port());
        QTRY_COMPARE(old.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!old.isEncrypted());
    }

    /// A renewed certificate, as its tool leaves it: the same names, other contents.
    void newCertificateWithoutARestart()
    {
        const TestCertificate renewed(m_folder, u"renewed"_s);
        const TestCertificate used(m_folder, u"used"_s);
        m_web = serve(used);
        QCOMPARE(statusOf(exchange(used, m_web->request("GET /api/mcp"))), 200);
        const auto replace = [](const QString &from, const QString &to) {
            return QFile::remove(to) && QFile::copy(from, to);
        };
        QVERIFY(replace(renewed.certificate(), used.certificate()));
        QVERIFY(!m_web->web->reloadTls()); // The key is still the old one.
        QVERIFY(replace(renewed.key(), used.key()));
        QVERIFY(m_web->web->reloadTls());
        QTRY_COMPARE(statusOf(exchange(renewed, m_web->request("GET /api/mcp"))), 200);
    }

    void badFilesAreSaid_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("said"); ///< Part of the message.
        const QString nothing = m_folder.path(u"nothing.pem"_s), garbage = m_folder.path(u"garbage.pem"_s);
        const QString locked = m_folder.path(u"locked.key"_s);
        Scratch::write(garbage, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        m_folder.shell(u"openssl pkey -in first.key -aes128 -passout pass:secret -out locked.key"_s);
        QTest::newRow("no certificate") << nothing << m_first.key() << u"server.tls_certificate is "_s + nothing;
        QTest::newRow("no key") << m_first.certificate() << nothing << u"server.tls_key is "_s + nothing;
        QTest::newRow("not a certificate") << garbage << m_first.key() << u"holds no certificate"_s;
        QTest::newRow("not a key") << m_first.certificate() << garbage << u"holds no RSA or EC private key"_s;
        QTest::newRow("swapped") << m_first.key() << m_first.certificate() << u"holds no certificate"_s;
        QTest::newRow("a key with a passphrase") << m_first.certificate() << locked << u"without a passphrase"_s;
        QTest::newRow("another one's key") << m_first.certificate() << m_second.key() << u"does not go with"_s;
    }

    void badFilesAreSaid()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, said);
        const auto identity = loadTlsIdentity(certificate, key);
        QVERIFY(!identity);
        QVERIFY2(identity.error().message.contains(said), qPrintable(identity.error().message));
        QVERIFY(!identity.error().message.contains(u"BEGIN"));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
