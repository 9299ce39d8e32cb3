#include "app/desktop/viewmodels/events_model.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// What happened, as the page shows it: every event once, the newest first, whatever it holds and however many there
/// are.
class TestEventsModel : public QObject
{
    Q_OBJECT

    static QString sentence(const EventsModel &model, int row)
    {
        return model.index(row).data(EventsModel::SentenceRole).toString();
    }
    static Event toggled(const QString &name, bool on = true)
    {
        return makeEvent(EventType::McpToggled, {{u"name"_s, name}, {u"enabled"_s, on}, {u"origin"_s, u"file"_s}},
                         u"nova-settings@here"_s);
    }
    static void publish(FakeNova &nova, const Event &event) { Q_EMIT nova.eventPublished(event); }

private Q_SLOTS:
    void saysSomethingOfEverything_data();
    void saysSomethingOfEverything();
    void keepsHugeDataWithinBounds();
    void showsNoEventTwice();
    void aStormComesInFewSteps();
    void whatIsPausedLosesNothing();
    void filters();
    void letsGoOfTheOldest();
    void anotherNovaStartsAnew();
    void fillsInWhatItMissed();
    void saysWhyThereIsNothing();
    void detailsStayWithTheirEvent();
    void copiesAsJson();
};

void TestEventsModel::saysSomethingOfEverything_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<QString>("expected");
    using enum EventType;
    const auto row = [](const char *name, EventType type, const char *json, const QString &expected) {
        QTest::newRow(name) << int(type) << QJsonDocument::fromJson(json).object() << expected;
    };
    row("no data", McpToggled, "{}", u"Switched: no details were told"_s);
    row("other types", McpToggled, R"j({"name": ["gmail"], "enabled": "yes"})j", u"Switched: no details were told"_s);
    row("unknown prompt", PromptUpdated, R"j({"added": "many", "path": 7})j", u"Prompt saved"_s);
    row("no verdict", ConfigValidated, R"j({"file": "a.yaml"})j", u"Configuration checked: no details were told"_s);
    row("servers that are none", SystemHealth, R"j({"servers": {"gmail": 1}})j", u"Health: no details were told"_s);
    row("unknown status", SystemHealth, R"j({"servers": [{"name": "gmail", "status": "sleepy"}]})j",
        u"gmail has news"_s);
    row("unknown task status", TaskUpdated, R"j({"task": {"id": "t-1", "status": "parked"}})j", u"Task t-1: parked"_s);
    row("negative counts", TaskUpdated, R"j({"counts": {"pending": -3, "failed": "two"}})j",
        u"Tasks: 0 waiting · 0 running · 0 done"_s);
    row("lines and tags in a title", TaskUpdated,
        R"j({"task": {"id": "t", "status": "failed", "title": "a\n<b>b</b>\t c"}})j", u"Task a <b>b</b> c failed"_s);
    row("on", McpToggled, R"j({"name": "gmail", "enabled": true, "origin": "api"})j",
        u"gmail switched on, by the API"_s);
    row("off", McpToggled, R"j({"name": "gmail", "enabled": false, "origin": "remote"})j",
        u"gmail switched off, on there"_s);
    row("here", McpToggled, R"j({"name": "gmail", "enabled": true, "origin": "ui"})j", u"gmail switched on"_s);
    row("prompt", PromptUpdated, R"j({"added": 3, "removed": 1, "origin": "file"})j",
        u"Prompt saved: 3 lines added, 1 removed, in the file"_s);
    row("errors", ConfigValidated, R"j({"file": "/a/mcp.yaml", "valid": false, "errors": [{}, {}], "origin": "file"})j",
        u"mcp.yaml has 2 errors and is not in force, in the file"_s);
    row("changes", ConfigValidated,
        R"j({"file": "/a/mcp.yaml", "valid": true, "changes": [{"name": "a", "change": "added"},
            {"name": "b", "change": "modified"}, {"name": "c", "change": "added"}], "warnings": [{}]})j",
        u"mcp.yaml checked: a and c added · b changed · 1 warning"_s);
    row("down", SystemHealth, R"j({"servers": [{"name": "calendar", "status": "unreachable"}]})j",
        u"calendar cannot be reached"_s);
    row("several", SystemHealth,
        R"j({"servers": [{"name": "a", "status": "healthy"}, {"name": "b", "status": "unreachable"},
            {"name": "c", "status": "healthy"}]})j",
        u"a and c: works · b cannot be reached"_s);
    row("redis", SystemHealth, R"j({"servers": [], "redis": {"status": "reconnecting"}})j",
        u"Redis is lost; Nova tries again by itself"_s);
    row("restart", SystemHealth, R"j({"restart": {"service": "mcp_gmail", "state": "failed"}})j",
        u"The restart of mcp_gmail failed"_s);
    row("task", TaskUpdated, R"j({"task": {"id": "t-1", "title": "Deploy", "status": "running"}})j",
        u"Task Deploy is running"_s);
    row("counts", TaskUpdated, R"j({"counts": {"pending": 3, "running": 1, "completed": 9, "failed": 2}})j",
        u"Tasks: 3 waiting · 1 running · 9 done · 2 failed"_s);
}

