#include "core/health/health_json.h"
#include "core/health/health_verdict.h"
#include "tests/mcp/probing.h"
#include "tests/mcp/scripted_mcp_server.h"
#include "tests/support/free_port.h"

#include <QJsonDocument>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

using Kind = CheckResult::Kind;

namespace
{
const QString token = u"tk-9f8e7d6c5b4a39281706f5e4d3c2b1a0-q7w8e9r0t1y2u3i4o5p6"_s;
}

/// A whole check of an entry: which address decides, who gets the credentials, and who never sees them.
class TestHealthCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatProbeSays_data();
    void asksWhatProbeSays();
    void sharesOneDeadlineBetweenBothAddresses();
    void givesCredentialsToTheSameServerOnly();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void repeatsNoSecret_data();
    void repeatsNoSecret();
    void hidesWhatAVariablePutIntoTheAddress();
};

void TestHealthCheck::asksWhatProbeSays_data()
{
    QTest::addColumn<ProbeKind>("probe");
    QTest::addColumn<Fault>("mcp");
    QTest::addColumn<int>("health"); // Its status; 0: no health_url; -1: nobody listens.
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("address");
    const Fault good, page = always(httpReply(200, "text/html", "<p>")),
                      locked = always(httpReply(401, {}, {}, {{"WWW-Authenticate", "Bearer"}})),
                      refuses = always(httpReply(403, {}, {})), broken = always(httpReply(500, {}, {}));
    const auto row = [](const char *name, ProbeKind probe, const Fault &mcp, int health, Kind kind,
                        const QString &address) { QTest::newRow(name) << probe << mcp << health << kind << address; };
    const QString url = u"url"_s, healthUrl = u"health_url"_s;
    row("auto, MCP", ProbeKind::Auto, good, 200, Kind::Healthy, url);
    row("auto, MCP, whose health address is down", ProbeKind::Auto, good, -1, Kind::Healthy, url);
    row("auto, no MCP, 200", ProbeKind::Auto, page, 200, Kind::HealthAnswers, healthUrl);
    row("auto, no MCP, 204", ProbeKind::Auto, page, 204, Kind::HealthAnswers, healthUrl);
    row("auto, no MCP, 404", ProbeKind::Auto, page, 404, Kind::HealthRefuses, healthUrl);
    row("auto, no MCP, 302", ProbeKind::Auto, page, 302, Kind::HealthRefuses, healthUrl);
    row("auto, no MCP, 503", ProbeKind::Auto, page, 503, Kind::NoAnswer, healthUrl);
    row("auto, no MCP, 401", ProbeKind::Auto, page, 401, Kind::WantsCredentials, healthUrl);
    row("auto, no MCP, 403", ProbeKind::Auto, page, 403, Kind::HealthRefuses, healthUrl);
    row("auto, no MCP, nobody", ProbeKind::Auto, page, -1, Kind::NoAnswer, healthUrl);
    row("auto, no MCP, none", ProbeKind::Auto, page, 0, Kind::NotMcp, url);
    row("auto, refuses, 200", ProbeKind::Auto, refuses, 200, Kind::HealthAnswers, healthUrl);
    row("auto, locked", ProbeKind::Auto, locked, 200, Kind::WantsCredentials, url);
    row("auto, broken", ProbeKind::Auto, broken, 200, Kind::NoAnswer, url);
    row("mcp, MCP", ProbeKind::Mcp, good, 503, Kind::Healthy, url);
    row("mcp, no MCP", ProbeKind::Mcp, page, 200, Kind::NotMcp, url);
    row("http, 200", ProbeKind::Http, broken, 200, Kind::HealthAnswers, healthUrl);
    row("http, 500", ProbeKind::Http, good, 500, Kind::NoAnswer, healthUrl);
    row("http, 401", ProbeKind::Http, good, 401, Kind::WantsCredentials, healthUrl);
}

