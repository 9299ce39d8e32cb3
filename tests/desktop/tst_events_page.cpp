#include "app/desktop/desktop_app.h"
#include "tests/qml/fake_nova.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The page of events in the real window: by keyboard and by mouse, at rest and while events pour in.
class TestEventsPage : public QObject
{
    Q_OBJECT

    static bool shown(DesktopApp &desktop)
    {
        const bool active = QTest::qWaitForWindowActive(desktop.window());
        QTest::mouseMove(desktop.window(), QPoint(4, 4));
        key(desktop, Qt::Key_4, Qt::ControlModifier);
        return active;
    }
    static QQuickItem *find(QQuickItem &within, const QString &name);
    static QQuickItem *item(DesktopApp &desktop, const QString &name)
    {
        return find(*desktop.window()->contentItem(), name);
    }
    static QQuickItem *list(DesktopApp &desktop) { return item(desktop, u"eventList"_s); }
    static int count(DesktopApp &desktop) { return list(desktop)->property("count").toInt(); }
    /// The row that is seen first.
    static QQuickItem *firstRow(DesktopApp &desktop);
    static QString text(DesktopApp &desktop, const QString &name)
    {
        const QQuickItem *found = item(desktop, name);
        return found ? found->property("text").toString() : QString();
    }
    static void click(DesktopApp &desktop, QQuickItem &target)
    {
        const QPointF middle = target.mapToScene(QPointF(target.width() / 2, target.height() / 2));
        QTest::mouseClick(desktop.window(), Qt::LeftButton, {}, middle.toPoint());
    }
    static void key(DesktopApp &desktop, Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(desktop.window(), key, with);
    }
    static bool picture(DesktopApp &desktop, const QString &name)
    {
        QDir().mkpath(QStringLiteral(NOVA_SCREENSHOTS));
        return desktop.window()->grabWindow().save(QStringLiteral(NOVA_SCREENSHOTS "/%1.png").arg(name));
    }
    static Event toggled(const QString &name, bool on = true)
    {
        return makeEvent(EventType::McpToggled, {{u"name"_s, name}, {u"enabled"_s, on}, {u"origin"_s, u"api"_s}},
                         u"nova-settings@here"_s);
    }
    static QList<Event> many(int number)
    {
        QList<Event> events;
        for (int i = 0; i < number; ++i)
            events.append(toggled(u"server-%1"_s.arg(i), i % 2 == 0));
        return events;
    }
    static QList<Event> ofEveryKind();

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void showsEveryKind_data();
    void showsEveryKind();
    void teachesWhereThereIsNothing();
    void theKeyboardDoesEverything();
    void filters();
    void pauses();
    void staysWhereSomebodyReads();
    void tenThousandScroll();
    void tellsOfTasksAboveThePages();
    void fitsANarrowWindowAndTheOtherDirection();
};

QQuickItem *TestEventsPage::find(QQuickItem &within, const QString &name)
{
    const QList<QQuickItem *> children = within.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (child->objectName() == name)
            return child;
        if (QQuickItem *found = find(*child, name))
            return found;
    }
    return nullptr;
}

QQuickItem *TestEventsPage::firstRow(DesktopApp &desktop)
{
    QQuickItem *view = list(desktop);
    QQuickItem *first = nullptr;
    const QList<QQuickItem *> rows = view->property("contentItem").value<QQuickItem *>()->childItems();
    for (QQuickItem *row : rows) {
        const bool isRow = row->isVisible() && row->property("sentence").isValid();
        const bool isSeen = isRow && row->mapToItem(view, QPointF(0, row->height())).y() > 1;
        if (isSeen && (!first || row->y() < first->y()))
            first = row;
    }
    return first;
}