void TestEventsModel::saysSomethingOfEverything()
{
    QFETCH(const int, type);
    QFETCH(const QJsonObject, data);
    FakeNova nova;
    EventsModel model(nova);
    const QAbstractItemModelTester tester(&model);
    publish(nova, makeEvent(EventType(type), data, u"other@there"_s));
    QTRY_COMPARE(model.count(), 1);
    QTEST(sentence(model, 0), "expected");
    model.setChosen(model.serialAt(0));
    QTEST(model.details()->sentence(), "expected");
    const QAbstractItemModelTester facts(model.details());
    for (int row = 0; row < model.details()->rowCount(); ++row)
        QVERIFY(!model.details()->index(row).data(EventDetails::LabelRole).toString().isEmpty());
    QCOMPARE(model.index(0).data(EventsModel::MachineRole).toString(), u"there"_s);
}

void TestEventsModel::keepsHugeDataWithinBounds()
{
    FakeNova nova;
    EventsModel model(nova, {.events = 100, .bytes = 1'000'000});
    const QAbstractItemModelTester tester(&model);
    const QString long64k(64 * 1024, u'x');
    for (int i = 0; i < 50; ++i)
        publish(nova, makeEvent(EventType::PromptUpdated, {{u"content"_s, long64k}, {u"path"_s, long64k}}, long64k));
    QTRY_VERIFY(model.count() > 0);
    QVERIFY2(model.count() < 8, qPrintable(QString::number(model.count())));
    QCOMPARE(model.count() + model.letGo(), 50);
    model.setChosen(model.serialAt(0));
    QVERIFY(model.details()->isShortened());
    QVERIFY(model.details()->json().size() < 20'000);
    QVERIFY(model.json(model.serialAt(0)).contains(long64k)); // A copy is whole.
}

void TestEventsModel::showsNoEventTwice()
{
    FakeNova nova;
    const Event known = toggled(u"gmail"_s);
    nova.events = {known, known};
    EventsModel model(nova);
    publish(nova, known);
    QTRY_COMPARE(model.count(), 1);
    publish(nova, known);
    publish(nova, toggled(u"notes"_s));
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(sentence(model, 0), u"notes switched on, in the file"_s);
    Event anonymous = toggled(u"files"_s);
    anonymous.id.clear();
    publish(nova, anonymous);
    publish(nova, anonymous); // Nothing says that it is the same.
    QTRY_COMPARE(model.count(), 4);
}

void TestEventsModel::aStormComesInFewSteps()
{
    FakeNova nova;
    EventsModel model(nova);
    QTRY_COMPARE(model.total(), 0);
    QSignalSpy inserted(&model, &EventsModel::rowsInserted);
    QSignalSpy removed(&model, &EventsModel::rowsRemoved);
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    for (int tick = 0; tick < 200; ++tick) {
        const qint64 before = timer.nsecsElapsed();
        for (int i = 0; i < 100; ++i)
            publish(nova, makeEvent(EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, i}}}}, {}));
        QCoreApplication::processEvents();
        longest = std::max(longest, timer.nsecsElapsed() - before);
    }
    QTRY_COMPARE(model.total() + model.letGo(), 20'000);
    QCOMPARE(model.count(), 10'000);
    QCOMPARE(model.letGo(), 10'000);
    QVERIFY2(inserted.size() <= 1 + timer.elapsed() / 25, qPrintable(QString::number(inserted.size())));
    QVERIFY(removed.size() <= inserted.size());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    qInfo("20,000 events: %lld ms, the longest turn %lld ms", timer.elapsed(), longest / 1'000'000);
}

void TestEventsModel::whatIsPausedLosesNothing()
{
    FakeNova nova;
    EventsModel model(nova);
    const QAbstractItemModelTester tester(&model);
    publish(nova, toggled(u"before"_s));
    QTRY_COMPARE(model.count(), 1);
    model.setPaused(true);
    QCOMPARE(model.waitingWords(), u"nothing new"_s);
    QSignalSpy waiting(&model, &EventsModel::waitingChanged);
    for (int i = 0; i < 12; ++i)
        publish(nova, toggled(u"server-%1"_s.arg(i)));
    QTRY_VERIFY(!waiting.isEmpty());
    QCOMPARE(model.waitingWords(), u"12 new"_s);
    QCOMPARE(model.count(), 1);
    model.setText(u"server"_s); // A filter meanwhile changes nothing about that.
    QCOMPARE(model.count(), 0);
    model.setText({});
    model.setPaused(false);
    QCOMPARE(model.count(), 13);
    QCOMPARE(model.waitingCount(), 0);
    QCOMPARE(sentence(model, 0), u"server-11 switched on, in the file"_s);
    QCOMPARE(sentence(model, 12), u"before switched on, in the file"_s);
}

void TestEventsModel::filters()
{
    FakeNova nova;
    EventsModel model(nova);
    const QAbstractItemModelTester tester(&model);
    publish(nova, toggled(u"gmail"_s));
    publish(nova, makeEvent(EventType::SystemHealth,
                            {{u"servers"_s, QJsonArray{QJsonObject{{u"name"_s, u"Kalender"_s},
                                                                   {u"status"_s, u"unreachable"_s},
                                                                   {u"summary"_s, u"Connection refused"_s}}}}},
                            u"nova-settings@nova-2"_s));
    publish(nova, makeEvent(EventType::PromptUpdated, {}, u"nova-settings@here"_s));
    QTRY_COMPARE(model.count(), 3);
    for (const auto &[text, expected] :
         {std::pair(u"GMAIL"_s, 1), std::pair(u"kalender refused"_s, 1), std::pair(u"refused gmail"_s, 0),
          std::pair(u"nova-2"_s, 1), std::pair(u"@here"_s, 2), std::pair(u"system_health"_s, 1),
          std::pair(u"  "_s, 3)}) {
        model.setText(text);
        QVERIFY2(model.count() == expected, qPrintable(text));
    }
    QCOMPARE(model.summary(), u"3 events"_s);
    model.setKinds(EventsModel::Health | EventsModel::PromptSaved);
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.summary(), u"2 of 3 events"_s);
    QCOMPARE(model.index(0).data(EventsModel::KindRole).toString(), u"Prompt saved"_s);
    // What comes is filtered, too.
    QSignalSpy inserted(&model, &EventsModel::rowsInserted);
    publish(nova, toggled(u"notes"_s));
    publish(nova, makeEvent(EventType::PromptUpdated, {}, {}));
    QTRY_COMPARE(model.count(), 3);
    QCOMPARE(inserted.size(), 1);
    model.setKinds(0);
    QCOMPARE(model.count(), 5);
}

void TestEventsModel::letsGoOfTheOldest()
{
    FakeNova nova;
    for (int i = 0; i < 7; ++i)
        nova.events.append(toggled(u"server-%1"_s.arg(i)));
    EventsModel model(nova, {.events = 5});
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.count(), 5);
    QCOMPARE(model.letGo(), 2);
    QCOMPARE(model.summary(), u"5 events · 2 older let go"_s);
    model.setText(u"server-2"_s);
    QCOMPARE(model.count(), 1);
    const int serial = model.serialAt(0);
    publish(nova, toggled(u"other"_s));
    QTRY_COMPARE(model.count(), 0);
    QCOMPARE(model.rowOf(serial), -1);
    QCOMPARE(model.json(serial), QString());
    model.setText({});
    QCOMPARE(model.letGo(), 3);
    QCOMPARE(sentence(model, 4), u"server-3 switched on, in the file"_s);
}

