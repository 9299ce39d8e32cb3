#include "app/desktop/viewmodels/status_model.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The status line and the banner: what is said about the files, the web side and Redis.
class TestStatusModel : public QObject
{
    Q_OBJECT

    using Mark = StatusModel::Mark;
    using State = DocumentStatus::State;

private Q_SLOTS:
    void saysHowAFileStands_data();
    void saysHowAFileStands();
    void listsProblemsWithTheirPlace();
    void saysWhatIsServed();
    void saysHowRedisStands();
    void countsTasksOnceSomebodyTold();
};

void TestStatusModel::saysHowAFileStands_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("writable");
    QTest::addColumn<bool>("polling");
    QTest::addColumn<Mark>("mark");
    QTest::addColumn<QString>("text");
    QTest::newRow("loaded") << int(State::Loaded) << true << false << Mark::Good << u"servers.yaml loaded"_s;
    QTest::newRow("read-only") << int(State::Loaded) << false << false << Mark::Attention
                               << u"servers.yaml loaded · managed elsewhere"_s;
    QTest::newRow("polling") << int(State::Loaded) << true << true << Mark::Attention
                             << u"servers.yaml loaded · looked at every 2 s"_s;
    QTest::newRow("missing") << int(State::Missing) << false << false << Mark::Failing << u"servers.yaml missing"_s;
    QTest::newRow("unreadable") << int(State::Unreadable) << false << false << Mark::Failing
                                << u"servers.yaml cannot be read"_s;
    QTest::newRow("loading") << int(State::Loading) << true << false << Mark::Off << u"servers.yaml loading"_s;
}

