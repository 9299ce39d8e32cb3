#include "tests/desktop/reference.h"
#include "tests/desktop/stage.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// How the window looks: every page and a dialog, in both themes, beside the pictures that are kept of them.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void looksAsItDid_data();
    void looksAsItDid();
};

void TestLook::looksAsItDid_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("moreContrast");
    const bool large = qApp->devicePixelRatio() > 1;
    const QStringList kept{u"servers"_s, u"prompt"_s,        u"prompt-edit"_s, u"health"_s,
                           u"events"_s,  u"configuration"_s, u"settings"_s,    u"add"_s};
    for (const QString &scene : kept) {
        for (const QString &theme : {u"light"_s, u"dark"_s})
            QTest::addRow("%s, %s", qPrintable(scene), qPrintable(theme)) << scene << theme << false;
    }
    if (large)
        return;
    for (const QString &theme : {u"light"_s, u"dark"_s})
        QTest::addRow("servers, %s, high contrast", qPrintable(theme)) << u"servers"_s << theme << true;
}

void TestLook::looksAsItDid()
{
    QFETCH(const QString, scene);
    QFETCH(const QString, theme);
    QFETCH(const bool, moreContrast);
    const bool large = qApp->devicePixelRatio() > 1;
    // What is large has less room: that is seen as well.
    Stage stage({.theme = theme, .moreContrast = moreContrast}, large ? QSize(560, 400) : QSize(1000, 640));
    QVERIFY(Stage::scene(scene).show(stage));
    const QString name =
        scene + u'-' + theme + (moreContrast ? u"-contrast"_s : QString()) + (large ? u"@2x"_s : QString());
    const QString problem = compareWithReference(stage.picture(), name);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

} // namespace nova::test

int main(int argc, char **argv)
{
    const QTemporaryDir home; // Without the files of other programs that the import would find.
    qputenv("HOME", QFile::encodeName(home.path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u".config"_s)));
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    nova::test::Stage::prepare();
    nova::test::TestLook test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_look.moc"