void TestEventsModel::anotherNovaStartsAnew()
{
    FakeNova nova;
    nova.events = {toggled(u"mine"_s)};
    EventsModel model(nova);
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.count(), 1);
    const int serial = model.serialAt(0);
    model.setChosen(serial);
    nova.events = {toggled(u"theirs"_s), toggled(u"theirs-too"_s)};
    nova.setLink({.phase = LinkState::Phase::Connected, .address = u"http://nova-2:8765"_s});
    QCOMPARE(model.count(), 0);
    QCOMPARE(model.chosen(), -1);
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(sentence(model, 0), u"theirs-too switched on, in the file"_s);
    QCOMPARE(model.rowOf(serial), -1); // No number is given twice.
}

void TestEventsModel::fillsInWhatItMissed()
{
    FakeNova nova;
    const QString address = u"http://nova-2:8765"_s;
    nova.setLink({.phase = LinkState::Phase::Connected, .address = address});
    Event first = toggled(u"first"_s);
    first.seq = 1;
    nova.events = {first};
    EventsModel model(nova);
    QTRY_COMPARE(model.count(), 1);
    nova.setLink({.phase = LinkState::Phase::Away, .address = address});
    Event missed = toggled(u"missed"_s);
    missed.seq = 2;
    Event live = toggled(u"live"_s);
    live.seq = 3;
    nova.events = {first, missed, live};
    nova.setLink({.phase = LinkState::Phase::Connected, .address = address});
    publish(nova, live); // While the answer is under way.
    QTRY_COMPARE(model.count(), 3);
    QCOMPARE(sentence(model, 0), u"live switched on, in the file"_s);
    QCOMPARE(sentence(model, 1), u"missed switched on, in the file"_s);
    QCOMPARE(sentence(model, 2), u"first switched on, in the file"_s);
}

