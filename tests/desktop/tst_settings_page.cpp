#include "tests/core/unprivileged.h"
#include "tests/desktop/settings_fixture.h"
#include "tests/redis/redis_server.h"
#include "tests/support/free_port.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The settings page of the real program, with the mouse and the keyboard: what is applied holds at once, and what
/// cannot be changes nothing.
class TestSettingsPage : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_web;

    /// The status of a request; 0 where nobody answers.
    int ask(const QString &address, const QByteArray &body = {})
    {
        QNetworkRequest request{QUrl(address)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? m_web.get(request) : m_web.post(request, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!finished.wait())
            return -1;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    static QString address(quint16 port) { return u"http://127.0.0.1:%1"_s.arg(port); }
    static QColor ground(SettingsFixture &page) { return page.window().color(); }

private Q_SLOTS:
    void aPortThatIsTaken();
    void aPortThatIsTakenLeavesTheOldOne();
    void aFileThatMayNotBeWritten();
    void aFileThatIsWrong();
    void whatCannotBeGoesNowhere();
    void servesTheWebPage();
    void theThemeHoldsAtOnce();
    void followsTheFile();
    void otherPartsFollow();
    void triesRedis();
    void usesRedis();
    void startsWithTheDesktop();
    void byKeyboardAlone();
    void finds();
};

void TestSettingsPage::aPortThatIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QByteArray before("# mine\nserver:\n  host: 127.0.0.1\n");
    SettingsFixture page(before);
    QVERIFY(page.open());
    page.toggle(u"server.enabled"_s);
    page.type(u"server.port"_s, QString::number(other.serverPort()));
    page.apply();
    QTRY_VERIFY(page.problem(u"server.port"_s).contains(u"is taken by another program"_s));
    QCOMPARE(page.words(u"settingsSummary"_s), u"2 changes"_s); // What was typed is there still.
    QCOMPARE(page.text(), before);
    QVERIFY(page.host().listening().address.isEmpty());
    QVERIFY(!page.picture(u"settings-refused"_s).isNull());
    other.close();
    page.apply();
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    QCOMPARE(ask(page.host().listening().address + u"/api/mcp"_s), 401);
}

void TestSettingsPage::aPortThatIsTakenLeavesTheOldOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 port = freePort();
    const QByteArray before("server: {enabled: true, port: " + QByteArray::number(port) + "}\n");
    SettingsFixture page(before);
    QVERIFY(page.open());
    QCOMPARE(page.host().listening().address, address(port));
    page.type(u"server.port"_s, QString::number(other.serverPort()));
    page.apply();
    QTRY_VERIFY(!page.problem(u"server.port"_s).isEmpty());
    QCOMPARE(ask(address(port) + u"/api/session"_s), 200);
    QCOMPARE(page.text(), before);
    // The same door: the old one has to make room, and comes back.
    page.type(u"server.port"_s, QString::number(port));
    page.type(u"server.tls_certificate"_s, u"none.pem"_s);
    page.type(u"server.tls_key"_s, u"none.key"_s);
    page.apply();
    QTRY_VERIFY(!page.problem(u"server.tls_certificate"_s).isEmpty());
    QCOMPARE(ask(address(port) + u"/api/session"_s), 200);
    QCOMPARE(page.host().listening().address, address(port));
    QCOMPARE(page.text(), before);
}

