#include "tests/desktop/remote_desktop.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The real window in front of a real program elsewhere, by keyboard and mouse: what is done in it is done there, and
/// what becomes of it while that program is away or another one is shown.
class TestRemoteWindow : public QObject
{
    Q_OBJECT

    static int rowsOf(RemoteDesktop &desktop, const QString &list)
    {
        const QQuickItem *item = desktop.item(list);
        return item ? item->property("count").toInt() : -1;
    }
    /// The prompt, with the keyboard in its text.
    static bool editsPrompt(RemoteDesktop &desktop, const QString &text)
    {
        desktop.press(Qt::Key_2, Qt::ControlModifier);
        if (!desktop.has(u"codeText"_s))
            desktop.press(Qt::Key_E, Qt::ControlModifier);
        return QTest::qWaitFor([&] {
            return desktop.hasKeyboard(u"codeText"_s) && desktop.textOf(u"codeText"_s).contains(text) &&
                   !desktop.item(u"codeText"_s)->property("readOnly").toBool();
        });
    }
    /// The servers, with the keyboard in the list.
    static bool showsServers(RemoteDesktop &desktop)
    {
        desktop.press(Qt::Key_1, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return desktop.row(u"gmail"_s) && desktop.hasKeyboard(u"serverList"_s); });
    }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void serversAreManagedThere();
    void textsAreEditedThere();
    void eventsAndHealthAreThose();
    void restartsWhatMayBeRestarted();
    void outlastsAKilledProgram();
    void wantsTheRightToken();
    void draftsStayWithTheirNova();
};

void TestRemoteWindow::serversAreManagedThere()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    const QByteArray here = Scratch::read(desktop.here().catalog());
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    QVERIFY(!desktop.has(u"linkHeadline"_s));
    QTRY_VERIFY(desktop.row(u"gmail"_s));
    desktop.picture(u"remote-connected"_s);
    QVERIFY(desktop.click(u"connectionButton"_s));
    QTRY_VERIFY(desktop.has(u"connectToAnother"_s));
    desktop.picture(u"remote-menu"_s);
    desktop.press(Qt::Key_Escape);

    const auto file = [&desktop] { return Scratch::read(desktop.there().catalog()); };
    QVERIFY(file().contains("description: Read, search and draft e-mail\n  enabled: true"));
    QTRY_VERIFY(RemoteDesktop::find(u"switch"_s, *desktop.row(u"gmail"_s)));
    desktop.click(*RemoteDesktop::find(u"switch"_s, *desktop.row(u"gmail"_s)));
    QTRY_VERIFY(file().contains("description: Read, search and draft e-mail\n  enabled: false"));

    QVERIFY(showsServers(desktop));
    desktop.press(Qt::Key_A);
    QTRY_VERIFY(desktop.hasKeyboard(u"formNameInput"_s));
    desktop.type(u"added"_s);
    desktop.press(Qt::Key_Tab);
    desktop.type(u"http://localhost:9/mcp"_s);
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(file().contains("added:\n  url: http://localhost:9/mcp"));
    QTRY_VERIFY(desktop.row(u"added"_s) && !desktop.has(u"formSave"_s));

    QTRY_VERIFY(desktop.hasKeyboard(u"serverList"_s)); // On what was added.
    desktop.press(Qt::Key_E);
    QTRY_VERIFY(desktop.hasKeyboard(u"formUrlInput"_s));
    desktop.press(Qt::Key_Tab);
    desktop.type(u"From afar"_s);
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(file().contains("description: From afar"));
    QTRY_VERIFY(desktop.hasKeyboard(u"serverList"_s));

    desktop.press(Qt::Key_Home);
    desktop.press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(desktop.click(u"toastAction"_s)); // Which shows them in the order of the file.
    QTRY_VERIFY(desktop.item(u"serverList"_s)->property("movable").toBool());
    QTRY_VERIFY(desktop.hasKeyboard(u"serverList"_s));
    desktop.press(Qt::Key_Home);
    desktop.press(Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(file().indexOf("\ncalendar:") < file().indexOf("\ngmail:"));
    QTRY_VERIFY(desktop.hasKeyboard(u"serverList"_s));

    const QByteArray before = file();
    desktop.press(Qt::Key_End);
    desktop.press(Qt::Key_Delete);
    QTRY_VERIFY(!file().contains("added:"));
    QTRY_VERIFY(!desktop.row(u"added"_s));
    QVERIFY(desktop.click(u"toastAction"_s));
    QTRY_COMPARE(file(), before);
    QCOMPARE(Scratch::read(desktop.here().catalog()), here);
}