void TestEventsModel::saysWhyThereIsNothing()
{
    class Silent : public FakeNova
    {
    public:
        void readEvents(Reply<QList<Event>> reply) override
        {
            reply(failure(ErrorCode::Unavailable, u"nova-2 does not answer."_s));
        }
    };
    Silent nova;
    EventsModel model(nova);
    QTRY_COMPARE(model.problem(), u"nova-2 does not answer."_s);
    publish(nova, toggled(u"gmail"_s)); // What is told is shown all the same.
    QTRY_COMPARE(model.count(), 1);
}

void TestEventsModel::detailsStayWithTheirEvent()
{
    FakeNova nova;
    nova.events = {toggled(u"gmail"_s, false)};
    EventsModel model(nova, {.events = 3});
    QTRY_COMPARE(model.count(), 1);
    const int serial = model.serialAt(0);
    model.setChosen(serial);
    publish(nova, toggled(u"notes"_s));
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(model.rowOf(serial), 1);
    QCOMPARE(model.details()->sentence(), u"gmail switched off, in the file"_s);
    for (int i = 0; i < 3; ++i)
        publish(nova, toggled(u"more"_s));
    QTRY_COMPARE(model.rowOf(serial), -1);
    QCOMPARE(model.chosen(), serial);
    QVERIFY(model.json(serial).contains(u"\"gmail\""_s));
    model.setChosen(9999);
    QCOMPARE(model.chosen(), -1);
}

void TestEventsModel::copiesAsJson()
{
    FakeNova nova;
    EventsModel model(nova);
    QVERIFY(!model.copyShown());
    QVERIFY(!model.copy(0));
    const Event gmail = toggled(u"gmail"_s);
    publish(nova, gmail);
    publish(nova, toggled(u"notes"_s));
    QTRY_COMPARE(model.count(), 2);
    QVERIFY(model.copy(model.serialAt(1)));
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object(), toJson(gmail));
    QVERIFY(model.copyShown());
    const QJsonArray all = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1].toObject(), toJson(gmail));
}

} // namespace nova::test

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // For the clipboard alone.
    const QGuiApplication application(argc, argv);
    nova::test::TestEventsModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_events_model.moc"