void TestHealthCheck::asksWhatProbeSays()
{
    QFETCH(ProbeKind, probe);
    QFETCH(Fault, mcp);
    QFETCH(int, health);
    QFETCH(Kind, kind);
    QFETCH(QString, address);
    ScriptedMcpServer server({.fault = mcp});
    // The health address never ends its answer: its status says all.
    WireReply answer = httpReply(health, "text/plain", "", {{"WWW-Authenticate", "Basic"}});
    if (health == 403)
        answer = httpReply(403, {}, {});
    if (health == 200)
        answer = endless("text/plain", "fine ");
    ScriptedMcpServer healthServer({.fault = always(answer)});
    MonitoredServer entry = serverAt(server.url(), probe);
    if (health != 0)
        entry.entry.healthUrl = healthServer.url(u"/health"_s).toString();
    if (health == -1)
        entry.entry.healthUrl = u"http://127.0.0.1:%1/"_s.arg(freePort());
    HttpClient client;
    const CheckResult result = checkOnce(client, entry);
    QVERIFY2(result.kind == kind, qPrintable(textsOf(result.mcp).join(u"; "_s)));
    QCOMPARE(result.address, address);
    QCOMPARE(result.host, u"127.0.0.1"_s);
    const bool isHealthAsked = address == u"health_url" && health != -1;
    QCOMPARE(healthServer.calls(), isHealthAsked ? QStringList{u"GET"_s} : QStringList());
    QCOMPARE(server.seen().isEmpty(), probe == ProbeKind::Http);
    for (const SeenRequest &request : server.seen())
        QCOMPARE(request.method, "POST");
    if (kind == Kind::HealthAnswers)
        QVERIFY(result.mcp.latencyMs >= 0);
}

void TestHealthCheck::sharesOneDeadlineBetweenBothAddresses()
{
    WireReply late = httpReply(200, "text/html", "<p>");
    late.delay = impatient / 2;
    ScriptedMcpServer server({.fault = always(late)}), health({.fault = always(silence())});
    MonitoredServer entry = serverAt(server.url(), ProbeKind::Auto);
    entry.entry.healthUrl = health.url().toString();
    HttpClient client;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(checkOnce(client, entry, {}, impatient).mcp.failure, HttpFailure::TimedOut);
    QVERIFY(timer.elapsed() >= impatient.count() - 5);
    QVERIFY(timer.elapsed() < 3 * impatient.count());
    QCOMPARE(health.seen().size(), 1);
}

void TestHealthCheck::givesCredentialsToTheSameServerOnly()
{
    const Fault page = always(httpReply(200, "text/html", "<p>"));
    ScriptedMcpServer server({.fault = page}), other({.fault = page});
    QProcessEnvironment environment;
    environment.insert(u"TOKEN"_s, token);
    MonitoredServer entry = serverAt(server.url(), ProbeKind::Auto);
    entry.headers = {{"Authorization", u"Bearer ${TOKEN}"_s}};
    HttpClient client;
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        QUrl url = server.url(u"/health"_s);
        url.setHost(host);
        entry.entry.healthUrl = url.toString();
        server.forgetCalls();
        QCOMPARE(checkOnce(client, entry, environment).kind, Kind::HealthAnswers);
        QCOMPARE(server.seen().first().header("Authorization"), "Bearer " + token.toLatin1());
        const QByteArray onHealth = server.seen().last().header("Authorization");
        QCOMPARE(onHealth.isEmpty(), host == u"localhost"); // Another name may be another server.
    }
    entry.entry.healthUrl = other.url(u"/health"_s).toString();
    QCOMPARE(checkOnce(client, entry, environment).kind, Kind::HealthAnswers);
    QVERIFY(other.seen().first().header("Authorization").isEmpty());
}

void TestHealthCheck::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<bool>("isProblem");
    const QString plain = u"http://127.0.0.1/mcp"_s;
    QTest::newRow("none") << plain << u"Bearer ${TOKEN}"_s << QStringList() << false;
    QTest::newRow("in a header") << plain << u"${NONE} ${EMPTY}"_s << QStringList{u"NONE"_s, u"EMPTY"_s} << false;
    QTest::newRow("in the address") << u"http://${NONE}/mcp"_s << u""_s << QStringList{u"NONE"_s} << false;
    QTest::newRow("a line break") << plain << u"${LINES}"_s << QStringList() << true;
    QTest::newRow("no address") << u"${TOKEN}"_s << u""_s << QStringList() << true;
    QTest::newRow("another scheme") << u"${SCHEME}://127.0.0.1/"_s << u""_s << QStringList() << true;
}

void TestHealthCheck::saysWhatIsMissing()
{
    QFETCH(QString, url);
    QFETCH(QString, header);
    QFETCH(QStringList, missing);
    QFETCH(bool, isProblem);
    QProcessEnvironment environment;
    environment.insert(u"TOKEN"_s, token);
    environment.insert(u"EMPTY"_s, {});
    environment.insert(u"LINES"_s, token + u"\r\nX-Other: 1"_s);
    environment.insert(u"SCHEME"_s, u"file"_s);
    MonitoredServer entry = serverAt({});
    entry.entry.url = url;
    entry.headers = {{"Authorization", header}};
    const ProbeTarget target = makeTarget(entry, environment, patient);
    QCOMPARE(target.missing, missing);
    QCOMPARE(!target.problem.isEmpty(), isProblem);
    QVERIFY(!target.problem.contains(token));
}