QList<Event> TestEventsPage::ofEveryKind()
{
    const QString here = u"nova-settings@here"_s;
    const auto health = [](const char *name, const char *status) {
        return QJsonObject{{u"name"_s, QLatin1StringView(name)},
                           {u"status"_s, QLatin1StringView(status)},
                           {u"summary"_s, u"Nothing listens there: the connection was refused."_s}};
    };
    QList<Event> events{
        makeEvent(EventType::SystemHealth,
                  {{u"overall"_s, u"degraded"_s}, {u"servers"_s, QJsonArray{health("calendar", "unreachable")}}}, here),
        toggled(u"gmail"_s),
        makeEvent(EventType::PromptUpdated,
                  {{u"added"_s, 3}, {u"removed"_s, 1}, {u"origin"_s, u"file"_s}, {u"lines"_s, 128}}, here),
        makeEvent(EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"pending"_s, 3}, {u"running"_s, 1}}}},
                  u"nova-agents@nova-2"_s),
        makeEvent(
            EventType::TaskUpdated,
            {{u"task"_s, QJsonObject{{u"id"_s, u"t-7"_s}, {u"status"_s, u"failed"_s}, {u"title"_s, u"Nightly"_s}}}},
            u"nova-agents@nova-2"_s),
        makeEvent(EventType::SystemHealth,
                  {{u"overall"_s, u"healthy"_s},
                   {u"servers"_s, QJsonArray{health("calendar", "healthy"), health("files", "auth_required")}}},
                  here),
        toggled(u"notion"_s, false),
        makeEvent(EventType::ConfigValidated,
                  {{u"file"_s, u"/here/mcp_servers.yaml"_s},
                   {u"valid"_s, false},
                   {u"origin"_s, u"file"_s},
                   {u"errors"_s, QJsonArray{QJsonObject{{u"line"_s, 12}, {u"message"_s, u"«url» is missing."_s}}}}},
                  here),
    };
    for (qsizetype i = 0; i < events.size(); ++i) {
        events[i].seq = quint64(i + 1);
        events[i].timestamp = QDateTime::currentDateTimeUtc().addSecs(-120 * (events.size() - i));
    }
    return events;
}

void TestEventsPage::showsEveryKind_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void TestEventsPage::showsEveryKind()
{
    QFETCH(const QString, theme);
    FakeNova nova;
    nova.events = ofEveryKind();
    DesktopApp desktop(nova, {.theme = theme, .notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), int(nova.events.size()));
    QTRY_VERIFY(firstRow(desktop));
    QCOMPARE(firstRow(desktop)->property("sentence").toString(),
             u"mcp_servers.yaml has an error and is not in force, in the file"_s);
    QVERIFY(!desktop.window()->grabWindow().isNull()); // Everything is where it stays.
    click(desktop, *firstRow(desktop));
    QTRY_VERIFY(item(desktop, u"eventPane"_s));
    QCOMPARE(text(desktop, u"eventWords"_s), firstRow(desktop)->property("sentence").toString());
    QVERIFY(text(desktop, u"eventJson"_s).contains(u"«url» is missing."_s));
    QVERIFY(picture(desktop, u"events-"_s + theme));
    click(desktop, *item(desktop, u"closeEvent"_s));
    QTRY_VERIFY(!item(desktop, u"eventPane"_s));
}

void TestEventsPage::teachesWhereThereIsNothing()
{
    FakeNova nova;
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_VERIFY(list(desktop));
    QTRY_VERIFY(list(desktop)->hasActiveFocus());
    QVERIFY(picture(desktop, u"events-empty"_s));
    for (const Qt::Key pressed : {Qt::Key_J, Qt::Key_End, Qt::Key_Return, Qt::Key_C, Qt::Key_Home})
        key(desktop, pressed);
    QVERIFY(!item(desktop, u"eventPane"_s));
    nova.publish(EventType::PromptUpdated, {});
    QTRY_COMPARE(count(desktop), 1);
}

void TestEventsPage::theKeyboardDoesEverything()
{
    FakeNova nova;
    nova.events = many(100);
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), 100);
    QTRY_VERIFY(list(desktop)->hasActiveFocus());
    key(desktop, Qt::Key_J);
    key(desktop, Qt::Key_Down);
    key(desktop, Qt::Key_Return);
    QTRY_COMPARE(text(desktop, u"eventWords"_s), u"server-98 switched on, by the API"_s);
    key(desktop, Qt::Key_J); // The details go along.
    QTRY_COMPARE(text(desktop, u"eventWords"_s), u"server-97 switched off, by the API"_s);
    key(desktop, Qt::Key_C);
    const QJsonObject copied = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(copied[u"data"_s][u"name"_s].toString(), u"server-97"_s);
    QTRY_COMPARE(text(desktop, u"toastMessage"_s), u"The event is copied as JSON."_s);
    key(desktop, Qt::Key_Escape);
    QTRY_VERIFY(!item(desktop, u"eventPane"_s));
    QVERIFY(list(desktop)->hasActiveFocus());
    key(desktop, Qt::Key_C, Qt::ShiftModifier);
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array().size(), 100);
    key(desktop, Qt::Key_End);
    QTRY_VERIFY(list(desktop)->property("contentY").toReal() > 3000);
    key(desktop, Qt::Key_Return);
    QTRY_COMPARE(text(desktop, u"eventWords"_s), u"server-0 switched on, by the API"_s);
    key(desktop, Qt::Key_Home);
    QTRY_VERIFY(list(desktop)->property("atYBeginning").toBool());
    key(desktop, Qt::Key_P);
    QTRY_VERIFY(item(desktop, u"eventsPaused"_s));
    key(desktop, Qt::Key_Space);
    QTRY_VERIFY(!item(desktop, u"eventsPaused"_s));
}

