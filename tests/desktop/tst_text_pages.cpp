#include "tests/desktop/desktop_fixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The prompt and the configuration in the real window over real files: edited, saved, in conflict, gone back.
class TestTextPages : public QObject
{
    Q_OBJECT

    static void type(DesktopFixture &desktop, const char *text)
    {
        for (; *text; ++text)
            QTest::keyClick(&desktop.window(), *text);
    }
    static void press(DesktopFixture &desktop, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&desktop.window(), key, modifiers);
    }
    static bool has(DesktopFixture &desktop, const QString &name) { return desktop.item(name) != nullptr; }
    static bool hasKeyboard(DesktopFixture &desktop, const QString &name)
    {
        const QQuickItem *item = desktop.item(name);
        return item && item->hasActiveFocus();
    }
    static QString textOf(DesktopFixture &desktop, const QString &name)
    {
        const QQuickItem *item = desktop.item(name);
        return item ? item->property("text").toString() : QString();
    }
    static bool isEnabled(DesktopFixture &desktop, const QString &name)
    {
        const QQuickItem *item = desktop.item(name);
        return item && item->isEnabled();
    }
    /// The prompt, with the keyboard in its text.
    static bool editsPrompt(DesktopFixture &desktop)
    {
        if (!QTest::qWaitForWindowActive(&desktop.window()))
            return false;
        press(desktop, Qt::Key_2, Qt::ControlModifier);
        press(desktop, Qt::Key_E, Qt::ControlModifier);
        return QTest::qWaitFor([&desktop] {
            return hasKeyboard(desktop, u"codeText"_s) &&
                   textOf(desktop, u"codeText"_s).size() == Scratch::read(desktop.files().prompt()).size();
        });
    }
    static bool editsCatalog(DesktopFixture &desktop)
    {
        if (!QTest::qWaitForWindowActive(&desktop.window()))
            return false;
        press(desktop, Qt::Key_5, Qt::ControlModifier);
        return QTest::qWaitFor(
            [&desktop] { return hasKeyboard(desktop, u"codeText"_s) && !textOf(desktop, u"codeText"_s).isEmpty(); });
    }
    static void click(DesktopFixture &desktop, const QString &name)
    {
        QTRY_VERIFY2(isEnabled(desktop, name), qPrintable(name));
        desktop.window().grabWindow(); // What was just shown has its place from the next picture on.
        desktop.click(*desktop.item(name));
    }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void savesWhatIsTyped();
    void keepsLineEndingsAndMark();
    void aChangedFileIsShownAsAConflict();
    void keepsMine();
    void takesTheirsAndBack();
    void badYamlIsMarkedAndNotSaved();
    void aMistakeInTheFileIsMarkedInPlace();
    void restoresAnEarlierTextAndBack();
    void findsInTheText();
    void tabWritesBlanksAndLeavesAfterEscape();
    void draftsOutlastOtherPages();
    void asksBeforeADraftIsLost();
    void aLongTextStaysQuick();
    void whatMayNotBeWrittenIsReadOnly();
    void fitsANarrowWindow();
};

void TestTextPages::savesWhatIsTyped()
{
    DesktopFixture desktop({.theme = u"light"_s});
    Scratch::write(desktop.files().prompt(), "# Nova\n\nYou help.\n\n- with mail\n- with *time*\n");
    QVERIFY(editsPrompt(desktop));
    QVERIFY(!isEnabled(desktop, u"save"_s));
    press(desktop, Qt::Key_End, Qt::ControlModifier);
    type(desktop, "## More");
    QTRY_VERIFY(isEnabled(desktop, u"save"_s));
    QTRY_VERIFY(has(desktop, u"promptPreview"_s));
    QQuickItem *preview = desktop.item(u"promptPreview"_s);
    QTRY_VERIFY(desktop.item(u"piece"_s, *preview));
    QTRY_VERIFY(desktop.item(u"piece"_s, *preview)->property("html").toString().contains(u"<h2>More</h2>"_s));
    QVERIFY(!desktop.picture(u"prompt-edit-light"_s).isNull());
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.files().prompt()),
                 QByteArray("# Nova\n\nYou help.\n\n- with mail\n- with *time*\n## More"));
    QTRY_VERIFY(!isEnabled(desktop, u"save"_s));
    QTRY_COMPARE(textOf(desktop, u"toastMessage"_s), u"The prompt is saved."_s);
    QVERIFY(hasKeyboard(desktop, u"codeText"_s));
    desktop.app().setTheme(u"dark"_s);
    QVERIFY(!desktop.picture(u"prompt-edit-dark"_s).isNull());
    press(desktop, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(desktop, u"promptText"_s));
}

