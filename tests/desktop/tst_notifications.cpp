#include "app/desktop/notifier.h"
#include "tests/desktop/desktop_fixture.h"
#include "tests/desktop/fake_notifications.h"
#include "tests/desktop/fake_panel.h"

#include <QApplication>
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
    for (int number = 1; number <= 20; ++number)
        notifier.show({u"Title"_s, QString::number(number)});
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown[0].text, u"1"_s);
    QCOMPARE(service.shown[1].text, u"20"_s);
    QCOMPARE(service.shown[1].replaces, service.shown[0].id);
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
    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
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
