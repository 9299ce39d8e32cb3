#include "tests/desktop/desktop_fixture.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The real window, on a real display, over real files: what a person does and sees.
class TestWindow : public QObject
{
    Q_OBJECT

    static bool shown(DesktopFixture &desktop) { return QTest::qWaitForWindowActive(&desktop.window()); }
    static void type(DesktopFixture &desktop, const char *text)
    {
        for (; *text; ++text)
            QTest::keyClick(&desktop.window(), *text);
    }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void looksAsTheTokensSay_data();
    void looksAsTheTokensSay();
    void followsTheColoursOfTheDesktop();
    void aClickChangesOneWordOfTheFile();
    void theKeyboardReachesEverything();
    void followsTheFile();
    void filters();
    void showsWhatIsWrongInTheFile();
    void showsThePrompt();
    void followsThePrompt();
    void showsALongPromptWithoutWaiting();
    void teachesWhereThereIsNothing();
    void aRefusedSwitchSaysWhy();
    void fitsANarrowWindow();
    void endsWhenClosedWithoutATray();
};

void TestWindow::looksAsTheTokensSay_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void TestWindow::looksAsTheTokensSay()
{
    QFETCH(const QString, theme);
    DesktopFixture desktop({.theme = theme});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.switchOf(u"gmail"_s));
    QTRY_COMPARE(desktop.picture(u"servers-"_s + theme).pixelColor(10, 500),
                 DesktopFixture::token(theme, u"background"_s));
    const QImage image = desktop.picture(u"servers-"_s + theme);
    QCOMPARE(image.size(), desktop.window().size());
    QCOMPARE(image.pixelColor(600, 500), DesktopFixture::token(theme, u"surface"_s));
    QQuickItem *control = desktop.switchOf(u"gmail"_s);
    const QPoint left = control->mapToScene(QPointF(8, control->height() / 2)).toPoint();
    QCOMPARE(image.pixelColor(left), DesktopFixture::token(theme, u"accent"_s));
    control = desktop.switchOf(u"notion"_s);
    const QPoint right = control->mapToScene(QPointF(control->width() - 8, control->height() / 2)).toPoint();
    QCOMPARE(image.pixelColor(right), DesktopFixture::token(theme, u"surface"_s));

    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desktop.item(u"promptText"_s));
    QVERIFY(!desktop.picture(u"prompt-"_s + theme).isNull());
}

void TestWindow::followsTheColoursOfTheDesktop()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    const QPalette before = QGuiApplication::palette();
    for (const auto &[color, theme] : {std::pair(0x202020, u"dark"_s), std::pair(0xf0f0f0, u"light"_s)}) {
        QPalette palette = before;
        palette.setColor(QPalette::Window, QColor::fromRgb(QRgb(color)));
        QGuiApplication::setPalette(palette);
        QTRY_COMPARE(desktop.picture(u"system"_s).pixelColor(10, 500), DesktopFixture::token(theme, u"background"_s));
    }
    QGuiApplication::setPalette(before);
}

void TestWindow::aClickChangesOneWordOfTheFile()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.isOn(u"gmail"_s));
    QByteArray expected = Scratch::read(desktop.files().catalog());
    const QByteArray before = expected;
    const qsizetype at = expected.indexOf("enabled: true", expected.indexOf("\ngmail:"));
    expected.replace(at, 13, "enabled: false");

    desktop.click(*desktop.switchOf(u"gmail"_s));
    QVERIFY(!desktop.isOn(u"gmail"_s));
    QTRY_COMPARE(Scratch::read(desktop.files().catalog()), expected);
    QTRY_VERIFY(!desktop.row(u"gmail"_s)->property("pending").toBool());
    QVERIFY(!desktop.isOn(u"gmail"_s));

    desktop.click(*desktop.switchOf(u"gmail"_s));
    QTRY_COMPARE(Scratch::read(desktop.files().catalog()), before);
}