void TestTextPages::keepsLineEndingsAndMark()
{
    DesktopFixture desktop;
    const QByteArray mark("\xef\xbb\xbf");
    const QByteArray space("\xc2\xa0");
    Scratch::write(desktop.files().prompt(), mark + "one" + space + "\r\ntwo\nthree\r\n");
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window()));
    press(desktop, Qt::Key_2, Qt::ControlModifier);
    press(desktop, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(textOf(desktop, u"codeText"_s).endsWith(u"three\n"_s));
    QTRY_VERIFY(hasKeyboard(desktop, u"codeText"_s));
    press(desktop, Qt::Key_End, Qt::ControlModifier);
    type(desktop, "four");
    press(desktop, Qt::Key_Return);
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.files().prompt()),
                 QByteArray(mark + "one" + space + "\r\ntwo\nthree\r\nfour\r\n"));
}

void TestTextPages::aChangedFileIsShownAsAConflict()
{
    DesktopFixture desktop({.theme = u"light"_s});
    Scratch::write(desktop.files().prompt(), "one\ntwo\nthree\n");
    QVERIFY(editsPrompt(desktop));
    type(desktop, "mine ");
    Scratch::replace(desktop.files().prompt(), "one\ntwo\nthree of theirs\n");
    QTRY_VERIFY(has(desktop, u"conflict"_s));
    QCOMPARE(textOf(desktop, u"codeText"_s), u"mine one\ntwo\nthree\n"_s);
    QVERIFY(!isEnabled(desktop, u"save"_s));
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    click(desktop, u"compare"_s);
    QTRY_VERIFY(has(desktop, u"diffLines"_s));
    QCOMPARE(desktop.item(u"diffLines"_s)->property("count").toInt(), 3);
    QVERIFY(!desktop.picture(u"prompt-conflict-light"_s).isNull());
    desktop.app().setTheme(u"dark"_s);
    QVERIFY(!desktop.picture(u"prompt-conflict-dark"_s).isNull());
    click(desktop, u"compare"_s);
    QTRY_VERIFY(has(desktop, u"codeText"_s));
    QCOMPARE(Scratch::read(desktop.files().prompt()), QByteArray("one\ntwo\nthree of theirs\n"));
}

void TestTextPages::keepsMine()
{
    DesktopFixture desktop;
    Scratch::write(desktop.files().prompt(), "one\n");
    QVERIFY(editsPrompt(desktop));
    type(desktop, "mine ");
    Scratch::replace(desktop.files().prompt(), "theirs\n");
    QTRY_VERIFY(has(desktop, u"keepMine"_s));
    click(desktop, u"keepMine"_s);
    QTRY_VERIFY(!has(desktop, u"conflict"_s));
    QCOMPARE(Scratch::read(desktop.files().prompt()), QByteArray("theirs\n"));
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.files().prompt()), QByteArray("mine one\n"));
}

void TestTextPages::takesTheirsAndBack()
{
    DesktopFixture desktop;
    Scratch::write(desktop.files().prompt(), "one\n");
    QVERIFY(editsPrompt(desktop));
    type(desktop, "mine ");
    Scratch::replace(desktop.files().prompt(), "theirs\n");
    QTRY_VERIFY(has(desktop, u"takeTheirs"_s));
    click(desktop, u"takeTheirs"_s);
    QTRY_COMPARE(textOf(desktop, u"codeText"_s), u"theirs\n"_s);
    QTRY_VERIFY(has(desktop, u"toastAction"_s));
    click(desktop, u"toastAction"_s);
    QTRY_COMPARE(textOf(desktop, u"codeText"_s), u"mine one\n"_s);
    QTRY_VERIFY(has(desktop, u"conflict"_s));
    QCOMPARE(Scratch::read(desktop.files().prompt()), QByteArray("theirs\n"));
}