void TestEventsPage::filters()
{
    FakeNova nova;
    nova.events = many(50) + ofEveryKind();
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), 58);
    key(desktop, Qt::Key_Slash); // Of this page, not of the servers.
    QTRY_VERIFY(item(desktop, u"eventFilter"_s)->hasActiveFocus());
    for (const char letter : "calendar") {
        if (letter)
            QTest::keyClick(desktop.window(), letter);
    }
    QTRY_COMPARE(count(desktop), 2);
    nova.publish(EventType::McpToggled, {{u"name"_s, u"calendar"_s}, {u"enabled"_s, true}});
    nova.publish(EventType::McpToggled, {{u"name"_s, u"gmail"_s}, {u"enabled"_s, true}});
    QTRY_COMPARE(count(desktop), 3);
    QTest::keyClick(desktop.window(), 'x');
    QTRY_COMPARE(count(desktop), 0);
    QTRY_VERIFY(item(desktop, u"showAllEvents"_s));
    QVERIFY(picture(desktop, u"events-none"_s));
    click(desktop, *item(desktop, u"showAllEvents"_s));
    QTRY_COMPARE(count(desktop), 60);
    click(desktop, *item(desktop, u"kindTasks"_s));
    QTRY_COMPARE(count(desktop), 2);
    click(desktop, *item(desktop, u"kindPrompt"_s));
    QTRY_COMPARE(count(desktop), 3);
    click(desktop, *item(desktop, u"kindTasks"_s));
    QTRY_COMPARE(count(desktop), 1);
    list(desktop)->forceActiveFocus();
    key(desktop, Qt::Key_Escape);
    QTRY_COMPARE(count(desktop), 60);
    key(desktop, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(item(desktop, u"eventFilter"_s)->hasActiveFocus());
    key(desktop, Qt::Key_Escape);
    QTRY_VERIFY(list(desktop)->hasActiveFocus());
}

void TestEventsPage::pauses()
{
    FakeNova nova;
    nova.events = many(5);
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), 5);
    click(desktop, *item(desktop, u"pauseEvents"_s));
    QTRY_COMPARE(text(desktop, u"pausedText"_s), u"Paused · nothing new"_s);
    for (const Event &event : many(12))
        Q_EMIT nova.eventPublished(event);
    QTRY_COMPARE(text(desktop, u"pausedText"_s), u"Paused · 12 new"_s);
    QCOMPARE(count(desktop), 5);
    QVERIFY(picture(desktop, u"events-paused"_s));
    click(desktop, *item(desktop, u"resumeEvents"_s));
    QTRY_COMPARE(count(desktop), 17);
    QVERIFY(!item(desktop, u"eventsPaused"_s));
    QTRY_VERIFY(list(desktop)->hasActiveFocus());
}

void TestEventsPage::staysWhereSomebodyReads()
{
    FakeNova nova;
    nova.events = many(500);
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), 500);
    // At the top the newest is always seen.
    nova.publish(EventType::PromptUpdated, {});
    QTRY_COMPARE(count(desktop), 501);
    QTRY_COMPARE(firstRow(desktop)->property("sentence").toString(), u"Prompt saved"_s);
    QVERIFY(list(desktop)->property("atYBeginning").toBool());

    for (int i = 0; i < 5; ++i)
        key(desktop, Qt::Key_PageDown);
    QTRY_VERIFY(!list(desktop)->property("atYBeginning").toBool());
    QVERIFY(!desktop.window()->grabWindow().isNull()); // Laid out.
    const QString reading = firstRow(desktop)->property("sentence").toString();
    const qreal at = firstRow(desktop)->mapToScene({}).y();
    for (int round = 1; round <= 3; ++round) {
        for (const Event &event : many(100))
            Q_EMIT nova.eventPublished(event);
        QTRY_COMPARE(count(desktop), 501 + round * 100);
        QVERIFY(!desktop.window()->grabWindow().isNull());
        QCOMPARE(firstRow(desktop)->property("sentence").toString(), reading);
        QCOMPARE(firstRow(desktop)->mapToScene({}).y(), at);
    }
    QTRY_COMPARE(text(desktop, u"toNewest"_s), u"300 new above"_s);
    QVERIFY(picture(desktop, u"events-reading"_s));
    click(desktop, *item(desktop, u"toNewest"_s));
    QTRY_VERIFY(list(desktop)->property("atYBeginning").toBool());
    QTRY_VERIFY(!item(desktop, u"toNewest"_s));
    QCOMPARE(firstRow(desktop)->property("sentence").toString(), u"server-99 switched off, by the API"_s);
}

