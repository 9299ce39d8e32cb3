#include "core/health/health_report.h"
#include "core/health/health_verdict.h"
#include "core/health/placeholders.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

using Kind = CheckResult::Kind;

/// What is said of a server, for everything that a check can find.
class TestHealthVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowItIs_data();
    void saysHowItIs();
    void oneMissIsNotDown_data();
    void oneMissIsNotDown();
    void tellsSlowFromUsual_data();
    void tellsSlowFromUsual();
    void hasWordsForEveryStatus();
    void wordsOfStatusesAreReadBack();
    void smallChangesAreNoNews();
    void fillsInVariables_data();
    void fillsInVariables();

private:
    static CheckResult failed(HttpFailure failure, int status = 0)
    {
        CheckResult check;
        check.kind = Kind::NoAnswer;
        check.address = u"url"_s;
        check.host = u"tools.example"_s;
        check.mcp.failure = failure;
        check.mcp.status = status;
        return check;
    }
    static CheckResult found(Kind kind, int status = 200)
    {
        CheckResult check = failed(HttpFailure::None, status);
        check.kind = kind;
        return check;
    }
    static void isWhole(const HealthReport &report)
    {
        QVERIFY(report.summary.endsWith(u'.'));
        QVERIFY2(!report.summary.contains(u"%1"_s) && !report.action.contains(u"%1"_s), qPrintable(report.summary));
        const bool isFine = report.status <= HealthStatus::Healthy;
        QVERIFY2(isFine == report.action.isEmpty(), qPrintable(report.summary));
        QVERIFY2(isFine == report.reason.isEmpty(), qPrintable(report.summary));
    }
};

void TestHealthVerdict::saysHowItIs_data()
{
    QTest::addColumn<CheckResult>("check");
    QTest::addColumn<bool>("hasHeaders");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const CheckResult &check, const QString &status, const QString &reason,
                        bool hasHeaders = false) { QTest::newRow(name) << check << hasHeaders << status << reason; };
    row("healthy", found(Kind::Healthy), u"healthy"_s, {});
    row("its health address answers", found(Kind::HealthAnswers), u"healthy"_s, {});
    row("no tools told", found(Kind::ToolsFailed), u"degraded"_s, u"tools_failed"_s);
    row("health refuses", found(Kind::HealthRefuses, 404), u"degraded"_s, u"health_refused"_s);
    row("wants credentials", found(Kind::WantsCredentials, 401), u"auth_required"_s, u"credentials_missing"_s);
    row("refuses them", found(Kind::WantsCredentials, 403), u"auth_required"_s, u"credentials_refused"_s, true);
    row("no version", found(Kind::NoCommonVersion), u"incompatible"_s, u"version"_s);
    CheckResult other = found(Kind::NoCommonVersion);
    other.mcp.offered = QStringList{u"2099-01-01"_s};
    row("another version", other, u"incompatible"_s, u"version"_s);
    row("a web page", found(Kind::NotMcp), u"not_mcp"_s, u"not_mcp"_s);
    row("nothing there", found(Kind::NotMcp, 404), u"not_mcp"_s, u"not_found"_s);
    row("401 without a challenge", found(Kind::NotMcp, 401), u"not_mcp"_s, u"refused_unexplained"_s);
    row("asks for fewer requests", found(Kind::Busy, 429), u"degraded"_s, u"rate_limited"_s);
    row("403 without a challenge", found(Kind::NotMcp, 403), u"not_mcp"_s, u"refused_unexplained"_s);
    CheckResult moved = found(Kind::NotMcp, 302);
    moved.mcp.redirect = u"http://other.example/"_s;
    row("points elsewhere", moved, u"not_mcp"_s, u"redirect"_s);
    CheckResult ssh = failed(HttpFailure::NotHttp);
    ssh.kind = Kind::NotMcp;
    row("no HTTP", ssh, u"not_mcp"_s, u"not_http"_s);
    CheckResult large = failed(HttpFailure::TooLarge, 200);
    large.kind = Kind::NotMcp;
    row("too much", large, u"not_mcp"_s, u"too_large"_s);
    row("DNS", failed(HttpFailure::NameUnknown), u"unreachable"_s, u"dns"_s);
    row("refused", failed(HttpFailure::Refused), u"unreachable"_s, u"refused"_s);
    row("no route", failed(HttpFailure::NoRoute), u"unreachable"_s, u"no_route"_s);
    row("TLS", failed(HttpFailure::Tls), u"unreachable"_s, u"tls"_s);
    row("timeout", failed(HttpFailure::TimedOut), u"unreachable"_s, u"timeout"_s);
    row("cut", failed(HttpFailure::Broken), u"unreachable"_s, u"broken"_s);
    row("nonsense", failed(HttpFailure::NotHttp), u"unreachable"_s, u"broken"_s);
    row("HTTP 502", failed(HttpFailure::None, 502), u"unreachable"_s, u"http_error"_s);
    CheckResult missing = found(Kind::CannotAsk);
    missing.missing = QStringList{u"TOKEN"_s};
    row("a variable", missing, u"misconfigured"_s, u"missing_variable"_s);
    missing.missing.append(u"OTHER"_s);
    row("two variables", missing, u"misconfigured"_s, u"missing_variable"_s);
    CheckResult problem = found(Kind::CannotAsk);
    problem.problem = u"With its variables filled in, «url» is no http or https address."_s;
    row("no address", problem, u"misconfigured"_s, u"misconfigured"_s);
}