void TestWindow::theKeyboardReachesEverything()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QQuickItem *list = desktop.item(u"serverList"_s);
    QTRY_VERIFY(list->hasActiveFocus());
    QByteArray expected = Scratch::read(desktop.files().catalog());
    expected.replace(expected.indexOf("enabled: true", expected.indexOf("\ncalendar:")), 13, "enabled: false");

    QTest::keyClick(&desktop.window(), Qt::Key_J);
    QCOMPARE(list->property("currentIndex").toInt(), 1);
    QVERIFY(!desktop.picture(u"keyboard"_s).isNull());
    QTest::keyClick(&desktop.window(), Qt::Key_Space);
    QTRY_COMPARE(Scratch::read(desktop.files().catalog()), expected);
    QTest::keyClick(&desktop.window(), Qt::Key_Down);
    QCOMPARE(list->property("currentIndex").toInt(), 2);
    QTest::keyClick(&desktop.window(), Qt::Key_K);
    QTest::keyClick(&desktop.window(), Qt::Key_Up);
    QCOMPARE(list->property("currentIndex").toInt(), 0);
    QTest::keyClick(&desktop.window(), Qt::Key_End);
    QCOMPARE(list->property("currentIndex").toInt(), 4);

    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desktop.item(u"promptText"_s));
    QTRY_VERIFY(desktop.item(u"promptText"_s)->hasActiveFocus());
    QTest::keyClick(&desktop.window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(list->hasActiveFocus());
    QTest::keyClick(&desktop.window(), Qt::Key_Question);
    QTRY_VERIFY(desktop.item(u"keysHelp"_s));
    QTRY_COMPARE(desktop.item(u"keysHelp"_s)->opacity(), 1.0);
    QVERIFY(!desktop.picture(u"keys"_s).isNull());
    QTest::keyClick(&desktop.window(), Qt::Key_Escape);
    QTRY_VERIFY(list->hasActiveFocus());
}

void TestWindow::followsTheFile()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTRY_VERIFY(!desktop.isOn(u"notion"_s));
    desktop.files().shell(u"sed -i '/^notion:/,$ s/enabled: false/enabled: true/' configs/mcp_servers.yaml"_s);
    QTRY_VERIFY(desktop.isOn(u"notion"_s));
    QTRY_VERIFY(desktop.row(u"notion"_s)->property("note").toString().startsWith(u"toggled in the file"_s));
    QVERIFY(!desktop.picture(u"pulse"_s).isNull());

    QByteArray text = Scratch::read(desktop.files().catalog());
    text += "\nweather:\n  url: http://localhost:8006/mcp\n  colour: blue\n";
    Scratch::replace(desktop.files().catalog(), text);
    QTRY_VERIFY(desktop.isOn(u"weather"_s));
    QVERIFY(desktop.row(u"weather"_s)->property("warning").toString().contains(u"colour"_s));
    QVERIFY(!desktop.picture(u"warning"_s).isNull());
}

void TestWindow::filters()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.row(u"gmail"_s));
    QTest::keyClick(&desktop.window(), Qt::Key_Slash);
    QQuickItem *filter = desktop.item(u"filter"_s);
    QTRY_VERIFY(filter->hasActiveFocus());
    QCOMPARE(filter->property("text").toString(), QString());
    type(desktop, "notion");
    QTRY_VERIFY(!desktop.row(u"gmail"_s));
    QVERIFY(desktop.row(u"notion"_s));
    type(desktop, "/x");
    QTRY_VERIFY(!desktop.row(u"notion"_s));
    QVERIFY(!desktop.picture(u"no-match"_s).isNull());
    QTest::keyClick(&desktop.window(), Qt::Key_Escape);
    QTRY_VERIFY(desktop.row(u"gmail"_s));
    QVERIFY(desktop.item(u"serverList"_s)->hasActiveFocus());
}

void TestWindow::showsWhatIsWrongInTheFile()
{
    DesktopFixture desktop({.theme = u"light"_s});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.row(u"gmail"_s));
    QVERIFY(!desktop.item(u"findings"_s));
    const QByteArray good = Scratch::read(desktop.files().catalog());
    QByteArray bad = good;
    bad.replace("url: http://localhost:8003/mcp", "url: localhost:8003");
    bad.replace("enabled: false", "enabled: perhaps");
    Scratch::write(desktop.files().catalog(), bad);
    QTRY_VERIFY(desktop.item(u"findings"_s));
    QTRY_COMPARE(desktop.item(u"findings"_s)->property("count").toInt(), 2);
    QVERIFY(desktop.row(u"gmail"_s)); // The last good list.
    QVERIFY(!desktop.picture(u"errors-light"_s).isNull());
    desktop.app().setTheme(u"dark"_s);
    QVERIFY(!desktop.picture(u"errors-dark"_s).isNull());

    Scratch::write(desktop.files().catalog(), good);
    QTRY_VERIFY(!desktop.item(u"findings"_s));
}

