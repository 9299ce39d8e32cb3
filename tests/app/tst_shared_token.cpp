#include "tests/app/served_host.h"
#include "tests/support/free_port.h"
#include "tests/support/nova_process.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// server.token_file: a token that somebody else keeps, and that several Novas have in common.
class TestSharedToken : public QObject
{
    Q_OBJECT

    static constexpr auto one = "0123456789abcdef0123456789ABCDEF-one";
    static constexpr auto two = "0123456789abcdef0123456789ABCDEF-two";

    const Scratch m_scratch{Scratch::Content::Empty};
    const QString m_file = m_scratch.path(u"secret/token"_s);

    [[nodiscard]] QByteArray settings(quint16 port = freePort()) const
    {
        return "server:\n  port: " + QByteArray::number(port) + "\n  token_file: " + QFile::encodeName(m_file) + '\n';
    }
    static QByteArray ask(const ServedHost &nova, const QByteArray &line, const QByteArray &headers,
                          const QByteArray &body = {})
    {
        const QByteArray length =
            body.isEmpty()
                ? QByteArray()
                : "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        return exchangeWith(nova.port(), line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(nova.port()) +
                                             "\r\n" + length + headers + "\r\n" + body);
    }
    static int withToken(const ServedHost &nova, const QByteArray &token)
    {
        return statusOf(ask(nova, "GET /api/state", "Authorization: Bearer " + token + "\r\n"));
    }

    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray errors;
    };
    [[nodiscard]] Run run(const QStringList &command) const
    {
        QProcess process;
        process.start(NovaProcess::program(),
                      QStringList{u"--root"_s, m_scratch.path(), u"--state-dir"_s, m_scratch.path(u"state"_s)} +
                          command);
        return process.waitForFinished(20'000)
                   ? Run{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()}
                   : Run{};
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(QDir().mkpath(m_scratch.path(u"secret"_s)));
        QVERIFY(QDir().mkpath(m_scratch.path(u"configs"_s)));
        Scratch::write(m_file, QByteArray(one) + '\n');
    }

    /// Who signed in at one of them is signed in at the others.
    void sessionsAreShared()
    {
        const ServedHost first(settings());
        const ServedHost second(settings());
        QCOMPARE(withToken(first, one), 200);
        QCOMPARE(withToken(second, one), 200);
        const QByteArray signedIn = ask(first, "POST /api/session", {}, "{\"token\":\"" + QByteArray(one) + "\"}");
        QByteArray cookie = headerOf(signedIn, "Set-Cookie").split(';').first();
        // Its name has the port in it, which is the same for all that are behind one address.
        QVERIFY(cookie.startsWith(QByteArray("nova_session_" + QByteArray::number(first.port()) + '=')));
        cookie.replace(QByteArray::number(first.port()), QByteArray::number(second.port()));
        const QByteArray csrf = QJsonDocument::fromJson(bodyOf(signedIn))[u"csrf_token"].toString().toLatin1();
        QVERIFY(!csrf.isEmpty());
        const QByteArray headers = "Cookie: " + cookie + "\r\nX-CSRF-Token: " + csrf + "\r\n";
        QCOMPARE(statusOf(ask(second, "GET /api/state", headers)), 200);
        QCOMPARE(statusOf(ask(second, "POST /ws/ping", headers, "{}")), 200);

        const ServedHost stranger("server: { port: 0 }\n"); // With a token of its own.
        cookie.replace(QByteArray::number(second.port()), QByteArray::number(stranger.port()));
        QCOMPARE(statusOf(ask(stranger, "GET /api/state", "Cookie: " + cookie + "\r\n")), 401);
    }

    void anotherTokenIsTakenAtAReload()
    {
        ServedHost nova(settings());
        const quint16 port = nova.port();
        Scratch::replace(m_file, two);
        QCOMPARE(withToken(nova, one), 200);
        nova.host().reload();
        QCOMPARE(nova.port(), port);
        QCOMPARE(withToken(nova, one), 401);
        QCOMPARE(withToken(nova, two), 200);
        // One that is of no use leaves the one in use.
        Scratch::replace(m_file, "short");
        nova.host().reload();
        QCOMPARE(nova.port(), port);
        QCOMPARE(withToken(nova, two), 200);
    }

    /// Else a token would be worth every file that Nova may read.
    void isNotChangedFromElsewhere()
    {
        const ServedHost nova(settings());
        const QByteArray answer = ask(nova, "PATCH /api/settings", "Authorization: Bearer " + QByteArray(one) + "\r\n",
                                      "{\"server.token_file\":\"/etc/hostname\"}");
        QCOMPARE(statusOf(answer), 403);
    }

    void ofNoUse_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty") << QByteArray("\n") << QByteArray("0 characters");
        QTest::newRow("short") << QByteArray(one).first(31) << QByteArray("31 characters");
        QTest::newRow("two lines") << QByteArray(one) + '\n' + two << QByteArray("one line");
        QTest::newRow("not ASCII") << QByteArray(one) + "\xc3\xa4" << QByteArray("one line");
        QTest::newRow("long") << QByteArray(5000, 'x') << QByteArray("5000 characters");
        QTest::newRow("missing") << QByteArray() << QByteArray("server.token_file");
    }

    void ofNoUse()
    {
        QFETCH(const QByteArray, token);
        QFETCH(const QByteArray, said);
        Scratch::write(m_file, token);
        if (token.isEmpty())
            QFile::remove(m_file);
        Scratch::write(m_scratch.path(u"configs/nova.yaml"_s), settings(0));
        const Run served = run({});
        QCOMPARE(served.code, 2);
        QVERIFY2(served.errors.contains(said) && served.errors.contains("token_file"), served.errors.constData());
        QCOMPARE(run({u"token"_s}).code, 1);
        QVERIFY(!QFile::exists(m_scratch.path(u"state/token"_s)));
    }

    void atTheCommandLine()
    {
        qputenv("NOVA_SERVER_TOKEN_FILE", QFile::encodeName(m_file));
        const Run token = run({u"token"_s});
        const Run rotated = run({u"token"_s, u"--rotate"_s});
        qunsetenv("NOVA_SERVER_TOKEN_FILE");
        QCOMPARE(token.out, QByteArray(one) + '\n');
        QCOMPARE(rotated.code, 1);
        QVERIFY2(rotated.errors.contains(QFile::encodeName(m_file)), rotated.errors.constData());
        QCOMPARE(Scratch::read(m_file), QByteArray(one) + '\n');
        QVERIFY(!QFile::exists(m_scratch.path(u"state/token"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSharedToken)
#include "tst_shared_token.moc"