void TestHealthCheck::repeatsNoSecret_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<ServerScript::Era>("era");
    // So that, with what stands before it, the limit of a text falls into the middle of the secret.
    for (const int before : {0, 10, 25, 40, 50, 70, 110, 150, 180, 270}) {
        const auto echo = [before](const SeenRequest &request) {
            return QString(QString(before, u'x') + QString::fromLatin1(request.header("Authorization")));
        };
        const auto row = [before](const char *name, const Fault &fault,
                                  ServerScript::Era era = ServerScript::Era::Modern) {
            QTest::addRow("%s, after %d", name, before) << fault << era;
        };
        row("error",
            [echo](const SeenRequest &request) { return jsonReply(rpcError(request, -32600, echo(request)), 400); });
        row("tools", on(u"tools/list"_s, [echo](const SeenRequest &request) {
                return jsonReply(rpcError(request, -32600, echo(request)));
            }));
        row("tool names", on(u"tools/list"_s, [echo](const SeenRequest &request) {
                const QJsonArray tools{QJsonObject{{u"name"_s, echo(request)}}};
                return jsonReply(rpcResult(request, {{u"tools"_s, tools}}));
            }));
        row("versions", [echo](const SeenRequest &request) {
            return jsonReply(rpcResult(request, {{u"supportedVersions"_s, QJsonArray{echo(request)}}}));
        });
        row("unsupported", [echo](const SeenRequest &request) {
            const QJsonObject data{{u"supported"_s, QJsonArray{echo(request)}}};
            return jsonReply(rpcError(request, -32022, echo(request), data), 400);
        });
        row("name", on(u"server/discover"_s, [echo](const SeenRequest &request) {
                const QJsonObject info{{u"name"_s, echo(request)}, {u"version"_s, echo(request)}};
                return jsonReply(
                    rpcResult(request, {{u"supportedVersions"_s, QJsonArray{u"2026-07-28"_s}},
                                        {u"_meta"_s, QJsonObject{{u"io.modelcontextprotocol/serverInfo"_s, info}}}}));
            }));
        row("legacy version",
            on(u"initialize"_s,
               [echo](const SeenRequest &request) {
                   return jsonReply(rpcResult(request, {{u"protocolVersion"_s, echo(request)}}));
               }),
            ServerScript::Era::Legacy);
        row("legacy name",
            on(u"initialize"_s,
               [echo](const SeenRequest &request) {
                   const QJsonObject info{{u"name"_s, echo(request)}, {u"version"_s, echo(request)}};
                   return jsonReply(
                       rpcResult(request, {{u"protocolVersion"_s, u"2025-11-25"_s}, {u"serverInfo"_s, info}}));
               }),
            ServerScript::Era::Legacy);
        row("place", [echo](const SeenRequest &request) {
            const QByteArray place = "http://other.invalid/" + echo(request).toLatin1().toPercentEncoding();
            return httpReply(307, {}, {}, {{"Location", place}});
        });
        row("kind of content",
            [echo](const SeenRequest &request) { return httpReply(200, echo(request).toLatin1(), "x"); });
    }
}

void TestHealthCheck::repeatsNoSecret()
{
    QFETCH(Fault, fault);
    QFETCH(ServerScript::Era, era);
    ScriptedMcpServer server({.era = era, .fault = fault});
    MonitoredServer entry = serverAt(server.url());
    entry.headers = {{"Authorization", u"Bearer ${TOKEN}"_s}};
    QProcessEnvironment environment;
    environment.insert(u"TOKEN"_s, token);
    HttpClient client;
    const CheckResult result = checkOnce(client, entry, environment);
    QVERIFY(server.seen().first().header("Authorization").endsWith(token.toLatin1()));
    const QStringList texts =
        textsOf(result.mcp) + QStringList{QString::fromUtf8(QJsonDocument(toJson(judge(result, {}))).toJson())};
    for (const QString &text : texts) {
        for (qsizetype at = 0; at + 6 <= token.size(); ++at)
            QVERIFY2(!text.contains(token.sliced(at, 6), Qt::CaseInsensitive), qPrintable(text));
    }
}

void TestHealthCheck::hidesWhatAVariablePutIntoTheAddress()
{
    QProcessEnvironment environment;
    environment.insert(u"TENANT"_s, token.first(40));
    MonitoredServer entry = serverAt({});
    entry.entry.url = u"http://${TENANT}.invalid/${TENANT}"_s;
    HttpClient client;
    const CheckResult result = checkOnce(client, entry, environment);
    QCOMPARE(result.mcp.failure, HttpFailure::NameUnknown);
    const HealthReport report = judge(result, {});
    for (const QString &text : textsOf(result.mcp) + QStringList{report.summary, report.action, report.detail})
        QVERIFY2(!text.contains(token.first(40)), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestHealthCheck)
#include "tst_health_check.moc"