void TestEventsPage::tenThousandScroll()
{
    constexpr int longest = 250; // Of a frame on a busy machine; usually it is a tenth of that.
    FakeNova nova;
    nova.events = many(10'000);
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), 10'000);
    qint64 worst = 0;
    const auto step = [&](Qt::Key pressed) {
        QElapsedTimer timer;
        timer.start();
        key(desktop, pressed);
        const bool painted = !desktop.window()->grabWindow().isNull();
        worst = std::max(worst, timer.elapsed());
        return painted;
    };
    for (int i = 0; i < 60; ++i)
        QVERIFY(step(Qt::Key_PageDown));
    QVERIFY(step(Qt::Key_End));
    QCOMPARE(list(desktop)->property("atYEnd").toBool(), true);
    for (int i = 0; i < 60; ++i)
        QVERIFY(step(Qt::Key_PageUp));
    QVERIFY(step(Qt::Key_Home));
    QVERIFY2(worst < longest, qPrintable(u"%1 ms"_s.arg(worst)));
    qInfo("the longest step took %lld ms", worst);
    // No more rows are made than are seen.
    const auto rows = list(desktop)->property("contentItem").value<QQuickItem *>()->childItems().size();
    QVERIFY2(rows < 120, qPrintable(QString::number(rows)));
}

void TestEventsPage::tellsOfTasksAboveThePages()
{
    FakeNova nova;
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QVERIFY(!item(desktop, u"tasksStatus"_s));
    TaskBoard board(QDateTime::currentDateTimeUtc());
    board.take({{u"counts"_s, QJsonObject{{u"pending"_s, 3}, {u"running"_s, 1}, {u"completed"_s, 9}}}},
               QDateTime::currentDateTimeUtc());
    nova.setTasks(board.counts());
    QTRY_COMPARE(text(desktop, u"tasksStatus"_s), u"3 waiting · 1 running · 9 done"_s);
    QVERIFY(!item(desktop, u"tasksFailed"_s));
    board.take({{u"counts"_s, QJsonObject{{u"failed"_s, 2}}}}, QDateTime::currentDateTimeUtc());
    nova.setTasks(board.counts());
    QTRY_COMPARE(text(desktop, u"tasksFailed"_s), u"2 failed"_s);
    key(desktop, Qt::Key_2, Qt::ControlModifier); // On every page.
    QVERIFY(item(desktop, u"tasksFailed"_s));
    QVERIFY(picture(desktop, u"tasks"_s));
}

void TestEventsPage::fitsANarrowWindowAndTheOtherDirection()
{
    FakeNova nova;
    nova.events = ofEveryKind();
    DesktopApp desktop(nova, {.notifications = false});
    QVERIFY(shown(desktop));
    QTRY_COMPARE(count(desktop), int(nova.events.size()));
    desktop.window()->resize(560, 500);
    QTRY_COMPARE(desktop.window()->width(), 560);
    QVERIFY(picture(desktop, u"events-narrow"_s));
    key(desktop, Qt::Key_J);
    key(desktop, Qt::Key_Return);
    QTRY_VERIFY(item(desktop, u"eventPane"_s));
    QVERIFY(!list(desktop)); // The details take it all, and the keyboard.
    QVERIFY(picture(desktop, u"events-narrow-details"_s));
    key(desktop, Qt::Key_Escape);
    QTRY_VERIFY(list(desktop));
    QTRY_VERIFY(list(desktop)->hasActiveFocus());

    desktop.window()->resize(1040, 680);
    desktop.window()->setProperty("rightToLeft", true);
    key(desktop, Qt::Key_Return);
    QTRY_VERIFY(item(desktop, u"eventPane"_s));
    QTRY_COMPARE(item(desktop, u"eventPane"_s)->mapToScene({}).x(), 0.0);
    const QQuickItem *words = item(desktop, u"eventSentence"_s);
    QTRY_VERIFY(words->mapToScene({}).x() > item(desktop, u"eventPane"_s)->width());
    QVERIFY(picture(desktop, u"events-mirrored"_s));
}

} // namespace nova::test

int main(int argc, char *argv[])
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    nova::test::TestEventsPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_events_page.moc"
