#include "tests/desktop/atspi_client.h"
#include "tests/desktop/heard.h"
#include "tests/desktop/stage.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// Who cannot see the window, or has no mouse: everything has a name, a role and a state, and Tab comes everywhere.
class TestAccess : public QObject
{
    Q_OBJECT

    static void scenes();
    static QStringList problemsOf(Stage &stage);
    static QStringList problemsOfOne(const Heard &heard);
    static QList<QQuickItem *> reachedByTab(Stage &stage, QString &trap);
    static void tabStops(QQuickItem &within, QList<QQuickItem *> &stops);
    static bool hasAlert(Stage &stage);

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void everythingSaysWhatItIs_data() { scenes(); }
    void everythingSaysWhatItIs();
    void tabComesEverywhereAndBack_data() { scenes(); }
    void tabComesEverywhereAndBack();
    void bannersAreAlerts();
    void aScreenReaderSwitchesAServer();
};

void TestAccess::scenes()
{
    QTest::addColumn<QString>("scene");
    for (const Stage::Scene &scene : Stage::scenes())
        QTest::newRow(scene.name) << QString(QLatin1StringView(scene.name));
}

QStringList TestAccess::problemsOfOne(const Heard &heard)
{
    QStringList problems;
    const auto complain = [&](const QString &what) { problems.append(heard.words() + u": "_s + what); };
    if (heard.role == QAccessible::Dialog && heard.name.isEmpty())
        complain(u"a dialog without its title"_s);
    if (!heard.isControl())
        return problems;
    if (heard.name.trimmed().isEmpty())
        complain(u"no name"_s);
    // Those of a few that exclude each other are buttons for Qt 6.4, with a state.
    const QVariant on = heard.item ? heard.item->property("on") : QVariant();
    const QVariant chosen = heard.item ? heard.item->property("chosen") : QVariant();
    const bool isSwitch =
        heard.item && heard.item->inherits("QQuickAbstractButton") && heard.item->objectName() == u"switch";
    if (isSwitch && heard.role != QAccessible::CheckBox)
        complain(u"a switch that does not tell that it is one"_s);
    const QVariant &state = on.isValid() ? on : chosen;
    if (heard.role == QAccessible::CheckBox || heard.role == QAccessible::RadioButton || state.isValid()) {
        const QVariant is = state.isValid() ? state : heard.item->property("checked");
        if (!heard.state.checkable)
            complain(u"does not tell that it can be checked"_s);
        if (is.toBool() != bool(heard.state.checked))
            complain(u"tells another state than it has"_s);
    }
    const QVariant count = heard.item ? heard.item->property("count") : QVariant();
    if (heard.role == QAccessible::List && count.isValid() &&
        !QString(heard.name + heard.description).contains(QString::number(count.toInt())))
        complain(u"does not tell how many there are: %1"_s.arg(count.toInt()));
    return problems;
}

QStringList TestAccess::problemsOf(Stage &stage)
{
    QStringList problems;
    QHash<QString, Heard> known;
    const QList<Heard> all = everythingIn(stage.window());
    for (const Heard &heard : all) {
        problems += problemsOfOne(heard);
        if (!heard.isControl())
            continue;
        // Where two do the same to different things, their names say to which, or what they are in.
        const QString key = u"%1 %2 %3"_s.arg(heard.role).arg(heard.name, heard.where);
        if (known.contains(key))
            problems.append(u"%1: the name of %2"_s.arg(heard.words(), known.value(key).words()));
        known.insert(key, heard);
    }
    return problems;
}

void TestAccess::everythingSaysWhatItIs()
{
    QFETCH(const QString, scene);
    Stage stage({.theme = u"light"_s});
    QVERIFY(Stage::scene(scene).show(stage));
    QVERIFY(!stage.picture().isNull());
    const QStringList problems = problemsOf(stage);
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    QVERIFY(everythingIn(stage.window()).size() > 3);
}

void TestAccess::tabStops(QQuickItem &within, QList<QQuickItem *> &stops)
{
    const QList<QQuickItem *> children = within.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible() || !child->isEnabled())
            continue;
        if (child->activeFocusOnTab())
            stops.append(child);
        tabStops(*child, stops);
    }
}