void TestSettingsPage::aFileThatMayNotBeWritten()
{
    const QByteArray before("log: {level: error}\n");
    SettingsFixture page(before);
    const Unprivileged user(page.root()); // The folder and file in it are somebody else's still.
    if (!Unprivileged::holds())
        QSKIP("permission bits mean nothing here");
    if (QFileInfo(page.file()).ownerId() == ::geteuid()) {
        QFile::setPermissions(page.file(), QFile::ReadOwner);
        QFile::setPermissions(page.root() + u"/configs"_s, QFile::ReadOwner | QFile::ExeOwner);
    }
    page.host().reload();
    QTRY_VERIFY(!page.host().settingsFile().writable);
    QVERIFY(page.open());
    page.toggle(u"desktop.start_in_tray"_s);
    page.type(u"health.timeout_s"_s, u"9"_s);
    page.apply();
    QTRY_VERIFY2(page.words(u"settingsFailure"_s).contains(u"is managed elsewhere"_s),
                 qPrintable(page.words(u"settingsFailure"_s)));
    QCOMPARE(page.host().settings().health.timeoutSeconds, 5);
    QCOMPARE(page.words(u"settingsSummary"_s), u"2 changes"_s);
    if (QFileInfo(page.file()).ownerId() == ::geteuid())
        QFile::setPermissions(page.root() + u"/configs"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestSettingsPage::aFileThatIsWrong()
{
    SettingsFixture page("desktop: {theme: light}\n");
    QVERIFY(page.open());
    Scratch::replace(page.file(), "desktop:\n  theme: pink\n");
    QTRY_COMPARE(page.item(u"fileProblem"_s) != nullptr, true);
    QCOMPARE(page.host().settings().desktop.theme, u"light"_s);
    QVERIFY(page.settings().problem().contains(u"desktop.theme"_s));
    QVERIFY(!page.picture(u"settings-wrong-file"_s).isNull());
    page.toggle(u"desktop.start_in_tray"_s);
    page.apply();
    QTRY_VERIFY(page.words(u"settingsFailure"_s).contains(u"has to be mended first"_s));
    QCOMPARE(page.text(), QByteArray("desktop:\n  theme: pink\n"));
    Scratch::replace(page.file(), "desktop:\n  theme: dark\n");
    QTRY_VERIFY(!page.item(u"fileProblem"_s));
    QTRY_COMPARE(page.host().settings().desktop.theme, u"dark"_s);
}

void TestSettingsPage::whatCannotBeGoesNowhere()
{
    SettingsFixture page;
    QVERIFY(page.open());
    page.type(u"server.port"_s, u"99999"_s);
    QCOMPARE(page.problem(u"server.port"_s), u"A whole number from 0 to 65535."_s);
    page.type(u"backups.keep"_s, u"7"_s);
    page.apply();
    QTRY_VERIFY(page.control(u"server.port"_s, u"field"_s)->hasActiveFocus());
    QVERIFY(!QFile::exists(page.file()));
    QTest::keyClick(&page.window(), Qt::Key_Escape); // Loses nothing.
    QCOMPARE(page.words(u"settingsSummary"_s), u"2 changes"_s);
    page.window().grabWindow(); // What was just shown has its place from the next picture on.
    page.click(page.item(u"settingsCancel"_s));
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    QCOMPARE(page.control(u"server.port"_s, u"field"_s)->property("text").toString(), u"8765"_s);
}

void TestSettingsPage::servesTheWebPage()
{
    const quint16 port = freePort();
    SettingsFixture page("# mine\n");
    QVERIFY(page.open());
    QVERIFY(!page.item(u"webAccess"_s));
    page.toggle(u"server.enabled"_s);
    page.type(u"server.port"_s, QString::number(port));
    QCOMPARE(ask(address(port)), 0);
    page.apply();
    QTRY_VERIFY(page.item(u"webAccess"_s));
    QCOMPARE(page.words(u"webAddress"_s), address(port));
    QCOMPARE(ask(address(port) + u"/api/mcp"_s), 401);
    QCOMPARE(page.text(), QByteArray("# mine\nserver:\n  enabled: true\n  port: " + QByteArray::number(port) + "\n"));

    for (int i = 0; i < 2; ++i) { // Every link is a fresh one.
        page.click(page.item(u"copyLink"_s));
        const QString before = address(port) + u"/#login="_s;
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(before));
        const QByteArray code = QGuiApplication::clipboard()->text().mid(before.size()).toLatin1();
        QGuiApplication::clipboard()->clear();
        QCOMPARE(ask(address(port) + u"/api/session"_s, "{\"code\": \"" + code + "\"}"), 200);
        QCOMPARE(ask(address(port) + u"/api/session"_s, "{\"code\": \"" + code + "\"}"), 401);
    }
    QVERIFY(!page.item(u"token"_s));
    page.click(page.item(u"showToken"_s));
    QTRY_COMPARE(page.words(u"token"_s), QString::fromLatin1(Scratch::read(page.root() + u"/state/token"_s).trimmed()));
    QVERIFY(!page.picture(u"settings-web"_s).isNull());

    page.toggle(u"server.enabled"_s);
    page.apply();
    QTRY_VERIFY(!page.item(u"webAccess"_s));
    QCOMPARE(ask(address(port)), 0);
    // Undo opens it again.
    page.click(page.item(u"toastAction"_s));
    QTRY_VERIFY(page.item(u"webAccess"_s));
    QCOMPARE(ask(address(port) + u"/api/session"_s), 200);
}

void TestSettingsPage::theThemeHoldsAtOnce()
{
    SettingsFixture page("desktop:\n  theme: light   # easier on paper\n");
    QVERIFY(page.open());
    const QColor light = ground(page);
    QVERIFY(!page.picture(u"settings-light"_s).isNull());
    QQuickItem *box = page.control(u"desktop.theme"_s, u"choice"_s);
    QVERIFY(box);
    box->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&page.window(), Qt::Key_Down);
    QCOMPARE(page.words(u"settingsSummary"_s), u"1 change"_s);
    QCOMPARE(ground(page), light);
    page.apply();
    QTRY_VERIFY(ground(page) != light);
    QTRY_COMPARE(page.text(), QByteArray("desktop:\n  theme: dark   # easier on paper\n"));
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    QVERIFY(!page.picture(u"settings-dark"_s).isNull());
}