void TestStatusModel::saysHowAFileStands()
{
    QFETCH(const int, state);
    QFETCH(const bool, writable);
    QFETCH(const bool, polling);
    QFETCH(const Mark, mark);
    QFETCH(const QString, text);
    FakeNova nova;
    StatusModel model(nova);
    QSignalSpy changed(&model, &StatusModel::changed);
    DocumentStatus file = FakeNova::loaded(u"/here/servers.yaml"_s, u"r1"_s);
    file.state = State(state);
    file.writable = writable;
    file.polling = polling;
    nova.setCatalog({file, {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.catalogMark(), mark);
    QCOMPARE(model.catalogText(), text);
}

void TestStatusModel::listsProblemsWithTheirPlace()
{
    FakeNova nova;
    StatusModel model(nova);
    const QAbstractItemModelTester tester(model.problems());
    QCOMPARE(model.problems()->count(), 0);
    QCOMPARE(model.headline(), QString());

    DocumentStatus file = FakeNova::loaded(u"/here/servers.yaml"_s, u"r1"_s);
    file.state = State::Invalid;
    Diagnostic error;
    error.message = u"A tab cannot indent here."_s;
    error.hint = u"Use spaces."_s;
    error.line = 12;
    error.column = 3;
    file.errors = {error};
    nova.setCatalog({file, {}});
    QCOMPARE(model.catalogText(), u"servers.yaml 1 error"_s);
    QCOMPARE(model.problems()->count(), 1);
    const QModelIndex row = model.problems()->index(0);
    QCOMPARE(row.data(ProblemsModel::FileRole).toString(), u"servers.yaml"_s);
    QCOMPARE(row.data(ProblemsModel::PlaceRole).toString(), u"line 12, column 3"_s);
    QCOMPARE(row.data(ProblemsModel::MessageRole).toString(), error.message);
    QCOMPARE(row.data(ProblemsModel::HintRole).toString(), error.hint);
    QVERIFY2(model.headline().contains(u"last good one stays in force"_s), qPrintable(model.headline()));

    file.revision.clear(); // There has never been a good one.
    nova.setCatalog({file, {}});
    QVERIFY(!model.headline().contains(u"last good"_s));
    QVERIFY(!model.catalogUsable());

    file.state = State::Missing;
    file.errors.clear();
    file.problem = u"The file is not there."_s;
    nova.setCatalog({file, {}});
    QCOMPARE(model.problems()->index(0).data(ProblemsModel::MessageRole).toString(), file.problem);
    QCOMPARE(model.problems()->index(0).data(ProblemsModel::PlaceRole).toString(), QString());

    nova.setServers({});
    QCOMPARE(model.problems()->count(), 0);
    QCOMPARE(model.headline(), QString());

    nova.setStateProblem(u"A newer Nova wrote the state folder."_s);
    QCOMPARE(model.problems()->count(), 1);
    QCOMPARE(model.problems()->index(0).data(ProblemsModel::MessageRole).toString(),
             u"A newer Nova wrote the state folder."_s);
    QCOMPARE(model.problems()->index(0).data(ProblemsModel::PlaceRole).toString(), QString());
    QCOMPARE(model.headline(), u"What Nova finds out is not kept."_s);
}

void TestStatusModel::saysWhatIsServed()
{
    FakeNova nova;
    StatusModel model(nova);
    QCOMPARE(model.webMark(), Mark::Off);
    QCOMPARE(model.webText(), u"Web UI off"_s);
    nova.setServing(u"http://127.0.0.1:8765"_s, 1);
    QCOMPARE(model.webMark(), Mark::Good);
    QCOMPARE(model.webText(), u"Web UI · 1 client"_s);
    QCOMPARE(model.webDetail(), u"http://127.0.0.1:8765"_s);
    nova.setServing(u"http://127.0.0.1:8765"_s, 2);
    QCOMPARE(model.webText(), u"Web UI · 2 clients"_s);
}

void TestStatusModel::saysHowRedisStands()
{
    FakeNova nova;
    StatusModel model(nova);
    QCOMPARE(model.redisText(), u"Redis off"_s);
    QCOMPARE(model.redisMark(), Mark::Off);
    QCOMPARE(model.redisDetail(), QString());
    RedisStatus redis;
    redis.state = RedisStatus::State::Connected;
    redis.address = u"redis://box:6379"_s;
    nova.setRedis(redis);
    QCOMPARE(model.redisMark(), Mark::Good);
    QCOMPARE(model.redisDetail(), u"redis://box:6379"_s);
    redis.state = RedisStatus::State::Reconnecting;
    redis.problem = u"Connection refused"_s;
    redis.waiting = 3;
    nova.setRedis(redis);
    QCOMPARE(model.redisMark(), Mark::Attention);
    QCOMPARE(model.redisText(), u"Redis reconnecting"_s);
    QCOMPARE(model.redisDetail(), u"redis://box:6379 · Connection refused · 3 events wait"_s);
}

void TestStatusModel::countsTasksOnceSomebodyTold()
{
    FakeNova nova;
    StatusModel model(nova);
    QCOMPARE(model.tasksText(), QString());
    TaskBoard board(QDateTime::currentDateTimeUtc());
    board.take({{u"counts"_s, QJsonObject{{u"pending"_s, 3}, {u"running"_s, 1}, {u"completed"_s, 9}}}},
               QDateTime::currentDateTimeUtc());
    nova.setTasks(board.counts());
    QCOMPARE(model.tasksText(), u"3 waiting · 1 running · 9 done"_s);
    QCOMPARE(model.tasksFailedText(), QString());
    QSignalSpy rest(&model, &StatusModel::changed);
    QSignalSpy tasks(&model, &StatusModel::tasksChanged);
    board.take({{u"task"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"status"_s, u"failed"_s}}}},
               QDateTime::currentDateTimeUtc());
    nova.setTasks(board.counts());
    QCOMPARE(model.tasksText(), u"3 waiting · 1 running · 9 done"_s);
    QCOMPARE(model.tasksFailedText(), u"1 failed"_s);
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(rest.size(), 0); // Nothing else is painted again.
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestStatusModel)
#include "tst_status_model.moc"