void TestRemoteWindow::textsAreEditedThere()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    Scratch::write(desktop.there().prompt(), "# There\n");
    const QByteArray here = Scratch::read(desktop.here().prompt());
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    QVERIFY(editsPrompt(desktop, u"# There"_s));
    desktop.press(Qt::Key_End, Qt::ControlModifier);
    desktop.type(u"More"_s);
    desktop.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.there().prompt()), QByteArray("# There\nMore"));
    QCOMPARE(Scratch::read(desktop.here().prompt()), here);

    const QByteArray catalog = Scratch::read(desktop.there().catalog());
    desktop.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(desktop.hasKeyboard(u"codeText"_s) && desktop.textOf(u"codeText"_s).contains(u"gmail:"_s));
    desktop.press(Qt::Key_Home, Qt::ControlModifier);
    desktop.type(u"bad: ["_s);
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(desktop.isEnabled(u"save"_s));
    desktop.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(desktop.textOf(u"draftNote"_s).startsWith(u"Not saved."_s));
    QTRY_VERIFY(rowsOf(desktop, u"draftFindings"_s) > 0);
    desktop.picture(u"remote-configuration-error"_s);
    QCOMPARE(Scratch::read(desktop.there().catalog()), catalog);
    QVERIFY(desktop.textOf(u"codeText"_s).startsWith(u"bad: ["_s));
}

void TestRemoteWindow::eventsAndHealthAreThose()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    desktop.press(Qt::Key_4, Qt::ControlModifier);
    Scratch::replace(desktop.there().prompt(), "# Another\n");
    QTRY_COMPARE(rowsOf(desktop, u"eventList"_s), 1);
    QTRY_VERIFY(desktop.textOf(u"eventSentence"_s).startsWith(u"Prompt saved"_s));
    Scratch::replace(desktop.here().prompt(), "# Not shown\n");
    Scratch::replace(desktop.there().prompt(), "# A third\n");
    QTRY_COMPARE(rowsOf(desktop, u"eventList"_s), 2);

    desktop.press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(desktop.hasKeyboard(u"healthGrid"_s));
    desktop.press(Qt::Key_Home);
    desktop.press(Qt::Key_R);
    QTRY_VERIFY(desktop.service().state()->health->servers.value(u"gmail"_s).report);
    const auto checked = [&] { return desktop.service().state()->health->servers.value(u"gmail"_s).report->checkedAt; };
    QTRY_VERIFY(checked().isValid());
    QVERIFY(!desktop.other().call("GET", u"/api/mcp/gmail"_s).json()[u"health"][u"checked_at"].toString().isEmpty());
}

void TestRemoteWindow::restartsWhatMayBeRestarted()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    const QString program = desktop.there().path(u"compose"_s), told = desktop.there().path(u"told"_s);
    Scratch::write(program, QByteArray("#!/bin/sh\necho \"$@\" > " + told.toUtf8() + "\n"));
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Scratch::write(desktop.there().path(u"configs/nova.yaml"_s),
                   QByteArray("restart:\n  allowed_services: [mcp_gmail]\n  command: [" + program.toUtf8() + "]\n"));
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    QVERIFY(showsServers(desktop));
    desktop.click(*desktop.row(u"calendar"_s)); // Which may not be restarted.
    QTRY_VERIFY(desktop.has(u"detailsCheck"_s));
    QVERIFY(!desktop.has(u"detailsRestart"_s));
    desktop.click(*desktop.row(u"gmail"_s));
    QVERIFY(desktop.click(u"detailsRestart"_s));
    QVERIFY(desktop.click(u"restartGo"_s));
    QTRY_VERIFY(desktop.textOf(u"restartTitle"_s).contains(u"was restarted"_s));
    QVERIFY2(Scratch::read(told).contains("restart"), Scratch::read(told).constData());
    QVERIFY2(Scratch::read(told).contains("mcp_gmail"), Scratch::read(told).constData());
}