void TestWindow::showsThePrompt()
{
    DesktopFixture desktop({.theme = u"light"_s});
    Scratch::write(desktop.files().prompt(),
                   "# A title\n\nSome **bold** and `code` and a [link](https://example.org).\n\n"
                   "![a picture](http://127.0.0.1:1/never.png)\n\n```python\ndef f(x):\n    return x  # twice\n```\n\n"
                   "- one\n- two\n  - two and a half\n\n1. first\n2. second\n\n- [x] done\n- [ ] not yet\n\n---\n\n"
                   "> A quote that says something\n> over two lines.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n### The "
                   "end\n\nText.\n");
    QVERIFY(shown(desktop));
    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desktop.item(u"promptText"_s));
    QTRY_VERIFY(desktop.item(u"piece"_s));
    QTRY_VERIFY(desktop.item(u"piece"_s)->property("html").toString().contains(u"twice"_s));
    const QImage image = desktop.picture(u"prompt-everything"_s);
    // Ink on the page, and the ground of the code block.
    QSet<QRgb> colors;
    for (int y = 70; y < image.height() - 40; ++y) {
        for (int x = 260; x < image.width() - 40; x += 3)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY(colors.contains(DesktopFixture::token(u"light"_s, u"text"_s).rgb()));
    QVERIFY(colors.contains(DesktopFixture::token(u"light"_s, u"codeBackground"_s).rgb()));
    QVERIFY(colors.contains(DesktopFixture::token(u"light"_s, u"accent"_s).rgb()));
}

void TestWindow::followsThePrompt()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desktop.item(u"piece"_s));
    desktop.files().shell(u"echo 'A line more.' >> prompts/NOVA_SYSTEM_PROMPT.md"_s);
    QTRY_VERIFY(desktop.item(u"piece"_s)->property("html").toString().contains(u"A line more."_s));
    QTRY_COMPARE(desktop.item(u"promptNote"_s)->property("text").toString(), u"changed in the file: 1 line added"_s);
    QVERIFY(!desktop.picture(u"prompt-changed"_s).isNull());
}

void TestWindow::showsALongPromptWithoutWaiting()
{
    DesktopFixture desktop;
    QByteArray text;
    for (int number = 0; text.size() < 900 * 1024; ++number)
        text += "## Part " + QByteArray::number(number) + "\n\nSome *words* about it, and `code`.\n\n- a\n- b\n\n";
    Scratch::write(desktop.files().prompt(), text);
    QVERIFY(shown(desktop));
    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desktop.item(u"promptText"_s));
    QQuickItem *pieces = desktop.item(u"promptText"_s);
    QTRY_VERIFY(pieces->property("count").toInt() > 50);
    QTest::keyClick(&desktop.window(), Qt::Key_End);
    QTRY_VERIFY(pieces->property("atYEnd").toBool());
    QVERIFY(!desktop.picture(u"prompt-long"_s).isNull());
}

void TestWindow::teachesWhereThereIsNothing()
{
    DesktopFixture desktop({}, Scratch::Content::Empty);
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.item(u"findings"_s));
    QVERIFY(!desktop.item(u"serverList"_s));
    QVERIFY(!desktop.picture(u"missing"_s).isNull());
    Scratch::write(desktop.files().catalog(), "# none yet\n");
    Scratch::write(desktop.files().prompt(), "Be kind.\n");
    QTRY_VERIFY(!desktop.item(u"findings"_s));
    QVERIFY(!desktop.picture(u"empty"_s).isNull());
    Scratch::write(desktop.files().catalog(), "first:\n  url: http://localhost:1/mcp\n");
    QTRY_VERIFY(desktop.isOn(u"first"_s));
}

void TestWindow::aRefusedSwitchSaysWhy()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.isOn(u"gmail"_s));
    // Broken behind the window's back, within the time in which the watcher still waits for the end of the save.
    Scratch::write(desktop.files().catalog(), "gmail: [\n");
    desktop.click(*desktop.switchOf(u"gmail"_s));
    QTRY_VERIFY(!desktop.row(u"gmail"_s)->property("problem").toString().isEmpty());
    QVERIFY(desktop.isOn(u"gmail"_s));
    QVERIFY(!desktop.picture(u"refused"_s).isNull());
}

void TestWindow::fitsANarrowWindow()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    desktop.window().resize(desktop.window().minimumSize());
    QTRY_COMPARE(desktop.window().contentItem()->width(), desktop.window().minimumWidth());
    QTRY_VERIFY(desktop.row(u"notion"_s) || desktop.row(u"gmail"_s));
    QQuickItem *control = desktop.switchOf(u"gmail"_s);
    QTRY_VERIFY(control->mapToScene(QPointF(control->width(), 0)).x() < desktop.window().width());
    QVERIFY(!desktop.picture(u"narrow"_s).isNull());
}

void TestWindow::endsWhenClosedWithoutATray()
{
    DesktopFixture desktop;
    QVERIFY(shown(desktop));
    QTimer::singleShot(0, qApp, [&desktop] { QTest::keyClick(&desktop.window(), Qt::Key_W, Qt::ControlModifier); });
    QTimer::singleShot(10'000, qApp,
                       [] { QCoreApplication::exit(9); }); // A deadline: it should have ended long before.
    QCOMPARE(desktop.app().exec(), 0);
}

} // namespace nova::test

int main(int argc, char **argv)
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    nova::test::TestWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window.moc"
