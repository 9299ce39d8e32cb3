#include "tests/desktop/desktop_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// Importing and exporting in the real window, up to the bytes of the files.
class TestTransfer : public QObject
{
    Q_OBJECT

    static bool shown(DesktopFixture &desktop) { return QTest::qWaitForWindowActive(&desktop.window()); }
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray sample()
    {
        return json("{'mcpServers': {\n"
                    "  'linear': {'type': 'http', 'url': 'https://mcp.linear.app/mcp',\n"
                    "             'headers': {'Authorization': 'Bearer lin_s3cret'}},\n"
                    "  'my notes': {'url': 'http://localhost:9100/mcp'},\n"
                    "  'files on disk': {'command': 'npx', 'args': ['-y', '@acme/files']},\n"
                    "  'gmail': {'url': 'http://localhost:8002/mcp'}\n}}");
    }
    static QByteArray catalog() { return "# Ours.\ngmail:\n  url: http://localhost:8002/mcp\n  enabled: true\n"; }
    /// Popups are beside the content of the window.
    static QQuickItem *inPopup(DesktopFixture &desktop, const QString &name)
    {
        const QList<QQuickItem *> roots = desktop.window().findChildren<QQuickItem *>();
        for (QQuickItem *root : roots) {
            if (root->objectName() == name && root->isVisible())
                return root;
        }
        return desktop.item(name);
    }
    static void drop(DesktopFixture &desktop, QMimeData &data)
    {
        const QPointF at(300, 300);
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop.window(), &dropped);
        QVERIFY(dropped.isAccepted());
    }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void pastesAndAdds();
    void dropsAFile();
    void findsTheFilesOfOthers();
    void keepsATextThatCannotBeRead();
    void exports_data();
    void exports();
};

void TestTransfer::pastesAndAdds()
{
    DesktopFixture desktop({.theme = u"light"_s});
    Scratch::write(desktop.files().catalog(), catalog());
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.switchOf(u"gmail"_s));
    QTRY_VERIFY(!desktop.row(u"notion"_s));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(sample()));
    QTest::keyClick(&desktop.window(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(inPopup(desktop, u"importList"_s));
    QTRY_COMPARE(inPopup(desktop, u"importSummary"_s)->property("text").toString(),
                 u"2 can be added · 1 is there already · 1 has no place here"_s);
    QVERIFY(!desktop.picture(u"import-preview"_s).isNull());
    // The button that adds has the keyboard.
    QTRY_VERIFY(inPopup(desktop, u"importAdd"_s)->hasActiveFocus());
    QTest::keyClick(&desktop.window(), Qt::Key_Return);
    QTRY_COMPARE(inPopup(desktop, u"importResult"_s)->property("text").toString(), u"2 servers were added."_s);
    QVERIFY(!desktop.picture(u"import-done"_s).isNull());
    const QByteArray expected = catalog() + "\nlinear:\n  url: https://mcp.linear.app/mcp\n"
                                            "  headers: { Authorization: \"Bearer ${LINEAR_TOKEN}\" }\n"
                                            "\nmy-notes:\n  url: http://localhost:9100/mcp\n";
    QCOMPARE(Scratch::read(desktop.files().catalog()), expected);
    QTRY_VERIFY(desktop.isOn(u"linear"_s));
    desktop.click(*inPopup(desktop, u"importUndo"_s));
    QTRY_COMPARE(Scratch::read(desktop.files().catalog()), catalog());
    QTRY_VERIFY(!desktop.row(u"linear"_s));
    QTest::keyClick(&desktop.window(), Qt::Key_Escape);
    QTRY_VERIFY(!inPopup(desktop, u"importList"_s));
}

void TestTransfer::dropsAFile()
{
    DesktopFixture desktop({.theme = u"dark"_s});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.switchOf(u"gmail"_s));
    const QString path = desktop.files().path(u"list.json"_s);
    Scratch::write(path, sample());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    drop(desktop, data);
    QTRY_VERIFY(inPopup(desktop, u"importList"_s));
    QTRY_VERIFY(inPopup(desktop, u"importAdd"_s)->isEnabled());
    QVERIFY(!desktop.picture(u"import-dropped"_s).isNull());
    QCOMPARE(Scratch::read(path), sample());
}

void TestTransfer::findsTheFilesOfOthers()
{
    const QString home = qEnvironmentVariable("HOME");
    QDir().mkpath(home + u"/.cursor"_s);
    Scratch::write(home + u"/.cursor/mcp.json"_s, sample());
    DesktopFixture desktop({.theme = u"light"_s});
    QVERIFY(shown(desktop));
    QTest::keyClick(&desktop.window(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(inPopup(desktop, u"importPlace"_s));
    QCOMPARE(inPopup(desktop, u"importPlace"_s)->property("text").toString(), u"Cursor · 4 servers"_s);
    QVERIFY(!desktop.picture(u"import-sources"_s).isNull());
    desktop.click(*inPopup(desktop, u"importPlace"_s));
    QTRY_VERIFY(inPopup(desktop, u"importList"_s));
    QCOMPARE(Scratch::read(home + u"/.cursor/mcp.json"_s), sample());
}

void TestTransfer::keepsATextThatCannotBeRead()
{
    DesktopFixture desktop({.theme = u"light"_s});
    QVERIFY(shown(desktop));
    QMimeData data;
    data.setText(QString::fromUtf8(json("{'mcpServers': {\n  oops")));
    drop(desktop, data);
    QTRY_VERIFY(inPopup(desktop, u"importSourceProblem"_s));
    QCOMPARE(inPopup(desktop, u"importSourceProblem"_s)->property("text").toString(),
             u"Line 2, column 3: A name in double quotes is expected here."_s);
    QCOMPARE(inPopup(desktop, u"importText"_s)->property("text").toString(), data.text());
    QVERIFY(!desktop.picture(u"import-problem"_s).isNull());
}

void TestTransfer::exports_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void TestTransfer::exports()
{
    QFETCH(const QString, theme);
    DesktopFixture desktop({.theme = theme});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(desktop.switchOf(u"gmail"_s));
    QTest::keyClick(&desktop.window(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(inPopup(desktop, u"exportText"_s));
    QTRY_VERIFY(inPopup(desktop, u"exportText"_s)->property("text").toString().contains(u"mcpServers"_s));
    QTest::keyClick(&desktop.window(), Qt::Key_Down); // From Claude Code to Cursor.
    QTRY_VERIFY(!inPopup(desktop, u"exportText"_s)->property("text").toString().contains(u"\"type\""_s));
    const QString path = desktop.files().path(u"out.json"_s);
    inPopup(desktop, u"exportPath"_s)->setProperty("text", path);
    desktop.click(*inPopup(desktop, u"exportSave"_s));
    QTRY_COMPARE(Scratch::read(path), inPopup(desktop, u"exportText"_s)->property("text").toString().toUtf8());
    QTRY_VERIFY(inPopup(desktop, u"exportResult"_s));
    QVERIFY(!desktop.picture(u"export-"_s + theme).isNull());
    desktop.click(*inPopup(desktop, u"exportCopy"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8(), Scratch::read(path));
}

} // namespace nova::test

int main(int argc, char **argv)
{
    const QTemporaryDir home; // The files of whoever runs the test are theirs.
    qputenv("HOME", home.path().toLocal8Bit());
    qunsetenv("XDG_CONFIG_HOME");
    qunsetenv("CLAUDE_CONFIG_DIR");
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    nova::test::TestTransfer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_transfer.moc"
