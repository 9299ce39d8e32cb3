#include "app/desktop/notifier.h"
#include "tests/desktop/desktop_fixture.h"
#include "tests/desktop/fake_notifications.h"
#include "tests/desktop/fake_panel.h"

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// Somebody saves the prompt, the desktop says so, a click opens the window; and the tray keeps the program.
class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThatThePromptChanged();
    void laterOnesReplaceTheFirst();
    void onlyTheNewestOfABurstIsSent();
    void aClickOpensTheWindow();
    void canBeSwitchedOff();
    void saysWhenThereIsNoService();
    void buttonsGoWhereThereAreButtons();
    void pausedOnesAreNotSent();
    void aRealServiceShowsThem();
    void closingHidesWhereThereIsATray();
    void canStartInTheTray();
};

void TestNotifications::tellsThatThePromptChanged()
{
    FakeNotifications service;
    QVERIFY(service.isListening());
    DesktopFixture desktop;
    desktop.files().shell(u"echo 'A line more.' >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown[0].title, u"The prompt changed in the file"_s);
    QCOMPARE(service.shown[0].text, u"NOVA_SYSTEM_PROMPT.md: 1 line added"_s);
    QCOMPARE(service.shown[0].replaces, 0U);
    QVERIFY(service.shown[0].actions.contains(u"default"_s));
}

void TestNotifications::laterOnesReplaceTheFirst()
{
    FakeNotifications service;
    DesktopFixture desktop;
    desktop.files().shell(u"echo one >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 1);
    desktop.files().shell(u"echo two >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown[1].replaces, service.shown[0].id);
}

void TestNotifications::onlyTheNewestOfABurstIsSent()
{
    FakeNotifications service;
    Notifier notifier(QDBusConnection::sessionBus());
    notifier.show({u"Title"_s, u"0"_s});
    QTRY_COMPARE(service.shown.size(), 1);
    for (int number = 1; number <= 20; ++number)
        notifier.show({u"Title"_s, QString::number(number)});
    QTRY_COMPARE(service.shown.size(), 3);
    QCOMPARE(service.shown[1].text, u"1"_s);
    QCOMPARE(service.shown[2].text, u"20"_s);
    QCOMPARE(service.shown[2].replaces, service.shown[0].id);
}

void TestNotifications::aClickOpensTheWindow()
{
    FakeNotifications service;
    DesktopFixture desktop;
    desktop.window().hide();
    desktop.files().shell(u"echo one >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 1);
    QVERIFY(!desktop.window().isVisible());
    service.click(service.shown[0].id);
    QTRY_VERIFY(desktop.window().isVisible());
}

void TestNotifications::canBeSwitchedOff()
{
    FakeNotifications service;
    DesktopFixture desktop({.notifications = false});
    QTRY_VERIFY(desktop.item(u"serverList"_s));
    desktop.files().shell(u"echo one >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    desktop.window().setProperty("page", 1);
    QTRY_VERIFY(desktop.item(u"promptNote"_s));
    QCOMPARE(service.shown.size(), 0);
    desktop.app().setNotifications(true);
    desktop.files().shell(u"echo two >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 1);
}

void TestNotifications::saysWhenThereIsNoService()
{
    Notifier notifier(QDBusConnection::sessionBus());
    QSignalSpy undeliverable(&notifier, &Notifier::undeliverable);
    notifier.show({u"Title"_s, u"Text"_s});
    QVERIFY(undeliverable.wait());
    QCOMPARE(undeliverable[0][0].value<Notice>().title, u"Title"_s);
}

void TestNotifications::buttonsGoWhereThereAreButtons()
{
    const Notice notice{u"gmail cannot be reached"_s, u"<b>"_s, u"gmail"_s, {{u"check"_s, u"Check now"_s}}};
    {
        FakeNotifications service;
        Notifier notifier(QDBusConnection::sessionBus());
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.show(notice);
        QTRY_COMPARE(service.shown.size(), 1);
        QCOMPARE(service.shown[0].actions.mid(2), (QStringList{u"check"_s, u"Check now"_s}));
        QCOMPARE(service.shown[0].text, u"&lt;b&gt;"_s);
        service.click(service.shown[0].id, u"check"_s);
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), u"check"_s);
        QCOMPARE(activated[0][1].value<Notice>(), notice);
    }
    FakeNotifications plain;
    plain.capabilities = {u"body"_s};
    Notifier notifier(QDBusConnection::sessionBus());
    notifier.show(notice);
    QTRY_COMPARE(plain.shown.size(), 1);
    QVERIFY(plain.shown[0].actions.isEmpty());
    QCOMPARE(plain.shown[0].text, u"<b>"_s);
}

void TestNotifications::pausedOnesAreNotSent()
{
    FakeNotifications service;
    DesktopFixture desktop;
    desktop.app().pause().pauseUntilResumed();
    desktop.files().shell(u"echo one >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    desktop.window().setProperty("page", 1);
    QTRY_VERIFY(desktop.item(u"promptNote"_s));
    desktop.app().pause().resume();
    desktop.files().shell(u"echo two >> prompts/NOVA_SYSTEM_PROMPT.md; echo three >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(service.shown.size(), 1);
    QVERIFY2(service.shown[0].text.endsWith(u"2 lines added"_s), qPrintable(service.shown[0].text));
}

/// dunst, as a desktop has it.
void TestNotifications::aRealServiceShowsThem()
{
    const auto ask = [](const QStringList &arguments) {
        QProcess control;
        control.start(u"dunstctl"_s, arguments);
        control.waitForFinished();
        return control.readAllStandardOutput().trimmed();
    };
    QProcess dunst;
    dunst.start(u"dunst"_s, {u"-conf"_s, u"/dev/null"_s});
    QVERIFY(dunst.waitForStarted());
    QTRY_COMPARE(ask({u"count"_s, u"displayed"_s}), QByteArray("0"));
    DesktopFixture desktop;
    desktop.window().hide();
    desktop.files().shell(u"echo one >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_COMPARE(ask({u"count"_s, u"displayed"_s}), QByteArray("1"));
    ask({u"action"_s, u"0"_s}); // As a click on it does.
    QTRY_VERIFY(desktop.window().isVisible());
    dunst.terminate();
    QVERIFY(dunst.waitForFinished());
}

void TestNotifications::closingHidesWhereThereIsATray()
{
    DesktopFixture desktop;
    QTRY_VERIFY(desktop.window().isExposed());
    desktop.window().close();
    QTRY_VERIFY(!desktop.window().isVisible());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    desktop.app().open();
    QTRY_VERIFY(desktop.window().isExposed());
}

void TestNotifications::canStartInTheTray()
{
    DesktopFixture desktop({.startInTray = true});
    QVERIFY(!desktop.window().isVisible());
    desktop.app().open();
    QTRY_VERIFY(desktop.window().isExposed());
}

} // namespace nova::test

int main(int argc, char **argv)
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    const nova::test::FakePanel panel;
    if (!panel.isListening())
        qFatal("the test needs a session bus of its own");
    nova::test::TestNotifications test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notifications.moc"