void TestTextPages::badYamlIsMarkedAndNotSaved()
{
    DesktopFixture desktop({.theme = u"light"_s});
    const QByteArray good = Scratch::read(desktop.files().catalog());
    QVERIFY(editsCatalog(desktop));
    press(desktop, Qt::Key_End, Qt::ControlModifier);
    type(desktop, "broken:");
    press(desktop, Qt::Key_Return);
    type(desktop, "  url: nowhere");
    QTRY_VERIFY(has(desktop, u"draftFindings"_s));
    QTRY_VERIFY(
        desktop.item(u"lineNumbers"_s)->property("errorLines").value<QList<int>>().contains(int(good.count('\n')) + 2));
    QTRY_VERIFY(!textOf(desktop, u"lineWords"_s).isEmpty());
    QVERIFY(has(desktop, u"tint"_s));
    QVERIFY(!desktop.picture(u"configuration-errors-light"_s).isNull());
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(textOf(desktop, u"draftNote"_s).startsWith(u"Not saved."_s));
    QCOMPARE(Scratch::read(desktop.files().catalog()), good);
    QVERIFY(textOf(desktop, u"codeText"_s).endsWith(u"url: nowhere"_s));
    desktop.app().setTheme(u"dark"_s);
    QVERIFY(!desktop.picture(u"configuration-errors-dark"_s).isNull());
    // From anywhere to the mistake, and mended.
    press(desktop, Qt::Key_Home, Qt::ControlModifier);
    press(desktop, Qt::Key_F8);
    QTRY_VERIFY(!textOf(desktop, u"lineWords"_s).isEmpty());
    press(desktop, Qt::Key_End, Qt::ShiftModifier);
    type(desktop, "http://localhost:1/mcp");
    QTRY_VERIFY(!has(desktop, u"tint"_s));
    press(desktop, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(Scratch::read(desktop.files().catalog()), QByteArray(good + "broken:\n  url: http://localhost:1/mcp"));
    QTRY_VERIFY(!has(desktop, u"draftNotes"_s));
}

void TestTextPages::aMistakeInTheFileIsMarkedInPlace()
{
    DesktopFixture desktop;
    QByteArray bad = Scratch::read(desktop.files().catalog());
    const qsizetype at = bad.indexOf("enabled: true");
    QVERIFY(at > 0);
    bad.replace(at, 13, "enabled: perhaps");
    QVERIFY(editsCatalog(desktop));
    Scratch::replace(desktop.files().catalog(), bad);
    const int line = int(QByteArrayView(bad).first(at).count('\n')) + 1;
    QTRY_COMPARE(desktop.item(u"lineNumbers"_s)->property("errorLines").value<QList<int>>(), QList<int>{line});
    QCOMPARE(textOf(desktop, u"codeText"_s), QString::fromUtf8(bad));
    QVERIFY(!desktop.picture(u"configuration-file-error"_s).isNull());
}

void TestTextPages::restoresAnEarlierTextAndBack()
{
    DesktopFixture desktop({.theme = u"light"_s});
    Scratch::write(desktop.files().prompt(), "one\ntwo\nthree\n");
    QVERIFY(editsPrompt(desktop));
    Scratch::replace(desktop.files().prompt(), "one\n2\nthree\nfour\n");
    QTRY_VERIFY(textOf(desktop, u"codeText"_s).contains(u"four"_s));
    click(desktop, u"mode2"_s);
    QTRY_VERIFY(hasKeyboard(desktop, u"versionList"_s));
    QTRY_VERIFY(has(desktop, u"diffLines"_s));
    QTRY_COMPARE(desktop.item(u"diffLines"_s)->property("count").toInt(), 4);
    QVERIFY(!desktop.picture(u"prompt-versions-light"_s).isNull());
    press(desktop, Qt::Key_Return);
    QTRY_VERIFY(has(desktop, u"restoreGo"_s));
    QTRY_VERIFY(hasKeyboard(desktop, u"restoreGo"_s));
    QVERIFY(textOf(desktop, u"restoreWords"_s).contains(u"The text of now is kept"_s));
    QVERIFY(!desktop.picture(u"prompt-restore-light"_s).isNull());
    press(desktop, Qt::Key_Return);
    QTRY_COMPARE(Scratch::read(desktop.files().prompt()), QByteArray("one\ntwo\nthree\n"));
    desktop.app().setTheme(u"dark"_s);
    QTRY_VERIFY(has(desktop, u"toastAction"_s));
    QVERIFY(!desktop.picture(u"prompt-versions-dark"_s).isNull());
    click(desktop, u"toastAction"_s);
    QTRY_COMPARE(Scratch::read(desktop.files().prompt()), QByteArray("one\n2\nthree\nfour\n"));
}

void TestTextPages::findsInTheText()
{
    DesktopFixture desktop;
    Scratch::write(desktop.files().prompt(), "a cat\na Cat\nno dog\nthe cat\n");
    QVERIFY(editsPrompt(desktop));
    press(desktop, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(has(desktop, u"findField"_s));
    type(desktop, "cat");
    QTRY_COMPARE(textOf(desktop, u"findCount"_s), u"1 of 3"_s);
    press(desktop, Qt::Key_F3);
    QTRY_COMPARE(textOf(desktop, u"findCount"_s), u"2 of 3"_s);
    QCOMPARE(desktop.item(u"codeText"_s)->property("selectedText").toString(), u"Cat"_s);
    press(desktop, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(textOf(desktop, u"findCount"_s), u"1 of 3"_s);
    press(desktop, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(textOf(desktop, u"findCount"_s), u"3 of 3"_s);
    QVERIFY(!desktop.picture(u"prompt-find"_s).isNull());
    click(desktop, u"findCase"_s);
    QTRY_COMPARE(textOf(desktop, u"findCount"_s), u"2 times"_s);
    desktop.item(u"findField"_s)->forceActiveFocus();
    press(desktop, Qt::Key_Escape);
    QTRY_VERIFY(hasKeyboard(desktop, u"codeText"_s));
    QVERIFY(!has(desktop, u"findField"_s));
}

void TestTextPages::tabWritesBlanksAndLeavesAfterEscape()
{
    DesktopFixture desktop;
    Scratch::write(desktop.files().prompt(), "x\n");
    QVERIFY(editsPrompt(desktop));
    press(desktop, Qt::Key_Tab);
    press(desktop, Qt::Key_End);
    press(desktop, Qt::Key_Return);
    type(desktop, "y");
    QTRY_COMPARE(textOf(desktop, u"codeText"_s), u"  x\n  y\n"_s);
    press(desktop, Qt::Key_Escape);
    press(desktop, Qt::Key_Tab);
    QTRY_VERIFY(!hasKeyboard(desktop, u"codeText"_s));
    QCOMPARE(textOf(desktop, u"codeText"_s), u"  x\n  y\n"_s);
}

void TestTextPages::draftsOutlastOtherPages()
{
    DesktopFixture desktop;
    QVERIFY(editsCatalog(desktop));
    type(desktop, "# mine ");
    press(desktop, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(desktop, u"serverList"_s));
    press(desktop, Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(desktop, u"codeText"_s));
    QVERIFY(textOf(desktop, u"codeText"_s).startsWith(u"# mine "_s));
    // Typed at the same place, and taken back as one text.
    press(desktop, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!textOf(desktop, u"codeText"_s).startsWith(u"# mine "_s));
}

void TestTextPages::asksBeforeADraftIsLost()
{
    DesktopFixture desktop;
    QVERIFY(editsPrompt(desktop));
    type(desktop, "mine ");
    const QByteArray before = Scratch::read(desktop.files().prompt());
    press(desktop, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(has(desktop, u"unsavedStay"_s));
    QTRY_VERIFY(hasKeyboard(desktop, u"unsavedStay"_s));
    QVERIFY(!desktop.picture(u"unsaved"_s).isNull());
    press(desktop, Qt::Key_Return);
    QTRY_VERIFY(!has(desktop, u"unsavedStay"_s));
    QCOMPARE(Scratch::read(desktop.files().prompt()), before);

    // Closed where nothing could open it again.
    desktop.window().close();
    QVERIFY(desktop.window().isVisible());
    QTRY_VERIFY(has(desktop, u"unsavedSave"_s));
    QTimer::singleShot(0, qApp, [&desktop] { click(desktop, u"unsavedSave"_s); });
    QTimer::singleShot(20'000, qApp, [] { QCoreApplication::exit(9); }); // A deadline.
    QCOMPARE(desktop.app().exec(), 0);
    QCOMPARE(Scratch::read(desktop.files().prompt()), QByteArray("mine " + before));
}

void TestTextPages::aLongTextStaysQuick()
{
    DesktopFixture desktop;
    QByteArray text;
    for (int line = 1; line <= 10'000; ++line)
        text += "# line " + QByteArray::number(line) + ", which says something about a server and no more than that\n";
    Scratch::write(desktop.files().catalog(), text);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(editsCatalog(desktop));
    QTRY_COMPARE(textOf(desktop, u"codeText"_s).size(), text.size());
    QVERIFY(!desktop.window().grabWindow().isNull());
    const qint64 opened = timer.restart();
    press(desktop, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(!desktop.window().grabWindow().isNull());
    const qint64 jumped = timer.restart();
    constexpr int keys = 20;
    for (int key = 0; key < keys; ++key) {
        press(desktop, Qt::Key_X);
        QVERIFY(!desktop.window().grabWindow().isNull());
    }
    const qint64 typed = timer.restart() / keys;
    for (int page = 0; page < keys; ++page) {
        press(desktop, Qt::Key_PageUp);
        QVERIFY(!desktop.window().grabWindow().isNull());
    }
    const qint64 paged = timer.restart() / keys;
    qInfo("10,000 lines: opened in %lld ms, to the end in %lld ms, %lld ms a key, %lld ms a page", opened, jumped,
          typed, paged);
    QVERIFY(!desktop.picture(u"configuration-long"_s).isNull());
    QVERIFY2(typed < 200 && paged < 200, "too slow to write in");
}

void TestTextPages::whatMayNotBeWrittenIsReadOnly()
{
    if (geteuid() == 0)
        QSKIP("root may write everything");
    DesktopFixture desktop;
    desktop.files().shell(u"chmod 555 prompts && chmod 444 prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window()));
    press(desktop, Qt::Key_2, Qt::ControlModifier);
    press(desktop, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(textOf(desktop, u"draftNote"_s).contains(u"managed elsewhere"_s));
    desktop.files().shell(u"chmod 755 prompts"_s);
}

void TestTextPages::fitsANarrowWindow()
{
    DesktopFixture desktop;
    Scratch::write(desktop.files().prompt(), "one\ntwo\nthree\n");
    desktop.window().resize(desktop.window().minimumSize());
    QVERIFY(editsPrompt(desktop));
    Scratch::replace(desktop.files().prompt(), "one\n2\nthree\nfour\n");
    QTRY_VERIFY(textOf(desktop, u"codeText"_s).contains(u"four"_s));
    QVERIFY(!desktop.picture(u"prompt-edit-narrow"_s).isNull());
    QQuickItem *save = desktop.item(u"save"_s);
    QVERIFY(save->mapToScene(QPointF(save->width(), 0)).x() <= desktop.window().width());
    click(desktop, u"mode2"_s);
    QTRY_VERIFY(has(desktop, u"diffLines"_s));
    QTRY_VERIFY(desktop.item(u"diffLines"_s)->property("count").toInt() > 0);
    QVERIFY(!desktop.picture(u"prompt-versions-narrow"_s).isNull());
}

} // namespace nova::test

int main(int argc, char **argv)
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    nova::test::TestTextPages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_text_pages.moc"