QList<QQuickItem *> TestAccess::reachedByTab(Stage &stage, QString &trap)
{
    constexpr int most = 200;
    QList<QQuickItem *> reached;
    for (int i = 0; i < most; ++i) {
        QQuickItem *before = stage.window().activeFocusItem();
        if (before->objectName() == u"codeText") // Where Tab writes blanks.
            stage.key(Qt::Key_Escape);
        stage.key(Qt::Key_Tab);
        QQuickItem *now = stage.window().activeFocusItem();
        if (now == before) {
            trap = heardOf(*now).words();
            return reached;
        }
        if (reached.contains(now))
            return reached;
        reached.append(now);
    }
    trap = u"Tab comes to no end"_s;
    return reached;
}

void TestAccess::tabComesEverywhereAndBack()
{
    QFETCH(const QString, scene);
    Stage stage({.theme = u"light"_s});
    QVERIFY(Stage::scene(scene).show(stage));
    QVERIFY(!stage.picture().isNull());
    QList<QQuickItem *> stops;
    const Heard top = everythingIn(stage.window()).value(0);
    tabStops(top.role == QAccessible::Dialog ? *top.item : *stage.window().contentItem(), stops);
    QVERIFY(!stops.isEmpty());
    QString trap;
    const QList<QQuickItem *> reached = reachedByTab(stage, trap);
    QVERIFY2(trap.isEmpty() || stops.size() == 1, qPrintable(u"Tab does not leave "_s + trap));
    QStringList problems;
    const auto isReached = [&reached](const QQuickItem *stop) {
        // A list gives the keyboard on to one of its rows.
        return std::any_of(reached.begin(), reached.end(),
                           [stop](QQuickItem *item) { return item == stop || stop->isAncestorOf(item); });
    };
    for (QQuickItem *stop : stops) {
        if (!isReached(stop) && stops.size() > 1)
            problems.append(u"Tab does not reach "_s + heardOf(*stop).words());
    }
    for (QQuickItem *item : reached) {
        const Heard heard = heardOf(*item);
        if (heard.name.isEmpty() || heard.role == QAccessible::NoRole || heard.role == QAccessible::Client)
            problems.append(u"Tab reaches what says nothing: "_s + heard.words());
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

bool TestAccess::hasAlert(Stage &stage)
{
    const QList<Heard> all = everythingIn(stage.window());
    return std::any_of(all.begin(), all.end(), [](const Heard &heard) {
        return heard.role == QAccessible::AlertMessage && !heard.name.isEmpty();
    });
}

void TestAccess::bannersAreAlerts()
{
    for (const char *scene : {"broken", "away"}) {
        Stage stage({.theme = u"light"_s});
        QVERIFY(!hasAlert(stage));
        QVERIFY(Stage::scene(QLatin1StringView(scene)).show(stage));
        QVERIFY2(hasAlert(stage), scene);
    }
}

void TestAccess::aScreenReaderSwitchesAServer()
{
    Stage stage({.theme = u"light"_s});
    QVERIFY(Stage::scene(u"servers"_s).show(stage));
    struct {
        bool found = false;
        bool wasChecked = false;
        bool acted = false;
        bool isChecked = true;
    } seen;
    // The window answers in this thread, meanwhile.
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        const AtspiClient client;
        const auto program = client.waitFor(QCoreApplication::applicationName());
        const auto control = program ? client.find(*program, u"check box"_s, u"gmail"_s) : std::nullopt;
        if (!control)
            return;
        seen.found = true;
        seen.wasChecked = client.isChecked(*control);
        seen.acted = client.act(*control, u"Toggle"_s);
        seen.isChecked = client.isChecked(*control);
    }));
    reader->start();
    QTRY_VERIFY_WITH_TIMEOUT(reader->isFinished(), 60'000);
    QVERIFY(seen.found);
    QVERIFY(seen.wasChecked);
    QVERIFY(seen.acted);
    QVERIFY(!seen.isChecked);
    QCOMPARE(stage.nova().asked.size(), 1);
    QCOMPARE(stage.nova().asked[0].command.name, u"gmail"_s);
    QCOMPARE(stage.nova().asked[0].command.enabled, std::optional(false));
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
    QAccessible::setActive(true);
    nova::test::TestAccess test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_access.moc"