void TestRemoteWindow::outlastsAKilledProgram()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    Scratch::write(desktop.there().prompt(), "# There\n");
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    QList<quint64> numbers;
    QObject::connect(&desktop.service(), &NovaService::eventPublished, &desktop.app(),
                     [&numbers](const Event &event) { numbers.append(event.seq); });
    QVERIFY(editsPrompt(desktop, u"# There"_s));
    desktop.press(Qt::Key_End, Qt::ControlModifier);
    desktop.type(u"mine"_s);
    QTRY_VERIFY(desktop.isEnabled(u"save"_s));

    desktop.killOther();
    QTRY_VERIFY(desktop.textOf(u"linkHeadline"_s).contains(u"cannot be reached since"_s));
    QVERIFY(!desktop.isEnabled(u"save"_s));
    QVERIFY(desktop.item(u"codeText"_s)->property("readOnly").toBool());
    QVERIFY2(desktop.textOf(u"draftNote"_s).contains(u"What you typed is kept"_s),
             qPrintable(desktop.textOf(u"draftNote"_s)));
    desktop.picture(u"remote-away-draft"_s);
    desktop.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(Scratch::read(desktop.there().prompt()), QByteArray("# There\n"));
    QVERIFY(desktop.click(u"healthButton"_s));
    QTRY_VERIFY(desktop.has(u"healthGrid"_s));
    QTRY_VERIFY(desktop.has(u"check"_s));
    QVERIFY(!desktop.isEnabled(u"check"_s));
    QVERIFY(showsServers(desktop));
    QVERIFY(!RemoteDesktop::find(u"switch"_s, *desktop.row(u"gmail"_s))->isEnabled());
    QVERIFY(!desktop.isEnabled(u"add"_s));
    QVERIFY(!desktop.isEnabled(u"import"_s));
    desktop.click(*desktop.row(u"gmail"_s));
    QTRY_VERIFY(desktop.has(u"detailsEdit"_s));
    QVERIFY(!desktop.isEnabled(u"detailsEdit"_s));
    QVERIFY(!desktop.isEnabled(u"detailsCheck"_s));
    desktop.picture(u"remote-away-servers"_s);

    numbers.clear();
    QVERIFY(desktop.startOther());
    QTRY_VERIFY_WITH_TIMEOUT(desktop.isUp(), 40'000); // Nobody clicks anything.
    QTRY_VERIFY(!desktop.has(u"linkHeadline"_s));
    QVERIFY(RemoteDesktop::find(u"switch"_s, *desktop.row(u"gmail"_s))->isEnabled());
    QVERIFY(editsPrompt(desktop, u"# There\nmine"_s));
    desktop.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.there().prompt()), QByteArray("# There\nmine"));
    const QString gmail = desktop.there().path(u"configs/mcp_servers.yaml"_s);
    Scratch::replace(gmail, Scratch::read(gmail).replace("enabled: true", "enabled: false"));
    QTRY_VERIFY(numbers.size() >= 3);
    for (qsizetype at = 1; at < numbers.size(); ++at)
        QCOMPARE(numbers[at], numbers[at - 1] + 1); // Each once, none left out.
}

void TestRemoteWindow::wantsTheRightToken()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    QVERIFY(desktop.startOther());
    QVERIFY(desktop.connectByDialog(u"wrong"_s));
    QTRY_VERIFY(desktop.textOf(u"linkHeadline"_s).contains(u"does not let this window in"_s));
    desktop.picture(u"remote-refused"_s);
    QVERIFY(desktop.click(u"linkToken"_s));
    QTRY_VERIFY(desktop.has(u"connectToken"_s));
    QCOMPARE(desktop.textOf(u"connectAddress"_s), desktop.other().address());
    desktop.picture(u"remote-dialog"_s);
    desktop.type(desktop.other().token());
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(desktop.isUp());
    QTRY_VERIFY(!desktop.has(u"linkHeadline"_s));
    QTRY_VERIFY(desktop.row(u"gmail"_s));
}

void TestRemoteWindow::draftsStayWithTheirNova()
{
    RemoteDesktop desktop({.theme = u"light"_s});
    Scratch::write(desktop.here().prompt(), "# Here\n");
    Scratch::write(desktop.there().prompt(), "# There\n");
    QVERIFY(desktop.startOther());
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window()));
    QVERIFY(editsPrompt(desktop, u"# Here"_s));
    desktop.press(Qt::Key_End, Qt::ControlModifier);
    desktop.type(u"mine"_s);
    QVERIFY(desktop.connectByDialog(desktop.other().token()));
    QTRY_VERIFY(desktop.isUp());
    QVERIFY(editsPrompt(desktop, u"# There"_s));
    QCOMPARE(desktop.textOf(u"codeText"_s), u"# There\n"_s);
    QVERIFY(!desktop.isEnabled(u"save"_s));
    desktop.press(Qt::Key_Z, Qt::ControlModifier); // What was typed for the other is not to be had back here.
    QCOMPARE(desktop.textOf(u"codeText"_s), u"# There\n"_s);
    desktop.press(Qt::Key_End, Qt::ControlModifier);
    desktop.type(u"theirs"_s);

    desktop.press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(desktop.textOf(u"unsavedNames"_s).contains(u"Prompt · This computer"_s));
    QVERIFY(desktop.textOf(u"unsavedNames"_s).contains(u"Prompt · 127.0.0.1"_s));
    QVERIFY(!desktop.isEnabled(u"unsavedSave"_s));
    desktop.picture(u"remote-unsaved"_s);
    QVERIFY(desktop.click(u"unsavedStay"_s));
    QTRY_VERIFY(!desktop.has(u"unsavedStay"_s));

    // Back to this computer by the keyboard, and there it is.
    desktop.item(u"connectionButton"_s)->forceActiveFocus(Qt::TabFocusReason);
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(desktop.has(u"connectToAnother"_s));
    desktop.press(Qt::Key_Down);
    desktop.press(Qt::Key_Return);
    QTRY_VERIFY(!desktop.link().isRemote());
    QVERIFY(editsPrompt(desktop, u"# Here\nmine"_s));
    desktop.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.here().prompt()), QByteArray("# Here\nmine"));
    QCOMPARE(Scratch::read(desktop.there().prompt()), QByteArray("# There\n"));
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestRemoteWindow)
#include "tst_remote_window.moc"