void TestSettingsPage::followsTheFile()
{
    SettingsFixture page("desktop: {theme: light}\n");
    QVERIFY(page.open());
    const QColor light = ground(page);
    page.type(u"health.timeout_s"_s, u"9"_s);
    Scratch::replace(page.file(), "desktop: {theme: dark}\nbackups: {keep: 3}\n");
    QTRY_VERIFY(ground(page) != light);
    QTRY_COMPARE(page.control(u"backups.keep"_s, u"field"_s)->property("text").toString(), u"3"_s);
    QCOMPARE(page.control(u"health.timeout_s"_s, u"field"_s)->property("text").toString(), u"9"_s);
    // What somebody saved this moment is merged with, not overwritten.
    Scratch::replace(page.file(), "# by hand\ndesktop: {theme: dark}\nbackups: {keep: 4}\n");
    page.apply();
    QTRY_COMPARE(page.text(), QByteArray("# by hand\ndesktop: {theme: dark}\nbackups: {keep: 4}\n"
                                         "health:\n  timeout_s: 9\n"));
    QTRY_COMPARE(page.host().settings().backups.keep, 4);
    QCOMPARE(page.host().settings().health.timeoutSeconds, 9);
    QVERIFY(QFile::remove(page.file())); // Then everything is as by default.
    QTRY_COMPARE(page.host().settings().backups.keep, 100);
}

void TestSettingsPage::otherPartsFollow()
{
    SettingsFixture page;
    QVERIFY(page.open());
    QVERIFY(page.host().nova().state()->restarts->allowed.isEmpty());
    page.type(u"restart.allowed_services"_s, u"mcp_gmail, mcp_files"_s);
    page.type(u"watch.window_ms"_s, u"50"_s);
    page.toggle(u"watch.polling"_s);
    page.type(u"health.interval_s"_s, u"0"_s);
    page.apply();
    QTRY_COMPARE(page.host().nova().state()->restarts->allowed, QStringList({u"mcp_gmail"_s, u"mcp_files"_s}));
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    // The files are still watched, now by looking.
    const QString catalog = page.root() + u"/configs/mcp_servers.yaml"_s;
    Scratch::replace(catalog, "only: {url: http://127.0.0.1:1/mcp}\n");
    QTRY_COMPARE_WITH_TIMEOUT(page.host().nova().state()->catalog->servers.size(), 1, 10000);
    QTRY_VERIFY(page.host().nova().state()->catalog->file.polling);
}

void TestSettingsPage::triesRedis()
{
    SettingsFixture page;
    QVERIFY(page.open());
    page.click(page.item(u"testRedis"_s));
    QTRY_COMPARE(page.words(u"redisFinding"_s), u"There is no address to try."_s);
    RedisServer redis({u"requirepass hunter2"_s});
    QVERIFY(redis.start());
    const auto finds = [&](const QString &url, const QString &finding) {
        page.type(u"redis.url"_s, url);
        page.click(page.item(u"testRedis"_s));
        const bool found = QTest::qWaitFor([&] { return page.words(u"redisFinding"_s).contains(finding); }, 8000);
        if (!found)
            qWarning() << page.words(u"redisFinding"_s);
        return found;
    };
    const QString at = u"127.0.0.1:%1"_s.arg(redis.port());
    QVERIFY(finds(u"redis://"_s + at, u"Redis asks for a password."_s));
    QVERIFY(finds(u"redis://:wrong@"_s + at, u"Redis does not accept this user or password."_s));
    QVERIFY(finds(u"redis://:hunter2@"_s + at, u"answers in"_s));
    QVERIFY(!page.picture(u"settings-redis"_s).isNull());
    QVERIFY(finds(u"rediss://"_s + at, u"This build cannot do TLS"_s));
    QVERIFY(finds(u"redis://nova.invalid"_s, u"There is no machine named nova.invalid."_s));
    QVERIFY(finds(u"redis://127.0.0.1:%1"_s.arg(freePort()), u"the connection was refused"_s));
    QVERIFY(finds(u"unix:///nowhere/redis.sock"_s, u"There is no socket /nowhere/redis.sock."_s));
    QVERIFY(!QFile::exists(page.file())); // To try is not to save.
    QVERIFY(page.host().nova().state()->redis->state == RedisStatus::State::Disabled);
}

