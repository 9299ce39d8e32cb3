#include "app/remote/switched_nova.h"
#include "tests/remote/remote_world.h"
#include "tests/remote/scripted_peer.h"
#include "tests/support/test_certificate.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

using Phase = LinkState::Phase;

namespace
{

constexpr auto secret = "a-very-secret-token-0123456789";

RemoteNova::Options optionsFor(const QString &address)
{
    return {QUrl(address), QString::fromLatin1(secret), shortTiming()};
}

} // namespace

/// Whoever may answer where a Nova should: each gets a sentence, and nobody the token who should not have it.
class TestRemotePeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("resource"); // Empty: refused.
        QTest::newRow("plain") << u"http://nova-2:8765"_s << u"http://nova-2:8765/api/state"_s;
        QTest::newRow("slash") << u"http://nova-2:8765/"_s << u"http://nova-2:8765/api/state"_s;
        QTest::newRow("https") << u"https://nova.example"_s << u"https://nova.example/api/state"_s;
        QTest::newRow("path") << u"https://example/nova//"_s << u"https://example/nova/api/state"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8765"_s << u"http://[::1]:8765/api/state"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no scheme") << u"nova-2"_s << QString();
        QTest::newRow("another scheme") << u"ftp://nova-2"_s << QString();
        QTest::newRow("no host") << u"http:///x"_s << QString();
        QTest::newRow("user") << u"http://me:secret@nova-2"_s << QString();
        QTest::newRow("sign-in link") << u"http://nova-2:8765/#login=abc"_s << QString();
        QTest::newRow("query") << u"http://nova-2:8765/?a=b"_s << QString();
    }

    void addresses()
    {
        QFETCH(QString, written);
        QFETCH(QString, resource);
        const auto address = RemoteAddress::of(QUrl(written));
        QCOMPARE(address ? QString::fromUtf8(address->resource(u"/api/state"_s)) : QString(), resource);
        if (!address)
            QVERIFY(address.error().message.endsWith(u"It looks like «http://nova-2:8765»."));
    }

    void badAddressIsRefusedAtOnce()
    {
        Watched remote(optionsFor(u"http://me:hidden@nova-2/"_s));
        remote->start();
        QCOMPARE(remote.phase(), Phase::Refused);
        QVERIFY(remote.problem().contains(u"not with a user and password"));
        QVERIFY(!remote->state()->link->address.contains(u"hidden"));
        const auto answer = remote.toggle(u"gmail"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    }

    void badTokensAreNotSent_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("empty") << QString();
        QTest::newRow("two lines") << u"abc\r\nX-Other: 1"_s;
        QTest::newRow("not ASCII") << u"Schlüssel"_s;
    }

    void badTokensAreNotSent()
    {
        QFETCH(QString, token);
        ScriptedPeer peer([](const QByteArray &) { return QByteArray(); });
        Watched remote({QUrl(peer.address()), token, shortTiming()});
        remote->start();
        QCOMPARE(remote.phase(), Phase::Refused);
        QVERIFY(remote.problem().contains(u"nova-settingsd token"));
        QVERIFY(token.isEmpty() || !remote.problem().contains(token));
        QCOMPARE(peer.requests().size(), 0);
    }

    void strangeAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<QString>("words");
        const auto answer = &ScriptedPeer::answer;
        const auto problem = [&](const QByteArray &status, const QByteArray &detail) {
            return answer(status, "{\"detail\":\"" + detail + "\"}", "application/problem+json", {});
        };
        QTest::newRow("a web page") << answer("200 OK", "<html>Welcome</html>", "text/html", {}) << Phase::Away
                                    << u"not a Nova"_s;
        QTest::newRow("broken JSON") << answer("200 OK", "{\"epoch\":", "application/json", {}) << Phase::Away
                                     << u"not JSON"_s;
        QTest::newRow("a list") << answer("200 OK", "[1]", "application/json", {}) << Phase::Away << u"not JSON"_s;
        QTest::newRow("no state") << answer("200 OK", "{}", "application/json", {}) << Phase::Away
                                  << u"«epoch» has to be a text."_s;
        QTest::newRow("half a state") << answer("200 OK", R"({"epoch":"e","seq":1,"catalog":[]})", "application/json",
                                                {})
                                      << Phase::Away << u"«catalog.status» has to be a text."_s;
        QTest::newRow("too much") << answer("200 OK", QByteArray(33 * 1024 * 1024, ' '), "application/json", {})
                                  << Phase::Away << u"more than a Nova"_s;
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << Phase::Away << u"not Nova"_s;
        QTest::newRow("not found") << answer("404 Not Found", "nope", "text/plain", {}) << Phase::Away << u"404"_s;
        QTest::newRow("wrong token") << problem("401 Unauthorized", "That is not the token.") << Phase::Refused
                                     << u"«nova-settingsd token»"_s;
        QTest::newRow("forbidden") << problem("403 Forbidden", "Not from there.") << Phase::Refused
                                   << u"Not from there."_s;
        QTest::newRow("another name") << problem("421 Misdirected Request", "Not my name.") << Phase::Refused
                                      << u"Not my name."_s;
        QTest::newRow("a problem") << problem("500 Internal Server Error", "The disk is ill.") << Phase::Away
                                   << u"The disk is ill."_s;
        QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":") << Phase::Away
                             << u"does not answer"_s;
    }

    void strangeAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Phase, phase);
        QFETCH(QString, words);
        ScriptedPeer peer([&](const QByteArray &) { return answer; });
        RemoteNova::Options options = optionsFor(peer.address());
        options.timing.state.timeout = std::chrono::milliseconds(answer.size() > 1000 ? 5000 : 200);
        Watched remote(options);
        remote->start();
        QTRY_COMPARE_WITH_TIMEOUT(remote.phase(), phase, 10'000);
        QVERIFY2(remote.problem().contains(words), qPrintable(remote.problem()));
        QVERIFY(!remote.problem().contains(QLatin1StringView(secret)));
        QTRY_COMPARE(remote->state()->link->retryAt.isValid(), phase == Phase::Away); // Not while it is tried.
        // Nobody is asked again who said no.
        const auto before = peer.requests().size();
        if (phase == Phase::Away)
            QTRY_VERIFY(peer.requests().size() > before);
        else
            QVERIFY(!QTest::qWaitFor([&] { return peer.requests().size() > before; }, 300));
    }

    void redirectsGetNoToken()
    {
        ScriptedPeer other([](const QByteArray &) { return QByteArray(); });
        const QByteArray location = "Location: " + other.address().toUtf8() + "/api/state\r\n";
        ScriptedPeer peer(
            [&](const QByteArray &) { return ScriptedPeer::answer("302 Found", {}, "text/plain", location); });
        Watched remote(optionsFor(peer.address()));
        remote->start();
        QTRY_VERIFY(peer.requests().size() > 1);
        QVERIFY(remote.problem().contains(u"sends callers on"));
        QCOMPARE(other.requests().size(), 0);
    }

    void theTokenIsInOneHeaderOnly()
    {
        ScriptedPeer peer([](const QByteArray &) { return ScriptedPeer::answer("404 Not Found", "nope"); });
        Watched remote(optionsFor(peer.address()));
        remote->start();
        QTRY_VERIFY(!peer.requests().isEmpty());
        const QByteArray request = peer.requests().first();
        QCOMPARE(request.count(secret), 1);
        const QByteArray header = QByteArray("\r\nAuthorization: Bearer ") + secret + "\r\n";
        QVERIFY(request.contains(header));
    }

    void whoAsksToWaitIsLeftAlone()
    {
        ScriptedPeer peer([](const QByteArray &) {
            return ScriptedPeer::answer("429 Too Many Requests", "{\"detail\":\"Too many; wait.\"}",
                                        "application/problem+json", "Retry-After: 30\r\n");
        });
        Watched remote(optionsFor(peer.address()));
        remote->start();
        QTRY_COMPARE(remote.phase(), Phase::Away);
        QVERIFY(remote.problem().contains(u"Too many; wait."));
        const qint64 wait = QDateTime::currentDateTimeUtc().secsTo(remote->state()->link->retryAt);
        QVERIFY2(wait >= 28 && wait <= 30, qPrintable(QString::number(wait)));
        remote->reconnect(); // But a person may.
        QTRY_COMPARE(peer.requests().size(), 2);
    }

    void nobodyThere()
    {
        Watched remote(optionsFor(u"http://127.0.0.1:1"_s));
        remote->start();
        QTRY_COMPARE(remote.phase(), Phase::Away);
        QVERIFY(remote.problem().contains(u"nothing listens on port 1"));
        const auto answer = remote.toggle(u"gmail"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.endsWith(u"; nothing was changed."), qPrintable(answer.error().message));
    }

    /// What a peer that took the place of Nova answers to commands; the state and the socket are those of a real one.
    void commandsWithStrangeAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("a web page") << ScriptedPeer::answer("200 OK", "<html/>", "text/html") << ErrorCode::Io
                                    << u"not known whether"_s;
        QTest::newRow("other JSON") << ScriptedPeer::answer("200 OK", "{\"name\":1}") << ErrorCode::Io
                                    << u"not known whether"_s;
        QTest::newRow("silence") << QByteArray() << ErrorCode::Unavailable << u"not known whether"_s;
        QTest::newRow("gateway") << ScriptedPeer::answer("504 Gateway Timeout", "late", "text/plain")
                                 << ErrorCode::Unavailable << u"not known whether"_s;
        QTest::newRow("no disk") << ScriptedPeer::answer("507 Insufficient Storage", "{\"detail\":\"Full.\"}")
                                 << ErrorCode::NoSpace << u"Full."_s;
    }

    void commandsWithStrangeAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        ScriptedPeer peer([&](const QByteArray &) { return answer; });
        RemoteHttp http(*RemoteAddress::of(QUrl(peer.address())), secret);
        RemoteCalls calls(http, [] {});
        std::optional<Error> error;
        RemoteRequest request{.method = "PUT", .path = u"/api/mcp/x/toggle"_s, .body = "{}", .isWrite = true};
        request.timeout = std::chrono::milliseconds(200);
        calls.send(request, [&](const Result<HttpReply> &reply) {
            const auto value = reply.and_then([](const HttpReply &whole) -> Result<QByteArray> {
                if (!whole.body.contains("revision"))
                    return failure(ErrorCode::Io, u"no."_s);
                return whole.body;
            });
            error = reply ? strangeAnswer(http.address(), value.error().message, true) : reply.error();
        });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, code);
        QVERIFY2(error->message.contains(words), qPrintable(error->message));
    }

    void commandsAreSentOnce()
    {
        // A connection that was idle and dies as the command arrives: curl would send it again by itself.
        int closed = 0;
        ScriptedPeer *listening = nullptr;
        ScriptedPeer peer([&](const QByteArray &request) {
            if (!request.startsWith("PUT"))
                return ScriptedPeer::answer("200 OK", "{}");
            ++closed;
            for (QTcpSocket *socket : listening->findChildren<QTcpSocket *>())
                socket->abort();
            return QByteArray();
        });
        listening = &peer;
        RemoteHttp http(*RemoteAddress::of(QUrl(peer.address())), secret);
        bool isWarm = false;
        http.send({.path = u"/api/state"_s}, [&](const HttpReply &reply) { isWarm = reply.status == 200; });
        QTRY_VERIFY(isWarm);
        std::optional<HttpReply> reply;
        http.send({.method = "PUT", .path = u"/x"_s, .body = "{}", .isWrite = true},
                  [&](const HttpReply &answer) { reply = answer; });
        QTRY_VERIFY(reply);
        QCOMPARE(reply->failure, HttpFailure::Broken);
        QVERIFY(reply->wasSent);
        QCOMPARE(closed, 1);
        QVERIFY(peer.requests().last().endsWith("\r\n\r\n{}"));
    }

    void worksUnderTls()
    {
        const Scratch folder{Scratch::Content::Empty};
        const TestCertificate certificate(folder, u"nova"_s);
        WebFixture web([&](WebServer::Options &options) {
            options.tlsCertificate = certificate.certificate();
            options.tlsKey = certificate.key();
        });
        const RemoteNova::Options options{QUrl(web.listening.address), QString::fromLatin1(WebFixture::token),
                                          shortTiming()};
        {
            Watched stranger(options);
            stranger->start();
            QTRY_COMPARE(stranger.phase(), Phase::Away);
            QVERIFY2(stranger.problem().contains(u"cannot be reached safely"), qPrintable(stranger.problem()));
        }
        qputenv("SSL_CERT_FILE", certificate.certificate().toUtf8());
        Watched remote(options);
        remote->start();
        QTRY_VERIFY(remote.isUp());
        QVERIFY(remote.toggle(u"gmail"_s));
        QCOMPARE(remote.events().size(), 1);
        qunsetenv("SSL_CERT_FILE");
    }

    void theSwitchHandsOnTheCurrentOne()
    {
        WebFixture here;
        WebFixture there;
        Watched remote({QUrl(there.listening.address), QString::fromLatin1(WebFixture::token), shortTiming()});
        SwitchedNova nova(*here.nova);
        QSignalSpy states(&nova, &NovaService::stateChanged);
        QSignalSpy events(&nova, &NovaService::eventPublished);
        QCOMPARE(nova.state(), here.nova->state());
        nova.setCurrent(*remote.operator->());
        QCOMPARE(states.size(), 1);
        QCOMPARE(nova.state()->link->phase, Phase::Connecting);
        remote->start();
        QTRY_COMPARE(nova.state()->link->phase, Phase::Connected);
        here.nova->toggle({u"gmail"_s, {}, {}}, {Origin::Ui, u"test"_s}, {});
        there.nova->toggle({u"calendar"_s, {}, {}}, {Origin::Ui, u"test"_s}, {});
        QTRY_VERIFY(here.nova->events().lastSeq() > 0);
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(events.first().first().value<Event>().data[u"name"].toString(), u"calendar"_s);
        nova.setCurrent(*here.nova);
        QCOMPARE(nova.state(), here.nova->state());
    }
};

QTEST_GUILESS_MAIN(TestRemotePeers)
#include "tst_remote_peers.moc"