void TestHealthVerdict::saysHowItIs()
{
    QFETCH(CheckResult, check);
    QFETCH(bool, hasHeaders);
    QFETCH(QString, status);
    QFETCH(QString, reason);
    HealthBackground background;
    background.hasHeaders = hasHeaders;
    background.failuresInARow = 2;
    const HealthReport report = judge(check, background);
    QCOMPARE(toString(report.status), status);
    QCOMPARE(report.reason, reason);
    isWhole(report);
    for (const QString &name : std::as_const(check.missing))
        QVERIFY(report.summary.contains(name));
    QCOMPARE(isFailure(check), check.kind == Kind::NoAnswer);
}

void TestHealthVerdict::oneMissIsNotDown_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("enough");
    QTest::addColumn<QString>("status");
    QTest::newRow("the first of two") << 1 << 2 << u"degraded"_s;
    QTest::newRow("the second of two") << 2 << 2 << u"unreachable"_s;
    QTest::newRow("the first of one") << 1 << 1 << u"unreachable"_s;
    QTest::newRow("the fourth of five") << 4 << 5 << u"degraded"_s;
    QTest::newRow("the hundredth") << 100 << 2 << u"unreachable"_s;
}

void TestHealthVerdict::oneMissIsNotDown()
{
    QFETCH(int, failures);
    QFETCH(int, enough);
    QFETCH(QString, status);
    for (int failure = int(HttpFailure::None); failure <= int(HttpFailure::TooLarge); ++failure) {
        HealthBackground background;
        background.failuresInARow = failures;
        background.failuresBeforeDown = enough;
        const HealthReport report = judge(failed(HttpFailure(failure), failure == 0 ? 500 : 0), background);
        QCOMPARE(toString(report.status), status);
        isWhole(report);
    }
}

void TestHealthVerdict::tellsSlowFromUsual_data()
{
    QTest::addColumn<int>("usual");
    QTest::addColumn<int>("now");
    QTest::addColumn<bool>("isSlow");
    QTest::newRow("not known") << -1 << 4000 << false;
    QTest::newRow("ten times, but fast") << 10 << 100 << false;
    QTest::newRow("from nothing") << 0 << 501 << true;
    QTest::newRow("just not") << 100 << 500 << false;
    QTest::newRow("just so") << 100 << 501 << true;
    QTest::newRow("slow as ever") << 2000 << 3000 << false;
    QTest::newRow("slower than slow") << 600 << 3001 << true;
}

void TestHealthVerdict::tellsSlowFromUsual()
{
    QFETCH(int, usual);
    QFETCH(int, now);
    QFETCH(bool, isSlow);
    for (const Kind kind : {Kind::Healthy, Kind::HealthAnswers}) {
        CheckResult check = found(kind);
        check.mcp.latencyMs = now;
        HealthBackground background;
        background.usualLatencyMs = usual;
        QCOMPARE(toString(judge(check, background).status), u"healthy"_s); // Once is nothing.
        background.previousLatencyMs = now;
        const HealthReport report = judge(check, background);
        QCOMPARE(toString(report.status), isSlow ? u"degraded"_s : u"healthy"_s);
        QCOMPARE(report.reason, isSlow ? u"slow"_s : QString());
        isWhole(report);
    }
}

void TestHealthVerdict::hasWordsForEveryStatus()
{
    isWhole(disabledReport());
    isWhole(checkingReport());
    QCOMPARE(toString(disabledReport().status), u"disabled"_s);
    QCOMPARE(toString(checkingReport().status), u"checking"_s);
}

void TestHealthVerdict::wordsOfStatusesAreReadBack()
{
    for (int i = 0; i <= int(HealthStatus::Unreachable); ++i)
        QVERIFY(healthStatusFromString(toString(HealthStatus(i))) == HealthStatus(i));
    QVERIFY(!healthStatusFromString(u"Healthy"));
    QVERIFY(!healthStatusFromString(u""));
}

void TestHealthVerdict::smallChangesAreNoNews()
{
    HealthReport report;
    report.latencyMs = 100;
    HealthReport other = report;
    other.checkedAt = QDateTime::currentDateTimeUtc();
    other.latencyMs = 149;
    QVERIFY(!other.isNewsAfter(report));
    other.latencyMs = 201;
    QVERIFY(other.isNewsAfter(report) && report.isNewsAfter(other));
    other.latencyMs = -1;
    QVERIFY(other.isNewsAfter(report) && report.isNewsAfter(other));
    other = report;
    other.toolNames.append(u"echo"_s);
    QVERIFY(other.isNewsAfter(report));
}

void TestHealthVerdict::fillsInVariables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("missing");
    const auto row = [](const QString &text, const QString &expected, const QStringList &missing = {}) {
        QTest::newRow(qPrintable(text)) << text << expected << missing;
    };
    row(u"plain"_s, u"plain"_s);
    row(u"a${ONE}b${TWO}"_s, u"a1b${ONE}"_s); // What is filled in is not looked at again.
    row(u"${ONE}${ONE}"_s, u"11"_s);
    row(u"$ONE $$ ${ ${} ${1} ${A-B} ${ONE"_s, u"$ONE $$ ${ ${} ${1} ${A-B} ${ONE"_s);
    row(u"${NONE}${EMPTY}${NONE}"_s, u""_s, {u"NONE"_s, u"EMPTY"_s});
    row(u"$${ONE}"_s, u"$1"_s);
}

void TestHealthVerdict::fillsInVariables()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QStringList, missing);
    QProcessEnvironment environment;
    environment.insert(u"ONE"_s, u"1"_s);
    environment.insert(u"TWO"_s, u"${ONE}"_s);
    environment.insert(u"EMPTY"_s, {});
    const Expanded expanded = expandVariables(text, environment);
    QCOMPARE(expanded.text, expected);
    QCOMPARE(expanded.missing, missing);
}

QTEST_GUILESS_MAIN(TestHealthVerdict)
#include "tst_health_verdict.moc"