void TestSettingsPage::usesRedis()
{
    RedisServer redis;
    QVERIFY(redis.start());
    SettingsFixture page;
    QVERIFY(page.open());
    page.type(u"redis.url"_s, redis.url());
    page.apply();
    QTRY_VERIFY(page.host().nova().state()->redis->state == RedisStatus::State::Connected);
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    page.type(u"redis.url"_s, {});
    page.apply();
    QTRY_VERIFY(page.host().nova().state()->redis->state == RedisStatus::State::Disabled);
}

void TestSettingsPage::startsWithTheDesktop()
{
    SettingsFixture page;
    QVERIFY(page.open());
    page.toggle(u"desktop.autostart"_s);
    QVERIFY(!QFile::exists(page.autostartFile()));
    page.apply();
    QTRY_VERIFY(QFile::exists(page.autostartFile()));
    const QByteArray text = Scratch::read(page.autostartFile());
    const QString exec = execText({QCoreApplication::applicationFilePath(), u"--root"_s, page.root(), u"--state-dir"_s,
                                   QString(page.root() + u"/state"_s)});
    QVERIFY(text.contains(QByteArray("\nExec=" + exec.toUtf8() + "\n")));
    QVERIFY(page.settings().autostart());
    QVERIFY(!QFile::exists(page.file()));
    Scratch::write(page.autostartFile(), QByteArray(text + "Hidden=true\n")); // As the desktop's own settings do it.
    QVERIFY(!page.settings().autostart());
    Scratch::write(page.autostartFile(), text);
    QTRY_VERIFY(!page.item(u"settingsBar"_s));
    page.toggle(u"desktop.autostart"_s);
    page.apply();
    QTRY_VERIFY(!QFile::exists(page.autostartFile()));
    QCOMPARE(execText({u"/opt/my apps/nova"_s, u"100%"_s, u"a\"$b"_s}),
             u"\"/opt/my apps/nova\" 100%% \"a\\\\\"\\\\$b\""_s);
}

void TestSettingsPage::byKeyboardAlone()
{
    SettingsFixture page;
    QVERIFY(page.open());
    // Tab goes through every control, and what has the keyboard can be seen.
    QStringList seen;
    for (int i = 0; i < 90 && !seen.contains(u"log.format"_s); ++i) {
        QTest::keyClick(&page.window(), Qt::Key_Tab);
        QQuickItem *focused = page.window().activeFocusItem();
        QVERIFY(focused);
        for (const QQuickItem *above = focused; above; above = above->parentItem()) {
            if (!above->objectName().startsWith(u"setting:"_s))
                continue;
            seen.append(above->objectName().mid(8));
            const QQuickItem *scroll = page.item(u"settingsScroll"_s);
            const qreal y = focused->mapToItem(scroll, QPointF(0, 0)).y();
            QVERIFY2(y >= 0 && y + focused->height() <= scroll->height(), qPrintable(seen.last()));
        }
    }
    Settings scratch;
    const auto table = settingsTable(scratch);
    for (const Setting &setting : table)
        QVERIFY2(seen.contains(setting.name), qPrintable(setting.name));
}

void TestSettingsPage::finds()
{
    SettingsFixture page;
    QVERIFY(page.open());
    QTest::keyClick(&page.window(), Qt::Key_F, Qt::ControlModifier);
    for (const QChar c : u"redis"_s)
        QTest::sendKeyEvent(QTest::Click, &page.window(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    QTRY_VERIFY(!page.item(u"setting:log.format"_s));
    QVERIFY(page.item(u"setting:redis.url"_s));
    QVERIFY(!page.picture(u"settings-found"_s).isNull());
    QTest::keyClick(&page.window(), Qt::Key_Escape);
    QTRY_VERIFY(page.item(u"setting:log.format"_s));
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestSettingsPage)
#include "tst_settings_page.moc"
